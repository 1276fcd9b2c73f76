"""What the stages of reading hand to each other: frozen, slotted, keyword-only.

All offsets are code points into the text of the article as cut (`Article.text`), the text that is stored and shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from tradewatch.extraction.linked import Link
from tradewatch.extraction.rulebook import Lexicon as Lexicon  # noqa: PLC0414 - handed on by this name


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words of the article: `text == article.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file or web page as it came, with what its envelope (front matter, JSON, HTML meta) says; "" is not said."""

    path: str
    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: datetime | date | None = None
    updated: datetime | date | None = None
    genre: str = ""
    byline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A piece of the page that is no part of an article, and why it was left out. Offsets into `Page.text`."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as cut from a page. `text` is its body; paragraphs are separated by an empty line."""

    path: str
    place: int  # 0 for the first article of its page, 1 for the second …
    text: str
    title: str
    lead: str  # the first body paragraph
    byline: str
    publisher: str  # a publisher's slug, or the name as the page gives it
    genre: str  # a vocabulary.Genre value
    url: str
    published: date | None  # the day that relative dates count from
    published_at: datetime | None  # with zone where the page gives one
    updated_at: datetime | None
    dateline: str = ""
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, heading or list item, with its paragraph's number."""

    start: int
    end: int
    text: str
    paragraph: int
    is_heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time expression found in a text and what it means.

    `edtf` is the value ("" for a duration or a set), `timex` its TIMEX3 value or "", `precision` day, month, quarter,
    year, interval …, `source` explicit, deictic, weekday, inherited, duration or set, `rule` the grammar's rule.
    """

    start: int
    end: int
    text: str
    edtf: str
    timex: str
    precision: str
    source: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDate:
    """An event's date with the reason why it is this one: `rule` for programs, `reason` for people."""

    edtf: str
    rule: str
    reason: str
    expression: TimeExpression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """An actor of the gazetteer. `roles` are (title, first day or None, last day or None)."""

    slug: str
    name: str
    kind: str  # person, government_body, company, country, bloc, organisation
    side: str
    aliases: tuple[str, ...] = ()
    roles: tuple[tuple[str, date | None, date | None], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPublisher:
    """A publisher of the gazetteer: `hosts` and `marks` are what a page is recognised by."""

    slug: str
    name: str
    genre: str
    side: str
    hosts: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """The names that reading knows; a value, so that an alias an editor adds counts at the next run."""

    actors: tuple[KnownActor, ...]
    publishers: tuple[KnownPublisher, ...]
    # Computed once: what is made of the names is looked up by them for every sentence.
    _hashed: int = field(init=False, repr=False, compare=False)
    kinds: Mapping[str, str] = field(init=False, repr=False, compare=False)  # of each actor the sort, by its slug

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hashed", hash((self.actors, self.publishers)))
        object.__setattr__(self, "kinds", {actor.slug: actor.kind for actor in self.actors})

    def __hash__(self) -> int:
        return self._hashed


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """A name in the text. `role` is agent, target, speaker, place or mention."""

    slug: str
    side: str
    start: int
    end: int
    text: str
    role: str = "mention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A typed figure: `low` alone is "at least", `high` alone "at most"; `unit` is a vocabulary.Unit value."""

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    unit: str
    previous: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure of an act, in the codebook's terms."""

    kind: str
    low: float | None
    high: float | None
    unit: str
    object: str = ""
    previous: float | None = None
    basis: str = ""
    effective: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A number that an act goes by: {"EO", "14257"}, {"MOFCOM", "61 of 2025"}."""

    scheme: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a field has its value: the rule or cue, and the words that it rests on."""

    field: str
    rule: str
    words: str
    said: str  # a sentence for the reviewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One passage's claim that something happened; not yet an event. `trigger` is the offset of its trigger word."""

    kind: str
    action: str
    status: str
    side: str
    date: KnownDate
    effective: KnownDate
    ends: KnownDate
    actors: tuple[str, ...]
    issues: tuple[str, ...]
    instruments: tuple[Instrument, ...]
    measures: tuple[Measure, ...]
    object: str
    confidence: float
    quote: Span
    trigger: int
    ordinal: int  # tells candidates of one trigger apart, by their order in the clause
    rule: str
    reasons: tuple[Reason, ...] = ()
    subject: str = ""  # what the act falls upon, as a title names it
    # A bare back-reference ("the suspension of tariffs"): it may support an event, and is none by itself.
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReading:
    """One event as one article tells it: the fields, and all the passages of the article that report it.

    `accounts` are the candidates it was put together from, in the order of the text; the first names the event.
    """

    kind: str
    action: str
    status: str
    date: str
    effective: str
    ends: str
    side: str
    actors: tuple[str, ...]
    issues: tuple[str, ...]
    instruments: tuple[Instrument, ...]
    measures: tuple[Measure, ...]
    object: str
    title: str
    confidence: float
    accounts: tuple[Candidate, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A position: who says what on which issue, with the words."""

    speaker: str
    side: str
    issue: str
    stance: str
    quote: Span
    date: str
    confidence: float
    rule: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A sentence with a trigger that gave no event, and why not."""

    start: int
    end: int
    text: str
    rule: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleReading:
    """All that was read from one article."""

    article: Article
    in_scope: bool
    scope_reason: str
    events: tuple[EventReading, ...]
    positions: tuple[Statement, ...]
    unread: tuple[Unread, ...] = ()
    warnings: tuple[str, ...] = ()
