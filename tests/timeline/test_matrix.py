"""Speakers by issues: the last stance of each on each, and how it moved."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.builders import make_position
from tradewatch.timeline.matrix import shifts_in
from tradewatch.vocabulary import Stance


@pytest.mark.parametrize(
    ("stances", "shifts"),
    [
        ([], 0),
        ([Stance.OPPOSE], 0),
        ([Stance.OPPOSE, Stance.DEMAND], 0),
        ([Stance.OPPOSE, Stance.OFFER], 1),
        ([Stance.OPPOSE, Stance.ASSESS, Stance.OFFER], 1),
        ([Stance.OPPOSE, Stance.OFFER, Stance.THREATEN], 2),
    ],
)
def test_a_shift_is_a_turn_from_pressing_to_easing_or_back(stances: list[Stance], shifts: int) -> None:
    assert shifts_in(stances) == shifts


@pytest.mark.django_db
def test_a_cell_shows_the_last_stance_and_leads_to_the_words(client: Client) -> None:
    make_position(stance="oppose", date="2025-04-08")
    make_position(stance="offer", date="2025-05-08")
    page = client.get("/positions/matrix/").content.decode()
    cell = page.partition('class="cell"')[2].partition("</a>")[0]
    assert "speaker=mofcom" in cell
    assert "issue=reciprocal-tariffs" in cell
    assert "offer" in cell
    assert "8 May, 1 shift" in " ".join(cell.split())
    assert "2 statements" in cell


@pytest.mark.django_db
def test_the_filter_of_the_list_narrows_the_matrix_too(client: Client) -> None:
    make_position(speaker="mofcom", side="china")
    make_position(speaker="scott-bessent", side="us")
    page = client.get("/positions/matrix/?side=us").content.decode()
    assert "/actors/scott-bessent/" in page
    assert "/actors/mofcom/" not in page


@pytest.mark.django_db
def test_a_filter_that_means_nothing_is_answered_422(client: Client) -> None:
    response = client.get("/positions/matrix/?side=mars")
    assert response.status_code == 422
    assert "“mars”" in response.content.decode()


@pytest.mark.django_db
def test_the_number_of_questions_does_not_grow_with_the_matrix(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        make_position(speaker=f"speaker-{number % 7}", issue=["tiktok", "chips"][number % 2])
    with django_assert_max_num_queries(8):
        client.get("/positions/matrix/")
