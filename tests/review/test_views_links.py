"""Links at the desk, fields set back, and the machine's new reading taken."""

from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import TARIFF, make_document, make_event, make_position, make_run
from tradewatch.records.folding import check, refold
from tradewatch.records.models import Decision, Event, EventLink, Reading
from tradewatch.review import acts, arrangement
from tradewatch.vocabulary import LinkType

pytestmark = pytest.mark.django_db


def pair() -> tuple[Event, Event]:
    """An event told with what it answers, and that other event."""
    version = make_document("China raised its tariff to 125% in answer to the American increase.")
    return make_event(version=version), make_event(side="us", date="2025-04-09")


def link(client: Client, event: Event, key: str = "new", **typed: Any) -> Any:
    """The answer to a link typed at the desk, in the row with this key."""
    sent = {f"link-{key}-{name}": value for name, value in typed.items()}
    return client.post(f"/review/events/{event.pk}/links/", {**sent, "link": key})


def standing(event: Event) -> list[tuple[str, int, str, bool]]:
    return list(EventLink.objects.filter(source=event).values_list("type", "target", "quote", "inferred"))


def page(client: Client, address: str) -> str:
    return " ".join(unescape(client.get(address).content.decode()).split())


def test_a_link_with_words_is_quoted_and_one_without_is_inferred(editor_client: Client) -> None:
    event, other = pair()
    address = f"/review/events/{event.pk}/"
    link(editor_client, event, type="responds_to", to=other.pk, quote="in answer to  the American")
    link(editor_client, event, type="follows", to=f"/events/{other.pk}/")
    assert standing(event) == [
        ("responds_to", other.pk, "in answer to the American", False),
        ("follows", other.pk, "", True),
    ]
    html = page(editor_client, address)
    assert "“in answer to the American”" in html
    assert html.count('<span class="tag">inferred</span>') == 1
    assert "this event" in page(editor_client, f"/review/events/{other.pk}/")


def test_a_link_is_changed_in_place_and_undone_as_one(editor_client: Client, editor: User) -> None:
    event, other = pair()
    arrangement.link(event, other, LinkType.FOLLOWS, by=editor)
    link(editor_client, event, f"follows-{other.pk}", type="responds_to", to=other.pk, quote="in answer to")
    assert standing(event) == [("responds_to", other.pk, "in answer to", False)]
    acts.undo(Decision.objects.order_by("-pk")[0], by=editor)
    assert standing(event) == [("follows", other.pk, "", True)]
    assert check() == []


def test_a_link_is_taken_off(editor_client: Client, editor: User) -> None:
    event, other = pair()
    arrangement.link(event, other, LinkType.FOLLOWS, by=editor)
    editor_client.post(f"/review/events/{event.pk}/links/", {"off": f"follows-{other.pk}"})
    assert standing(event) == []


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ({"to": ""}, 422, "Say which event it is linked to."),
        ({"to": "yonder"}, 422, "“yonder” is neither the number nor the address of an event."),
        ({"to": "itself"}, 409, "An event cannot be linked to itself."),
        ({"type": "loves"}, 422, "loves"),
        ({"quote": "in spite of"}, 422, "“in spite of” stands in no article that reports either event."),
        ({"key": "follows-7"}, 409, "There is no such link any more."),
        ({"key": "follows"}, 409, "There is no such link any more."),
    ],
)
def test_a_link_that_cannot_be_is_refused_in_a_sentence(
    editor_client: Client, typed: dict[str, Any], status: int, said: str
) -> None:
    event, other = pair()
    sent = {"type": "responds_to", "to": other.pk, **typed}
    sent["to"] = event.pk if sent["to"] == "itself" else sent["to"]
    response = link(editor_client, event, **sent)
    assert response.status_code == status
    assert said in unescape(response.content.decode())
    assert not Decision.objects.exists()


