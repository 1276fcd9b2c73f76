"""Who speaks: names, officials, descriptions, pronouns, split quotations, documents and transcripts."""

import pytest

from tests.extraction.reading import article


def speakers(text: str, genre: str = "news", title: str = "") -> list[str]:
    return [one.speaker for one in article(text, genre=genre, title=title).positions]


@pytest.mark.parametrize(
    "text",
    [
        "Bessent said the talks were constructive.",
        "The talks were constructive, Bessent said.",
        "“The talks were constructive,” said Bessent.",
        "“The talks,” said Bessent, “were constructive and candid.”",
        "According to Bessent, the talks were constructive.",
        "The talks were constructive, according to Bessent.",
        "Bessent told Fox News that the talks were constructive.",
        "Bessent, who had flown in from Madrid, said the talks were constructive.",
        "Scott Bessent, the US Treasury Secretary, described the talks as constructive.",
        "The mood was good after a meeting with Bessent, who said the talks were constructive.",
        "On Monday Bessent said the talks were constructive.",
        "In Bessent's words, the talks were constructive.",
        "“The talks were constructive,” a newspaper quoted Bessent as saying.",
        "The US team was pleased, with Bessent saying the talks were constructive.",
    ],
)
def test_words_belong_to_whom_they_are_attributed_wherever_he_is_named(text: str) -> None:
    assert speakers(text) == ["scott-bessent"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A commerce ministry spokesperson said the port fees were unfair.", "mofcom"),
        ("A spokesperson for the Commerce Ministry said the port fees were unfair.", "mofcom"),
        ("Foreign Ministry spokesperson Wu Ping said the port fees were unfair.", "china-mfa"),
        ("“The port fees are unfair,” said Wu Ping, a foreign ministry spokesman.", "china-mfa"),
        ("Foreign Ministry spokesperson Lin Jian said the port fees were unfair.", "lin-jian"),
        ("A Chinese Commerce Ministry (MOFCOM) spokesperson said the port fees were unfair.", "mofcom"),
        ("“The port fees are a mistake,” said Rep. Raja Krishnamoorthi, a Democrat.", "raja-krishnamoorthi"),
        ("Chinese officials said the port fees were unfair.", "china"),
        ("Officials in Washington said the port fees were fair.", "united-states"),
        ("China's embassy in Washington said the port fees were unfair.", "china"),
        ("The Commerce Ministry on Thursday said the port fees were unfair.", "mofcom"),
        ("Washington says the port fees are fair.", "united-states"),
        ("“The port fees are unfair,” the foreign ministry's Wu Ping said.", "china-mfa"),
        (
            "American Soybean Association President Caleb Ragland said the port fees were unfair.",
            "american-soybean-association",
        ),
        (
            "“The port fees are a mistake,” Scott Bessent, a farmer from Alder, S.C., said in a release.",
            "scott-bessent",
        ),
        ("A Chinese commerce ministry spokesperson said the port fees were unfair.", "mofcom"),
        ("The Ministry of Commerce (MOC) said the port fees were unfair.", "mofcom"),
        ("The Treasury secretary said the port fees were unfair.", "scott-bessent"),
        ("Trump's commerce secretary said the port fees were unfair.", "howard-lutnick"),
        ("The Chinese foreign minister said the port fees were unfair.", "wang-yi"),
        ("“The port fees are unfair,” warned Bessent.", "scott-bessent"),
        ("In Beijing a spokesman condemned the port fees as unfair.", "china"),
        ("Nvidia's chief executive said the chip rule was unfair.", "jensen-huang"),
        ("The Nvidia boss said the chip rule was unfair.", "jensen-huang"),
        ("The head of Nvidia said the chip rule was unfair.", "jensen-huang"),
        ("The US trade envoy said the port fees were fair.", "jamieson-greer"),
        (
            "The American Soybean Association's president said the port fees were unfair.",
            "american-soybean-association",
        ),
        ("Administration officials said the port fees were fair.", "united-states"),
        ("The Bureau of Industry and Security said the chip rule was fair.", "bis"),
        ("China's embassy in the United States said the port fees were unfair.", "china"),
        ("China's transport ministry hit back, denouncing the port fees as unfair.", "china-transport"),
        ("The trade representative, then still Katherine Tai, called the port fees unfair.", "katherine-tai"),
        (
            "“The port fees are unfair,” said Caleb Ragland, who leads the American Soybean Association.",
            "american-soybean-association",
        ),
        ("Nvidia answered with a statement calling the port fees unfair.", "nvidia"),
        ("Nvidia is hit by the chip rule. The company called it unfair.", "nvidia"),
    ],
)
def test_officials_and_capitals_speak_for_their_body_or_country(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bessent met He Lifeng in Madrid. He said the talks were constructive.", "scott-bessent"),
        ("MOFCOM has published the rule. It said the port fees were unfair.", "mofcom"),
        ("MOFCOM has published the rule. The ministry said the port fees were unfair.", "mofcom"),
        ("Trump met Xi Jinping in Busan. The American president said the meeting was amazing.", "donald-trump"),
        ("MOFCOM published the rule and said the port fees were unfair.", "mofcom"),
        ("MOFCOM sanctioned five firms, saying that the port fees were unfair.", "mofcom"),
    ],
)
def test_a_pronoun_or_a_description_means_the_last_one_whom_it_fits(text: str, speaker: str) -> None:
    assert speakers(text)[-1:] == [speaker]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "American Soybean Association President Caleb Ragland called the duties unfair. The port fees are a mistake, Ragland said.",
            "american-soybean-association",
        ),
        (
            "“The duties are unfair,” said Caleb Ragland, head of the American Soybean Association. Ragland urged Washington to end the port fees.",
            "american-soybean-association",
        ),
        (
            "Foreign ministry spokesman Wu Ping called the duties unfair. The port fees must end, Wu said.",
            "china-mfa",
        ),
        (
            "Trump praised the duties. Foreign ministry spokeswoman Wu Ping called the duties unfair. She urged Washington to end the port fees.",
            "china-mfa",
        ),
        (
            "Commerce ministry spokeswoman He Yongqian called the duties unfair. Bessent defended the duties. “The port fees must end,” He said.",
            "he-yongqian",
        ),
        (
            "“The port fees are unfair,” said Wang Wentao, the minister. The ministry called on Washington to end the duties.",
            "mofcom",
        ),
        ("At a briefing Foreign Ministry spokesperson Lin Jian spoke, condemning the port fees.", "lin-jian"),
        (
            "The commerce ministry denounced the duties. The spokesperson urged Washington to lift the port fees.",
            "mofcom",
        ),
        (
            "Trump hailed the duties. China opposes the port fees, the commerce ministry said. “They are a mistake,” the spokesperson said.",
            "mofcom",
        ),
        ("Bessent flew to Madrid. The US side must lift the port fees, a ministry statement said.", ""),
    ],
)
def test_a_name_once_given_with_its_body_speaks_for_the_body(text: str, last: str) -> None:
    assert (speakers(text) or [""])[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "India's commerce ministry said the port fees were unfair.",
        "The Japanese trade minister said the port fees were unfair.",
        "The former Treasury secretary said the port fees were unfair.",
        "Semiconductor industry groups said the port fees were unfair.",
    ],
)
def test_ministers_of_other_countries_and_former_ones_are_nobody_here(text: str) -> None:
    assert speakers(text) == []


