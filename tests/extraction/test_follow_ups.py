"""Terms that stand in the sentence after the act."""

from datetime import date

import pytest

from tests.extraction.reading import events


def test_terms_before_an_act_of_the_other_side_are_those_of_the_act_told_last() -> None:
    text = (
        "On Friday, China announced that it would charge US ships for docking at Chinese ports. "
        "The policy takes effect on Oct. 14, the day on which US port fees on China start."
    )
    told = {event.side: event.effective for event in events(text, published=date(2025, 10, 12))}
    assert told["china"] == "2025-10-14"


def test_an_exemption_that_expired_on_a_day_ended_that_day() -> None:
    [event] = events("The de minimis exemption for packages from China expired on Friday.", published=date(2025, 5, 3))
    assert (event.action, event.date, event.ends) == ("impose", "2025-05-02", "")


def test_parcels_that_no_longer_come_in_free() -> None:
    text = "Effective May 2, 2025, the United States will no longer allow duty-free entry of parcels from China."
    [event] = events(text, published=date(2025, 4, 10))
    assert (event.action, event.status, event.effective) == ("impose", "planned", "2025-05-02")


def test_the_sentence_after_tells_when_an_act_without_a_day_was_announced() -> None:
    text = "Good news for US importers: the 178 tariff exclusions get almost another year. USTR said so on Wednesday."
    told = [
        e for e in events(text, published=date(2025, 11, 28), title="US and China trade dispute") if e.kind == "tariff"
    ]
    assert [(e.action, e.status, e.date) for e in told] == [("extend", "occurred", "2025-11-26")]


def test_an_act_that_has_its_day_keeps_it() -> None:
    text = "On Monday the US extended 178 tariff exclusions. USTR said so on Wednesday."
    told = [
        e for e in events(text, published=date(2025, 11, 28), title="US and China trade dispute") if e.kind == "tariff"
    ]
    assert [e.date for e in told] == ["2025-11-24"]


@pytest.mark.parametrize(
    "began", ["after a change, went into effect", "in a milder form, came into force", "kicked in"]
)
def test_when_a_measure_began_is_a_term_of_it_however_it_is_said(began: str) -> None:
    text = f"On April 17 the USTR announced fees on Chinese vessels. Those fees, {began} on October 14, 2025."
    [event] = events(text.replace("fees, kicked", "fees kicked"), published=date(2025, 11, 3))
    assert (event.date, event.effective) == ("2025-04-17", "2025-10-14")
