"""What a statement is about: the issue of its words, else of its sentence, its paragraph, its article."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from tradewatch.extraction.datatypes import Sentence
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.vocabulary import Topic

_TARIFFS = (str(Topic.FENTANYL_TARIFFS), str(Topic.RECIPROCAL_TARIFFS))
_RECIPROCAL_FROM = date(2025, 4, 2)
_RARELY = (str(Topic.AGRICULTURE), str(Topic.ENERGY))  # named in lists of goods, seldom what is talked about


@dataclass(slots=True, kw_only=True)
class Subject:
    """What the article was last about, as its sentences go by."""

    main_tariff: str
    title: str = ""
    issue: str = ""
    tariff: str = ""
    paragraph: int = -10


def subject_of(reading: Reading) -> Subject:
    """The tariff issue that title and text name most; the reciprocal tariffs where none is named more."""
    text = f"{reading.article.title}. " * 3 + reading.text
    counts: Counter[str] = Counter()
    for issue in reading.lexicon.sifted_issues.for_text(text):
        if issue.id not in _RARELY:
            counts[issue.id] = sum(1 for _ in issue.pattern.finditer(text))
    found = [issue for issue, count in counts.most_common() if count and issue in _TARIFFS]
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
    return Subject(main_tariff=main, title=title)


def _first_tariffs(published: date | None) -> str:
    """What "the tariffs" are where an article names none: before April 2025 there were those over fentanyl only."""
    early = published is not None and published < _RECIPROCAL_FROM
    return str(Topic.FENTANYL_TARIFFS if early else Topic.RECIPROCAL_TARIFFS)


def issue_of(content: str, sentence: str, paragraph: int, subject: Subject, lexicon: Lexicon) -> str:
    """The issue of the words said."""
    if lexicon.terms["of_the_threat"].search(content):
        return str(Topic.OTHER)
    own = named_first(content, lexicon)
    if own and own not in _RARELY:
        return own
    same = subject.paragraph >= paragraph
    return (
        (subject.issue if same and lexicon.terms["refers_by_name"].search(content) else "")
        or _by_matter(content, subject.tariff if same else "", subject, lexicon)
        or (subject.issue if same and lexicon.terms["refers_back"].search(content) else "")
        or named_first(sentence, lexicon)
        or (subject.issue if same else "")
        or subject.title
        or str(Topic.OTHER)
    )


def _by_matter(content: str, near: str, subject: Subject, lexicon: Lexicon) -> str:
    """The issue of words that name no issue but speak of tariffs, of drugs or of the talks."""
    if lexicon.terms["of_tariffs"].search(content):
        return near or subject.main_tariff
    if lexicon.terms["of_drugs"].search(content):
        return str(Topic.FENTANYL_COOPERATION)
    return str(Topic.OTHER) if lexicon.terms["of_the_talks"].search(content) else ""


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


def passed(sentence: Sentence, text: str, subject: Subject, lexicon: Lexicon) -> None:
    """Notes what a sentence was about, for those after it."""
    issue = named_first(text, lexicon)
    if issue and issue not in _RARELY:
        subject.issue, subject.paragraph = issue, sentence.paragraph
        if issue in _TARIFFS:
            subject.tariff = issue
