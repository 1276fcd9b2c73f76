"""The dates of an event by clock: who gives which."""

import re

import pytest
from django.test import Client

from tests.builders import TARIFF, add_mention, make_document, make_event, make_publisher, make_user
from tradewatch.records.decisions import decide
from tradewatch.records.models import Event
from tradewatch.vocabulary import Verb

pytestmark = pytest.mark.django_db


def clocks_on(client: Client, event: Event) -> str:
    html = client.get(event.get_absolute_url()).content.decode()
    return re.sub(r"\s+", " ", html[html.index('aria-label="Dates by clock"') : html.index('id="evidence"')])


def add_account(event: Event, publisher: str, **values: str) -> None:
    version = make_document(f"China raised its tariff, {publisher} said.", publisher=make_publisher(publisher))
    add_mention(event, version, {**TARIFF, **values})


def test_each_clock_names_whose_words_give_it(client: Client) -> None:
    event = make_event(version=make_document(publisher=make_publisher("east-quay")), effective="")
    add_account(event, "northgate-wire", effective="2025-04-12")
    clocks = clocks_on(client, event)
    done, applies = clocks.split("Applies from")
    assert "East Quay" in done
    assert "Northgate Wire" in done
    assert "East Quay" not in applies
    assert "Northgate Wire" in applies


def test_another_date_is_told_with_who_gives_it(client: Client) -> None:
    event = make_event(version=make_document(publisher=make_publisher("east-quay")))
    add_account(event, "northgate-wire", date="2025-04-10")
    event.refresh_from_db()
    clocks = clocks_on(client, event)
    other = "10 April 2025" if event.date == "2025-04-11" else "11 April 2025"
    teller = "Northgate Wire" if event.date == "2025-04-11" else "East Quay"
    assert re.search(rf'status-warn">{other}</span> <a href="/sources/\d+/#p-\d+">{teller}', clocks)


def test_a_date_set_by_an_editor_keeps_what_the_accounts_say(client: Client) -> None:
    event = make_event()
    decide(Verb.CORRECT, by=make_user("mira"), event=event, field="date", after="2025-04-09", because="The notice.")
    clocks = clocks_on(client, event)
    assert "set by an editor" in clocks
    assert "11 April 2025" in clocks


def test_many_who_agree_are_named_in_part(client: Client) -> None:
    event = make_event()
    for at in range(7):
        add_account(event, f"paper-{at}")
    assert "and 3 more" in clocks_on(client, event)
