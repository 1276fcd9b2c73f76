"""Who is put down as taking part in an act: who acts and whom it falls upon, nobody else."""

import pytest

from tests.extraction.reading import events


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Trump imposed a 10% tariff on Saturday on everything that China sells.", "tariff", {"donald-trump", "china"}),
        ("China's tariff on US beans was raised to 20% by Beijing in May.", "tariff", {"china", "united-states"}),
        (
            "The Commerce Ministry of China put 15 US firms on its export control list.",
            "export_control",
            {"mofcom", "united-states"},
        ),
        (
            "Executive Order 14358 continues the suspension of the higher tariff on China.",
            "tariff",
            {"donald-trump", "china"},
        ),
        ("China opened an antitrust inquiry into Google.", "investigation", {"china", "google"}),
        (
            "Trump and Xi Jinping met in Busan, South Korea, for talks on trade between China and the United States.",
            "talks",
            {"donald-trump", "xi-jinping"},
        ),
        (
            "Scott Bessent met He Lifeng in Geneva for trade talks.",
            "talks",
            {"united-states", "china", "scott-bessent", "he-lifeng"},
        ),
    ],
)
def test_those_who_act_and_those_acted_on_take_part(text: str, kind: str, actors: set[str]) -> None:
    told = next(event for event in events(text, title="US and China in trade war") if event.kind == kind)
    assert set(told.actors) == actors


def test_a_speaker_who_only_tells_of_an_act_takes_no_part() -> None:
    (told,) = events("China imposed a tariff of 15% on US coal in February, Boeing's Kelly Ortberg said.")
    assert set(told.actors) == {"china", "united-states"}


def test_what_it_did_next_is_done_by_the_body_that_acted_before() -> None:
    text = (
        "The Commerce Ministry of China put 15 US firms on its export control list on Tuesday. "
        "Another ten US firms were put on the unreliable entity list."
    )
    listed = [event for event in events(text, title="US and China in trade war") if event.kind == "export_control"]
    assert all(event.actors[0] == "mofcom" for event in listed)
