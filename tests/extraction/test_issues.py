"""What an act is about."""

import pytest

from tests.extraction.reading import events


@pytest.mark.parametrize(
    ("sentence", "issues"),
    [
        ("The US cut its fentanyl tariff on China to 10%.", ("fentanyl-tariffs",)),
        ("China imposed export controls on rare earths.", ("rare-earths",)),
        ("China resumed purchases of US soybeans.", ("soybeans",)),
        ("The ministry put 15 US firms on its unreliable entity list.", ("entity-lists",)),
        ("The US imposed fees on Chinese-built ships.", ("port-fees",)),
        ("Trump ended the de minimis exemption for China.", ("de-minimis",)),
        ("The US raised a tariff on Chinese goods.", ("other",)),
    ],
)
def test_the_words_near_an_act_say_what_it_is_about(sentence: str, issues: tuple[str, ...]) -> None:
    (event,) = events(sentence)
    assert event.issues == issues


@pytest.mark.parametrize(
    ("sentence", "issues"),
    [
        ("China imposed 15% duties on US coal on 4 February 2025.", {"energy", "fentanyl-tariffs"}),
        ("China raised its tariff on US goods on 9 April 2025.", {"reciprocal-tariffs"}),
        ("The US raised its tariffs on Chinese goods by a tenth on 4 March 2025.", {"fentanyl-tariffs"}),
        ("The US raised its tariff on Chinese steel on 4 June 2025.", {"other"}),
    ],
)
def test_a_duty_is_of_the_round_of_its_day_where_no_words_tell_which(sentence: str, issues: set[str]) -> None:
    assert set(events(sentence, title="US and China in trade war")[0].issues) == issues
