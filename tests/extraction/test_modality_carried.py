"""What is said of one verb and holds of the next, and what an aftermath or a purpose says of an act."""

from datetime import date

from tests.extraction.reading import acts, events

DAY = date(2025, 10, 14)


def test_a_bare_verb_that_and_joins_is_as_firm_as_the_one_before() -> None:
    text = "Trump said he would hit China with a 100% tariff and impose export controls on software."
    assert acts(text, published=DAY) == ["tariff threaten occurred us", "export_control threaten occurred us"]


def test_who_says_it_may_stand_last() -> None:
    text = "China and the US trade blows. The U.S. would impose export controls on software, he said."
    assert acts(text, published=DAY)[-1].startswith("export_control")


def test_talks_after_which_something_came_have_been_held() -> None:
    text = "China and the US expect a possible deal after two days of talks in Kuala Lumpur."
    assert "talks hold occurred both" in acts(text, published=DAY)


def test_a_deal_for_which_they_meet_is_no_act_yet() -> None:
    text = "Trump and Xi are expected to meet in Busan to finalize the trade deal between China and the US."
    assert not [act for act in acts(text, published=DAY) if act.startswith("agreement")]


def test_a_firms_meeting_is_none_of_the_two_sides() -> None:
    text = "Washington licensed the chip after Nvidia chief executive Jensen Huang's meeting in China with Trump aides."
    assert not [act for act in acts(text, published=DAY) if act.startswith("talks")]


def test_a_modal_in_a_reason_does_not_reach_the_next_verb_in_the_past() -> None:
    text = (
        "Trump accepted the plan for TikTok on the ground that ByteDance's share would be small, "
        "and extended the deadline for TikTok by 120 days."
    )
    extended = [e for e in events(text, title="Trump, China and TikTok") if e.action in ("extend", "suspend")]
    assert extended
    assert {e.status for e in extended} == {"occurred"}
