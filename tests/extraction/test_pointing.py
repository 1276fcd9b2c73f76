"""Words that only point at an act told elsewhere."""

from tests.extraction.reading import acts, events


def test_the_figure_of_a_change_is_not_that_of_the_duty_changed() -> None:
    told = acts("Trump said that tariffs imposed on Chinese goods would be cut to 47% from 57%.")
    assert "tariff lower planned us" in told
    assert not any("impose" in act for act in told)


def test_a_duty_cut_and_imposed_in_one_breath_keeps_the_cut_to_its_rate() -> None:
    cut = next(one for one in events("The U.S. will cut tariffs imposed on Chinese imports to 30% from 145%."))
    assert (cut.action, cut.measures[0].low, cut.measures[0].previous) == ("lower", 30, 145)
