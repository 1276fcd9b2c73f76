"""Controls, rulings and inquiries in other words: whose they are, how firmly they are told, and of which day."""

from datetime import date

import pytest

from tests.extraction.reading import events

HEAD = "China and the United States quarrel over trade. "
Told = tuple[str, str, str, str, str]


def told(text: str, *, published: date) -> list[Told]:
    return [(e.kind, e.action, e.status, e.side, e.date) for e in events(HEAD + text, published=published)]


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        (
            date(2025, 7, 4),
            "The designer heard on Thursday that curbs on the sale of its design software to China were no longer in force.",
            ("export_control", "lift", "occurred", "us", "2025-07-03"),
        ),
        (
            date(2025, 10, 1),
            "Firms that are half-owned by a listed company will be treated as listed under a rule which the bureau issued on Monday.",
            ("export_control", "impose", "occurred", "us", "2025-09-29"),
        ),
        (
            date(2025, 10, 11),
            "He added in a post on Truth Social on Friday that the United States would clamp export controls on software.",
            ("export_control", "threaten", "occurred", "us", "2025-10-10"),
        ),
        (
            date(2025, 4, 17),
            "The maker told investors of the loss after the US government informed it on April 9 that its chip can be shared with Chinese buyers only under a licence.",
            ("export_control", "impose", "occurred", "us", "2025-04-09"),
        ),
        (
            date(2025, 6, 21),
            "All nitazenes will be put under national control from July 1, the drug control office said on Thursday.",
            ("legal", "impose", "occurred", "china", "2025-06-19"),
        ),
        (
            date(2025, 5, 15),
            "In line with the Geneva statement the ministry of commerce on Wednesday lifted for 90 days the export ban on 28 American entities.",
            ("export_control", "suspend", "occurred", "china", "2025-05-14"),
        ),
        (
            date(2025, 9, 19),
            "The big Chinese internet firms were told on Wednesday to stop buying Nvidia's chips.",
            ("corporate", "suspend", "occurred", "china", "2025-09-17"),
        ),
        (
            date(2025, 10, 11),
            "Under rules that the Chinese ministry published on Thursday, a magnet made in Japan needs a Chinese licence if it contains a trace of rare earths.",
            ("export_control", "impose", "occurred", "china", "2025-10-09"),
        ),
    ],
    ids=[
        "by destination", "under a paper", "his post", "what it was told", "a substance", "for a time", "told to stop",
        "a licence if",
    ],
)  # fmt: skip
def test_an_act_in_other_words_is_read_as_what_it_is(published: date, text: str, expected: Told) -> None:
    assert told(text, published=published) == [expected]


def test_what_a_court_judges_is_no_new_duty() -> None:
    text = "A court of appeals found on Friday that the president had overstepped his powers when he imposed the tariffs on China."
    assert told(text, published=date(2025, 8, 30)) == [("legal", "reject", "occurred", "us", "2025-08-29")]


def test_the_paper_that_tells_of_an_act_is_no_act() -> None:
    text = (
        "In Announcement No. 70, published on Friday, the ministry of commerce suspends its export controls on gallium."
    )
    assert told(text, published=date(2025, 11, 8)) == [("export_control", "suspend", "occurred", "china", "2025-11-07")]


def test_one_inquiry_and_the_other_are_two() -> None:
    text = "China launched two probes on Saturday: one into dumping of analog chips, the other into whether American policy discriminates."
    assert [one[0] for one in told(text, published=date(2025, 9, 14))] == ["investigation", "investigation"]
