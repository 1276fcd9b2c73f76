"""Lists of promises, whose items have no subject and no "will" of their own."""

import pytest

from tests.extraction.reading import acts, events

TITLE = "US and China: terms of the trade deal"


def test_items_under_a_head_that_promises_are_planned_by_whoever_promises() -> None:
    text = (
        "The two leaders met in Busan in October.\n\nThe deal holds Chinese commitments to:\n\nSuspend the rare earth export controls of October.\n\n"
        "Remove its retaliatory tariffs on American goods.\n"
    )
    assert acts(text, title=TITLE)[1:] == ["export_control suspend planned china", "tariff lift planned china"]


def test_items_under_any_other_head_are_no_promises() -> None:
    text = "The week in trade:\n\nChina suspended its rare earth export controls.\n"
    assert acts(text, title=TITLE) == ["export_control suspend occurred china"]


def test_a_bare_verb_after_and_hangs_on_the_will_before_it() -> None:
    text = (
        "China will withdraw the measures that it took when Washington announced an inquiry into ships, "
        "and remove sanctions on shipping firms.\n"
    )
    told = acts(text, title=TITLE)
    assert "export_control lift planned china" in told
    assert "export_control lift occurred china" not in told


def test_items_under_a_head_that_proposes_are_proposals() -> None:
    text = (
        "The two sides met in October.\n\nIn addition the trade office is proposing:\n\n"
        "Imposing additional tariffs of up to 150% on Chinese cranes.\n"
    )
    assert "tariff propose occurred us" in acts(text, title=TITLE)


def test_items_under_a_head_that_tells_what_was_decided_have_its_day() -> None:
    text = (
        "The trade war goes on.\n\nOn April 4, 2025, China responded with several measures, stating that it would:\n\n"
        "Impose export controls on seven rare earths.\n\nAdd 11 American companies to its unreliable entity list.\n"
    )
    told = [(event.action, event.status, event.date) for event in events(text, title=TITLE)]
    assert told == [("impose", "occurred", "2025-04-04"), ("impose", "occurred", "2025-04-04")]


def test_sections_under_a_head_that_announces_the_following_have_its_day_and_their_own_beginning() -> None:
    text = (
        "The trade war goes on.\n\nChina announced on April 4 the following measures against the United States.\n\n"
        "Effective April 10, all American goods will be subject to an additional 34 percent tariff.\n"
    )
    told = [event for event in events(text, title=TITLE) if event.kind == "tariff"]
    assert [(event.status, event.date, event.effective) for event in told] == [("occurred", "2025-04-04", "2025-04-10")]


def test_labels_of_items_and_the_head_of_the_other_side_s_part_change_nothing() -> None:
    text = (
        "The two leaders met in Busan in October.\n\nChina's Commitments:\n\n"
        "Rare Earths: Remove the export controls of October 9; suspend the licensing rules of April.\n\n"
        "Farm Goods: Ease customs checks and cut tariffs on American pork.\n\nU.S. Actions:\n\n"
        "Fentanyl: Cut the fentanyl tariff on Chinese goods to 10 percent.\n\n"
        "Ships: Extend certain tariff exclusions and suspend port fees on Chinese ships for a year.\n"
    )
    assert acts(text, title=TITLE)[1:] == [
        "export_control lift planned china",
        "export_control suspend planned china",
        "tariff lower planned china",
        "tariff lower planned us",
        "tariff extend planned us",
        "port_fee suspend planned us",
    ]


@pytest.mark.parametrize("head", ["The key terms of the deal:", "What Beijing agreed to:", "Under the deal:"])
def test_terms_of_a_deal_are_planned(head: str) -> None:
    text = f"The two leaders met in Busan in October, and these are their terms.\n\n{head}\n\nTariffs: Cutting tariffs on American pork by China.\n"
    assert acts(text, title=TITLE)[1:] == ["tariff lower planned china"]


@pytest.mark.parametrize(
    "text",
    [
        "China agreed to: suspend its controls on rare earths; lift its port fees; and buy soybeans.",
        "China will: suspend its controls on rare earths, lift its port fees, and buy soybeans.",
        "China has pledged to suspend its controls on rare earths; lift its port fees; and buy soybeans.",
    ],
)
def test_promises_in_a_row_are_all_planned(text: str) -> None:
    told = acts(text, title=TITLE)
    assert [one.split()[2] for one in told] == ["planned"] * 3


def test_an_item_with_a_subject_and_a_verb_of_its_own_is_no_bare_promise() -> None:
    text = "China's commitments to Washington:\n\nWashington is seeking comments on tariffs on Chinese cranes.\n"
    assert acts(text, title=TITLE) == ["tariff propose occurred us"]


def test_what_a_promise_includes_is_promised_and_an_end_user_ends_nothing() -> None:
    text = "Terms of the truce with the US.\n\nChina's commitments:\n\nEnd its tariffs on U.S. firms, including removal from end user and unreliable entity lists.\n"
    assert acts(text, title=TITLE) == ["tariff lift planned china", "export_control lift planned china"]


def test_an_item_that_ensures_something_promises_it() -> None:
    text = "Terms of the truce with the US.\n\nChina's commitments:\n\nChips: Ensure resumption of exports of older chips and lift port fees on American ships.\n"
    assert acts(text, title=TITLE) == ["export_control resume planned china", "port_fee lift planned china"]
