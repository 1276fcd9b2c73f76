"""The version of the data: what raises it, and what does not."""

import importlib

import pytest
from django.apps import apps
from django.db import connection, transaction

from tests.builders import make_actor, make_document, make_event, make_position, make_user
from tradewatch.records.models import Actor, Change, Document, Event, Mention, Publisher
from tradewatch.records.version import version_now

pytestmark = pytest.mark.django_db
WATCHED = importlib.import_module("tradewatch.records.migrations.0006_data_version").TABLES
FROZEN = importlib.import_module("tradewatch.records.migrations.0002_append_only").FROZEN
# What no reading page shows: what was read from where, what the desk alone asks, and the versions themselves.
UNSEEN = {"records_linking", "records_input", "records_grouping", "records_eventlikeness", "records_change"}


def test_every_table_that_pages_show_is_watched() -> None:
    tables = {model._meta.db_table for model in apps.get_app_config("records").get_models(include_auto_created=True)}
    assert tables - UNSEEN == set(WATCHED)


def test_every_watched_table_has_its_triggers_still() -> None:
    """SQLite drops a table's triggers where a migration makes the table anew: such a one must set them again."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps them")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        names = {name for (name,) in cursor.fetchall()}
    for table in WATCHED:
        for act in ("insert", "update", "delete"):
            assert f"{table}_{act}_is_a_change" in names
    assert {f"{table}_is_frozen" for table in (*FROZEN, "records_linking")} <= names


def test_each_write_raises_the_version_bulk_writes_too() -> None:
    event = make_event()
    make_position()
    user = make_user("ada")
    writes = (
        make_event,
        lambda: Event.objects.filter(pk=event.pk).update(title="Another"),
        lambda: Actor.objects.bulk_create([Actor(slug="a", name="A", kind="person", side="us")]),
        lambda: Mention.objects.filter(event=event).update(ordinal=3),
        event.actors.clear,
        lambda: event.measures.all().delete(),
        lambda: Document.objects.update(publisher=Publisher.objects.first()),
        lambda: type(user).objects.filter(pk=user.pk).update(username="grace"),
    )
    for write in writes:
        before = version_now()
        write()
        assert version_now().number > before.number


def test_reading_and_logging_in_raise_nothing(client: object) -> None:
    event = make_event()
    user = make_user("ada")
    before = version_now()
    list(Event.objects.all())
    type(user).objects.filter(pk=user.pk).update(last_login="2026-01-01T00:00Z")
    assert version_now() == before
    assert event.pk


def test_a_version_that_was_rolled_back_never_comes_again() -> None:
    make_event()
    before = version_now()
    with transaction.atomic():
        point = transaction.savepoint()
        make_actor("one")
        undone = version_now()
        transaction.savepoint_rollback(point)
    assert version_now() == before
    make_actor("two")
    assert version_now() != undone


def test_a_change_names_the_event_whose_place_may_be_another() -> None:
    event, other = make_event(), make_event()
    start = version_now().number
    Mention.objects.filter(event=event).update(event=other)
    assert set(Change.objects.filter(number__gt=start).values_list("event", flat=True)) == {event.pk, other.pk}
    start = version_now().number
    make_document()
    assert set(Change.objects.filter(number__gt=start).values_list("event", flat=True)) <= {None, 0}
