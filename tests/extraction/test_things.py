"""Shorter words for a thing where the article is about it, and words that point back at the measure told before."""

from datetime import date

from tests.extraction.reading import LEXICON, acts, events
from tradewatch.extraction.clauses import plain, tokens_in
from tradewatch.extraction.things import NOTHING, Around, things_in, words_about


def sorts(sentence: str, around: Around = NOTHING) -> list[str]:
    text = plain(sentence)
    return [thing.sort for thing in things_in(text, tokens_in(text), LEXICON, around)]


def test_planes_are_the_makers_only_where_the_article_is_about_it() -> None:
    assert "aircraft" not in sorts("China sent back two planes.")
    assert "aircraft" in sorts("China sent back two planes.", Around(words=frozenset({"boeing"})))


def test_an_article_is_about_what_it_names_time_and_again() -> None:
    assert words_about("TikTok was to be sold. TikTok's owner refused. TikTok went dark.", LEXICON) == {"tiktok"}
    assert words_about("TikTok was to be sold.", LEXICON) == frozenset()
    assert words_about("The app was to be sold.", LEXICON, "What becomes of TikTok") == {"tiktok"}


def test_the_order_is_the_measure_told_just_before() -> None:
    assert sorts("The order was paused.") == []
    assert sorts("The order was paused.", Around(told="tariff")) == ["tariff"]


def test_what_befalls_the_measure_told_before_is_an_act_of_its_own() -> None:
    text = (
        "On February 1 Trump imposed a 10% tariff on Chinese goods. Beijing protested. "
        "The order was suspended on February 5."
    )
    assert "tariff suspend occurred us" in acts(text, published=date(2025, 2, 8))


def test_words_that_point_back_report_no_new_measure() -> None:
    text = "Trump raised his tariff on Chinese goods on April 9. He announced the move on social media."
    assert acts(text, published=date(2025, 4, 10)) == ["tariff raise occurred us"]


def test_what_the_two_do_to_each_other_are_two_acts() -> None:
    text = "The US and China imposed new port fees on each other's ships on Tuesday."
    assert acts(text, published=date(2025, 10, 15)) == [
        "port_fee impose occurred us",
        "port_fee impose occurred china",
    ]


def test_cuts_that_both_agree_on_are_told_by_the_agreement() -> None:
    text = "The United States and China have agreed to slash their tariffs for 90 days."
    assert acts(text, published=date(2025, 5, 12)) == ["agreement agree occurred both"]


def test_it_that_hits_back_is_the_other_side() -> None:
    text = "The US put 145% tariffs on imports from China and it hit back with a 125% tax on US products."
    assert acts(text, published=date(2025, 4, 23)) == ["tariff impose occurred us", "tariff impose occurred china"]


def test_acts_of_the_first_term_are_none_of_the_dispute() -> None:
    text = "In his first term, Trump imposed tariffs on China. In April Trump raised the tariff on China to 145%."
    assert acts(text, published=date(2025, 4, 23), title="US and China") == ["tariff raise occurred us"]


def test_the_day_on_which_a_tariff_just_told_begins_is_no_second_act() -> None:
    text = "Trump levies 34% on all Chinese goods, to take effect on April 9."
    assert acts(text, published=date(2025, 4, 3)) == ["tariff impose occurred us"]


def test_the_tariffs_that_take_effect_are_those_just_told() -> None:
    text = "On April 2 Trump announced a 34% tariff on Chinese goods. The sweeping tariffs take effect on April 9."
    (event,) = events(text, published=date(2025, 4, 3))
    assert (event.date, event.effective) == ("2025-04-02", "2025-04-09")


def test_talks_with_other_countries_are_none_of_the_two() -> None:
    text = "China and the US are at odds. Negotiations with other countries will begin next week, Trump said."
    assert not [act for act in acts(text, published=date(2025, 4, 8)) if act.startswith("talks")]


def test_a_pronoun_after_a_verb_stands_for_the_thing_named_before() -> None:
    told = acts("China imposed a 34% tariff on US goods on April 4 but suspended it a month later.")
    assert {"tariff impose occurred china", "tariff suspend occurred china"} <= set(told)


def test_its_own_is_the_like_thing_of_the_other_side() -> None:
    text = (
        "On Monday Beijing suspended its port fees on American ships; Washington had stood down its own a day before."
    )
    told = [e for e in events(text, published=date(2025, 11, 12)) if e.kind == "port_fee"]
    assert {(e.side, e.action) for e in told} == {("china", "suspend"), ("us", "suspend")}


def test_its_own_before_a_noun_points_at_nothing() -> None:
    text = "On Monday Beijing suspended its port fees on American ships; Washington dropped its own plan for a parade."
    told = [e for e in events(text, published=date(2025, 11, 12)) if e.kind == "port_fee"]
    assert {e.side for e in told} == {"china"}
