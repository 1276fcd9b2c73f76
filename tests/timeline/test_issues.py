"""The list of issues, and the page of one."""

import pytest
from django.test import Client

from tests.builders import make_event, make_issue, make_position

pytestmark = pytest.mark.django_db


def test_every_issue_of_the_record_is_listed_with_what_it_covers(client: Client) -> None:
    make_event(issues=["rare-earths"])
    make_issue("tiktok")
    page = client.get("/issues/").content.decode()
    row = page.partition('href="/issues/rare-earths/"')[2].partition("</tr>")[0]
    assert "magnets" in row
    assert '<td class="num">1</td>' in row
    assert 'href="/issues/tiktok/"' in page


def test_an_issue_shows_its_events_and_what_was_said_on_it(client: Client) -> None:
    make_event(issues=["rare-earths"], title="About them")
    make_event(issues=["tiktok"], title="About others")
    make_position(issue="rare-earths")
    page = client.get("/issues/rare-earths/").content.decode()
    assert "About them" in page
    assert "About others" not in page
    assert "We will fight to the end" in page


def test_an_unknown_issue_is_not_there(client: Client) -> None:
    assert client.get("/issues/weather/").status_code == 404
