"""Who sees what, and what a window of dates keeps."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser, User
from pytest_django.fixtures import Settings

from tests.builders import make_event
from tradewatch.records.models import Event
from tradewatch.review import acts

pytestmark = pytest.mark.django_db


def test_a_rejected_event_is_on_nobodys_timeline(editor: User) -> None:
    event = make_event()
    acts.reject(event, by=editor, because="Out of scope.")
    assert not Event.objects.visible_to(editor).exists()


def test_without_a_login_only_checked_events_show_where_unchecked_ones_are_hidden(
    settings: Settings, editor: User, analyst: User
) -> None:
    settings.TRADEWATCH_SHOW_UNCHECKED = False
    checked, unchecked = make_event(), make_event(date="2025-03-04")
    acts.accept(checked, by=editor)
    assert set(Event.objects.visible_to(AnonymousUser())) == {checked}
    assert set(Event.objects.visible_to(analyst)) == {checked, unchecked}


def test_nothing_shows_without_a_login_where_reading_is_not_public(settings: Settings) -> None:
    settings.TRADEWATCH_PUBLIC = False
    make_event()
    assert not Event.objects.visible_to(AnonymousUser()).exists()


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("2025-04-10", True),
        ("2025-04", True),
        ("2025-03-25/2025-04-02", True),
        ("2025-01-01/..", True),
        ("../2025-05-14", True),
        ("../2025-03-14", False),
        ("2025-05-01/..", False),
        ("2025-03-31", False),
        ("", False),
    ],
)
def test_a_window_keeps_what_overlaps_it(value: str, kept: bool) -> None:
    make_event(date=value)
    assert Event.objects.between(date(2025, 4, 1), date(2025, 4, 30)).exists() is kept


def test_accepted_events_wait_only_while_there_is_something_new_to_see(editor: User) -> None:
    event = make_event()
    assert event in Event.objects.waiting()
    acts.accept(event, by=editor)
    assert event not in Event.objects.waiting()