def test_a_rejected_event_is_linked_to_nothing(editor_client: Client, editor: User) -> None:
    event, other = pair()
    acts.reject(other, by=editor, because="Told in error.")
    response = link(editor_client, event, type="follows", to=other.pk)
    assert "Restore the rejected event before linking it." in response.content.decode()


def test_one_field_goes_back_to_what_the_machine_reads(editor_client: Client, editor: User) -> None:
    event = make_event()
    acts.correct(event, "date", "2025-04-01", by=editor, because="No.")
    acts.correct(event, "status", "planned", by=editor, because="No.")
    editor_client.post(f"/review/events/{event.pk}/revert/", {"field": "date"})
    event.refresh_from_db()
    assert (event.date, event.status) == ("2025-04-11", "planned")
    assert Decision.objects.order_by("-pk")[0].because == "Back to what the machine reads."


def test_one_field_goes_back_to_what_it_was_before_a_correction(editor_client: Client, editor: User) -> None:
    event = make_event()
    acts.correct(event, "date", "2025-04-01", by=editor, because="First.")
    second = acts.correct(event, "date", "2025-04-02", by=editor, because="Second.")
    acts.correct(event, "date", "2025-04-03", by=editor, because="Third.")
    editor_client.post(f"/review/events/{event.pk}/revert/", {"decision": second.pk})
    event.refresh_from_db()
    assert event.date == "2025-04-01"
    assert check() == []


def test_a_direction_set_by_hand_goes_back_to_the_rule(editor_client: Client, editor: User) -> None:
    event = make_event()
    ruled = event.direction
    acts.correct(event, "direction", "eases", by=editor, because="No.")
    editor_client.post(f"/review/events/{event.pk}/revert/", {"field": "direction"})
    event.refresh_from_db()
    assert event.direction == ruled


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ({"field": "date"}, 409, "The field has this value already."),
        ({"field": "colour"}, 422, "There is no field “colour” to correct."),
        ({"decision": "999"}, 422, "This correction is none of this item"),
    ],
)
def test_a_revert_that_changes_nothing_is_refused(
    editor_client: Client, typed: dict[str, str], status: int, said: str
) -> None:
    event = make_event()
    response = editor_client.post(f"/review/events/{event.pk}/revert/", typed)
    assert response.status_code == status
    assert said in response.content.decode()
    assert not Decision.objects.exists()


def read_again(event: Event, **values: Any) -> None:
    mention, run = event.mentions.get(), make_run()
    version = mention.passages.get().version
    Reading.objects.create(mention=mention, run=run, version=version, values={**TARIFF, **values}, confidence=0.9)
    refold([event.pk])
    event.refresh_from_db()


def test_a_new_reading_is_taken_in_every_field_that_it_changes(editor_client: Client, editor: User) -> None:
    event = make_event()
    acts.accept(event, by=editor)
    read_again(event, date="2025-04-10", status="planned")
    html = page(editor_client, f"/review/events/{event.pk}/")
    assert "The machine now reads the date as 10 April 2025; decided is 11 April 2025." in html
    assert "Take the new reading" in html
    editor_client.post(f"/review/events/{event.pk}/take/")
    event.refresh_from_db()
    assert (event.date, event.status, event.queue_reasons) == ("2025-04-10", "planned", [])
    acts.undo(Decision.objects.order_by("-pk")[0], by=editor)
    event.refresh_from_db()
    assert event.date == "2025-04-11"
    assert check() == []


def test_without_a_new_reading_there_is_none_to_take(editor_client: Client) -> None:
    response = editor_client.post(f"/review/positions/{make_position().pk}/take/")
    assert response.status_code == 409
    assert "The machine reads nothing new here." in response.content.decode()


@pytest.mark.parametrize("address", ["links/", "revert/", "take/"])
def test_only_editors_link_and_revert(analyst_client: Client, address: str) -> None:
    event, other = pair()
    typed = {"type": "follows", "to": other.pk, "field": "date"}
    assert analyst_client.post(f"/review/events/{event.pk}/{address}", typed).status_code == 403
    assert not Decision.objects.exists()
