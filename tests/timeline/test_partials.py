"""Where the address bar goes after an answer to htmx."""

import pytest
from django.test import Client

from tests.builders import make_event

pytestmark = pytest.mark.django_db


def steps(client: Client, current: str, asked: str) -> tuple[str | None, str | None]:
    """What is pushed onto the browser's history, and what takes the place of its last entry."""
    headers = {
        "HX-Request": "true",
        "HX-Target": "results",
        "HX-Trigger": "filters",
        "HX-Current-URL": f"http://testserver{current}",
    }
    response = client.get(asked, headers=headers)
    return response.get("HX-Push-Url"), response.get("HX-Replace-Url")


@pytest.mark.parametrize(
    ("current", "asked"),
    [
        ("/", "/?side=china"),
        ("/", "/?q=tariff"),
        ("/?q=tariff", "/"),
        ("/?q=tariff", "/?q=tariff&side=us"),
        ("/?q=tariff", "/?q=tariffs&side=us"),
        ("/events/1/", "/"),
    ],
)
def test_a_filter_is_a_step_of_the_history(client: Client, current: str, asked: str) -> None:
    make_event()
    pushed, replaced = steps(client, current, asked)
    assert pushed is not None
    assert replaced is None


@pytest.mark.parametrize(
    ("current", "asked"),
    [("/?q=ta", "/?q=tariff"), ("/?q=ta&side=us", "/?side=us&q=tar"), ("/?side=us", "/?side=us"), ("/", "/")],
)
def test_words_that_are_typed_on_are_no_step_of_their_own(client: Client, current: str, asked: str) -> None:
    make_event()
    pushed, replaced = steps(client, current, asked)
    assert pushed is None
    assert replaced is not None
