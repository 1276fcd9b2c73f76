"""Who says what on which issue."""

from datetime import date

import pytest

from tests.extraction.reading import article


def told(text: str, **envelope: object) -> list[str]:
    """The positions as "speaker issue stance", in the order of the text."""
    return [f"{s.speaker} {s.issue} {s.stance}" for s in article(text, **envelope).positions]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Bessent said the talks were constructive.", "scott-bessent other assess"),
        ("China firmly opposes the US reciprocal tariffs.", "china reciprocal-tariffs oppose"),
        ("Beijing urges Washington to lift its port fees.", "china port-fees demand"),
        ("China is willing to work with the United States, He Lifeng said.", "he-lifeng other offer"),
        ("Trump said the 100% tariff was off the table.", "donald-trump other concede"),
        ("He Yongqian: China firmly opposes the port fees.", "he-yongqian port-fees oppose"),
        (
            "Bessent told reporters about soybeans.\n\n“Our farmers will feel very good,” he said.",
            "scott-bessent soybeans assess",
        ),
        ("According to Bessent, the talks made progress.", "scott-bessent other assess"),
    ],
)
def test_a_position_has_a_speaker_an_issue_and_a_stance(text: str, position: str) -> None:
    assert position in told(text)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("China's commerce ministry accused the United States of abusing its entity list.", "oppose"),
        ("The commerce ministry called the port fees discriminatory.", "oppose"),
        ("The commerce ministry rejected the charge that it holds back rare earths.", "oppose"),
        ("The commerce ministry called on Washington to lift the port fees.", "demand"),
        ("The commerce ministry demanded that the United States cancel the port fees.", "demand"),
        ("The commerce ministry offered to ease its rare-earth rules.", "offer"),
        ("The commerce ministry welcomed the suspension of the port fees.", "support"),
        ("The commerce ministry vowed to retaliate against the port fees.", "threaten"),
        (
            "The commerce ministry lauded the end of the port fees.",
            "support",
        ),
        ("The commerce ministry's objection is that the port fees harm everyone.", "oppose"),
        ("The commerce ministry's line is that rare-earth licences are a matter of law.", "assess"),
        ("Trump held out a tariff of 200% on magnets.", "threaten"),
        ("Trump floated 80% as the right tariff.", "offer"),
        ("Trump defended the port fees.", "support"),
        ("The commerce ministry dropped its threat to withhold rare earths.", "concede"),
        ("Bessent walked back the threat of a 100% tariff.", "concede"),
        ("The commerce ministry maintained that its rare-earth rules are lawful.", "assess"),
        ("The commerce ministry hit back, deriding the port fees as a farce.", "oppose"),
        ("The commerce ministry took a dim view of the port fees.", "oppose"),
        ("The commerce ministry took Washington to task over the port fees.", "oppose"),
        ("The commerce ministry branded the rise “a mistake” and a farce.", "oppose"),
        ("The commerce ministry asked Nvidia to explain its chips.", "demand"),
        ("Trump wanted China to buy soybeans.", "demand"),
        ("Greer defended his port fees.", "support"),
        ("The commerce ministry is not sure that the port fees are legal.", "assess"),
        ("The commerce ministry regards the port fees as discriminatory.", "oppose"),
        ("The commerce ministry told the United States to lift the port fees.", "demand"),
        ("The commerce ministry reserves the right to answer the port fees.", "threaten"),
        ("The commerce ministry is ready to retaliate against the port fees.", "threaten"),
        ("The commerce ministry is ready to discuss the port fees.", "offer"),
        ("The commerce ministry keeps the door open on rare earths.", "offer"),
        ("The commerce ministry was quick to applaud the end of the port fees.", "support"),
        ("The commerce ministry softened its stance on rare earths.", "concede"),
        ("The commerce ministry was adamant: its rare-earth rules are lawful.", "assess"),
        ("The commerce ministry raised serious concerns over the port fees.", "oppose"),
        ("USTR determined on January 16, 2025, that China burdens US commerce in shipbuilding.", "assess"),
        (
            "China's chief negotiator, Li Chenggang, said the two sides “found common ground, and good ground” on TikTok.",
            "assess",
        ),
    ],
)
def test_the_verb_of_saying_tells_the_stance(text: str, stance: str) -> None:
    assert [one.rsplit(" ", 1)[1] for one in told(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The commerce ministry said the port fees were an act of bullying.", "oppose"),
        ("The commerce ministry said the United States must lift the port fees.", "demand"),
        ("The commerce ministry said the door to talks remained open.", "offer"),
        ("The commerce ministry said it would approve licences for rare earths.", "offer"),
        ("The commerce ministry said China would take resolute countermeasures over the port fees.", "threaten"),
        ("Chinese diplomats reply that they will talk when they are treated with respect.", "demand"),
        ("The commerce ministry said that the US should lift its port fees and stop its blackmail.", "demand"),
        ("The commerce ministry said the door was open but that the port fees were the wrong way.", "oppose"),
        ("The commerce ministry said if the US insists on port fees, China will fight to the end.", "threaten"),
        ("The commerce ministry said the US cannot demand talks while it raises port fees.", "oppose"),
        ("The commerce ministry said its port fees aim to protect shipping.", "support"),
        ("Bessent said China is open to talks on rare earths.", "assess"),
        ("Bessent said Washington was open to talks on rare earths.", "offer"),
        ("USTR found that China's practices in shipbuilding are unreasonable.", "assess"),
        ("The commerce ministry was blunt: the port fees will only hurt American farmers.", "oppose"),
        ("The port fees, the commerce ministry told reporters, are a power grab.", "oppose"),
        (
            "If the US insists on port fees, the commerce ministry said on Friday, China will see it through to the end.",
            "threaten",
        ),
        ("The commerce ministry said the pause in port fees was conducive to trade.", "support"),
        ("Not so, answers the commerce ministry, the port fees are a mistake.", "oppose"),
        ("Trump said the United States would aggressively revoke student visas.", "threaten"),
        ("The commerce ministry said China would properly handle the matter of TikTok.", "offer"),
        ("Bessent said he was ready to drop the port fees.", "concede"),
        ("The commerce ministry denies that it is holding back rare earths.", "assess"),
        ("Bessent said a halt to rare earths threatened factories and is wrong.", "assess"),
        ("Bessent said Beijing needed to lift its port fees.", "demand"),
        ("Beijing will see an end of the port fees only if it drops its own, Greer said.", "demand"),
        ("Bessent said Washington will not be bullied over rare earths.", "oppose"),
        ("The commerce ministry said China never feared the port fees, nor bowed to them.", "oppose"),
        ("The commerce ministry said Washington persists in its port fees.", "oppose"),
        ("The commerce ministry said the port fees forced China to answer with its own.", "oppose"),
        ("The purpose of the port fees is to safeguard shipping, the commerce ministry said.", "support"),
        ("Greer said Washington was taking decisive action to protect its shipbuilding.", "support"),
        ("Trump said he was weighing a new tariff on magnets.", "threaten"),
        ("Trump said he's considering “a huge rise in tariffs” on Chinese goods.", "threaten"),
        ("USTR found that China's practices in shipbuilding are actionable.", "assess"),
    ],
)
def test_after_a_plain_verb_the_words_tell_the_stance(text: str, stance: str) -> None:
    assert [one.rsplit(" ", 1)[1] for one in told(text)] == [stance]


