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
