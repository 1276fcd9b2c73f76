"""Whether an article belongs to the dispute."""

from tests.extraction.reading import article


def test_an_article_whose_title_and_lead_are_of_the_dispute_is_in_scope() -> None:
    reading = article("China raised its tariff on US goods to 125%.", title="China raises tariffs on the US")
    assert reading.in_scope
    assert "title" in reading.scope_reason


def test_one_backward_reference_does_not_bring_an_article_in() -> None:
    text = (
        "Washington opened a review of copper imports on Monday, the first of several that the new team has in mind. "
        "Makers of wire and of motors were told to hand in their figures by the summer, and several said that they "
        "would rather be left in peace, since every form takes a day.\n\nThe metal is used in cables and motors.\n\n"
        "Mines in Chile and Canada supply most of it.\n\nPrices rose.\n\nAnalysts were divided.\n\nStocks are low.\n\n"
        "In February Trump imposed a 10% tariff on China."
    )
    reading = article(text, title="A review of copper imports")
    assert not reading.in_scope
    assert reading.scope_reason


def test_an_article_about_third_countries_is_out() -> None:
    text = "Canada and Mexico talked. Japan, India and Brazil did too. Canada said Mexico agreed with Japan. " * 3
    assert not article(text + "The US imposed a 10% tariff on China.", title="Canada and Mexico").in_scope
