"""The event that lies open beside the list: what the address names, what it shows, and what it costs."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.builders import TARIFF, add_mention, make_document, make_event, make_user
from tradewatch.records.decisions import decide
from tradewatch.records.models import Event, EventLink
from tradewatch.vocabulary import Verb

pytestmark = pytest.mark.django_db


def panel_in(html: str) -> str:
    found = re.search(r'<aside id="panel".*?</aside>', html, flags=re.S)
    assert found is not None
    return found.group()


def opened(client: Client, address: str) -> str:
    response = client.get(address, headers={"HX-Request": "true", "HX-Target": "panel"})
    assert response.status_code == 200
    return str(response.content.decode())


def answered() -> tuple[Event, Event]:
    """An act, and the one that answers it."""
    first = make_event(side="us", date="2025-04-02", title="US raises its tariff")
    answer = make_event(date="2025-04-04")
    EventLink.objects.create(source=answer, target=first, type="responds_to")
    return first, answer


def test_the_address_opens_an_event_beside_the_list(client: Client) -> None:
    event = make_event()
    html = client.get(f"/?side=china&event={event.pk}").content.decode()
    assert event.title in panel_in(html)
    assert "<mark>" in panel_in(html)
    assert re.search(rf'class="ev [^"]* is-sel"\s+id="e-{event.pk}"', html)
    assert re.search(rf'class="ov-ev [^"]* is-sel"\s+href="[^"]*event={event.pk}"', html)


def test_without_an_event_in_the_address_nothing_lies_open(client: Client) -> None:
    make_event()
    assert re.search(r'"Selected event"\s*>\s*</aside>$', panel_in(client.get("/").content.decode()))


def test_every_row_opens_its_event_in_the_same_list(client: Client) -> None:
    event = make_event()
    html = client.get("/?kind=tariff&q=tariff").content.decode()
    assert f'href="/?kind=tariff&amp;q=tariff&amp;event={event.pk}#e-{event.pk}"' in html


def test_htmx_gets_the_panel_alone_and_the_address_follows(client: Client) -> None:
    event = make_event()
    address = f"/?side=china&event={event.pk}"
    response = client.get(address, headers={"HX-Request": "true", "HX-Target": "panel"})
    assert response["HX-Push-Url"] == address
    html = response.content.decode()
    assert event.title in panel_in(html)
    assert 'id="results"' not in html
    assert "<title>" in html


def test_closing_leads_to_the_list_and_to_the_row(client: Client) -> None:
    event = make_event()
    panel = panel_in(opened(client, f"/?side=china&event={event.pk}"))
    assert f'href="/?side=china#e-{event.pk}"' in panel
    assert re.search(r'"Selected event"\s*>\s*</aside>$', panel_in(opened(client, "/?side=china")))


def test_the_open_event_belongs_to_the_form_so_that_a_filter_keeps_it(client: Client) -> None:
    event = make_event()
    panel = panel_in(client.get(f"/?event={event.pk}").content.decode())
    assert f'<input type="hidden" name="event" form="filters" value="{event.pk}">' in panel


def test_the_chain_leads_on_in_the_same_list(client: Client) -> None:
    first, answer = answered()
    panel = panel_in(opened(client, f"/?kind=tariff&event={answer.pk}"))
    assert f'hx-get="/?kind=tariff&amp;event={first.pk}"' in panel
    assert "2 days later" in panel


def test_the_most_trusted_words_stand_first_and_three_at_most(client: Client) -> None:
    event = make_event()
    for number in range(3):
        add_mention(event, make_document(f"China raised its tariff, wire {number} said."), TARIFF)
    official = make_document("The tariff rate is raised to 125%.", genre="official")
    add_mention(event, official, TARIFF)
    panel = panel_in(opened(client, f"/?event={event.pk}"))
    assert panel.count("<mark>") == 3
    assert "5 quotes" in panel
    assert panel.index("<mark>The tariff rate is raised") == panel.index("<mark>")


@pytest.mark.parametrize("number", [999, 0])
def test_a_number_that_nobody_may_see_is_said_to_be_off_the_timeline(client: Client, number: int) -> None:
    hidden = make_event(title="Off the record")
    decide(Verb.REJECT, by=make_user("mira"), event=hidden, because="Elsewhere.")
    asked = number or hidden.pk
    html = client.get(f"/?event={asked}").content.decode()
    assert f"Event {asked} is not on the timeline" in panel_in(html)
    assert "Off the record" not in html


def test_a_filter_that_cannot_be_read_is_told_in_the_panel_too(client: Client) -> None:
    response = client.get("/?side=mars&event=1", headers={"HX-Request": "true", "HX-Target": "panel"})
    assert response.status_code == 422
    assert "mars" in panel_in(response.content.decode())


def test_the_panel_costs_few_questions(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    first, answer = answered()
    for number in range(5):
        add_mention(answer, make_document(f"China raised its tariff, wire {number} said."), TARIFF)
    client.get("/")  # counts what was written
    with django_assert_max_num_queries(5):
        opened(client, f"/?event={answer.pk}")
    client.force_login(make_user("mira"))
    with django_assert_max_num_queries(12):
        opened(client, f"/?event={first.pk}")
    with django_assert_max_num_queries(5):  # who asks, what they may do, and the version
        opened(client, "/?side=china")
