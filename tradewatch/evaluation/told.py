"""What a gold file and a reading say of events, positions and articles, in one set of types."""

from collections.abc import Mapping
from dataclasses import dataclass, field

FIELDS = ("action", "status", "side", "date")  # a found event is right when all of these agree
LATER = ("effective", "ends")
LISTS = ("actors", "issues")
STATED = ("speaker", "issue", "stance")  # a position is met when all of these agree, and its words are among those read

Figure = tuple[str, float | str | None, float | str | None]  # kind, low, high


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvent:
    """An event as the gold or a reading tells it. `words` holds kind, FIELDS and LATER; "" is nothing said."""

    words: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    figures: frozenset[Figure]
    quotes: tuple[str, ...]
    confidence: float | None = None  # of a reading
    also_right: Mapping[str, frozenset[str]] = field(default_factory=dict)  # of gold: other values a coder may give
    optional: bool = False  # of gold: finding it earns nothing, missing it costs nothing

    @property
    def kind(self) -> str:
        return self.words["kind"]

    def accepts(self, other: "ToldEvent", name: str) -> bool:
        """The other's value for a field is this gold event's, or one of those that a coder may also give."""
        return other.words[name] == self.words[name] or other.words[name] in self.also_right.get(name, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPosition:
    """Who says what on which issue, in which words."""

    speaker: str
    issue: str
    stance: str
    quote: str

    def differs(self, other: "ToldPosition") -> tuple[str, ...]:
        """The fields that decide whether it is the same position, and do not agree."""
        return tuple(name for name in STATED if getattr(self, name) != getattr(other, name))


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldArticle:
    """One article of the gold or of a reading. `in_scope` is None where the coders disagreed."""

    lead: str
    in_scope: bool | None
    events: tuple[ToldEvent, ...]
    positions: tuple[ToldPosition, ...]
    publisher: str = ""  # of a reading


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """One file with its articles; `voice` is the sort of text (wire, ministry, law firm …) where the gold says it."""

    file: str
    voice: str
    articles: tuple[ToldArticle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A gold file; `name` is what the report calls it."""

    name: str
    texts: tuple[GoldText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """Articles as read, by the bare name of their file."""

    by_file: Mapping[str, tuple[ToldArticle, ...]]

    def of(self, text: GoldText) -> tuple[ToldArticle, ...]:
        return self.by_file.get(text.file, ())
