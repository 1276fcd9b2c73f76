"""An answer that somebody has is not sent again while nothing has changed; and nobody gets another's."""

from typing import Any

import pytest
from django.contrib.messages.storage.base import Message
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import Client, RequestFactory
from pytest_django.asserts import assertNumQueries
from pytest_django.fixtures import Settings

from tests.builders import make_event, make_user
from tradewatch.records.models import Actor, Event

pytestmark = pytest.mark.django_db
PAGES = ("/", "/?kind=tariff", "/events/{}/", "/actors/china/", "/positions/", "/events.csv")


@pytest.mark.parametrize("page", PAGES)
def test_an_answer_that_the_reader_has_is_not_sent_again(page: str, client: Client) -> None:
    page = page.format(make_event().pk)
    first = client.get(page)
    again = client.get(page, headers={"If-None-Match": first["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert again["ETag"] == first["ETag"]


@pytest.mark.parametrize("page", PAGES)
def test_any_write_makes_it_old(page: str, client: Client) -> None:
    event = make_event()
    page = page.format(event.pk)
    first = client.get(page)
    Event.objects.filter(pk=event.pk).update(title="China lowers its tariff")
    again = client.get(page, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200
    if page != "/positions/":
        assert "China lowers its tariff" in (again.getvalue() if again.streaming else again.content).decode()


def test_an_edit_of_reference_data_shows_at_once(client: Client) -> None:
    make_event()
    client.get("/actors/china/")
    Actor.objects.filter(slug="china").update(name="The other side")
    assert "The other side" in client.get("/actors/china/").content.decode()


def test_the_same_page_again_asks_for_the_version_alone(client: Client) -> None:
    make_event()
    first = client.get("/").content
    with assertNumQueries(1):
        assert client.get("/").content == first


def test_a_page_kept_is_sent_packed_to_whoever_can_unpack_it(client: Client) -> None:
    import gzip

    make_event()
    first = client.get("/").content
    packed = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == first
    again = client.get("/", headers={"Accept-Encoding": "gzip", "If-None-Match": packed["ETag"]})
    assert again.status_code == 304


def test_what_is_made_for_htmx_is_kept_apart(client: Client) -> None:
    make_event()
    whole = client.get("/")
    part = client.get("/", headers={"HX-Request": "true", "HX-Target": "results"})
    assert whole["ETag"] != part["ETag"]
    assert {"Cookie", "HX-Request", "HX-Target"} <= set(part["Vary"].split(", "))
    assert whole.content != part.content


def test_nobody_gets_another_readers_page(client: Client, editor_client: Client, analyst_client: Client) -> None:
    make_event()
    tags = {one.get("/")["ETag"] for one in (client, editor_client, analyst_client)}
    assert len(tags) == 3
    assert "mira" not in client.get("/").content.decode()
    assert "private" in editor_client.get("/")["Cache-Control"]


def test_who_loses_a_right_gets_another_page() -> None:
    make_event()
    user = make_user("ada")
    client = Client()
    client.force_login(user)
    first = client.get("/")
    user.groups.clear()
    assert client.get("/", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_what_is_hidden_by_a_setting_is_not_given_from_what_was_kept(client: Client, settings: Settings) -> None:
    event = make_event()
    assert str(event) in client.get("/").content.decode()
    settings.TRADEWATCH_SHOW_UNCHECKED = False
    assert str(event) not in client.get("/").content.decode()


def test_a_message_is_shown_once_and_never_kept(editor_client: Client) -> None:
    make_event()
    editor_client.get("/")  # gives the cookie of forms
    tag = editor_client.get("/")["ETag"]
    storage: Any = CookieStorage(RequestFactory().get("/"))
    editor_client.cookies["messages"] = storage._encode([Message(25, "It was saved.")])
    shown = editor_client.get("/", headers={"If-None-Match": tag})
    assert "It was saved." in shown.content.decode()
    assert not shown.has_header("ETag")
    assert editor_client.get("/", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("address", ["/login/", "/health/", "/review/events/", "/admin/login/"])
def test_forms_and_the_desk_are_made_each_time(address: str, editor_client: Client) -> None:
    assert not editor_client.get(address).has_header("ETag")


def test_a_filter_that_means_nothing_is_not_kept(client: Client) -> None:
    assert not client.get("/?side=mars").has_header("ETag")
