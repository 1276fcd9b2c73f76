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
            {"scott-bessent", "he-lifeng"},
        ),
        (
            "Scott Bessent, Trade Representative Jamieson Greer and Vice Premier He Lifeng held talks in Stockholm.",
            "talks",
            {"scott-bessent", "jamieson-greer", "he-lifeng"},
        ),
        (
            "Bessent said that he would meet the Chinese side for trade talks in Geneva on Saturday.",
            "talks",
            {"scott-bessent", "china"},
        ),
        (
            "The United States will suspend 24 points of the tariff on goods of China (including those of Hong Kong).",
            "tariff",
            {"united-states", "china"},
        ),
    ],
)
def test_those_who_act_and_those_acted_on_take_part(text: str, kind: str, actors: set[str]) -> None:
    told = next(event for event in events(text, title="US and China in trade war") if event.kind == kind)
    assert set(told.actors) == actors


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        (
            "The Transport Ministry said that ships owned or operated by the United States would pay a special fee "
            "in Chinese ports.",
            "port_fee",
            "china-transport",
        ),
        (
            "China's State Council Tariff Commission said it would add 15% to the price of US chicken from 10 March.",
            "tariff",
            "tariff-commission",
        ),
        ("The Chinese commerce ministry banned exports of gallium to the United States.", "export_control", "mofcom"),
        ("China's Ministry of Commerce added 14 firms to its unreliable entity list.", "export_control", "mofcom"),
        ("President Donald Trump put off the TikTok ban once more, to 16 December.", "corporate", "donald-trump"),
        ("BIS added 23 Chinese firms to its entity list.", "export_control", "bis"),
        ("China added 14 US firms to its unreliable entity list.", "export_control", "china"),
    ],
)
def test_the_body_or_person_named_as_acting_acts_and_not_its_country(text: str, kind: str, doer: str) -> None:
    told = next(event for event in events(text, title="US and China in trade war") if event.kind == kind)
    assert told.actors[0] == doer


def test_a_body_goes_on_to_do_only_what_is_in_its_field() -> None:
    text = (
        "The Commerce Ministry of China put 15 US firms on its export control list on Tuesday. "
        "The tariff on US soybeans was raised to 20% by China at the same time."
    )
    raised = next(event for event in events(text, title="US and China in trade war") if event.kind == "tariff")
    assert raised.actors[0] == "china"


def test_an_act_on_the_app_has_it_as_its_target_though_only_the_article_names_it() -> None:
    text = "Trump signed an order on TikTok on 25 September. He extended the reprieve of the app to 16 December."
    extended = next(event for event in events(text, title="TikTok and China") if event.action == "extend")
    assert set(extended.actors) == {"donald-trump", "tiktok"}


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