def test_the_title_of_a_ministrys_paper_tells_whose_words_it_holds() -> None:
    title = "MOFCOM Spokesperson's Remarks on the port fees"
    assert speakers("China firmly opposes the port fees.", genre="official", title=title) == ["mofcom"]


def test_an_unknown_speaker_takes_the_pronoun_away() -> None:
    assert speakers("Bessent left Madrid. A trader in Ohio smiled, a broker said. He said the talks were good.") == []


def test_he_in_a_remark_is_not_whom_the_remark_interrupts() -> None:
    text = "He Lifeng said the talks were constructive. Greer, he said, had been constructive."
    assert set(speakers(text)) == {"he-lifeng"}


def test_they_are_the_officials_who_spoke_before_in_the_sentence() -> None:
    text = "Enterprise Products waits. Chinese diplomats deny any breach; they in turn accuse Washington of bullying."
    assert set(speakers(text)) == {"china"}


@pytest.mark.parametrize(
    "text",
    [
        "The tariffs are part of what the president calls an America First policy.",
        "Both governments cancel what they added after 4 April.",
        "The Commerce Ministry denied dual-use goods to two shipyards.",
        "China called in Nvidia over the chips.",
        "Trump had said little of tariffs.",
        "They called a truce in Geneva.",
        "The Commerce Ministry ruled that the fibre had been sold to get round the duties.",
        "Chinese regulators looked into the alleged sale of chips.",
    ],
)
def test_a_name_for_a_thing_a_deed_and_a_ruling_on_a_case_are_no_positions(text: str) -> None:
    assert speakers(text) == []


def test_a_question_of_one_letter_is_nobodys() -> None:
    text = "Q: The US president has said that he wants China to buy soybeans.\n\nA: China firmly opposes the port fees."
    assert speakers(text, genre="official", title="MOFCOM Spokesperson's answers") == ["mofcom"]


def test_a_report_within_a_report_is_the_reporters() -> None:
    assert speakers("Li Chenggang said that Beijing opposed the port fees.") == ["li-chenggang"]
    assert speakers("China opposes the port fees, Li Chenggang said.") == ["li-chenggang"]


def test_two_speakers_of_one_sentence_have_a_position_each() -> None:
    text = "Washington argues that the port fees are fair; Beijing denounces them."
    assert speakers(text) == ["united-states", "china"]


def test_two_who_are_named_together_say_the_same() -> None:
    text = "Trade Representative Jamieson Greer and Treasury Secretary Scott Bessent condemned the port fees."
    assert speakers(text) == ["jamieson-greer", "scott-bessent"]


def test_a_quotation_of_several_sentences_belongs_to_whom_its_last_names() -> None:
    text = "Bessent said the talks were good.\n\n“The port fees are unfair. They must end,” He Yongqian said."
    assert speakers(text) == ["scott-bessent", "he-yongqian", "he-yongqian"]


def test_a_quotation_without_a_name_goes_on_with_the_speaker_before() -> None:
    text = "“The talks were constructive,” Bessent said. “The port fees are unfair.”"
    assert speakers(text) == ["scott-bessent", "scott-bessent"]


def test_a_verb_inside_a_quotation_names_no_speaker() -> None:
    assert speakers("“I thought China said the port fees were unfair,” Bessent said.") == ["scott-bessent"]


def test_in_a_transcript_the_answer_is_the_ministrys_and_the_question_nobodys() -> None:
    text = (
        "Question: The United States says its port fees are fair. What is China's view?\n\n"
        "Answer: China firmly opposes the port fees. The Ministry of Commerce has taken note.\n\n"
        "It urges the US side to lift the port fees."
    )
    page = article(text, genre="official", title="Spokesperson's remarks on port fees")
    assert {one.speaker for one in page.positions} <= {"mofcom", "china"}
    assert "united-states" not in {one.speaker for one in page.positions}


def test_a_colon_in_prose_opens_no_turn() -> None:
    text = "China's answer came in October: licences for rare earths.\n\nBoth put good fees on ships."
    assert speakers(text) == []
