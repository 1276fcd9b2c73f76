"""The desk: who may sit at it, what lies on it, and in which order."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_document, make_event, make_position
from tradewatch.records.models import Event
from tradewatch.review import acts

pytestmark = pytest.mark.django_db


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == status
    return response.content.decode()


def test_an_event_lies_on_the_desk_with_its_words_its_fields_and_the_machines_reasons(editor_client: Client) -> None:
    version = make_document("China raised its tariff to 125% on Friday. Talks are to follow.", title="Beijing answers")
    event = make_event(version=version, quote="China raised its tariff to 125% on Friday.")
    html = page(editor_client, f"/review/events/{event.pk}/")
    assert "Beijing answers" in html
    assert 'class="span is-here"' in html
    assert "It is the nearest date in the sentence." in html
    assert 'value="2025-04-11"' in html
    assert "11 April 2025" in html


def test_a_position_lies_on_the_desk_too(editor_client: Client) -> None:
    position = make_position()
    html = page(editor_client, f"/review/positions/{position.pk}/")
    assert "We will fight to the end" in html
    assert "mofcom" in html


def test_the_queue_opens_with_what_has_most_consequence(editor_client: Client) -> None:
    plain = make_event(kind="talks", action="hold", measures=[], title="They meet", date="2025-05-10")
    rate = make_event()
    html = page(editor_client, "/review/")
    assert html.index(f"/review/events/{rate.pk}/") < html.index(f"/review/events/{plain.pk}/")
    assert "It changes a rate." in html


@pytest.mark.parametrize("order", ["confidence", "oldest", "no-such-order"])
def test_the_queue_can_be_put_in_another_order(editor_client: Client, order: str) -> None:
    make_event()
    page(editor_client, f"/review/?order={order}")


def test_an_empty_queue_says_so(editor_client: Client) -> None:
    assert "Nothing waits." in page(editor_client, "/review/")
    assert "Nothing waits." in page(editor_client, "/review/positions/")


def test_an_item_that_is_not_there_is_a_404(editor_client: Client) -> None:
    page(editor_client, "/review/events/99999/", 404)


def test_the_desk_is_for_editors(client: Client, analyst_client: Client) -> None:
    event = make_event()
    for address in ("/review/", f"/review/events/{event.pk}/"):
        assert client.get(address).status_code == 302
        assert "Only editors" in page(analyst_client, address, 403)


def test_htmx_gets_the_desk_alone_and_a_browser_the_page(editor_client: Client) -> None:
    event = make_event()
    whole = editor_client.get(f"/review/events/{event.pk}/")
    part = editor_client.get(f"/review/events/{event.pk}/", headers={"HX-Request": "true", "HX-Target": "desk"})
    assert b"<html" in whole.content
    assert b"<html" not in part.content
    assert b'id="desk"' in part.content
    assert "HX-Request" in part.headers["Vary"]


def test_a_rejected_event_can_be_looked_at_and_restored(editor: User, editor_client: Client) -> None:
    event = make_event()
    acts.reject(event, by=editor, because="Told twice.")
    html = page(editor_client, f"/review/events/{event.pk}/")
    assert "Told twice." in html
    assert "Restore" in html


def test_a_longer_queue_and_more_passages_ask_no_more_questions(
    editor_client: Client, django_assert_max_num_queries: Any
) -> None:
    version = make_document("One. Two. Three. Four. Five. Six.")
    event = make_event(version=version, quote="One.")
    with django_assert_max_num_queries(60) as few:
        page(editor_client, f"/review/events/{event.pk}/")
    for quote in ("Two.", "Three.", "Four.", "Five.", "Six."):
        make_event(version=version, quote=quote, side="us", date="2025-03-04")
    for day in range(1, 20):
        make_event(date=f"2025-06-{day:02d}")
    with django_assert_max_num_queries(len(few)):
        page(editor_client, f"/review/events/{event.pk}/")
    assert Event.objects.count() == 25
