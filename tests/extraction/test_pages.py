"""A page as scraped, and the articles that it holds."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradewatch.extraction.datatypes import Article, KnownPublisher, Page
from tradewatch.extraction.pages import articles_in

SHARED = Path(__file__).parents[2].parent / "shared"
GAZETTE = KnownPublisher(
    slug="harbour-gazette",
    name="Harbour Gazette",
    genre="news",
    side="other",
    hosts=("gazette.example",),
    marks=("(Gazette)",),
)
MINISTRY = KnownPublisher(
    slug="some-ministry", name="Some Ministry", genre="official", side="us", hosts=("ministry.example",)
)

TRADE = (
    "The ministry said that its tariff on steel exports would rise again, and that talks with Washington on trade go on.",
    "Importers in Beijing and traders of soybeans expect that duties on exports will stay until the next round of talks.",
    "Washington answered with a tariff of its own on imports of rare earths, which traders in the ports had expected.",
    "Both sides will meet again to speak of export controls, of port fees and of the tariff on soybeans and steel.",
)
KITCHEN = (
    "Anybody can bake bread at home with flour, water, yeast and a warm oven, and most people enjoy the smell of it.",
    "Knead the dough until it feels smooth, then let it rest under a cloth in a warm corner of your kitchen.",
    "After an hour the dough has doubled, and you may shape loaves, brush them with butter and heat the oven.",
    "Bread from yesterday makes good toast, and the crumbs of it thicken any soup that your guests may want.",
)


def page(*blocks: str, **said: object) -> Page:
    return Page(path="page.txt", text="\n\n".join(blocks), **said)  # type: ignore[arg-type]


def the_only(article_page: Page, *publishers: KnownPublisher) -> Article:
    articles = articles_in(article_page, publishers=publishers)
    assert len(articles) == 1
    return articles[0]


def reasons(article: Article) -> list[str]:
    return [dropped.reason for dropped in article.dropped]


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("The ministry raised its duty on\nsteel and on the things that are\nmade of it, it said on Monday.",
         "The ministry raised its duty on steel and on the things that are made of it, it said on Monday."),
        ("**A NEW DUTY:** The order ends the *de minimis* rule for parcels.",
         "A NEW DUTY: The order ends the de minimis rule for parcels."),
        ('<span style="text-decoration: underline">Section</span> 1.  The order takes effect on Friday.',
         "Section 1. The order takes effect on Friday."),
        ("The rule says that “\\[s\\]hould any partner answer”, it may be changed.",
         "The rule says that “[s]hould any partner answer”, it may be changed."),
        ("-   The order names\u00a0four metals\u200b and two\u202f ores.", "The order names four metals and two ores."),
        ("See the [list of goods](https://ministry.example/list) for what is covered.",
         "See the list of goods for what is covered."),
        ("Duties on A&amp;B steel rose, and 3 < 4 in every table of it.", "Duties on A&B steel rose, and 3 < 4 in every table of it."),
    ],
)  # fmt: skip
def test_marks_of_the_page_go_and_words_stay(raw: str, plain: str) -> None:
    assert the_only(Page(path="page.md", text=raw)).text == plain


def test_list_items_are_paragraphs_of_their_own() -> None:
    article = the_only(page(TRADE[0], "-   It ends one rule\n    for small parcels.\n-   It keeps another."))
    assert article.text.split("\n\n")[1:] == ["It ends one rule for small parcels.", "It keeps another."]


def test_furniture_is_dropped_and_each_piece_says_why() -> None:
    article = the_only(
        page(
            "Skip to main content Menu Search", "Home | World | Business | Opinion", "Steel duty rises again", "Business",
            "Share on Facebook Share on X Copy link", "Steel duty rises again", "2025-03-04 10:30 Last Updated At:11:00",
            "A mill at night. (Photo: Mia Roe)", TRADE[0], "ADVERTISEMENT", TRADE[1], "Source: customs data",
            "Thunderstorm warning in force until 18:00", TRADE[2], "Ana Lind", "© 2025 The Gazette", "Related stories",
            "What the mills want next", "Who pays for the duty",
        )
    )  # fmt: skip
    assert article.title == "Steel duty rises again"
    assert article.text == "\n\n".join(TRADE[:3])
    assert article.byline == "Ana Lind"
    assert reasons(article) == [
        "menu", "menu", "title", "label", "share line", "repeated title", "date line", "caption", "advertisement",
        "source box", "weather alert", "signature", "copyright line", "recommended list", "recommended list",
        "recommended list",
    ]  # fmt: skip


def test_headings_between_paragraphs_stay() -> None:
    article = the_only(page("Steel duty rises", TRADE[0], "What the mills want", TRADE[1]))
    assert article.text.split("\n\n") == [TRADE[0], "What the mills want", TRADE[1]]


@pytest.mark.parametrize(
    ("stamp", "published", "at"),
    [
        ("2025-10-28 13:49 Last Updated At:13:55", date(2025, 10, 28), datetime(2025, 10, 28, 13, 49)),  # noqa: DTZ001
        ("Published: 11 April 2025, 18:40 GMT", date(2025, 4, 11), datetime(2025, 4, 11, 18, 40, tzinfo=UTC)),
        ("April 11, 2025 6:40 p.m. ET", date(2025, 4, 11),
         datetime(2025, 4, 11, 18, 40, tzinfo=timezone(timedelta(hours=-4)))),
        ("Posted Dec. 22, 2025, 6:15 a.m. ET", date(2025, 12, 22),
         datetime(2025, 12, 22, 6, 15, tzinfo=timezone(timedelta(hours=-5)))),
        ("Friday, 11 April 2025", date(2025, 4, 11), None),
        ("Friday 11 April 2025, 22:00 London", date(2025, 4, 11), datetime(2025, 4, 11, 22, 0)),  # noqa: DTZ001
        ("HARBOUR LETTER (weekly)   No. 23   April 11, 2025", date(2025, 4, 11), None),
        ("The Tariff Week | Vol. 2 | Issue 14 | 11 April 2025", date(2025, 4, 11), None),
        ("Published on 2025-04-11T18:40:00+08:00 | 5 min read", date(2025, 4, 11),
         datetime(2025, 4, 11, 18, 40, tzinfo=timezone(timedelta(hours=8)))),
    ],
)  # fmt: skip
def test_a_date_line_says_when_the_page_was_published(stamp: str, published: date, at: datetime | None) -> None:
    article = the_only(page("Steel duty rises", stamp, *TRADE))
    assert (article.published, article.published_at) == (published, at)
    assert stamp not in article.text


def test_the_number_of_a_notice_is_no_masthead() -> None:
    article = the_only(page("Steel duty rises", *TRADE, "Announcement No. 61, October 9, 2025", *TRADE))
    assert article.published is None


def test_what_a_site_says_of_itself_below_an_article_is_no_article() -> None:
    site = "Harbour Letter is a service for those who ship. It reaches readers in forty ports and is read by many. " * 4
    assert len(articles_in(page("Steel duty rises", *TRADE, "Read more", "About Harbour Letter", site, site))) == 1
    assert len(articles_in(page("Steel duty rises", *TRADE, "Read more", site, site))) == 1


def test_the_time_of_an_update_is_kept_apart() -> None:
    article = the_only(
        page("Steel duty rises", "Published: 11 April 2025, 18:40 GMT | Updated: 12 April 2025, 07:10 GMT", *TRADE)
    )
    assert article.published == date(2025, 4, 11)
    assert article.updated_at == datetime(2025, 4, 12, 7, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lead", "dateline", "published"),
    [
        (
            "BEIJING, April 11, 2025 (Gazette) — The ministry raised a duty.",
            "BEIJING, April 11, 2025 (Gazette)",
            date(2025, 4, 11),
        ),
        (
            "WASHINGTON (Gazette) - April 9, 2025 The order was signed at noon.",
            "WASHINGTON (Gazette) - April 9, 2025",
            date(2025, 4, 9),
        ),
        ("DES MOINES, Iowa (Gazette) -- Nobody bought beans this week.", "DES MOINES, Iowa (Gazette)", None),
        (
            "BEIJING, April 11 (Gazette) — The ministry raised a duty of 2025.",
            "BEIJING, April 11 (Gazette)",
            date(2025, 4, 11),
        ),
    ],
)
def test_a_wire_story_is_dated_by_its_dateline(lead: str, dateline: str, published: date | None) -> None:
    article = the_only(page("Steel duty rises", lead), GAZETTE)
    assert (article.dateline, article.published, article.publisher) == (dateline, published, "harbour-gazette")


def test_a_page_that_names_no_date_has_none_and_says_so() -> None:
    article = the_only(page("Steel duty rises", *TRADE))
    assert article.published is None
    assert article.warnings


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://gazette.example/trade/2025/04/11/steel-duty", "page.txt"),
        ("https://gazette.example/steel-duty-2025-04-11", "page.txt"),
        ("", "articles/2025-04-11-harbour-gazette-steel-duty.txt"),
    ],
)
def test_a_page_that_names_no_date_has_that_of_its_address(url: str, path: str) -> None:
    article = the_only(replace(page("Steel duty rises", *TRADE), url=url, path=path))
    assert article.published == date(2025, 4, 11)
    assert "address" in article.warnings[0]


@pytest.mark.parametrize(
    ("line", "byline"),
    [("By Ana Lind", "Ana Lind"), ("By Ana Lind and Jo Park", "Ana Lind and Jo Park"), ("By Ana Lind in Beijing", "Ana Lind"),
     ("Author: Ana Lind", "Ana Lind")],
)  # fmt: skip
def test_the_byline_names_the_author(line: str, byline: str) -> None:
    assert the_only(page("Steel duty rises", line, *TRADE)).byline == byline


def test_the_envelope_speaks_before_the_page() -> None:
    article = the_only(
        page(
            "Steel duty rises", "By Ana Lind", "Published: 11 April 2025", *TRADE,
            title="The duty on steel", byline="Jo Park", publisher="Harbour Gazette", published=date(2025, 4, 10), genre="analysis",
        ),
        GAZETTE,
    )  # fmt: skip
    assert (article.title, article.byline, article.publisher) == ("The duty on steel", "Jo Park", "harbour-gazette")
    assert (article.published, article.genre) == (date(2025, 4, 10), "analysis")


def test_front_matter_is_read_and_is_no_part_of_the_text() -> None:
    text = (
        "---\ndate: '2025-02-05'\npublished_time: 2025-02-05 11:52:56-05:00\nmodified_time: 2025-02-07 12:44:03-05:00\n"
        'source_url: https://www.ministry.example/orders/1\ntitle: "Duties on the\\\n  \\ People\\u2019s Steel"\n---\n \n'
        + TRADE[0]
    )
    article = the_only(Page(path="order.md", text=text), MINISTRY)
    assert (article.title, article.text, article.publisher) == (
        "Duties on the People’s Steel",
        TRADE[0],
        "some-ministry",
    )
    assert article.published_at == datetime(2025, 2, 5, 11, 52, 56, tzinfo=timezone(timedelta(hours=-5)))
    assert article.updated_at == datetime(2025, 2, 7, 12, 44, 3, tzinfo=timezone(timedelta(hours=-5)))


def test_a_page_put_up_after_its_day_is_dated_by_its_day() -> None:
    text = f"---\ndate: '2025-02-05'\npublished_time: 2025-02-07 11:52:56-05:00\n---\n{TRADE[0]}"
    assert the_only(Page(path="order.md", text=text)).published == date(2025, 2, 5)


@pytest.mark.parametrize(
    ("blocks", "url", "genre"),
    [
        ((*TRADE,), "https://www.gazette.example/a", "news"),
        (("Opinion", *TRADE), "https://www.gazette.example/a", "opinion"),
        ((*TRADE, "The views expressed in this article are the author's own."), "", "opinion"),
        ((*TRADE, "This note does not constitute legal advice."), "", "analysis"),
        ((*TRADE,), "https://news.ministry.example/a", "official"),
        ((*TRADE,), "https://www.agency.gov/a", "official"),
        ((*TRADE,), "", "news"),
    ],
)
def test_the_genre_is_that_of_the_page_s_own_words_then_of_its_publisher(
    blocks: tuple[str, ...], url: str, genre: str
) -> None:
    assert the_only(page("Steel duty rises", *blocks, url=url), GAZETTE, MINISTRY).genre == genre


def test_a_disclaimer_and_a_change_of_subject_part_two_articles() -> None:
    first, second = articles_in(
        page(
            "Steel duty rises", "2025-10-28 13:49", *TRADE, "Ana Lind",
            "The article is the sole responsibility of the author.", *KITCHEN, "Jo Park",
        )
    )  # fmt: skip
    assert (first.place, second.place) == (0, 1)
    assert (first.text, second.text) == ("\n\n".join(TRADE), "\n\n".join(KITCHEN))
    assert (first.byline, second.byline) == ("Ana Lind", "Jo Park")
    assert second.lead == KITCHEN[0]


def test_a_second_article_does_not_inherit_the_date_and_title_of_the_first() -> None:
    _, second = articles_in(
        page(
            "Steel duty rises", "2025-10-28 13:49", *TRADE, "Ana Lind",
            "The article is the sole responsibility of the author.", *KITCHEN, published=date(2025, 10, 28), title="Steel duty rises",
        )
    )  # fmt: skip
    assert (second.title, second.published) == ("", None)


def test_a_second_article_has_its_own_title_and_date() -> None:
    _, second = articles_in(
        page(
            "Steel duty rises", "2025-10-28 13:49", *TRADE, "© 2025 The Gazette", "Recommended articles", "Bread at home",
            "2025-10-20 09:00", *KITCHEN,
        )
    )  # fmt: skip
    assert (second.title, second.published) == ("Bread at home", date(2025, 10, 20))


def test_the_voices_that_an_article_announces_are_its_sections() -> None:
    article = the_only(
        page(
            "Steel duty rises", "2025-10-28", *TRADE[:2], "Comments by Ana Lind, Jo Park and Lo Wing are given below.",
            "What the mills lose", "- By Ana Lind", *TRADE[2:], "What the town gains", "By Jo Park", *KITCHEN,
        )
    )  # fmt: skip
    assert article.text.endswith(KITCHEN[-1])


@pytest.mark.parametrize("between", [(), ("A heading in between",), ("Read more: What the mills want",)])
def test_a_dip_alone_never_cuts(between: tuple[str, ...]) -> None:
    mixed = (
        *TRADE,
        *between,
        "Nothing of this mattered on Sunday, when the whole town went to look at boats and flags.",
        *TRADE,
    )
    assert len(articles_in(page("Steel duty rises", *mixed))) == 1


def test_a_short_remainder_below_the_end_is_no_article() -> None:
    article = the_only(
        page("Steel duty rises", *TRADE, "© 2025 The Gazette. All rights reserved.", "This site uses small files.")
    )
    assert article.text == "\n\n".join(TRADE)


def test_the_days_of_a_timeline_are_headings_of_one_article() -> None:
    days = ("April 2, 2025", "April 9, 2025", "May 12, 2025")
    blocks = [block for day, text in zip(days, TRADE, strict=False) for block in (day, text)]
    article = the_only(page("The duties, day by day", *blocks, published=date(2025, 6, 1)))
    assert article.text.split("\n\n") == blocks
    assert article.published == date(2025, 6, 1)


def test_a_digest_is_cut_where_a_title_and_a_date_follow() -> None:
    first, second = articles_in(
        page("Steel duty rises", "10 November 2025", *TRADE[:2], "Port fees fall", "11 November 2025", *TRADE[2:])
    )
    assert [(article.title, article.published) for article in (first, second)] == [
        ("Steel duty rises", date(2025, 11, 10)),
        ("Port fees fall", date(2025, 11, 11)),
    ]


def test_title_byline_and_date_may_stand_on_lines_right_below_each_other() -> None:
    head = "Steel duty rises as talks go on in the harbour town\nBy Ana Lind and Jo Park\nApril 9, 2025 7:05 a.m. ET"
    article = the_only(page(head, *TRADE))
    assert (article.title, article.byline) == (
        "Steel duty rises as talks go on in the harbour town",
        "Ana Lind and Jo Park",
    )
    assert article.published == date(2025, 4, 9)


@pytest.mark.parametrize(
    "head",
    [
        "Steel duty rises again in the harbour town: ministry\nHarbour Gazette (after a wire)\n11 April 2025",
        "Steel duty rises again in the harbour town: ministry\nTrade Update • April 11, 2025",
        "Steel duty rises again in the harbour town: ministry\n\nA letter (on trade)\n\nAna Lind, 2025-04-11",
        "Steel duty rises again in the harbour town: ministry\nHarbour Gazette / Coast Wire\n[April 11, 2025] By ANA LIND",
        "Steel duty rises again in the harbour town: ministry\nBy: Ana Lind\nUpdated: Apr 11, 2025, 19:17 GMT+00:00",
        "Steel duty rises again in the harbour town: ministry\n date 2025-04-11",
        "Steel duty rises again in the harbour town: ministry\nposted 11 April 2025",
        "Steel duty rises again in the harbour town: ministry\nsteel-trade-coast 11 April 2025",
        "Steel duty rises again in the harbour town: ministry\n\nHarbour TV World 2025-04-11 14:17 3",
    ],
)
def test_a_title_stands_above_the_publisher_and_a_date_beside_a_name(head: str) -> None:
    article = the_only(page(head, *TRADE))
    assert (article.title, article.published) == (
        "Steel duty rises again in the harbour town: ministry",
        date(2025, 4, 11),
    )
    assert article.text.split("\n\n") == list(TRADE)


@pytest.mark.parametrize(
    "head",
    [
        "Title: Steel duty rises again\nDate: Apr 11, 2025\nSource: Coast Wire\nURL: https://coast.example/steel\n",
        "Headline: Steel duty rises again\nPublished: 2025-04-11\nBy: Ana Lind\n",
        "---\ntitle: Steel duty rises again\npubDate: April 11, 2025\n---\n",
        "Steel duty rises again\n\n2025年4月11日 09:30\n",
        "FOR IMMEDIATE RELEASE\nApril 11, 2025\n\nSteel duty rises again\n",
        "Steel duty rises again\nSource: Wire Editor: lind 2025-04-11 22:15:45\n",
    ],
)
def test_a_head_is_read_in_each_of_its_forms(head: str) -> None:
    article = the_only(Page(path="page.txt", text=f"{head}\n" + "\n\n".join(TRADE)))
    assert (article.title, article.published) == ("Steel duty rises again", date(2025, 4, 11))
    assert TRADE[0] in article.text
    assert "Source" not in article.text


def test_a_day_in_dots_that_may_be_two_days_is_none() -> None:
    assert the_only(page("Steel duty rises", "4.10.2025", *TRADE)).published is None
    assert the_only(page("Steel duty rises", "10.31.2025", *TRADE)).published == date(2025, 10, 31)
    assert the_only(page("Steel duty rises", "31.10.2025", *TRADE)).published == date(2025, 10, 31)


def test_the_day_of_an_older_paper_in_a_heading_is_no_date_line() -> None:
    article = the_only(page("Steel duty rises", "The Panel Report (9 December 2022)", *TRADE))
    assert article.published is None


def test_a_dateline_below_a_note_counts_where_it_names_its_agency() -> None:
    text = "BEIJING, April 11 (Gazette) - The ministry raised a duty that dates from 2019."
    article = the_only(page("Steel duty rises", "(Adds a comment of the ministry in the second paragraph)", text))
    assert article.published == date(2025, 4, 11)


def test_a_menu_above_a_title_is_no_title() -> None:
    menu = "News Business World Culture Sport Puzzles Sign in | Subscribe"
    assert the_only(page(menu, "Steel duty rises", "11 April 2025", *TRADE)).title == "Steel duty rises"


def test_a_date_at_the_end_of_a_wrapped_line_is_no_date_line() -> None:
    text = "The ministry changed what it had laid down in the order of\nApril 2, 2025,\nand in its notice of the week after."
    assert the_only(Page(path="order.md", text=text)).text == text.replace("\n", " ")


def test_a_short_last_sentence_and_the_first_question_stay() -> None:
    article = the_only(page("Steel duty rises", "Who pays for it?", TRADE[0], "Shares fell."))
    assert article.text.split("\n\n") == ["Who pays for it?", TRADE[0], "Shares fell."]


def test_a_paragraph_that_the_page_cuts_short_stays_and_is_no_heading() -> None:
    cut = "The ministry said that port fees on its ships were unfair and that it would answer with fees of"
    assert the_only(page(*TRADE, cut)).text.endswith(cut)


def test_an_empty_page_is_one_empty_article() -> None:
    article = the_only(Page(path="empty.txt", text=" \n\n"))
    assert (article.text, article.lead, article.title) == ("", "", "")


SCRAPS = st.sampled_from(
    ["\n", "\n\n", "**", "By Ana Lind", "Recommended Articles", "2025-10-28 13:49 Last Updated At:13:49", "(Photo: x)",
     "[a](b)", "<span ", "-->", "\\", "\u200b", "\xa0", TRADE[0], KITCHEN[0], "-   item one two", "---\n", "title: x\n",
     "\u2028", "\x00", "©", "Lo Wing", "&#0;", "BEIJING, April 31 (Gazette) --", "0000-01-01 10:00"]
)  # fmt: skip


@given(st.lists(SCRAPS, max_size=40).map("".join) | st.text(max_size=300))
def test_any_page_gives_an_article_and_true_offsets_of_what_was_dropped(text: str) -> None:
    articles = articles_in(Page(path="any.txt", text=text), publishers=[GAZETTE])
    assert [article.place for article in articles] == list(range(len(articles)))
    for article in articles:
        assert all(text[dropped.start : dropped.end] == dropped.text for dropped in article.dropped)
        assert article.lead in article.text


def test_a_million_characters_in_one_line_are_read() -> None:
    assert len(the_only(Page(path="long.txt", text="word " * 200_000)).text) == 999_999


def squashed(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


@pytest.mark.skipif(
    not (SHARED / "gold" / "dev.json").exists(), reason="the shared articles and their gold are not here"
)
def test_the_articles_of_the_gold_are_found_with_title_date_lead_and_all_quotes() -> None:
    gold = json.loads((SHARED / "gold" / "dev.json").read_text())
    for text in gold["texts"]:
        (path,) = (SHARED / "articles").rglob(text["file"])
        articles = articles_in(Page(path=path.name, text=path.read_text()))
        assert len(articles) == len(text["articles"])
        for article, expected in zip(articles, text["articles"], strict=True):
            assert (article.title, str(article.published or "")) == (expected["title"], expected["published"] or "")
            assert squashed(article.lead).startswith(squashed(expected["lead"]))
            for event in expected["events"]:
                assert all(squashed(quote) in squashed(article.text) for quote in event["quotes"])


@pytest.mark.parametrize(
    ("publisher", "genre"),
    [
        ("Ministry of Commerce", "official"),
        ("US Customs and Border Protection", "official"),
        ("Office of the United States Trade Representative", "official"),
        ("Ministry Street Journal", "news"),
    ],
)
def test_an_authority_is_known_by_its_name(publisher: str, genre: str) -> None:
    page = Page(path="page.txt", text="The duties apply from today.\n", publisher=publisher)
    assert articles_in(page)[0].genre == genre


@pytest.mark.parametrize(
    "head",
    [
        ("Harbour Wire Market Letter", "0 0 0", "- Harbour Wire Market Letter", "Morning notes"),
        ("Ship fees: what now? A guide (updated)", "Aug 25", "3 min read"),
        (
            "Port Fees Hit Freight Rates Harder Than Tariffs Did Alder Institute for Trade Inc.",
            "Press release | 10/13/2025",
        ),
    ],
)
def test_a_name_and_a_title_above_the_head_of_an_article_are_no_article_of_their_own(head: tuple[str, ...]) -> None:
    article = the_only(page(*head, "Published October 13, 2025", "By Ana Lind", *TRADE))
    assert (article.byline, article.published) == ("Ana Lind", date(2025, 10, 13))
    assert article.lead == TRADE[0]


def test_what_a_colon_announces_is_of_the_same_article() -> None:
    goods = (
        "silicon",
        "rubber hoses",
        "oak furniture",
        "woollen gloves",
        "porcelain cups",
        "bicycle saddles",
        "violins",
    )
    lines = [
        f"{number}0000 – {one} of all kinds, whether painted or not, packed for sale."
        for number, one in enumerate(goods)
    ]

    def parts(announced: str) -> int:
        return len(
            articles_in(page("Tariff", "Published October 13, 2025", *TRADE, announced, "Code and words", *lines))
        )

    assert parts("The tariff of Washington applies to the following subheadings:") == 1
    assert parts("The tariff of Washington applies to a few subheadings.") == 2


def test_a_colon_before_the_head_of_another_article_announces_nothing_of_it() -> None:
    ended = f"{TRADE[1]} Read on here:"
    first, second = articles_in(
        page(
            "Steel duty rises",
            "By Jo Park",
            "October 12, 2025",
            TRADE[0],
            ended,
            "Bread",
            "By Ana Lind",
            "October 13, 2025",
            *KITCHEN,
        )
    )
    assert (first.published, second.published) == (date(2025, 10, 12), date(2025, 10, 13))
