"""Words that only point at an act told elsewhere."""

from tests.extraction.reading import acts, events


def test_the_figure_of_a_change_is_not_that_of_the_duty_changed() -> None:
    told = acts("Trump said that tariffs imposed on Chinese goods would be cut to 47% from 57%.")
    assert "tariff lower planned us" in told
    assert not any("impose" in act for act in told)


def test_a_duty_cut_and_imposed_in_one_breath_keeps_the_cut_to_its_rate() -> None:
    cut = next(one for one in events("The U.S. will cut tariffs imposed on Chinese imports to 30% from 145%."))
    assert (cut.action, cut.measures[0].low, cut.measures[0].previous) == ("lower", 30, 145)


def test_the_suspension_of_what_was_imposed_before_is_told_beside_it() -> None:
    told = acts("China announced on Friday the suspension of export controls imposed on October 9.")
    assert {"export_control suspend occurred china", "export_control impose occurred china"} <= set(told)


def test_an_order_that_does_something_is_no_adjective() -> None:
    assert "tariff raise occurred us" in acts("Trump signed an order that doubled tariffs on Chinese goods.")
