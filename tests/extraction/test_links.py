"""How the acts of an article stand to each other, by the words beside them."""

import pytest

from tests.extraction.reading import LEXICON, article
from tradewatch.extraction.clauses import plain
from tradewatch.extraction.linked import Described, Link
from tradewatch.extraction.rulebook import LinkCue

US = "The White House imposed a 10% tariff on Chinese goods on 1 October 2025."


def links(text: str, **envelope: object) -> list[tuple[str, str, str]]:
    """(later act's title, type, earlier act's title or "") in the order of the text."""
    reading = article(text, **envelope)  # type: ignore[arg-type]
    places = {(one.accounts[0].trigger, one.accounts[0].ordinal): one.title for one in reading.events}
    return [
        (event.title, str(link.type), places[link.to] if link.to else "")
        for event in reading.events
        for link in event.links
        if not link.is_surmised
    ]


def described(text: str) -> list[Described]:
    return [link.about for link in _all(text) if link.about]


def _all(text: str) -> list[Link]:
    return [link for event in article(text).events for link in event.links]


def proofs(kind: str) -> list[object]:
    return [
        pytest.param(cue, proof, id=f"{cue.id}: {proof[:40]}") for cue in LEXICON.links for proof in getattr(cue, kind)
    ]


@pytest.mark.parametrize(("cue", "example"), proofs("examples"))
def test_words_that_link_are_heard_in_their_examples(cue: LinkCue, example: str) -> None:
    assert cue.pattern.search(plain(example))


@pytest.mark.parametrize(("cue", "counterexample"), proofs("counterexamples"))
def test_words_that_link_are_not_heard_in_their_counterexamples(cue: LinkCue, counterexample: str) -> None:
    assert not cue.pattern.search(plain(counterexample))


def test_what_is_done_in_response_answers_the_act_that_is_named() -> None:
    text = (
        "On 3 October 2025 China raised its tariff on US goods to 20% in response to the 10% tariff that the White House "
        "imposed on Chinese goods on 1 October 2025."
    )
    assert [link for link in links(text) if link[1] == "responds_to"] == [
        ("China raises its tariff on US goods to 20%", "responds_to", "US imposes a tariff on Chinese goods")
    ]


def test_who_hits_back_answers_what_the_other_side_was_last_told_to_have_done() -> None:
    text = f"{US} China hit back on 3 October 2025 and raised its tariff on US goods to 20%."
    assert (
        "China raises its tariff on US goods to 20%",
        "responds_to",
        "US imposes a 10% tariff on Chinese goods",
    ) in (links(text))


def test_what_is_told_after_a_question_for_the_answer_answers() -> None:
    text = (
        f"{US}\n\nWhat has China done in response?\n\nChina raised its tariff on US goods to 20% on 3 October 2025.\n\n"
        "What comes next?\n\nChina suspended imports of US logs on 4 October 2025."
    )
    found = [source for source, how, _ in links(text) if how == "responds_to"]
    assert found == ["China raises its tariff on US goods to 20%"]


def test_a_deal_is_known_by_its_place() -> None:
    text = "On 14 May 2025 China lowered its tariff on US goods to 10% to carry out the truce agreed in Geneva."
    assert Described(kind="agreement", side="both", actions=("agree", "announce"), place="Geneva") in described(text)


def test_each_of_two_rates_answers_the_same_rate_of_the_other_side() -> None:
    text = (
        "China imposed a 34% tariff on US goods on 4 April 2025. Its Commerce Ministry raised its tariff on US goods to "
        "84% on 9 April 2025. Each mirrors an American step."
    )
    found = [about for about in described(text) if about.side == "us"]
    assert [about.figure for about in found] == [34.0, 84.0]


def test_no_act_answers_its_own_side_or_a_later_one() -> None:
    text = (
        "China raised its tariff on US goods to 20% on 3 October 2025. China hit back and suspended imports of US logs."
    )
    assert [answered for _, how, answered in links(text) if how == "responds_to" and answered] == []


def test_a_link_has_the_words_that_state_it() -> None:
    text = f"{US} China hit back on 3 October 2025 and raised its tariff on US goods to 20%."
    for link in _all(text):
        assert text[link.start : link.end] == link.quote
