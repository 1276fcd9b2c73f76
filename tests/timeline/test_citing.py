"""The citation of an event as a file for reference managers."""

import re

import pytest
from django.test import Client

from tests.builders import make_event, make_user
from tradewatch.records.decisions import decide
from tradewatch.vocabulary import Verb

pytestmark = pytest.mark.django_db


def test_bibtex_holds_title_version_state_and_address(client: Client) -> None:
    event = make_event(title="China lifts its 34% tariff & more_")
    response = client.get(f"/events/{event.pk}/cite.bib")
    text = response.content.decode()
    assert response["Content-Disposition"].endswith(f'"tradewatch-event-{event.pk}.bib"')
    assert text.startswith(f"@misc{{tradewatch-{event.pk}-{event.version},\n")
    assert r"title = {China lifts its 34\% tariff \& more\_}" in text
    assert f"Event {event.pk}, version {event.version}, machine-read and not checked, as of" in text
    assert f"url = {{http://testserver/events/{event.pk}/}}" in text
    assert re.search(r"urldate = \{\d{4}-\d\d-\d\d\}", text)


def test_a_checked_event_is_not_cited_as_machine_read(client: Client) -> None:
    event = make_event()
    decide(Verb.ACCEPT, by=make_user("mira"), event=event)
    assert "machine-read" not in client.get(f"/events/{event.pk}/cite.bib").content.decode()


def test_ris_has_one_tag_a_line_and_an_end(client: Client) -> None:
    event = make_event()
    lines = client.get(f"/events/{event.pk}/cite.ris").content.decode().split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert f"TI  - {event.title}" in lines
    assert f"UR  - http://testserver/events/{event.pk}/" in lines
    assert lines[-2:] == ["ER  - ", ""]


@pytest.mark.parametrize("form", ["bib", "ris"])
def test_what_nobody_may_see_is_not_cited(client: Client, form: str) -> None:
    event = make_event()
    decide(Verb.REJECT, by=make_user("mira"), event=event, because="Elsewhere.")
    assert client.get(f"/events/{event.pk}/cite.{form}").status_code == 404


def test_other_forms_are_not_kept(client: Client) -> None:
    event = make_event()
    assert client.get(f"/events/{event.pk}/cite.doc").status_code == 404


def test_the_page_of_the_event_offers_both(client: Client) -> None:
    event = make_event()
    html = client.get(f"/events/{event.pk}/").content.decode()
    assert f'href="/events/{event.pk}/cite.bib"' in html
    assert f'href="/events/{event.pk}/cite.ris"' in html
