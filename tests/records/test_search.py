"""What the search finds, what it does not, and that no text breaks it."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.builders import add_mention, make_actor, make_document, make_event, make_position
from tradewatch.ingestion.reference import FOLDER, load_reference
from tradewatch.records.folding import refold
from tradewatch.records.models import Event, Passage, Position
from tradewatch.records.search import index_events, search, sought_in
from tradewatch.review import acts

pytestmark = pytest.mark.django_db

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=80)
HOSTILE = st.lists(st.sampled_from([*"\"'“”*^-+:(){}[]~|&!<>\\ %_aé", "AND ", "NEAR", " OR "]), max_size=40).map(
    "".join
)


def finds(text: str) -> bool:
    return search(Event.objects.all(), text).exists()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("magnets", True),
        ("MAGNETS", True),
        ("magnet", False),
        ("magnet*", True),
        ("mag* export*", True),
        ("magnets licences", True),
        ("licences magnets", True),
        ("magnets zebra", False),
        ('"rare earth"', True),
        ("“rare earth”", True),
        ('"earth rare"', False),
        ("rare-earth", True),
        ("rare earth*", True),
        ("earths", False),
        ("U.S.", True),
        ("EO 14257", True),
        ('"EO 14257"', True),
        ("14258", False),
        ("greer", True),
        ('"the offer" magnets', False),
        ("magnets OR zebra", False),
        ("NOT zebra", False),
        ("title:magnets", False),
        ("_", False),
        ("💬", False),
        ("", False),
    ],
)
def test_words_phrases_and_beginnings_are_found_in_every_text_of_an_event(text: str, found: bool) -> None:
    make_actor("jamieson-greer", name="Jamieson Greer")
    version = make_document("The U.S. asked for export licences for rare-earth magnets, said the ministry.")
    make_event(
        version=version,
        title="China controls magnets",
        actors=["jamieson-greer"],
        instruments=[{"scheme": "EO", "number": "14257"}],
    )
    assert finds(text) is found


def test_a_search_adds_a_condition_and_asks_no_question_of_its_own(django_assert_num_queries: Any) -> None:
    event = make_event(version=make_document("Soybeans, and nothing else."))
    make_event(version=make_document("Tungsten, and nothing else."))
    with django_assert_num_queries(1):
        assert list(search(Event.objects.all(), "soybeans")) == [event]


def test_an_event_with_many_matching_passages_is_found_once() -> None:
    event = make_event(accounts=[{}, {}, {}])
    assert list(search(Event.objects.all(), "tariff")) == [event]


def test_a_summary_that_an_editor_writes_is_found(editor: User) -> None:
    event = make_event()
    assert not finds("tungsten")
    acts.correct(event, "summary", "The list came to name tungsten.", by=editor, because="Says what it covers.")
    assert finds("tungsten")


def test_words_added_to_the_evidence_are_found_though_no_field_changes() -> None:
    version = make_document("China raised it to 125%. Molybdenum was spared.")
    event = make_event(version=version, quote="China raised it to 125%.")
    refold([event.pk])
    before = event.version
    mention = event.mentions.get()
    Passage.objects.create(
        mention=mention,
        version=version,
        start=25,
        end=47,
        quote="Molybdenum was spared.",
        run=version.first_run,
    )
    refold([event.pk])
    event.refresh_from_db()
    assert event.version == before
    assert finds("molybdenum")


def test_words_that_no_longer_stand_in_a_text_are_not_found() -> None:
    event = make_event(version=make_document("China raised it; gadolinium too."))
    add_mention(event, make_document("A tariff was raised."), {"kind": "tariff", "action": "raise"})
    assert finds("gadolinium")
    Passage.objects.filter(quote__contains="gadolinium").update(shown=False)
    index_events([event.pk])
    assert not finds("gadolinium")


def test_events_are_found_under_the_name_that_the_reference_files_give_now(tmp_path: Path) -> None:
    folder = tmp_path / "reference"
    shutil.copytree(FOLDER, folder)
    load_reference(folder)
    event = make_event(actors=["he-lifeng"])
    names = folder / "actors.toml"
    names.write_text(names.read_text().replace('name = "He Lifeng"', 'name = "Vice Premier Zanzibar"'))
    load_reference(folder)
    assert list(search(Event.objects.all(), "zanzibar")) == [event]


def test_indexing_twice_leaves_one_row_an_event() -> None:
    event = make_event()
    index_events([event.pk, event.pk])
    index_events(Event.objects.values_list("pk", flat=True))
    index_events([])
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM records_event_text")
            assert cursor.fetchone() == (1,)
    assert finds("tariff")


@pytest.fixture
def something_to_find() -> None:
    make_event()
    make_position()


@pytest.mark.usefixtures("something_to_find")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.one_of(ANY_TEXT, HOSTILE))
@example('"')
@example('"" *')
@example("a* b* ^c NEAR(d, 2)")
@example("'; DROP TABLE records_event; --")
@example("e\u0301te\u0301")
@example("x " * 100)
def test_no_text_breaks_the_search(text: str) -> None:
    list(search(Event.objects.all(), text))
    list(search(Position.objects.all(), text))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(ANY_TEXT)
def test_every_term_that_is_sought_holds_a_word(text: str) -> None:
    assert all(one.words and all(one.words) for one in sought_in(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fight", True),
        ("fig", False),
        ("fig*", True),
        ("'fight to the end'", True),
        ('"fight to the END"', True),
        ('"end the fight"', False),
        ("long term", True),
        ("long-term", True),
        ("so", False),
        ("commerce", True),
        ("fight zebra", False),
        ("(", False),
        ("💬", False),
    ],
)
def test_a_position_is_found_by_whole_words_of_its_quote_and_speaker(text: str, found: bool) -> None:
    make_actor("mofcom", side="china", name="Ministry of Commerce")
    make_position(make_document("“We will fight to the end; it also hurts long-term trust.”"))
    assert search(Position.objects.all(), text).exists() is found
