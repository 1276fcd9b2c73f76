"""What counts as found, right, missed, extra; which articles and positions meet."""

from pathlib import Path
from typing import Any

import pytest

from tests.evaluation.told import BOUGHT, MET, RAISED, TEXT, article, event, judged_one, read_event


def outcome(folder: Path, gold: list[dict[str, Any]], read: list[dict[str, Any]], source: str | None = TEXT) -> Any:
    """(wanted, given, found, right) of one article."""
    (one,) = judged_one(folder, [article(*gold)], [article(*read)], source).articles
    return one.wanted, one.given, len(one.found), len(one.right)


@pytest.mark.parametrize(
    ("said", "found", "right"),
    [
        ({}, 1, 1),
        ({"kind": "export_control"}, 0, 0),
        ({"action": "impose"}, 1, 0),
        ({"status": "planned"}, 1, 0),
        ({"side": "us"}, 1, 0),
        ({"date": ""}, 1, 0),
        ({"effective": "2025-04-12"}, 1, 1),  # scored apart
    ],
)
def test_found_asks_for_the_kind_and_the_words_right_for_action_status_side_and_date(
    tmp_path: Path, said: dict[str, Any], found: int, right: int
) -> None:
    assert outcome(tmp_path, [event()], [read_event(**said)]) == (1, 1, found, right)


@pytest.mark.parametrize("name", ["kind", "action", "status", "side", "date"])
def test_a_value_that_a_coder_may_also_give_is_right(tmp_path: Path, name: str) -> None:
    read, also = read_event(**{name: "another"}), {**event(), f"{name}_ok": ["another"]}
    assert outcome(tmp_path, [event()], [read])[3] == 0
    assert outcome(tmp_path, [also], [read])[3] == 1


def test_words_of_another_passage_find_nothing(tmp_path: Path) -> None:
    assert outcome(tmp_path, [event(RAISED)], [read_event(MET)]) == (1, 1, 0, 0)


def test_words_that_the_text_does_not_have_find_nothing(tmp_path: Path) -> None:
    assert outcome(tmp_path, [event()], [read_event()], source=MET) == (1, 1, 0, 0)
    assert outcome(tmp_path, [event()], [read_event()], source=None) == (1, 1, 1, 1)


def test_an_event_told_twice_is_found_once_and_the_copy_is_extra(tmp_path: Path) -> None:
    assert outcome(tmp_path, [event()], [read_event(), read_event()]) == (1, 2, 1, 1)


def test_of_two_readings_the_one_that_agrees_in_more_fields_is_taken(tmp_path: Path) -> None:
    read = [read_event(date="2025"), read_event()]
    assert outcome(tmp_path, [event()], read) == (1, 2, 1, 1)


def test_an_optional_event_earns_nothing_and_costs_nothing(tmp_path: Path) -> None:
    optional = event(BOUGHT, optional=True)
    assert outcome(tmp_path, [event(), optional], [read_event()]) == (1, 1, 1, 1)
    assert outcome(tmp_path, [event(), optional], [read_event(), read_event(BOUGHT)]) == (1, 1, 1, 1)


def test_an_event_that_must_be_found_is_served_before_an_optional_one(tmp_path: Path) -> None:
    assert outcome(tmp_path, [event(optional=True), event()], [read_event()]) == (1, 1, 1, 1)


def test_events_of_an_article_judged_out_of_scope_are_not_given(tmp_path: Path) -> None:
    (one,) = judged_one(tmp_path, [article(event())], [article(read_event(), in_scope=False)]).articles
    assert (one.wanted, one.given, one.scope_right) == (1, 0, False)


@pytest.mark.parametrize("answer", [True, False])
def test_where_the_coders_disagreed_on_scope_either_answer_is_right(tmp_path: Path, answer: bool) -> None:
    (one,) = judged_one(tmp_path, [article(in_scope=None)], [article(in_scope=answer)]).articles
    assert one.scope_right


def test_articles_of_one_page_are_told_apart_by_their_first_words(tmp_path: Path) -> None:
    gold = [article(event(), lead="China raised its tariff"), article(event(MET), lead="The two delegations met")]
    read = [
        article(read_event(MET), lead="The two delegations met in Madrid on Sunday and Monday."),
        article(read_event(), lead="China raised its tariff on American goods"),
    ]
    assert [len(one.found) for one in judged_one(tmp_path, gold, read).articles] == [1, 1]


def test_a_page_of_one_article_is_that_article_however_it_begins(tmp_path: Path) -> None:
    one = judged_one(tmp_path, [article(event())], [article(read_event(), lead="Menu, share, subscribe")])
    assert [(part.is_there, len(part.found)) for part in one.articles] == [(True, 1)]


def test_one_article_read_where_a_page_has_two_is_neither_unless_it_begins_like_one(tmp_path: Path) -> None:
    gold = [article(event()), article(event(MET), lead="The two delegations met")]
    one, other, made_up = judged_one(tmp_path, gold, [article(read_event(), lead="Menu, share, subscribe")]).articles
    assert (one.read, other.read, made_up.is_there) == (False, False, False)


def test_an_article_that_is_not_there_costs_scope_and_its_events_are_extra(tmp_path: Path) -> None:
    read = [article(read_event()), article(read_event(MET), lead="Weather: rain in the north")]
    there, made_up = judged_one(tmp_path, [article(event())], read).articles
    assert (there.found != (), there.extra) == (True, ())
    assert (made_up.is_there, made_up.scope_right, made_up.given, made_up.wanted) == (False, False, 1, 0)


def test_an_article_that_was_not_read_has_missed_all_its_events(tmp_path: Path) -> None:
    (one,) = judged_one(tmp_path, [article(event(), event(MET, optional=True))], []).articles
    assert (one.read, one.scope_right, len(one.missed), one.given) == (False, False, 1, 0)


def position(**values: Any) -> dict[str, Any]:
    return {"speaker": "mofcom", "issue": "other", "stance": "oppose", "quote": RAISED, **values}


@pytest.mark.parametrize(
    ("said", "met"),
    [
        ([{}], 1),
        ([{"speaker": "ustr"}], 0),
        ([{"issue": "soybeans"}], 0),
        ([{"stance": "demand"}], 0),
        ([{"quote": MET}], 0),
        ([{"date": "2025", "side": "us"}], 1),  # not asked for
        ([{}, {}], 1),
    ],
)
def test_a_position_is_met_by_speaker_issue_stance_and_words(
    tmp_path: Path, said: list[dict[str, Any]], met: int
) -> None:
    gold, read = article(positions=[position()]), article(positions=[position(**values) for values in said])
    (one,) = judged_one(tmp_path, [gold], [read]).articles
    assert (one.positions_met, one.positions_wanted, one.positions_given) == (met, 1, len(said))


def test_one_read_position_meets_one_of_the_golds(tmp_path: Path) -> None:
    gold, read = article(positions=[position(), position()]), article(positions=[position()])
    (one,) = judged_one(tmp_path, [gold], [read]).articles
    assert (one.positions_met, one.positions_wanted) == (1, 2)
