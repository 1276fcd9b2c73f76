"""The full-text index of SQLite: one row an event, keyed by its number. PostgreSQL searches its own columns."""

from django.db import migrations


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(
            "CREATE VIRTUAL TABLE records_event_text USING fts5("
            "title, summary, quotes, instruments, actors, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
        )


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE records_event_text")


class Migration(migrations.Migration):
    dependencies = [("records", "0002_append_only")]

    operations = [migrations.RunPython(make, drop)]
