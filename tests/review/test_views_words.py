"""Choosing words of the article at the desk: quotes, and new events and positions from them."""

from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_actor, make_document, make_event, make_issue, make_position
from tests.review.sheet import fields_in, sheet_of
from tradewatch.records.models import Actor, Decision, DocumentVersion, Event, Passage, Position

pytestmark = pytest.mark.django_db

TEXT = "China raised its tariff. It will apply from Saturday. “We will fight,” it said."


@pytest.fixture
def version() -> DocumentVersion:
    return make_document(TEXT)


@pytest.fixture
def event(version: DocumentVersion) -> Event:
    return make_event(version=version, quote="China raised its tariff.")


def send(client: Client, address: str, **typed: Any) -> Any:
    return client.post(f"{address}words/", sheet_of(client, address, **typed))


def quotes_of(event: Event) -> list[str]:
    return list(
        Passage.objects.filter(mention__event=event, shown=True).order_by("start").values_list("quote", flat=True)
    )


def test_typed_words_become_a_quote(editor_client: Client, event: Event) -> None:
    address = f"/review/events/{event.pk}/"
    assert send(editor_client, address, words="It will apply").status_code == 302
    assert quotes_of(event) == ["China raised its tariff.", "It will apply"]


def test_two_offsets_put_a_quote_in_anothers_place(editor_client: Client, event: Event) -> None:
    address, old = f"/review/events/{event.pk}/", Passage.objects.get(mention__event=event)
    assert send(editor_client, address, start=0, end=5, instead=old.pk).status_code == 302
    assert quotes_of(event) == ["China"]


def test_a_quote_is_taken_away(editor_client: Client, event: Event) -> None:
    address, old = f"/review/events/{event.pk}/", Passage.objects.get(mention__event=event)
    send(editor_client, address, words="It will apply")
    assert send(editor_client, address, away=old.pk).status_code == 302
    assert quotes_of(event) == ["It will apply"]
    page = " ".join(editor_client.get(address).content.decode().split())
    assert page.count('name="away"') == 1
    assert f'name="away" value="{old.pk}"' not in page


def test_a_positions_quote_is_chosen_in_the_article(editor_client: Client, version: DocumentVersion) -> None:
    position = make_position(version, quote="We will fight")
    send(editor_client, f"/review/positions/{position.pk}/", words="“We will fight,” it said.")
    position.refresh_from_db()
    assert position.quote == "“We will fight,” it said."


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ({"words": "It will not apply"}, 422, "does not stand in the article word for word"),
        ({"start": "many"}, 422, "Enter a whole number."),
        ({"words": "China raised its tariff."}, 409, "These words are a quote of this event already."),
        ({"away": "12345"}, 409, "These words are no quote of this event any more."),
        ({"words": "It will apply", "instead": "x"}, 409, "These words are no quote of this event any more."),
    ],
)
def test_words_that_cannot_be_taken_are_refused_and_stay_typed(
    editor_client: Client, event: Event, typed: dict[str, Any], status: int, said: str
) -> None:
    response = send(editor_client, f"/review/events/{event.pk}/", **typed)
    assert response.status_code == status
    html = unescape(response.content.decode())
    assert said in html
    assert str(typed.get("words", "")) in html
    assert not Decision.objects.exists()


def new(client: Client, address: str, **typed: Any) -> Any:
    fields = fields_in(client.get(address).content.decode(), "new-form")
    assert fields
    return client.post(address.partition("?")[0], {**fields, **typed})


def test_a_new_event_from_words_opens_on_the_desk(editor_client: Client, version: DocumentVersion) -> None:
    address = f"/review/articles/{version.pk}/new-event/?start=25&end=53"
    typed = {"kind": "tariff", "action": "raise", "side": "china", "date": "by 12 Apr", "because": "Missed."}
    response = new(editor_client, address, **typed)
    event = Event.objects.get()
    assert response.headers["Location"].startswith(f"/review/events/{event.pk}/")
    assert (event.date, event.status, quotes_of(event)) == (
        "../2025-04-12",
        "occurred",
        ["It will apply from Saturday."],
    )
    page = unescape(editor_client.get(f"/review/events/{event.pk}/").content.decode())
    assert "Machine:" not in page
    assert 'id="here"' in page


