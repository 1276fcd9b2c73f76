"""The time at which a story stands."""

from datetime import date

from tests.extraction.reading import events

HEAD = "China and the United States quarrel over trade.\n\n"


def _dates(text: str, published: date) -> list[str]:
    return [event.date for event in events(HEAD + text, published=published) if event.kind == "export_control"]


def test_an_entry_of_a_chronology_is_of_the_days_that_it_begins_with() -> None:
    text = "9–10 October. TikTok signs on the 10th. China puts gallium under licence."
    assert _dates(text, date(2026, 1, 5)) == ["2025-10-09/2025-10-10"]


def test_what_an_answer_was_comes_next() -> None:
    text = "China replied on Friday, in the middle of a holiday, by promising more. It put gallium under an export licence."
    assert _dates(text, date(2025, 4, 6)) == ["2025-04-04"]


def test_a_list_of_a_day_tells_the_day_of_what_is_on_it() -> None:
    text = "The rest of Tuesday's list is short. Nine American entities were cut off from dual-use goods."
    assert _dates(text, date(2025, 3, 6)) == ["2025-03-04"]


def test_what_a_clause_tells_of_a_control_does_not_move_the_story() -> None:
    text = (
        "On 5 November China acted. The measures against nine US firms that were announced on 4 March are over. "
        "For 16 firms announced on 4 April the suspension goes on."
    )
    assert _dates(text, date(2025, 11, 6))[-1] == "2025-11-05"


def test_the_administration_before_acts_until_it_leaves() -> None:
    text = "On 13 January the outgoing Biden administration published a rule on exports of AI chips."
    assert _dates(text, date(2025, 1, 15)) == ["2025-01-13"]
    assert not _dates(text.replace("13 January", "Monday"), date(2025, 3, 5))


def test_what_a_sentence_sets_out_to_tell_is_of_its_day() -> None:
    text = (
        "On Tuesday China suspended its tariff on US goods.\n\nOn Wednesday the Ministry of Commerce turned to its lists."
        "\n\nThe prohibition on supplying dual-use goods to nine American entities is suspended for 90 days."
    )
    assert _dates(text, date(2025, 5, 16)) == ["2025-05-14"]
