"""One text judged: which of its events were found, which of those are right, what was missed and what is extra."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tradewatch.evaluation.matching import Pair, PositionPair, paired, positions_met, read_as, statements_paired
from tradewatch.evaluation.told import FIELDS, GoldText, Readings, ToldArticle, ToldEvent, ToldPosition


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A gold event with the read event that tells it."""

    gold: ToldEvent
    read: ToldEvent

    @property
    def wrong(self) -> tuple[str, ...]:
        """The fields that decide whether it is right, and do not agree."""
        return tuple(name for name in FIELDS if not self.gold.accepts(self.read, name))


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedArticle:
    """An article of the gold (`is_there`), or one that reading made up; `read` says that one was read for it at all.

    `missed` are gold events that were not found, `extra` read events that are none of the gold's. Pairs with an
    optional gold event stand in neither list and not in `found`: they are `tolerated`. `statements` are the positions
    whose words were read, right or not; `unheard` are those of the gold, `unasked` those read, without such a pair.
    """

    file: str
    lead: str
    publisher: str
    is_there: bool
    read: bool
    scope_right: bool
    found: tuple[Found, ...] = ()
    tolerated: int = 0
    missed: tuple[ToldEvent, ...] = ()
    extra: tuple[ToldEvent, ...] = ()
    positions_met: int = 0
    positions_wanted: int = 0
    positions_given: int = 0
    statements: tuple[PositionPair, ...] = ()
    unheard: tuple[ToldPosition, ...] = ()
    unasked: tuple[ToldPosition, ...] = ()

    @property
    def wanted(self) -> int:
        return len(self.found) + len(self.missed)

    @property
    def given(self) -> int:
        """Read events, without those that tell an optional event: they count neither way."""
        return len(self.found) + len(self.extra)

    @property
    def right(self) -> tuple[Found, ...]:
        return tuple(one for one in self.found if not one.wrong)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedText:
    """A text with its articles as judged: what the bootstrap draws."""

    file: str
    voice: str
    gold: str  # name of the gold file
    articles: tuple[JudgedArticle, ...] = field(default=())


def judged(text: GoldText, readings: Readings, *, gold: str, source: str | None) -> JudgedText:
    """The text against what was read of it. `source` is the squashed text that quotes must stand in, None: unknown."""
    read = readings.of(text)
    articles, used = [], set()
    for article in text.articles:
        match = read_as(article, read)
        if match is None and len(read) == len(text.articles) == 1:
            match = read[0]
        used.add(id(match))
        articles.append(_judged_article(article, match, text.file, source))
    articles += [_made_up(one, text.file) for one in read if id(one) not in used]
    return JudgedText(file=text.file, voice=text.voice, gold=gold, articles=tuple(articles))


def _judged_article(gold: ToldArticle, read: ToldArticle | None, file: str, source: str | None) -> JudgedArticle:
    events = read.events if read and read.in_scope else ()
    positions = read.positions if read and read.in_scope else ()
    pairs = paired(gold.events, events, source)
    found = tuple(Found(gold=wanted, read=one) for wanted, one in _in_the_golds_order(pairs, gold.events))
    met = {id(wanted) for wanted, _ in pairs}
    told = {id(one) for _, one in pairs}
    statements = statements_paired(gold.positions, positions)
    heard = {id(one) for pair in statements for one in pair}
    return JudgedArticle(
        file=file,
        lead=gold.lead,
        publisher=read.publisher if read else "",
        is_there=True,
        read=read is not None,
        scope_right=read is not None and gold.in_scope in (None, read.in_scope),
        found=found,
        tolerated=len(pairs) - len(found),
        missed=tuple(one for one in gold.events if not one.optional and id(one) not in met),
        extra=tuple(one for one in events if id(one) not in told),
        positions_met=positions_met(gold.positions, positions),
        positions_wanted=len(gold.positions),
        positions_given=len(positions),
        statements=tuple(statements),
        unheard=tuple(one for one in gold.positions if id(one) not in heard),
        unasked=tuple(one for one in positions if id(one) not in heard),
    )


def _in_the_golds_order(pairs: Sequence[Pair], golds: Sequence[ToldEvent]) -> list[Pair]:
    place = {id(gold): at for at, gold in enumerate(golds)}
    return sorted((pair for pair in pairs if not pair[0].optional), key=lambda pair: place[id(pair[0])])


def _made_up(read: ToldArticle, file: str) -> JudgedArticle:
    """Its events count as given; that it was made up counts against scope. Its positions are not counted."""
    return JudgedArticle(
        file=file,
        lead=read.lead,
        publisher=read.publisher,
        is_there=False,
        read=True,
        scope_right=False,
        extra=read.events if read.in_scope else (),
    )
