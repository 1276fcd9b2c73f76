"""Weights learnt from examples: what separates them is found, and the same examples give the same weights."""

from tradewatch.extraction.learning import FEWEST, Example, learnt
from tradewatch.extraction.weights import table_of

DUTIES = [Example(cues=("duty", "rise", f"d{n}"), holds={"tariff": 1.0, "talks": 0.0}) for n in range(6)]
MEETINGS = [Example(cues=("met", "rise", f"m{n}"), holds={"tariff": 0.0, "talks": 1.0}) for n in range(6)]
BOTH = [*DUTIES, *MEETINGS]


def likeliest(table: dict[str, object], *cues: str) -> str:
    weights = table_of(table)
    sums = weights.sums(cues)
    return weights.answers[sums.index(max(sums))]


def test_what_separates_the_examples_is_weighed() -> None:
    for one_of in (True, False):
        table = learnt(BOTH, ["tariff", "talks"], one_of=one_of)
        assert likeliest(table, "duty", "rise") == "tariff"
        assert likeliest(table, "met", "rise") == "talks"


def test_the_same_examples_give_the_same_weights() -> None:
    assert learnt(BOTH, ["tariff", "talks"], one_of=False) == learnt(BOTH, ["tariff", "talks"], one_of=False)


def test_a_cue_that_stands_too_seldom_is_none() -> None:
    rare = [Example(cues=("duty", "rare"), holds={"tariff": 1.0})] * (FEWEST - 1)
    assert "rare" not in learnt([*BOTH, *rare], ["tariff", "talks"], one_of=False)["cues"]  # type: ignore[operator]


def test_an_example_that_says_nothing_of_an_answer_teaches_nothing_of_it() -> None:
    silent = [Example(cues=("duty", "parley"), holds={"tariff": 1.0})] * 8
    cues = learnt([*BOTH, *silent], ["tariff", "talks"], one_of=False)["cues"]
    assert "1" not in cues["parley"]  # type: ignore[index]
