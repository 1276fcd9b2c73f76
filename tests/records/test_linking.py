"""What links an event has: those that were read, and on top of them what editors decided."""

import pytest
from django.db import DatabaseError, transaction
from pytest_django import DjangoAssertNumQueries

from tests.builders import make_event, make_run
from tradewatch.records.linking import links_read, pointing_at, unsettled_of
from tradewatch.records.models import Linking

pytestmark = pytest.mark.django_db


def test_the_rows_of_the_latest_run_count() -> None:
    later, first, second = make_event(), make_event(), make_event()
    (source,) = later.mentions.all()
    for target in (first, second):
        (mention,) = target.mentions.all()
        Linking.objects.create(mention=source, target=mention, type="follows", quote="came after", run=make_run())
    assert [link["to"] for link in links_read([later.pk])[later.pk]] == [second.pk]
    Linking.objects.create(mention=source, run=make_run())
    assert links_read([later.pk]) == {later.pk: []}


def test_events_that_point_at_an_event_are_known() -> None:
    later, first = make_event(), make_event()
    Linking.objects.create(
        mention=later.mentions.get(), target=first.mentions.get(), type="follows", quote="came after", run=make_run()
    )
    assert pointing_at([first.pk]) == {later.pk}
    assert pointing_at([later.pk]) == set()


def test_a_row_never_changes() -> None:
    row = Linking.objects.create(mention=make_event().mentions.get(), run=make_run())
    with pytest.raises(DatabaseError), transaction.atomic():
        Linking.objects.filter(pk=row.pk).update(quote="other words")


def test_a_link_to_what_is_no_event_of_the_record_stays_in_its_words() -> None:
    event, first = make_event(), make_event()
    mention = event.mentions.get()
    stated = {mention.pk: [("suspends", "suspends the rule of May"), ("follows", "came after")]}
    assert [kind for kind, _ in unsettled_of(event.pk, stated)] == ["follows", "suspends"]
    Linking.objects.create(
        mention=mention, target=first.mentions.get(), type="follows", quote="came after", run=make_run()
    )
    assert unsettled_of(event.pk, stated) == [("suspends", "suspends the rule of May")]


def test_where_no_link_is_stated_nothing_is_asked(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert unsettled_of(1, {7: []}) == []
