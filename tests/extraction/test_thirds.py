"""Acts that are aimed at a third country, and acts on American firms whose owner sits in one."""

from tests.extraction.reading import acts, article


def test_american_units_of_a_foreign_firm_are_americas() -> None:
    assert "export_control impose occurred china" in acts("China sanctioned five U.S. units of South Korean yard Orca.")


def test_a_firm_of_a_third_country_is_not() -> None:
    reading = article("China put export controls on Japan's Orca.")
    assert reading.events == ()