def test_a_man_who_says_he_will_impose_threatens_and_a_body_that_says_so_announces() -> None:
    assert told("Trump said he would put another 100% on Chinese goods.") == ["donald-trump other threaten"]
    assert told("The commerce ministry said it would put 10% on American goods.") == []


def test_a_vow_threatens_unless_it_is_to_help() -> None:
    assert told("The commerce ministry vowed to take measures against the port fees.") == ["mofcom port-fees threaten"]
    assert told("The commerce ministry vowed to buy more soybeans.") == ["mofcom soybeans offer"]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("The port fees were condemned by China's transport ministry.", "china-transport port-fees oppose"),
        ("The port fees drew an angry response from the commerce ministry.", "mofcom port-fees oppose"),
        (
            "The end of the port fees was welcomed by the World Shipping Council.",
            "world-shipping-council port-fees support",
        ),
        ("The port fees, in the view of the commerce ministry, are a mistake.", "mofcom port-fees oppose"),
        ("As Greer put it, the port fees were a mistake.", "jamieson-greer port-fees oppose"),
    ],
)
def test_somebody_holds_what_nobody_says(text: str, position: str) -> None:
    assert told(text) == [position]


@pytest.mark.parametrize(
    "text",
    [
        "BIS added eighty firms to the Entity List, which is a long one.",
        "The President is willing to use the port fees.",
        "Beijing has never said so in its own words.",
        "A lobbyist compared the port fees to a toll: they are cheap, he said.",
        "The commerce ministry said that the requirement for rare earths was rescinded.",
        "The commerce ministry said that the port fees were being collected in Shanghai.",
        "The firms sell rare-earth magnets to Taiwan, which China claims as part of its territory.",
        "USTR invited public comments on the port fees.",
        "Beijing confirmed that it too would delay its port fees.",
        "“We have noted that the US side will approve sales of chips,” the commerce ministry said.",
    ],
)
def test_what_is_only_done_or_reported_is_no_position(text: str) -> None:
    assert told(text) == []


