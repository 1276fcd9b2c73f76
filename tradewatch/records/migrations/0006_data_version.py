"""The version of the data: each row written to a table that pages show leaves a row in the log of changes.

On PostgreSQL a writer first takes a lock that lasts to the end of its transaction: numbers then follow each other in
the order of the commits, and nobody can see a version before all that came under it. SQLite has one writer anyway.
"""

from django.db import migrations

# table -> the column that names the event whose place in the census may change; None where none's does.
TABLES = {
    "records_event": "id",
    "records_event_actors": "event_id",
    "records_event_issues": "event_id",
    "records_mention": "event_id",
    "records_measure": None,
    "records_eventlink": None,
    "records_passage": None,
    "records_reading": None,
    "records_document": None,
    "records_documentversion": None,
    "records_publisher": None,
    "records_actor": None,
    "records_alias": None,
    "records_role": None,
    "records_issue": None,
    "records_position": None,
    "records_annotation": None,
    "records_decision": None,
    "records_decision_mentions": None,
    "records_ingestionrun": None,
}
KEPT = 50_000
# Where one column is another than before: a name that stands beside decisions; a slug, or whose a document is, which
# concern any number of events.
NAMED = {
    "auth_user": ("username", "NULL"),
    "records_document": ("publisher_id", "0"),
    "records_publisher": ("slug", "0"),
    "records_actor": ("slug", "0"),
    "records_issue": ("slug", "0"),
}
LOCK = 20250402


def _sqlite():
    log = "INSERT INTO records_change (token, event) VALUES (lower(hex(randomblob(8))), {event});"
    drop = f"DELETE FROM records_change WHERE number < (SELECT max(number) FROM records_change) - {KEPT};"
    for table, column in TABLES.items():
        for act in ("INSERT", "UPDATE", "DELETE"):
            rows = {"INSERT": ("NEW",), "DELETE": ("OLD",), "UPDATE": ("OLD", "NEW") if column else ("NEW",)}[act]
            logged = " ".join(log.format(event=f"{row}.{column}" if column else "NULL") for row in rows)
            yield f"CREATE TRIGGER {table}_{act.lower()}_is_a_change AFTER {act} ON {table} BEGIN {logged} {drop} END"
    for table, (column, event) in NAMED.items():
        yield (
            f"CREATE TRIGGER {table}_{column}_is_a_change AFTER UPDATE OF {column} ON {table} "
            f"WHEN OLD.{column} IS NOT NEW.{column} BEGIN {log.format(event=event)} END"
        )


_LOGGING = f"""
CREATE FUNCTION records_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO records_change (token, event)
        VALUES (gen_random_uuid()::text, (to_jsonb(OLD) ->> TG_ARGV[0])::bigint);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO records_change (token, event)
        VALUES (gen_random_uuid()::text, (to_jsonb(NEW) ->> TG_ARGV[0])::bigint);
    END IF;
    DELETE FROM records_change WHERE number < (SELECT max(number) FROM records_change) - {KEPT};
    RETURN NULL;
END $$
"""
_NAMING = """
CREATE FUNCTION records_log_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO records_change (token, event) VALUES (gen_random_uuid()::text, TG_ARGV[0]::bigint);
    RETURN NULL;
END $$
"""
_WAITING = f"""
CREATE FUNCTION records_wait_for_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock({LOCK});
    RETURN NULL;
END $$
"""


def _postgres():
    yield from (_LOGGING, _NAMING, _WAITING)
    for table, column in TABLES.items():
        yield (
            f"CREATE TRIGGER {table}_waits BEFORE INSERT OR UPDATE OR DELETE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION records_wait_for_turn()"
        )
        yield (
            f"CREATE TRIGGER {table}_is_a_change AFTER INSERT OR UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION records_log_change('{column or ''}')"
        )
    for table, (column, event) in NAMED.items():
        if table not in TABLES:
            yield (
                f"CREATE TRIGGER {table}_waits BEFORE UPDATE OF {column} ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION records_wait_for_turn()"
            )
        argument = "" if event == "NULL" else event
        yield (
            f"CREATE TRIGGER {table}_{column}_is_a_change AFTER UPDATE OF {column} ON {table} "
            f"FOR EACH ROW WHEN (OLD.{column} IS DISTINCT FROM NEW.{column}) "
            f"EXECUTE FUNCTION records_log_name({f'{argument!r}' if argument else ''})"
        )


def watch(apps, schema_editor):
    """Set the triggers, and begin with a version."""
    making = {"sqlite": _sqlite, "postgresql": _postgres}[schema_editor.connection.vendor]
    for statement in making():
        schema_editor.execute(statement, params=None)
    apps.get_model("records", "Change").objects.create(token="first")


def ignore(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for table in TABLES:
            for act in ("insert", "update", "delete"):
                schema_editor.execute(f"DROP TRIGGER {table}_{act}_is_a_change")
        for table, (column, _) in NAMED.items():
            schema_editor.execute(f"DROP TRIGGER {table}_{column}_is_a_change")
        return
    for name in ("log_change", "log_name", "wait_for_turn"):
        schema_editor.execute(f"DROP FUNCTION records_{name}() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("records", "0005_change"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [migrations.RunPython(watch, ignore)]
