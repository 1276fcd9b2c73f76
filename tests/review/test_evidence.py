"""The article on the desk: its passages marked where they stand, whatever they overlap."""

import pytest
from django.contrib.auth.models import User

from tests.builders import add_mention, make_document, make_event, make_position
from tradewatch.records.models import DocumentVersion, Event, Position
from tradewatch.review import acts
from tradewatch.review.evidence import article_of, sources_of
from tradewatch.review.templatetags.desk import marked_text

pytestmark = pytest.mark.django_db

TEXT = "China raised its tariff to 125%. “We will fight,” it said.\n\nThe US answered at once."


def looks(item: Event | Position, version: DocumentVersion) -> list[tuple[str, str]]:
    """(words, look) of every piece of the article; "" where it carries no mark."""
    article = article_of(item, version)
    return [(piece.text, piece.mark.look if piece.mark else "") for line in article.paragraphs for piece in line]


def test_the_open_event_stands_out_and_the_others_are_marked() -> None:
    version = make_document(TEXT)
    here = make_event(version=version, quote="China raised its tariff to 125%.")
    make_event(version=version, quote="The US answered at once.", side="us")
    make_position(version, quote="We will fight")
    assert looks(here, version) == [
        ("China raised its tariff to 125%.", "here"),
        (" “", ""),
        ("We will fight", "position"),
        (",” it said.", ""),
        ("The US answered at once.", "event"),
    ]


def test_no_letter_of_the_text_is_lost_or_doubled() -> None:
    version = make_document(TEXT)
    event = make_event(version=version, quote="tariff to 125%. “We will fight,” it said.\n\nThe US answered")
    make_position(version, quote="125%. “We will fight")
    words = "".join(words for words, _ in looks(event, version))
    assert words == TEXT.replace("\n", "")


def test_where_passages_overlap_the_open_ones_words_win() -> None:
    version = make_document(TEXT)
    here = make_event(version=version, quote="tariff to 125%")
    make_event(version=version, quote="China raised its tariff to 125%.", side="us")
    assert looks(here, version)[:3] == [("China raised its ", "event"), ("tariff to 125%", "here"), (".", "event")]


def test_every_passage_keeps_its_number_when_another_lies_over_it() -> None:
    version = make_document(TEXT)
    here = make_event(version=version, quote="The US answered at once.")
    make_event(version=version, quote="The US answered at once.", side="us")
    article = article_of(here, version)
    html = "".join(marked_text(line) for line in article.paragraphs)
    assert html.count("<sup") == 2
    assert html.count('id="here"') == 1


def test_the_text_of_an_article_is_never_markup() -> None:
    version = make_document("China <script>alert(1)</script> raised it. It did.")
    event = make_event(version=version, quote="It did.")
    html = "".join(marked_text(line) for line in article_of(event, version).paragraphs)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_article_counts_what_it_tells() -> None:
    version = make_document(TEXT)
    make_event(version=version, quote="China raised its tariff to 125%.")
    second = make_event(version=version, quote="The US answered at once.", side="us")
    article = article_of(second, version)
    assert (article.place, article.items) == (2, 2)


def test_what_is_off_the_timeline_is_not_marked_in_anothers_article(editor: User) -> None:
    version = make_document(TEXT)
    here = make_event(version=version, quote="China raised its tariff to 125%.")
    other = make_event(version=version, quote="The US answered at once.", side="us")
    acts.reject(other, by=editor, because="No act.")
    assert ("The US answered at once.", "") in looks(here, version)
    other.refresh_from_db()
    assert ("The US answered at once.", "here") in looks(other, version)


def test_the_most_trusted_article_comes_first() -> None:
    event = make_event()
    official = make_document(genre="official")
    add_mention(event, official, event.mentions.get().readings.get().values)
    assert [version.genre for version in sources_of(event)] == ["official", "news"]


def test_what_looked_like_an_act_and_was_read_as_none_is_told_with_the_reason() -> None:
    version = make_document(TEXT)
    start = TEXT.index("The US answered")
    version.unread = [{"start": start, "end": len(TEXT), "rule": "talks.reply", "why": "nobody is named who acts"}]
    version.save(update_fields=["unread"])
    event = make_event(version=version, quote="China raised its tariff to 125%.")
    (unread,) = article_of(event, version).unread
    assert (unread.words, unread.why) == ("The US answered at once.", "nobody is named who acts")
