"""The words of sources and the decisions of editors never change: the database refuses, whoever asks.

Deletion stays possible for the owner of the database (a test's clean-up, a takedown by law); no code of ours deletes.
"""

from django.db import migrations

# table -> the columns that never change; a computed column (documents' `current`, mentions' `event`) is not among them.
FROZEN = {
    "records_documentversion": ("document_id", "number", "digest", "text"),
    "records_passage": ("mention_id", "position_id", "version_id", "start", "end", "quote"),
    "records_reading": ("mention_id", "position_id", "run_id", "version_id", "values", "confidence", "explanation", "ended"),
    "records_grouping": ("mention_id", "event_id", "run_id", "because"),
    "records_decision": (
        "at", "by_id", "run_id", "verb", "event_id", "position_id", "other_id", "annotation_id", "field", "before", "after",
        "because", "details", "undoes_id", "batch",
    ),
    "records_annotation": ("event_id", "position_id", "passage_id", "parent_id", "field", "text", "tags"),
}  # fmt: skip


def freeze(apps, schema_editor):
    quote = schema_editor.quote_name
    for table, columns in FROZEN.items():
        of = ", ".join(quote(column) for column in columns)
        message = f"rows of {table} never change"
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(
                f"CREATE TRIGGER {table}_is_frozen BEFORE UPDATE OF {of} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
            )
        elif schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(
                f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
            )
            schema_editor.execute(
                f"CREATE TRIGGER {table}_is_frozen BEFORE UPDATE OF {of} ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse()"
            )


def thaw(apps, schema_editor):
    for table in FROZEN:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER {table}_is_frozen")
        elif schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER {table}_is_frozen ON {table}")
            schema_editor.execute(f"DROP FUNCTION {table}_refuse()")


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]

    operations = [migrations.RunPython(freeze, thaw)]
