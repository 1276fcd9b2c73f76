"""The triggers of 0002 and 0006 again: where SQLite adds a field it makes the table anew, and drops its triggers.

Migration 0007 did so. Whatever adds to or alters a watched table does so too, and has to end with `set_again`.
"""

import importlib

from django.db import migrations

_FROZEN = importlib.import_module("tradewatch.records.migrations.0002_append_only").FROZEN
_WATCHING = importlib.import_module("tradewatch.records.migrations.0006_data_version")


def set_again(apps, schema_editor):
    """Every trigger that is missing; PostgreSQL has lost none."""
    if schema_editor.connection.vendor != "sqlite":
        return
    for table, columns in _FROZEN.items():
        of = ", ".join(schema_editor.quote_name(column) for column in columns)
        schema_editor.execute(
            f"CREATE TRIGGER IF NOT EXISTS {table}_is_frozen BEFORE UPDATE OF {of} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} never change'); END",
            params=None,
        )
    for statement in _WATCHING._sqlite():
        schema_editor.execute(statement.replace("CREATE TRIGGER", "CREATE TRIGGER IF NOT EXISTS", 1), params=None)


class Migration(migrations.Migration):
    dependencies = [("records", "0007_unread")]

    operations = [migrations.RunPython(set_again, migrations.RunPython.noop)]
