"""Who may read without a login."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db

PAGES = ["/", "/positions/", "/actors/", "/issues/", "/sources/", "/events/1/", "/actors/china/"]


@pytest.mark.parametrize("address", PAGES)
def test_where_reading_is_not_public_every_page_leads_to_the_login_and_back(
    address: str, client: Client, settings: Settings
) -> None:
    settings.TRADEWATCH_PUBLIC = False
    response = client.get(f"{address}?side=us")
    assert response.status_code == 302
    assert response["Location"].startswith("/login/?next=")
    assert response["Location"].endswith(f"{address}%3Fside%3Dus")


def test_a_request_of_htmx_is_sent_to_the_login_as_a_whole_page(client: Client, settings: Settings) -> None:
    settings.TRADEWATCH_PUBLIC = False
    response = client.get("/", headers={"HX-Request": "true", "HX-Target": "results"})
    assert response["HX-Redirect"] == "/login/?next=%2F"


def test_an_analyst_reads_where_reading_is_not_public(analyst_client: Client, settings: Settings) -> None:
    settings.TRADEWATCH_PUBLIC = False
    assert analyst_client.get("/sources/").status_code == 200


@pytest.mark.parametrize("address", ["/health/", "/login/"])
def test_health_and_login_need_no_login(address: str, client: Client, settings: Settings) -> None:
    settings.TRADEWATCH_PUBLIC = False
    assert client.get(address).status_code == 200


def test_whoever_is_logged_in_sees_who_they_are_and_the_way_out(editor_client: Client, editor: User) -> None:
    page = editor_client.get("/sources/").content.decode()
    assert editor.get_username() in page
    assert 'action="/logout/"' in page
    assert 'href="/review/"' in page


def test_an_analyst_is_not_shown_the_desk(analyst_client: Client) -> None:
    assert 'href="/review/"' not in analyst_client.get("/sources/").content.decode()