def test_a_country_takes_no_stand_that_its_ministry_is_heard_to_take() -> None:
    text = "Beijing denounced the port fees.\n\nThe port fees are a mistake, the commerce ministry said."
    assert told(text) == ["mofcom port-fees oppose"]


def test_an_association_that_names_no_other_issue_speaks_of_its_own_trade() -> None:
    text = "The American Soybean Association urged the White House to end the tariffs."
    assert told(text) == ["american-soybean-association soybeans demand"]


def test_a_warning_of_an_outcome_is_no_threat() -> None:
    assert told("The commerce ministry warned that the port fees are a mistake.") == ["mofcom port-fees oppose"]
    assert told("The commerce ministry warned that factories may close.") == ["mofcom other assess"]
    assert told("The commerce ministry warned that China would respond.") == ["mofcom other threaten"]


@pytest.mark.parametrize(
    "text",
    [
        "Analysts said the talks were constructive.",
        "Traders said China was unfair on soybeans.",
        "People briefed on the matter said the port fees were a mistake.",
        "A person familiar with the talks said they were constructive.",
        "State media said the talks were constructive.",
        "Economists at Nvidia said the chip rule was a mistake.",
        "Bessent said so on Monday.",
        "The talks were good.",
        "The White House declined to say whether the tariffs were fair.",
        "Bessent would not say whether the talks were constructive.",
        "Bessent was told that the talks were constructive.",
        "If China opposes the plan, the port fees will rise.",
        "Should the US side insist on pressure, the talks will end.",
    ],
)
def test_commentators_sources_and_plain_reports_take_no_position(text: str) -> None:
    assert told(text) == []


def test_one_row_for_each_speaker_issue_and_stance() -> None:
    text = "Bessent said the talks were constructive. Bessent said the talks were very good."
    assert len(article(text).positions) == 1


def test_of_two_statements_the_one_in_the_speakers_own_words_is_quoted() -> None:
    text = "Bessent said the talks in Madrid were good.\n\n“The talks were really constructive,” Bessent said."
    assert [one.quote.text[:1] for one in article(text).positions] == ["“"]


