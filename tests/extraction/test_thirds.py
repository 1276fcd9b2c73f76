"""Acts that are aimed at a third country, and acts on American firms whose owner sits in one."""

from tests.extraction.reading import acts, article


def test_american_units_of_a_foreign_firm_are_americas() -> None:
    assert "export_control impose occurred china" in acts("China sanctioned five U.S. units of South Korean yard Orca.")


def test_a_firm_of_a_third_country_is_not() -> None:
    reading = article("China put export controls on Japan's Orca.")
    assert reading.events == ()


def test_a_pause_for_canada_and_mexico_is_no_act_on_china() -> None:
    text = (
        "Trump agreed on Monday to a pause on tariffs of 25% on imports from Canada and Mexico, as the two countries "
        "agreed to stop drugs from flowing into the U.S."
    )
    assert not {"agreement", "tariff"} & {one.kind for one in article(text, title="China and the U.S.").events}
