"""Decisions told with their authority last, promises in an author's text, relatives, habits and openings by a day."""

from datetime import date

from tests.extraction.reading import acts, events

DAY = date(2025, 10, 31)


def test_what_an_authority_announces_last_is_decided() -> None:
    text = "China will raise its tariffs on US goods to 125 percent, the Customs Tariff Commission announced Friday."
    (event,) = events(text, published=date(2025, 4, 11))
    assert (event.action, event.status, event.date) == ("raise", "occurred", "2025-04-11")


def test_a_promise_is_planned_in_whatever_text_it_stands() -> None:
    text = "Beijing agreed to suspend its export curbs on rare earths. Trade between China and the US may recover."
    assert acts(text, published=DAY, genre="opinion") == ["export_control suspend planned china"]


def test_chemicals_promised_under_control_are_no_threat() -> None:
    text = "China and the US met. China pledged to curb the export of precursor chemicals used in fentanyl production."
    assert "export_control impose planned china" in [act.replace("threaten occurred", "x") for act in acts(text)]


def test_what_a_relative_tells_of_a_measure_takes_no_date_from_the_story() -> None:
    text = (
        "China on Wednesday suspended its export control measures on 28 US firms. "
        "A measure which added 11 US firms to its unreliable entity list is paused too."
    )
    added = next(e for e in events(text, published=date(2025, 5, 15)) if e.action == "impose")
    assert added.date == ""


def test_a_habit_is_no_purchase() -> None:
    text = "Beijing, which traditionally has snapped up American soybeans, is boycotting them over US tariffs."
    assert not [act for act in acts(text, published=DAY) if act.startswith("purchase resume")]


def test_a_day_that_opens_the_sentence_leaves_its_subject_free() -> None:
    text = "On Friday, the U.S. escalated the fight by blacklisting 32 entities, most of them in China."
    assert acts(text, published=date(2025, 9, 13)) == ["export_control impose occurred us"]


def test_goods_that_face_a_duty_do_not_levy_it() -> None:
    text = "US officials said that China will face a tariff of 145 percent on its exports."
    assert all(act.endswith("us") for act in acts(text, published=date(2025, 4, 11)))


def test_what_an_analysis_tells_of_a_deal_is_planned_and_an_opinions_will_is_expected() -> None:
    text = "China and the US have a deal. In exchange, China will pause its export controls on rare earths."
    assert "export_control suspend planned china" in acts(text, published=DAY, genre="analysis")
    assert "export_control suspend expected china" in acts(text, published=DAY, genre="opinion")


def test_what_a_notice_is_cited_for_is_decided() -> None:
    text = "All goods of US origin will pay 34 percent more from 10 April, according to a notice of the tariff office today."
    told = next(e for e in events(text, published=date(2025, 4, 4)) if e.kind == "tariff")
    assert (told.action, told.status, told.side) == ("impose", "occurred", "china")


def test_what_is_to_begin_later_is_decided_when_the_ministry_says_so() -> None:
    text = "Its March duties on American farm goods will be lifted on 10 November, the tariff commission said on Wednesday."
    told = next(e for e in events(text, published=date(2025, 11, 5)) if e.action == "lift")
    assert (told.status, told.date, told.effective) == ("occurred", "2025-11-05", "2025-11-10")