def test_a_speaker_is_quoted_rather_than_what_is_reported_of_him() -> None:
    text = "The commerce ministry condemned the port fees.\n\n“The port fees are a mistake,” the ministry said."
    assert [one.quote.text[:1] for one in article(text).positions] == ["“"]


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The talks on TikTok are over.\n\nThe talks settled the matter, Bessent said, and are a success.", "tiktok"),
        ("TikTok is for sale.\n\nSoybeans rose.\n\nThe deal for the app is a success, Bessent said.", "tiktok"),
        ("Bessent said China had been unfair on soybeans.", "soybeans"),
        ("The port fees start today. Beijing says they are unfair.", "port-fees"),
        ("The order of Friday was about fentanyl tariffs. Beijing calls the duties unfair.", "fentanyl-tariffs"),
        ("China has strict drug laws and will help, Wang Yi said.", "fentanyl-cooperation"),
        ("Magnets were on the list in Madrid. Bessent said the talks were constructive.", "other"),
        ("Boeing lost an order. Nobody gains from a trade war, Bessent said.", "other"),
        ("Magnets are short. Washington has plenty of leverage, Bessent said.", "other"),
        ("Magnets are short. Beijing said extreme pressure is not the way to deal with China.", "other"),
        ("He Yongqian said the rise in the duty on small parcels is a mistake.", "de-minimis"),
    ],
)
def test_a_statement_is_about_what_its_words_name_else_what_its_paragraph_is_about(text: str, issue: str) -> None:
    assert [one.issue for one in article(text).positions][-1] == issue


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("TikTok has a buyer.\n\nMeanwhile the app must be sold, Trump said.", "tiktok"),
        ("Soybeans rose.\n\nMeanwhile the farmers will feel very good, Bessent said.", "soybeans"),
        ("Magnets are short.\n\nThis is a mistake, Bessent said.", "rare-earths"),
        ("Magnets are short.\n\nMagnets are gone.\n\nTrump is very optimistic, Bessent said.", "rare-earths"),
    ],
)
def test_words_may_mean_an_issue_that_only_the_article_names(text: str, issue: str) -> None:
    assert [one.issue for one in article(text).positions] == [issue]


def test_a_split_quotation_is_one_statement_with_all_its_words() -> None:
    text = "“The port fees are a mistake,” the commerce ministry said. “China will never accept them.”"
    (one,) = article(text).positions
    assert one.quote.text == text


def test_a_statement_holds_the_whole_of_its_quotation() -> None:
    text = "“Our ships come in by the hundred. The port fees are excellent,” Trump said. “They come in by night.”"
    (one,) = article(text).positions
    assert one.quote.text == text


def test_a_quotation_that_takes_no_stand_is_no_position() -> None:
    assert told("“Our ships come in by night. They leave by day,” Trump said.") == []


def test_before_april_2025_the_tariffs_are_those_over_fentanyl() -> None:
    text = "China firmly opposes the American tariffs."
    assert told(text, published=date(2025, 3, 5)) == ["china fentanyl-tariffs oppose"]
    assert told(text, published=date(2025, 4, 12)) == ["china reciprocal-tariffs oppose"]


def test_from_10_october_2025_the_tariffs_are_those_of_100_percent_over_no_one_issue() -> None:
    text = "China firmly opposes the American tariffs."
    assert told(text, published=date(2025, 10, 9)) == ["china reciprocal-tariffs oppose"]
    assert told(text, published=date(2025, 10, 10)) == ["china other oppose"]


def test_of_several_issues_a_statement_is_about_that_of_the_title() -> None:
    text = "We made great progress on port fees, magnets and TikTok, Trump said."
    assert told(text, title="A call on TikTok") == ["donald-trump tiktok assess"]


def test_a_title_tells_what_words_without_an_issue_are_about() -> None:
    text = "Beijing insists that nothing has slipped."
    assert told(text, title="China is slow to buy soybeans") == ["china soybeans assess"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bessent said on Monday that the talks were constructive.", "2025-10-27"),
        ("“The talks were constructive,” Bessent said on 24 October.", "2025-10-24"),
        ("Bessent said the talks of 20 October were constructive.", ""),
        ("Bessent said the talks were constructive.", ""),
    ],
)
def test_a_statement_has_the_day_named_beside_its_verb(text: str, day: str) -> None:
    assert [one.date for one in article(text).positions] == [day]


def test_a_spokesman_goes_on_in_his_paragraph_without_a_verb_of_saying() -> None:
    text = (
        "The Ministry of Commerce stated that the new duty was an act of bullying. China's position is clear. If any party "
        "harms its interests, China will take all necessary measures. China urges the United States to lift the duty.\n"
    )
    told = {(one.speaker, one.stance) for one in article(text, title="China on the US tariffs").positions}
    assert {("mofcom", "threaten"), ("mofcom", "demand")} <= told


def test_the_acronym_given_with_a_body_names_it() -> None:
    text = (
        "The Ministry of Commerce (MOC) published a notice on Sunday.\n\nThe duty violates the rules of world trade, "
        "an MOC spokesperson said.\n"
    )
    told = article(text, title="China on the US tariffs").positions
    assert [one.speaker for one in told] == ["mofcom"]
