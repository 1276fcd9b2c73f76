"""What front matter, JSON keys and HTML say of a page, and what they may not say."""

import json
from datetime import date, datetime, timedelta

import pytest

from tradewatch.extraction.datatypes import Page
from tradewatch.ingestion.envelopes import pages_of
from tradewatch.ingestion.inputs import File, Refused


def found(kind: str, text: str) -> list[Page | Refused]:
    return pages_of(File(path=f"a{kind}", kind=kind, data=text.encode()))


def pages(kind: str, text: str) -> list[Page]:
    return [page for page in found(kind, text) if isinstance(page, Page)]


def test_front_matter_gives_title_address_and_times_with_their_zone() -> None:
    (page,) = pages(
        ".md",
        "---\ndate: '2025-05-12'\npublished_time: 2025-05-12 08:00:00-04:00\nmodified_time: 2025-05-13 09:00:00-04:00\n"
        'source_url: https://ministry.example/a\ntitle: "A statement"\n---\nBody.\n',
    )
    assert (page.title, page.url, page.text) == ("A statement", "https://ministry.example/a", "Body.\n")
    assert isinstance(page.published, datetime)
    assert page.published.utcoffset() == timedelta(hours=-4)


def test_the_day_of_the_front_matter_stands_before_a_time_that_names_another() -> None:
    (page,) = pages(".md", "---\ndate: 2025-02-01\npublished_time: 2025-02-02 01:00:00+00:00\n---\nBody.")
    assert page.published == date(2025, 2, 1)


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        (".md", "---\ntitle: [unclosed\n---\nBody", "no YAML in line"),
        (".md", "---\n- a\n- b\n---\nBody", "key: value"),
        (".md", "---\ntitle: x\nBody without an end", "does not end"),
        (".md", "---\ntitle: x\n---\n \n", "no text"),
        (".md", "---\ndate: '2025-02-30'\n---\nBody", "2025-02-30"),
        (".md", "---\ndate: 2025-02-30\n---\nBody", "a day or number that does not exist"),
        (".md", "---\ndate: 0025-02-03\n---\nBody", "no day on which an article can have appeared"),
        (".md", "---\ntitle: {a: b}\n---\nBody", "“title” is no text"),
        (".md", "---\ntitle: " + "[" * 5000 + "\n---\nBody", "nested too deeply|no YAML"),
        (".md", "---\n---\nBody", "key: value"),
        (".md", "---\ndate: soon\n---\nBody", "“soon”"),
        (".md", "---\ngenre: gossip\n---\nBody", "“gossip” is no genre"),
        (".json", "{", "no JSON"),
        (".json", "[]", "empty"),
        (".json", '"words"', "no object"),
        (".json", '{"title": "x"}', "“text” is missing"),
        (".json", '{"title": 5, "text": "y"}', "“title” is no text"),
        (".json", '{"title": "x", "text": "y", "published": "2025-13-01"}', "2025-13-01"),
        (".json", "[" * 100_000, "nested too deeply|no JSON"),
        (".json", '{"title": ' + "9" * 5000 + "}", "no JSON that can be read"),
        (".html", "<html><body></body></html>", "no article text|cannot be read"),
    ],
)
def test_what_means_nothing_is_refused_with_what_and_where(kind: str, text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        pages(kind, text)


def test_an_article_of_a_list_that_is_not_fit_is_refused_by_its_number_and_the_others_are_read() -> None:
    rows = [{"title": "One", "text": "A."}, {"text": "B."}, 7, {"title": "Four", "text": "D \ud83d."}]
    read = found(".json", json.dumps(rows))
    assert [page.title for page in read if isinstance(page, Page)] == ["One"]
    assert [(page.path, page.why.split(",")[0]) for page in read if isinstance(page, Refused)] == [
        ("a.json#2", "the key “title” is missing or empty."),
        ("a.json#3", "it is no object with the keys title"),
        ("a.json#4", "its text holds half of a character"),
    ]


def test_words_that_no_database_can_hold_are_refused() -> None:
    (refused,) = found(".md", '---\ntitle: "a \\0 in a title"\n---\nBody')
    assert isinstance(refused, Refused)
    assert "NUL" in refused.why


def test_a_list_of_articles_gives_a_page_each_and_an_address_each() -> None:
    rows = [
        {"title": "One", "published": "2025-04-11T18:40:00+02:00", "publisher": "P", "url": "", "text": "A."},
        {"title": "Two", "text": "B."},
    ]
    one, two = pages(".json", json.dumps(rows))
    assert (one.title, one.publisher, one.path) == ("One", "P", "a.json#1")
    assert (two.title, two.published, two.path) == ("Two", None, "a.json#2")


HTML = """<!doctype html><html lang="en"><head><title>China answers | Northgate Wire</title>
<meta property="article:published_time" content="2025-04-11T18:40:00+00:00">
<meta content="2025-04-12T08:00:00+02:00" name="article:modified_time"><meta property="og:site_name" content="Northgate Wire">
<script>alert("tariffs of 999%%")</script><style>p {color: red}</style></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>China answers</h1>%s</article>
<aside>Most read: ten cakes</aside><script>document.write("more")</script></body></html>"""


def test_a_web_page_gives_its_paragraphs_and_its_time_and_no_script() -> None:
    pytest.importorskip("trafilatura")
    body = "".join(
        f"<p>Paragraph {n} says that China raised its tariff on American goods to 125 percent on Friday.</p>"
        for n in range(6)
    )
    (page,) = pages(".html", HTML % body)
    assert page.text.count("\n\n") >= 5
    assert "alert" not in page.text
    assert "999" not in page.text
    assert isinstance(page.published, datetime)
    assert page.published.hour == 18
    assert isinstance(page.updated, datetime)
    assert page.updated.utcoffset() == timedelta(hours=2)


def test_a_deeply_nested_page_ends_in_text_or_a_refusal() -> None:
    pytest.importorskip("trafilatura")
    try:
        read = [page.text for page in pages(".html", "<div>" * 5000 + "<p>words and words</p>" + "</div>" * 5000)]
    except Refused as refused:
        read = [refused.why]
    assert read
    assert all(read)


def test_front_matter_is_known_by_the_names_that_feeds_and_generators_use() -> None:
    text = "---\nheadline: Duty rises\npubDate: April 11, 2025\nsource: Coast Wire\nlink: https://coast.example/1\n---\nText."
    (page,) = pages(".md", text)
    assert (page.title, page.publisher, page.url) == ("Duty rises", "Coast Wire", "https://coast.example/1")
    assert page.published == date(2025, 4, 11)
