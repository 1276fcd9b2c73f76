"""How firmly an act is asserted: each cue decides its examples, and the codebook's hard cases hold."""

import pytest

from tests.extraction.reading import LEXICON, acts, article
from tradewatch.extraction.rulebook import Cue


def heard(cue: Cue, marked: str) -> bool:
    left, _, right = marked.partition("|")
    searched = {"left": left, "before": left, "right": right, "around": f"{left}|{right}"}[cue.where]
    return cue.pattern.search(searched) is not None


@pytest.mark.parametrize("cue", LEXICON.cues, ids=lambda cue: cue.id)
def test_a_cue_is_heard_in_its_examples_alone(cue: Cue) -> None:
    assert all(heard(cue, example) for example in cue.examples)
    assert not any(heard(cue, counterexample) for counterexample in cue.counterexamples)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("China raised its tariff on US goods to 84% on April 9.", "tariff raise occurred china"),
        ("China will suspend its tariff on US soybeans.", "tariff suspend planned china"),
        ("China to raise its tariff on US goods.", "tariff raise planned china"),
        ("Trade grew until China raised its tariff on US goods on April 9.", "tariff raise occurred china"),
        ("Washington could suspend its port fees on Chinese ships.", "port_fee suspend expected us"),
        ("Trump threatened to impose a 100% tariff on Chinese goods.", "tariff threaten occurred us"),
        ("If Beijing refuses, Washington will impose a 50% tariff on Chinese goods.", "tariff threaten occurred us"),
        ("The US will no longer impose a 100% tariff on Chinese goods.", "tariff withdraw occurred us"),
        ("China and the US are not holding any talks on tariffs.", "talks hold denied both"),
        ("China has committed to suspend its export controls on rare earths.", "export_control suspend planned china"),
        ("The tariff on Chinese goods that was imposed in April may be cut.", "tariff impose occurred us"),
    ],
)
def test_the_words_around_a_trigger_decide_how_firm_it_is(sentence: str, act: str) -> None:
    assert act in acts(sentence)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Beijing urged Washington to lift its tariffs on Chinese goods.", "it is asked for, not done"),
        ("China did not raise its tariffs on US goods.", "the text says that it is not done"),
        ("Traders wait.\n\nWill China raise its tariffs on US goods? They ask it daily.", "a question"),
        ("If China lifts its tariffs, prices will fall.", "it is a condition, not an act"),
    ],
)
def test_what_is_not_asserted_is_no_event_and_says_why(sentence: str, why: str) -> None:
    reading = article(sentence)
    assert reading.events == ()
    assert why in [unread.why for unread in reading.unread]


def test_what_an_author_infers_is_expected_even_when_worded_will() -> None:
    assert acts("The US will lower its tariff on Chinese goods.", genre="opinion") == ["tariff lower expected us"]
    assert acts("The US will lower its tariff on Chinese goods.", genre="official") == ["tariff lower planned us"]


def test_talks_that_something_follows_were_held() -> None:
    told = acts("Washington and Beijing agreed to cut tariffs following weekend talks in Geneva.")
    assert "talks hold occurred both" in told
