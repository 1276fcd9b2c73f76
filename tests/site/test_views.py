"""Login, logout, health, and the pages for errors."""

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from tradewatch.site import views

PASSWORD = "a long sentence as password"


@pytest.mark.django_db
def test_health_says_ok_when_the_database_answers(client: Client) -> None:
    response = client.get("/health/")
    assert (response.status_code, response.content) == (200, b"ok")


@pytest.mark.django_db
def test_health_fails_when_the_database_does_not_answer(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise DatabaseError

    monkeypatch.setattr("tradewatch.site.views.connection.cursor", broken)
    with pytest.raises(DatabaseError):
        views.health(RequestFactory().get("/health/"))


def test_a_wrong_password_is_answered_422_above_the_form_and_at_the_field(client: Client, editor: User) -> None:
    response = client.post("/login/", {"username": editor.get_username(), "password": "no"})
    page = response.content.decode()
    assert response.status_code == 422
    assert 'role="alert"' in page
    assert 'aria-invalid="true"' in page
    assert f'value="{editor.get_username()}"' in page


def test_a_login_leads_to_where_the_reader_wanted_to_go(client: Client, editor: User) -> None:
    sent = {"username": editor.get_username(), "password": PASSWORD, "next": "/sources/"}
    response = client.post("/login/", sent)
    assert (response.status_code, response["Location"]) == (302, "/sources/")
    assert client.session.get_expire_at_browser_close()


def test_a_login_lasts_two_weeks_for_whoever_asks(client: Client, editor: User) -> None:
    client.post("/login/", {"username": editor.get_username(), "password": PASSWORD, "remember": "on"})
    assert not client.session.get_expire_at_browser_close()


def test_a_login_never_leads_to_another_site(client: Client, editor: User) -> None:
    sent = {"username": editor.get_username(), "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert client.post("/login/", sent)["Location"] == "/"


def test_logging_out_takes_a_form(editor_client: Client) -> None:
    assert editor_client.get("/logout/").status_code == 405
    assert editor_client.post("/logout/").status_code == 302
    assert "_auth_user_id" not in editor_client.session


@pytest.mark.django_db
def test_an_unknown_address_is_answered_in_the_shell(client: Client) -> None:
    response = client.get("/nothing/here/")
    assert response.status_code == 404
    assert "Nothing is kept at this address" in response.content.decode()
    assert "<header" in response.content.decode()


@pytest.mark.django_db
def test_an_error_in_answer_to_htmx_comes_without_the_shell(client: Client) -> None:
    page = client.get("/nothing/here/", headers={"HX-Request": "true"}).content.decode()
    assert "Nothing is kept at this address" in page
    assert "<header" not in page


def test_a_form_without_its_token_is_refused_in_words(editor: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    response = client.post("/logout/")
    assert response.status_code == 403
    assert "The form was not accepted" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("htmx", [True, False])
def test_an_unforeseen_error_shows_no_traceback(
    htmx: bool, client: Client, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("a secret of the inside")

    settings.DEBUG = False
    monkeypatch.setattr("tradewatch.timeline.sources.groupby", breaks)
    client.raise_request_exception = False
    response = client.get("/sources/", headers={"HX-Request": "true"} if htmx else {})
    page = response.content.decode()
    assert response.status_code == 500
    assert "Something went wrong on this server" in page
    assert "secret" not in page
    assert ("<header" in page) is not htmx
