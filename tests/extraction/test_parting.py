"""What one clause tells of several orders, days or months is several acts."""

from datetime import date

from tests.extraction.reading import acts, events

TITLE = "US and China in trade war"


def months(text: str) -> list[str]:
    return sorted(one.date for one in events(text, title=TITLE) if one.kind == "purchase")


def test_a_lack_is_told_of_each_month() -> None:
    assert months("No US sorghum arrived in China in May, June or July.") == ["2025-05", "2025-06", "2025-07"]
    assert months("Not one American bean landed in China in August and September.") == ["2025-08", "2025-09"]


def test_months_that_go_back_are_of_one_year() -> None:
    text = "In September no US corn arrived in China, as none had in August or July."
    assert months(text) == ["2025-07", "2025-08", "2025-09"]


def test_what_was_bought_in_some_months_is_one_act() -> None:
    assert len(months("Cofco bought ten cargoes of US soybeans in August, September or October.")) == 1


def test_what_both_say_they_will_do_to_their_tariffs_is_what_they_agreed_on() -> None:
    text = "The world's two largest economies said on Monday that they would pull their tariffs down by 115 points."
    assert acts(text, published=date(2025, 5, 13), title="US and China") == ["agreement agree occurred both"]


def test_what_both_have_done_to_their_tariffs_is_no_agreement() -> None:
    told = acts("On Wednesday both sides lowered their tariffs.", published=date(2025, 5, 15), title="US and China")
    assert not any(one.startswith("agreement") for one in told)
