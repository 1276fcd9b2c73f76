"""Lists of promises, whose items have no subject and no "will" of their own."""

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
