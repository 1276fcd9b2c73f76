"""What a statement is about: the issue of its words, else of its sentence, its paragraph, its article."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tradewatch.extraction.datatypes import KnownActor, Sentence
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.vocabulary import Genre, Topic

_TARIFFS = (str(Topic.FENTANYL_TARIFFS), str(Topic.RECIPROCAL_TARIFFS))
_RECIPROCAL_FROM = date(2025, 4, 2)
_HUNDRED_FROM = date(2025, 10, 10)  # a further 100% on everything, over no one issue, was threatened
_HEADS_A_FIRM = re.compile(r"\b(?:CEO|[Cc]hief executive)\b")
_OFTEN = 4
_TITLE = 3  # times that a title counts
_TWICE = 2  # a single mention of fentanyl makes "the tariffs" of a later text no fentanyl tariffs
_RARELY = (str(Topic.AGRICULTURE), str(Topic.ENERGY))  # named in lists of goods, seldom what is talked about


@dataclass(slots=True, kw_only=True)
class Subject:
    """What the article was last about, as its sentences go by."""

    main_tariff: str
    title: str = ""
    issue: str = ""
    tariff: str = ""
    paragraph: int = -10
    alone: bool = False  # the title's issue is the only one that the text goes back to
    kin: tuple[str, ...] = ()  # the issues of the article that other words may mean too, the most named first
    flows: bool = True  # a paragraph goes on from the one before, as in news; an official paper has its points


def subject_of(reading: Reading, sentences: Sequence[Sentence]) -> Subject:
    """The tariff issue that title and text name most; the reciprocal tariffs where none is named more."""
    counts = Counter({issue.id: 0 for issue in reading.lexicon.issues if issue.id not in _RARELY})
    for text in [reading.article.title] * _TITLE + [reading.text[one.start : one.end] for one in sentences]:
        for issue in reading.lexicon.sifted_issues.for_text(text):
            if issue.id in counts:
                counts[issue.id] += len(issue.pattern.findall(text))
    least = 1 if _is_early(reading.article.published) else _TWICE
    found = [
        issue
        for issue, count in counts.most_common()
        if issue in _TARIFFS and count >= (least if issue == Topic.FENTANYL_TARIFFS else 1)
    ]
    main = (
        reading.issues[0]
        if len(reading.issues) == 1
        else (found[0] if found else _first_tariffs(reading.article.published))
    )
    title = named_first(reading.article.title, reading.lexicon)
    if not title and reading.lexicon.terms["of_tariffs"].search(reading.article.title):
        title = main
    if not title and counts and max(counts.values()) * 2 > counts.total():
        title = counts.most_common(1)[0][0]
    kin = tuple(issue for issue, count in counts.most_common() if count and f"kin_{issue}" in reading.lexicon.terms)
    alone = title not in ("", *_TARIFFS) and counts[title] >= _OFTEN and counts[title] * 5 >= counts.total() * 4
    return Subject(main_tariff=main, title=title, alone=alone, kin=kin, flows=reading.article.genre != Genre.OFFICIAL)


def _first_tariffs(published: date | None) -> str:
    """What "the tariffs" are where an article names none: at first there were those over fentanyl only."""
    if published is not None and published >= _HUNDRED_FROM:
        return str(Topic.OTHER)
    return str(Topic.FENTANYL_TARIFFS if _is_early(published) else Topic.RECIPROCAL_TARIFFS)


def _is_early(published: date | None) -> bool:
    return published is not None and published < _RECIPROCAL_FROM


def issue_of(
    content: str, sentence: str, paragraph: int, subject: Subject, lexicon: Lexicon, *, trade: str = ""
) -> str:
    """The issue of the words said; of a firm or an association that names none, its own trade.

    Of several that the words name it is the article's own: "progress on trade, fentanyl and TikTok", where the title
    names TikTok, else the first.
    """
    own = _own(content, lexicon)
    if own not in ("", subject.title, Topic.OTHER) and subject.title not in ("", *_TARIFFS):
        own = subject.title if subject.title in _named(content, lexicon) else own
    if not own or own in _TARIFFS or own == Topic.OTHER:
        own = trade or own
    near = subject.issue if subject.paragraph >= paragraph else ""
    before = subject.issue if subject.flows and subject.paragraph >= paragraph - 1 else ""
    return (
        own
        or (near if lexicon.terms["refers_by_name"].search(content) else "")
        or (before if lexicon.terms["refers_to_the_matter"].search(content) else "")
        or _by_matter(content, subject.tariff if near else "", subject, lexicon)
        or _kin(content, subject, lexicon)
        or _of_the_talks(content, subject, lexicon)
        or (near if lexicon.terms["refers_back"].search(content) else "")
        or named_first(sentence, lexicon)
        or near
        or (before if lexicon.terms["refers_back"].search(content) else "")
        or subject.title
        or str(Topic.OTHER)
    )


def _kin(content: str, subject: Subject, lexicon: Lexicon) -> str:
    """The issue of the article that the words mean without naming it: "the app", "the beans"."""
    return next((issue for issue in subject.kin if lexicon.terms[f"kin_{issue}"].search(content)), "")


def _own(content: str, lexicon: Lexicon) -> str:
    """The issue that the words themselves name."""
    if lexicon.terms["of_the_threat"].search(content):
        return str(Topic.OTHER)
    own = named_first(content, lexicon)
    return "" if own in _RARELY else own


def _of_the_talks(content: str, subject: Subject, lexicon: Lexicon) -> str:
    """Of the dispute as a whole, unless the article has one subject only."""
    if not lexicon.terms["of_the_talks"].search(content):
        return ""
    return subject.title if subject.alone and lexicon.terms["of_a_deal"].search(content) else str(Topic.OTHER)


def _by_matter(content: str, near: str, subject: Subject, lexicon: Lexicon) -> str:
    """The issue of words that name no issue but speak of tariffs or of drugs."""
    if lexicon.terms["of_tariffs"].search(content):
        return near or subject.main_tariff
    if lexicon.terms["of_drugs"].search(content):
        return str(Topic.FENTANYL_COOPERATION)
    return ""


def named_first(text: str, lexicon: Lexicon) -> str:
    """The issue whose words stand first; goods that are merely listed come after all others, "" where none is named."""
    found: list[tuple[bool, int, str]] = []
    for issue in lexicon.sifted_issues.for_text(text):
        hit = issue.pattern.search(text)
        if hit:
            found.append((issue.id in _RARELY, hit.start(), issue.id))
    if not found:
        return ""
    first = min(found)[2]
    if first in (Topic.FENTANYL_TARIFFS, Topic.FENTANYL_COOPERATION):
        of_tariffs = lexicon.terms["of_tariffs"].search(text)
        return str(Topic.FENTANYL_TARIFFS if of_tariffs else Topic.FENTANYL_COOPERATION)
    return first


def _named(text: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(issue.id for issue in lexicon.sifted_issues.for_text(text) if issue.pattern.search(text))


def passed(sentence: Sentence, text: str, subject: Subject, lexicon: Lexicon) -> None:
    """Notes what a sentence was about, for those after it."""
    issue = named_first(text, lexicon)
    if issue and issue not in _RARELY:
        subject.issue, subject.paragraph = issue, sentence.paragraph
        if issue in _TARIFFS:
            subject.tariff = issue


def trade_of(actor: KnownActor, lexicon: Lexicon) -> str:
    """The issue that a firm, an association or its head has by trade: soybeans of their growers; "" for officials."""
    titles = " ".join(title for title, _, _ in actor.roles)
    if actor.kind not in ("company", "organisation") and not _HEADS_A_FIRM.search(
        f"{titles} {' '.join(actor.aliases)}"
    ):
        return ""
    return named_first(f"{actor.name}, {', '.join(actor.aliases)}, {titles}", lexicon)
