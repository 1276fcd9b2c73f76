"""What was sought is marked in the rows of the list."""

import re

import pytest
from django.test import Client

from tests.builders import TARIFF, add_mention, make_document, make_event, make_position, make_user
from tradewatch.records.decisions import decide
from tradewatch.timeline.snippets import Hits
from tradewatch.vocabulary import Verb


@pytest.mark.parametrize(
    ("sought", "text", "marked"),
    [
        ("tariff", "A Tariff, and tariffs", "A <mark>Tariff</mark>, and tariffs"),
        ("tarif*", "A Tariff, and tariffs", "A <mark>Tariff</mark>, and <mark>tariffs</mark>"),
        ('"rare earth"', "Rare-earth magnets, rare and earth", "<mark>Rare-earth</mark> magnets, rare and earth"),
        ("us", "Because of us", "Because of <mark>us</mark>"),
        ("Lyon", "Talks in Łódź, not Lyón", "Talks in Łódź, not <mark>Lyón</mark>"),
        ("14266", "EO 14266 & more", "EO <mark>14266</mark> &amp; more"),
        ("b", "a <b> c", "a &lt;<mark>b</mark>&gt; c"),
        ('tariff "tariff rate"', "The tariff rate", "The <mark>tariff rate</mark>"),
    ],
)
def test_words_are_marked_as_search_understands_them(sought: str, text: str, marked: str) -> None:
    assert Hits.of(sought).marked(text) == marked


@pytest.mark.parametrize("sought", ["", "***", "zebra"])
def test_what_is_not_there_marks_nothing(sought: str) -> None:
    text = "A tariff <of> 34%"
    assert Hits.of(sought).marked(text) is text
    assert Hits.of(sought).snippet(text) is text
    assert not Hits.of(sought).found_in(text)


def test_a_long_quote_is_cut_at_words_around_the_first_hit() -> None:
    text = "word " * 60 + "the tariff rose " + "again " * 100
    snippet = str(Hits.of("tariff").snippet(text))
    assert snippet.startswith("… word word")
    assert snippet.endswith("again …")
    assert "the <mark>tariff</mark> rose" in snippet
    assert len(snippet) < 350


def test_a_short_quote_is_not_cut() -> None:
    assert Hits.of("rose").snippet("The tariff rose.") == "The tariff <mark>rose</mark>."


def row_in(client: Client, query: str) -> str:
    html = client.get(f"/?q={query}").content.decode()
    found = re.search(r'<li class="ev .*?</li>', html, flags=re.S)
    assert found is not None
    return re.sub(r"\s+", " ", found.group())


@pytest.mark.django_db
def test_titles_and_quotes_show_what_was_sought(client: Client) -> None:
    make_event(version=make_document("China raised its tariff on soybeans."), title="China raises its tariff")
    row = row_in(client, "soybean*")
    assert "tariff on <mark>soybeans</mark>" in row
    assert "<mark>China</mark> raises its tariff</a>" in row_in(client, "china")


@pytest.mark.django_db
def test_the_passage_that_holds_the_words_is_the_one_that_is_shown(client: Client) -> None:
    event = make_event(version=make_document("The tariff rate is raised.", genre="official"))
    add_mention(event, make_document("China raised its tariff on soybeans."), TARIFF)
    assert "The tariff <mark>rate</mark> is raised" in row_in(client, "rate")
    assert "<mark>soybeans</mark>" in row_in(client, "soybeans")


@pytest.mark.django_db
def test_an_editors_summary_gives_way_only_to_words_that_it_lacks(client: Client) -> None:
    event = make_event(version=make_document("China raised its tariff on soybeans."))
    decide(
        Verb.CORRECT, by=make_user("mira"), event=event, field="summary", after="Beijing answered.", because="Short."
    )
    assert "<mark>Beijing</mark> answered." in row_in(client, "Beijing")
    assert "<mark>soybeans</mark>" in row_in(client, "soybeans")
    assert "Beijing answered." in row_in(client, '"united states"')


@pytest.mark.django_db
def test_the_number_of_an_instrument_that_was_sought_stands_in_the_row(client: Client) -> None:
    make_event(instruments=[{"scheme": "EO", "number": "14266"}])
    assert "EO <mark>14266</mark>" in row_in(client, "14266")
    assert "14266" not in row_in(client, "china")


@pytest.mark.django_db
def test_positions_show_what_was_sought(client: Client) -> None:
    make_position(make_document("“We will fight to the end,” the ministry said."))
    assert "We will <mark>fight</mark> to the end" in client.get("/positions/?q=fight").content.decode()
    assert "We will fight to the end" in client.get("/positions/").content.decode()
