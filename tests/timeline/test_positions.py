"""The list of positions: who said what on which issue, with the words."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.builders import make_actor, make_document, make_position
from tradewatch.records.decisions import decide
from tradewatch.timeline import statements
from tradewatch.vocabulary import Verb

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_positions(db: None) -> None:
    make_actor("scott-bessent", side="us", name="Scott Bessent")
    make_position(make_document("“Our own words,” the ministry said."), quote="Our own words")
    make_position(
        make_document("“Their own words,” he said."),
        quote="Their own words",
        speaker="scott-bessent",
        side="us",
        issue="soybeans",
        stance="offer",
        date="2025-10-26",
    )


@pytest.mark.parametrize(
    ("query", "ours", "theirs"),
    [
        ("", True, True),
        ("speaker=scott-bessent", False, True),
        ("side=china", True, False),
        ("issue=soybeans", False, True),
        ("stance=oppose", True, False),
        ("stance=oppose&stance=offer", True, True),
        ("from=2025-10-01", False, True),
        ("to=2025-10-01", True, False),
        ("q=Their", False, True),
        ("side=us&stance=oppose", False, False),
    ],
)
def test_each_filter_keeps_what_it_names(
    query: str, ours: bool, theirs: bool, client: Client, two_positions: None
) -> None:
    page = client.get(f"/positions/?{query}").content.decode().replace("<mark>", "").replace("</mark>", "")
    assert ("<q>Our own words</q>" in page, "<q>Their own words</q>" in page) == (ours, theirs)


def test_a_statement_leads_to_its_words_in_the_source(client: Client) -> None:
    position = make_position()
    passage = position.passages.get()
    href = f"/sources/{passage.version.document_id}/#p-{passage.pk}"
    assert f'href="{href}"' in client.get("/positions/").content.decode()
    assert f'id="p-{passage.pk}"' in client.get(href).content.decode()


def test_the_list_can_be_taken_away_as_it_stands(client: Client, two_positions: None) -> None:
    page = client.get("/positions/?side=us").content.decode()
    assert 'href="/positions.csv?side=us"' in page


def test_a_filter_that_means_nothing_is_answered_422(client: Client, two_positions: None) -> None:
    response = client.get("/positions/?stance=shout&side=us")
    assert response.status_code == 422
    assert "“shout” is not a stance" in response.content.decode()
    assert "<q>" not in response.content.decode()


def test_htmx_gets_the_list_alone(client: Client, two_positions: None) -> None:
    headers = {"HX-Request": "true", "HX-Target": "results", "HX-Trigger": "filters"}
    response = client.get("/positions/?side=us&q=", headers=headers)
    assert response["HX-Push-Url"] == "/positions/?side=us"
    assert "<html" not in response.content.decode()


def test_pages_follow_each_other(client: Client, two_positions: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "PER_PAGE", 1)
    first = client.get("/positions/").content.decode()
    address = first.partition('id="more"')[2].partition('href="')[2].partition('"')[0]
    second = client.get(address).content.decode()
    assert "<q>Our own words</q>" in first
    assert "<q>Their own words</q>" not in first
    assert "<q>Their own words</q>" in second


def test_rejected_positions_are_not_shown(client: Client, editor: User) -> None:
    decide(Verb.REJECT, by=editor, position=make_position(), because="Nobody said it.")
    page = client.get("/positions/").content.decode()
    assert "<q>" not in page
    assert "Nothing is on the timeline yet" in page


def test_the_number_of_questions_does_not_grow_with_the_list(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(5):
        make_position()
    with django_assert_max_num_queries(20) as few:
        client.get("/positions/")
    for _ in range(45):
        make_position()
    with django_assert_max_num_queries(len(few)):
        client.get("/positions/")
