"""Taking accounts out of an event at the desk: into one of their own, or to another event."""

from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_event
from tests.review.sheet import fields_in
from tradewatch.records.folding import check
from tradewatch.records.models import Decision, Event
from tradewatch.review import acts
from tradewatch.vocabulary import ReviewState

pytestmark = pytest.mark.django_db


def two_accounts() -> Event:
    return make_event(accounts=[{}, {"date": "2025-04-12", "title": "China's tariff takes effect"}])


def split(client: Client, event: Event, *accounts: int, **typed: Any) -> Any:
    address = f"/review/events/{event.pk}/split/"
    fields = fields_in(client.get(address).content.decode(), "split-form")
    return client.post(address, {**fields, "account": accounts, **typed})


def numbers(event: Event) -> list[int]:
    return list(event.mentions.order_by("pk").values_list("pk", flat=True))


def test_the_accounts_are_shown_with_their_words_and_what_was_read(editor_client: Client) -> None:
    event = two_accounts()
    html = unescape(editor_client.get(f"/review/events/{event.pk}/split/").content.decode())
    assert html.count('name="account"') == 2
    assert "Date: 12 April 2025" in html
    assert all(mention.passages.get().quote in html for mention in event.mentions.all())


def test_a_chosen_account_becomes_an_event_and_opens(editor_client: Client) -> None:
    event = two_accounts()
    response = split(editor_client, event, numbers(event)[1], because="Another day.")
    new = Event.objects.exclude(pk=event.pk).get()
    assert response.headers["Location"].startswith(f"/review/events/{new.pk}/")
    assert new.date == "2025-04-12"
    assert Decision.objects.get().because == "Another day."
    assert check() == []


def test_chosen_accounts_move_to_another_event_and_come_back_together(editor_client: Client, editor: User) -> None:
    event, other = make_event(accounts=[{}, {}, {}]), make_event()
    split(editor_client, event, *numbers(event)[1:], where="another", to=f"/events/{other.pk}/")
    other.refresh_from_db()
    assert other.sources == 3
    acts.undo(Decision.objects.order_by("-pk")[0], by=editor)
    event.refresh_from_db()
    assert event.sources == 3
    assert check() == []


def test_the_last_account_may_move_away_and_leaves_a_withdrawn_event(editor_client: Client) -> None:
    event, other = make_event(), make_event()
    assert split(editor_client, event, *numbers(event), where="another", to=other.pk).status_code == 302
    event.refresh_from_db()
    assert event.review_state == ReviewState.WITHDRAWN


@pytest.mark.parametrize(
    ("accounts", "typed", "status", "said"),
    [
        ([], {}, 409, "Choose at least one account of this event."),
        ([0, 1], {}, 409, "Leave at least one account with the event"),
        ([1], {"where": "another"}, 422, "Say which event they go to."),
        ([1], {"where": "another", "to": "yonder"}, 422, "“yonder” is neither the number nor the address"),
        ([1], {"version": 99}, 409, "Somebody else changed the event while you looked at it."),
        ([1], {"because": "\x00"}, 422, "Null characters are not allowed."),
    ],
)
def test_a_split_that_cannot_be_is_refused_in_a_sentence_and_keeps_what_was_ticked(
    editor_client: Client, accounts: list[int], typed: dict[str, Any], status: int, said: str
) -> None:
    event = two_accounts()
    known = numbers(event)
    response = split(editor_client, event, *[known[at] for at in accounts], **typed)
    assert response.status_code == status
    html = unescape(response.content.decode())
    assert said in html
    assert html.count(" checked>") >= len(accounts)
    assert not Decision.objects.exists()


def test_an_event_with_one_account_says_why_it_cannot_be_split(editor_client: Client) -> None:
    event = make_event()
    response = split(editor_client, event, *numbers(event))
    assert "Only one account reports this event, so there is nothing to split off." in unescape(
        response.content.decode()
    )


def test_only_editors_split(analyst_client: Client) -> None:
    event = two_accounts()
    response = analyst_client.post(f"/review/events/{event.pk}/split/", {"account": numbers(event)[1], "where": "own"})
    assert response.status_code == 403
    assert not Decision.objects.exists()


def test_the_screen_asks_no_query_an_account(editor_client: Client, django_assert_max_num_queries: Any) -> None:
    event = two_accounts()
    with django_assert_max_num_queries(40) as few:
        editor_client.get(f"/review/events/{event.pk}/split/")
    more = make_event(accounts=[{}] * 6)
    with django_assert_max_num_queries(len(few)):
        editor_client.get(f"/review/events/{more.pk}/split/")
