"""Accounts of one act become one event; acts that differ stay apart."""

import pytest

from tests.extraction.reading import acts, events


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("China raised its tariff on US goods to 125% on April 11, 2025. Beijing raised the tariff to 125%.", 1),
        (
            "The US raised its tariff on China to 84% on April 8, 2025. It raised the tariff to 125% on April 9, 2025.",
            2,
        ),
        ("Washington will reduce or cancel its tariffs on Chinese goods.", 1),
        ("China denied that trade talks were under way. The US and China held trade talks.", 2),
        ("The US suspended its port fees on Chinese ships and its Affiliates Rule.", 2),
        ("The two sides held talks in Geneva. The two sides held talks in London.", 2),
        ("Trump and Xi will meet on Thursday. Chinese and US negotiators held talks in Madrid.", 2),
        ("China put 15 US firms on its Export Control List and ten on the Unreliable Entity List.", 2),
    ],
)
def test_accounts_are_put_together_only_where_nothing_tells_them_apart(text: str, number: int) -> None:
    assert len(events(text)) == number


def test_a_hedged_sentence_under_a_flat_heading_decides() -> None:
    text = "Second: China's rare earth controls are suspended. He believes Beijing will delay its rare earth controls for a year."
    assert acts(text) == ["export_control suspend expected china"]


def test_a_bare_back_reference_is_no_event() -> None:
    assert events("Traders welcomed the suspension of the tariffs on Chinese goods.") == ()


def test_the_first_account_names_the_event_and_every_account_keeps_its_words() -> None:
    text = "China raised its tariff on US goods to 125% on April 11, 2025."
    (event,) = events(text)
    (account,) = event.accounts
    assert account.quote.text == text
    assert text[account.trigger :].startswith("raised")
    assert {reason.field for reason in account.reasons} == {"kind", "status", "side", "date"}


def test_what_both_do_is_a_further_account_where_each_does_it_too() -> None:
    text = (
        "The United States suspended 24 points of its tariff on Chinese goods. China suspended 24 points of its tariff on "
        "American goods. Both sides suspended 24 points of their tariffs.\n"
    )
    told = [event.side for event in events(text, title="US and China in trade war") if event.kind == "tariff"]
    assert sorted(told) == ["china", "us"]


def test_an_account_goes_to_the_event_with_which_it_has_its_subject_in_common() -> None:
    text = (
        "China stopped the shipment of fentanyl precursor chemicals to North America. China suspended the export controls "
        "on rare earths that it announced on October 9.\n"
    )
    told = events(text, title="US and China in trade war")
    chemicals = next(event for event in told if "fentanyl-cooperation" in event.issues)
    assert not chemicals.date