def test_a_new_position_from_words_opens_on_the_desk(editor_client: Client, version: DocumentVersion) -> None:
    make_actor("mofcom", side="china", name="Ministry of Commerce")
    make_issue("reciprocal-tariffs")
    address = f"/review/articles/{version.pk}/new-position/?words=We+will+fight"
    typed = {"side": "china", "stance": "oppose", "speaker": "ministry of commerce", "issue": "reciprocal-tariffs"}
    response = new(editor_client, address, **typed)
    position = Position.objects.get()
    assert response.headers["Location"].startswith(f"/review/positions/{position.pk}/")
    assert (position.quote, str(position.speaker)) == ("We will fight", "Ministry of Commerce")
    assert editor_client.get(f"/review/positions/{position.pk}/").status_code == 200


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "This field is required."),
        ({"kind": "tariff", "action": "raise", "side": "china", "words": "Not there"}, "does not stand in the article"),
        ({"kind": "tariff", "action": "raise", "side": "china", "date": "soon"}, "“soon”"),
    ],
)
def test_a_new_event_that_lacks_something_says_what(
    editor_client: Client, version: DocumentVersion, typed: dict[str, str], said: str
) -> None:
    response = new(editor_client, f"/review/articles/{version.pk}/new-event/?words=It+will+apply", **typed)
    assert response.status_code == 422
    assert said in unescape(response.content.decode())
    assert not Event.objects.exists()


NEW_ACTOR = {"new_actor_name": "Ministry of Water", "new_actor_kind": "government_body", "new_actor_side": "china"}


def test_a_new_event_or_position_names_an_actor_that_is_made_with_it(
    editor_client: Client, version: DocumentVersion
) -> None:
    address, make_actor_of = f"/review/articles/{version.pk}/", {**NEW_ACTOR, "because": "Missed."}
    typed = {"kind": "tariff", "action": "raise", "side": "china", **make_actor_of}
    assert new(editor_client, f"{address}new-event/?words=It+will+apply", **typed).status_code == 302
    assert [actor.slug for actor in Event.objects.get().actors.all()] == ["ministry-of-water"]
    typed = {"side": "china", "stance": "oppose", **make_actor_of, "new_actor_name": "Ministry of Air"}
    assert new(editor_client, f"{address}new-position/?words=We+will+fight", **typed).status_code == 302
    assert str(Position.objects.get().speaker) == "Ministry of Air"


def test_an_actor_is_not_made_where_the_event_cannot_be(editor_client: Client, version: DocumentVersion) -> None:
    typed = {"kind": "tariff", "action": "raise", "side": "china", **NEW_ACTOR, "words": "Not there"}
    assert new(editor_client, f"/review/articles/{version.pk}/new-event/", **typed).status_code == 422
    assert not Actor.objects.filter(slug="ministry-of-water").exists()


def test_only_editors_choose_words(analyst_client: Client, event: Event, version: DocumentVersion) -> None:
    for address in (f"/review/events/{event.pk}/words/", f"/review/articles/{version.pk}/new-event/"):
        assert analyst_client.post(address, {"words": "It will apply", "words_version": version.pk}).status_code == 403
    assert not Decision.objects.exists()


def test_where_the_words_are_gone_the_newest_wording_can_be_opened(
    editor_client: Client, editor: User, event: Event, version: DocumentVersion
) -> None:
    newer = DocumentVersion.objects.create(
        document=version.document, number=2, digest="2", text="Beijing lifted its tariff.", genre="news",
        in_scope=True, first_run=version.first_run,
    )  # fmt: skip
    version.document.current = newer
    version.document.save()
    address = f"/review/events/{event.pk}/"
    assert "wording=newest" in editor_client.get(address).content.decode()
    assert (
        "Beijing lifted its tariff."
        in editor_client.get(f"{address}?document={version.document_id}&wording=newest").content.decode()
    )


def test_editors_find_the_way_from_an_article_to_what_it_lacks(
    editor_client: Client, analyst_client: Client, version: DocumentVersion
) -> None:
    way, address = f"/review/articles/{version.pk}/new-event/", f"/sources/{version.document_id}/"
    assert way in editor_client.get(address).content.decode()
    assert way not in analyst_client.get(address).content.decode()
