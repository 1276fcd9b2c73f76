"""Who says what on which issue, in the words of other papers."""

import pytest

from tests.extraction.test_positions import told

PRESENT = "The United States and China are in a trade war over tariffs. "


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("The port fees, Greer went on, were a mistake.", "jamieson-greer port-fees oppose"),
        ("Beijing holds Washington wholly responsible for the chip curbs.", "china chips oppose"),
        ("Criticism of the port fees came from China's transport ministry.", "china-transport port-fees oppose"),
        ("Support for the port fees came from Greer.", "jamieson-greer port-fees support"),
        ("The commerce ministry branded the port fees a farce.", "mofcom port-fees oppose"),
        ("The commerce ministry expressed deep regret at the port fees.", "mofcom port-fees oppose"),
        ("Beijing asked for relief from the port fees.", "china port-fees demand"),
        ("Trump threatened another 50 points on Chinese chips.", "donald-trump chips threaten"),
        ("Greer conceded on Friday that the port fees were unpopular.", "jamieson-greer port-fees assess"),
        ("Trump floated the prospect of new tariffs over TikTok.", "donald-trump tiktok threaten"),
        ("Bessent hinted at a longer pause of the port fees.", "scott-bessent port-fees offer"),
        ("Fentanyl, the commerce ministry said, was a flimsy excuse for duties.", "mofcom fentanyl-tariffs oppose"),
    ],
)
def test_a_stance_is_read_in_the_verb_or_noun_that_tells_it(text: str, position: str) -> None:
    assert position in told(PRESENT + text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Dutch minister, Vincent Karremans, condemned the curbs on chips.", "vincent-karremans"),
        (
            "The American Soybean Association met on Monday. The group's president urged China to buy soybeans.",
            "american-soybean-association",
        ),
        ("China's embassy issued a note. Its spokesman urged Washington to lift the port fees.", "china"),
    ],
)
def test_the_speaker_is_the_one_named_beside_his_office_or_of_the_body_before(text: str, speaker: str) -> None:
    assert [one.split()[0] for one in told(PRESENT + text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Washington had assured Nvidia that such licences would be granted after all.",
        "Shares rose, and the firm branded a new line of chips.",
        "China asked for consultations at the World Trade Organization on the port fees.",
        "The Commerce Department asked for comment on the chip rule.",
    ],
)
def test_what_only_tells_of_an_act_takes_no_stand(text: str) -> None:
    assert told(PRESENT + text) == []
