"""The figures of a report, on golds small enough to count by hand."""

from pathlib import Path
from typing import Any

import pytest

from tests.evaluation.told import BOUGHT, MET, RAISED, article, event, judged_one, read_event
from tradewatch.evaluation.bootstrap import Bootstrap
from tradewatch.evaluation.judging import JudgedText
from tradewatch.evaluation.scoring import ATTRIBUTES, NOT_NAMED, Score, scored


def score_of(*texts: JudgedText) -> Score:
    return scored(texts, Bootstrap(len(texts)))


def one_of_each(folder: Path) -> JudgedText:
    """Three gold events; one right, one found but inexact, one missed; one extra."""
    gold = [event(), event(MET, kind="talks", action="hold"), event(BOUGHT, kind="purchase", action="agree")]
    read = [
        read_event(),
        read_event(MET, kind="talks", action="hold", date="2025"),
        read_event(BOUGHT, kind="corporate"),
        read_event(BOUGHT, kind="legal"),
    ]
    return judged_one(folder, [article(*gold)], [article(*read, publisher="harbour-wire")])


def test_precision_is_of_the_given_and_recall_of_the_wanted(tmp_path: Path) -> None:
    whole = score_of(one_of_each(tmp_path)).whole
    assert (whole.wanted, whole.given) == (3, 4)
    assert (whole.found.precision.value, whole.found.recall.value) == (2 / 4, 2 / 3)
    assert (whole.right.precision.value, whole.right.recall.value) == (1 / 4, 1 / 3)
    assert whole.found.f1.value == pytest.approx(2 * (2 / 4) * (2 / 3) / (2 / 4 + 2 / 3))
    assert whole.right.f1.value == pytest.approx(2 * (1 / 4) * (1 / 3) / (1 / 4 + 1 / 3))


def test_figures_of_several_texts_count_events_and_not_texts(tmp_path: Path) -> None:
    silent = judged_one(tmp_path, [article(event())], [article()])
    assert score_of(one_of_each(tmp_path), silent).whole.found.recall.value == 2 / 4


def test_a_missed_event_counts_under_its_kind_and_an_extra_one_under_the_kind_that_was_read(tmp_path: Path) -> None:
    parts = {part.name: (part.wanted, part.given) for part in score_of(one_of_each(tmp_path)).by_kind}
    assert parts == {"tariff": (1, 1), "talks": (1, 1), "purchase": (1, 0), "corporate": (0, 1), "legal": (0, 1)}


def test_an_event_found_under_a_kind_that_is_also_right_counts_under_the_golds(tmp_path: Path) -> None:
    text = judged_one(
        tmp_path, [article(event(kind_ok=["export_control"]))], [article(read_event(kind="export_control"))]
    )
    assert [(part.name, part.wanted, part.given) for part in score_of(text).by_kind] == [("tariff", 1, 1)]


def test_breakdowns_add_up_to_the_whole(tmp_path: Path) -> None:
    score = score_of(one_of_each(tmp_path), judged_one(tmp_path, [article(event())], []))
    for parts in (score.by_kind, score.by_publisher, score.by_voice, score.by_gold):
        assert sum(part.wanted for part in parts) == score.whole.wanted
        assert sum(part.given for part in parts) == score.whole.given
        assert sum(part.found.f1.hits for part in parts) == score.whole.found.f1.hits
    assert [part.name for part in score.by_publisher] == [NOT_NAMED, "harbour-wire"]


@pytest.mark.parametrize(
    ("name", "gold", "read", "agrees"),
    [
        ("date", "2025-04-11", "2025-04-11", 1.0),
        ("date", "2025-04-11", "2025", 0.0),
        ("effective", "2025-04-12", "2025-04-12", 1.0),
        ("effective", "2025-04-12", "", 0.0),
        ("effective", "", "2025-04-12", 0.0),
        ("ends", "", "", None),  # both silent
        ("actors", ["china", "mofcom"], ["china"], 2 / 3),
        ("issues", [], [], 1.0),
        ("measures", [{"kind": "rate", "low": 84}], [{"kind": "rate", "low": 84.0, "high": 84}], 1.0),
        ("measures", [{"kind": "rate", "low": 84}], [{"kind": "rate", "low": 85}], 0.0),
        ("measures", [], [{"kind": "rate", "low": 85}], None),  # the gold gives none: not asked
    ],
)
def test_a_field_of_a_found_event_agrees_as_far_as_it_can(
    tmp_path: Path, name: str, gold: Any, read: Any, agrees: float | None
) -> None:
    text = judged_one(tmp_path, [article(event(**{name: gold}))], [article(read_event(**{name: read}))])
    value = score_of(text).attributes[name].value
    assert value == (None if agrees is None else pytest.approx(agrees))


def test_fields_of_events_that_were_not_found_are_not_judged(tmp_path: Path) -> None:
    text = judged_one(tmp_path, [article(event(effective="2025"))], [article(read_event(MET, effective="2025"))])
    score = score_of(text)
    assert [score.attributes[name].value for name in ATTRIBUTES] == [None] * len(ATTRIBUTES)


def test_a_position_whose_words_were_read_counts_as_a_statement_field_by_field(tmp_path: Path) -> None:
    gold = {"speaker": "mofcom", "issue": "chips", "stance": "oppose", "quote": MET}
    read = [{**gold, "speaker": "china"}, {**gold, "stance": "demand"}, {**gold, "quote": BOUGHT}]
    golds = [gold, {**gold, "quote": RAISED}]
    score = score_of(judged_one(tmp_path, [article(positions=golds)], [article(positions=read)]))
    assert (score.statements.precision.value, score.statements.recall.value) == (1 / 3, 1 / 2)
    assert {name: share.value for name, share in score.stated.items()} == {"speaker": 0.0, "issue": 1.0, "stance": 1.0}
    assert score.positions.f1.hits == 0
    assert score.mistaken["speaker"] == {("mofcom", "china"): 1}
    assert not score.mistaken["stance"]
