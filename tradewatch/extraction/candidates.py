"""A sentence and all found in it → the acts that it reports, each a candidate event; and why a trigger gave none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from tradewatch.extraction.clauses import Token, clause_start, plain, tokens_in
from tradewatch.extraction.confidence import confidence_of
from tradewatch.extraction.datatypes import (
    ActorMention,
    Article,
    Candidate,
    Figure,
    Gazetteer,
    KnownDate,
    Measure,
    Reason,
    Sentence,
    TimeExpression,
    Unread,
)
from tradewatch.extraction.event_dates import EventDates, Placed, dates_of, placed_in
from tradewatch.extraction.figures import figures_in
from tradewatch.extraction.instruments import Numbered, instruments_in
from tradewatch.extraction.issues import issues_of
from tradewatch.extraction.measures import measures_of
from tradewatch.extraction.modality import Assertion, assertion_of
from tradewatch.extraction.quoting import quote_of
from tradewatch.extraction.refusals import why_no_event
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.sides import Acting, Holder, acting_side, holders_in
from tradewatch.extraction.taking_part import actors_of
from tradewatch.extraction.triggers import Finding, findings_in
from tradewatch.titles import title_of
from tradewatch.vocabulary import Action, Genre, Kind, Status


@dataclass(slots=True, kw_only=True)
class Memory:
    """What the sentences before have left behind: who acted, the last date named, the deadline of a list."""

    side: str = ""
    last_date: str = ""
    deadline: KnownDate | None = None
    paragraph: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as its sentences are read: its plain text, all names and dates in it, and whose voice it is."""

    article: Article
    text: str
    lexicon: Lexicon
    gazetteer: Gazetteer
    mentions: Sequence[ActorMention]
    times: Sequence[TimeExpression]
    speaker: str = ""  # the side of a document that speaks in the first person
    author: str = ""  # the actor who signs it
    issues: tuple[str, ...] = ()  # the tariff issues that the article as a whole is about
    memory: Memory = field(default_factory=Memory)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """One sentence with what was found in it."""

    sentence: Sentence
    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[ActorMention, ...]
    holders: tuple[Holder, ...]
    placed: tuple[Placed, ...]
    figures: tuple[Figure, ...]
    numbered: tuple[Numbered, ...]
    findings: tuple[Finding, ...]


def parsed(sentence: Sentence, reading: Reading) -> Parsed:
    """A sentence with its words, names, dates, figures and triggers; all offsets count from its start."""
    text = plain(sentence.text)
    tokens = tokens_in(text)
    findings = tuple(findings_in(text, tokens, reading.lexicon)) if tokens else ()
    mentions = tuple(_within(reading.mentions, sentence)) if findings else ()
    published = reading.article.published
    return Parsed(
        sentence=sentence,
        text=text,
        tokens=tokens,
        findings=findings,
        mentions=mentions,
        holders=holders_in(text, mentions, reading.lexicon) if findings else (),
        placed=placed_in(text, [t for t in reading.times if sentence.start <= t.start < sentence.end], sentence.start),
        figures=figures_in(text) if findings else (),
        numbered=instruments_in(text, year=published.year if published else None) if findings else (),
    )


def _within(mentions: Sequence[ActorMention], sentence: Sentence) -> Iterator[ActorMention]:
    for mention in mentions:
        if sentence.start <= mention.start and mention.end <= sentence.end:
            yield ActorMention(
                slug=mention.slug,
                side=mention.side,
                start=mention.start - sentence.start,
                end=mention.end - sentence.start,
                text=mention.text,
                role=mention.role,
            )


def candidates_from(sentence: Sentence, reading: Reading) -> Iterator[Candidate | Unread]:
    """The acts that a sentence reports, and an Unread for each trigger in it that gave none."""
    whole = parsed(sentence, reading)
    memory = reading.memory
    ordinal: dict[int, int] = {}
    for finding in whole.findings:
        result = _read(finding, whole, reading, ordinal.get(finding.start, 0))
        ordinal[finding.start] = ordinal.get(finding.start, 0) + 1
        if isinstance(result, Candidate) and result.side in ("us", "china"):
            memory.side = result.side
        yield result
    _remember(whole, memory)


def _remember(whole: Parsed, memory: Memory) -> None:
    named = [one for one in whole.placed if one.part in ("date", "by", "effective")]
    if named:
        memory.last_date = named[-1].expression.edtf
    if whole.text.rstrip().endswith(":"):
        memory.deadline = _deadline(whole)
    memory.paragraph = whole.sentence.paragraph


def _deadline(whole: Parsed) -> KnownDate | None:
    for one in whole.placed:
        if one.part == "by":
            return KnownDate(
                edtf=one.expression.edtf,
                rule="list",
                reason=f"the deadline of the list: “{one.expression.text}”",
                expression=one.expression,
            )
    return None


def _read(finding: Finding, whole: Parsed, reading: Reading, ordinal: int) -> Candidate | Unread:
    lexicon = reading.lexicon
    start = whole.tokens[clause_start(whole.tokens, finding.index)].start
    attributed = bool(lexicon.terms["speech"].search(whole.text))
    assertion = assertion_of(
        finding, whole.text, lexicon, start=start, genre=reading.article.genre, attributed=attributed
    )
    acting = acting_side(
        finding, whole.text, whole.tokens, whole.holders, lexicon, before=reading.memory.side, speaker=reading.speaker
    )
    why = assertion.dropped or why_no_event(finding, whole, acting, reading)
    if why:
        return _unread(finding, whole, why)
    return _candidate(finding, whole, reading, assertion, acting, ordinal)


def _unread(finding: Finding, whole: Parsed, why: str) -> Unread:
    sentence = whole.sentence
    return Unread(start=sentence.start, end=sentence.end, text=sentence.text, rule=finding.rule.id, why=why)


def borders_of(finding: Finding, whole: Parsed) -> tuple[int, int]:
    """Where the part of the sentence that tells of `finding` begins and ends."""
    first, last = 0, len(whole.text)
    here = (_first(finding), _last(finding))
    for other in whole.findings:
        there = (_first(other), _last(other))
        if other.start == finding.start or other.rule.kind in ("talks", "agreement") != finding.rule.kind in (
            "talks",
            "agreement",
        ):
            continue
        if there[1] <= here[0]:
            first = max(first, _split(whole.text, there[1], here[0]))
        elif there[0] >= here[1]:
            last = min(last, _split(whole.text, here[1], there[0]))
    return first, last


def _first(finding: Finding) -> int:
    return min(finding.start, finding.thing.start) if finding.thing else finding.start


def _last(finding: Finding) -> int:
    return max(finding.end, finding.thing.end) if finding.thing else finding.end


def _split(text: str, first: int, last: int) -> int:
    """The last border between two acts of a sentence: a semicolon, a comma, "and", "to retaliate" …"""
    for mark in (";", " while ", " but ", " and ", ", ", " after ", " by ", " to "):
        at = text.rfind(mark, first, last)
        if at >= 0:
            return at
    return last


def _candidate(
    finding: Finding, whole: Parsed, reading: Reading, assertion: Assertion, acting: Acting, ordinal: int
) -> Candidate:
    borders = borders_of(finding, whole)
    dates = _dates(finding, whole, reading, assertion, borders)
    action, status = _settled(finding, whole, reading, assertion, acting, dates)
    measures = measures_of(finding, whole.text, whole.figures, borders)
    near = whole.text[max(borders[0], _first(finding) - 120) : min(borders[1], _last(finding) + 120)]
    issues = issues_of(finding, near, reading.lexicon, article=reading.issues)
    instruments = tuple(dict.fromkeys(n.instrument for n in whole.numbered if borders[0] <= n.start < borders[1]))
    quote = quote_of(whole.sentence, finding.start, finding.end)
    rows: list[dict[str, object]] = [_row(measure) for measure in measures]
    thing = whole.text[finding.thing.start : finding.thing.end] if finding.thing else ""
    return Candidate(
        kind=finding.rule.kind,
        action=action,
        status=status,
        side=acting.side,
        date=dates.date,
        effective=dates.effective,
        ends=dates.ends,
        actors=actors_of(
            finding, whole.mentions, acting, borders, author=reading.author if acting.how == "order" else ""
        ),
        issues=issues,
        instruments=instruments,
        measures=measures,
        object=thing,
        title=title_of(
            kind=finding.rule.kind,
            action=action,
            status=status,
            side=acting.side,
            measures=rows,
            issues=issues,
            object=thing,
            place=place_of(whole),
        ),
        confidence=confidence_of(finding, acting, dates, status, whole.sentence, reading.article.genre),
        quote=quote,
        trigger=whole.sentence.start + finding.start,
        ordinal=ordinal,
        rule=finding.rule.id,
        reasons=(
            Reason(
                field="kind",
                rule=finding.rule.id,
                words=whole.text[finding.start : finding.end],
                said=f"rule {finding.rule.id}",
            ),
            assertion.reason(),
            acting.reason(),
            Reason(field="date", rule=dates.date.rule, words=dates.date.edtf, said=dates.date.reason),
        ),
    )


def _row(measure: Measure) -> dict[str, object]:
    return {
        "kind": measure.kind,
        "low": measure.low,
        "high": measure.high,
        "previous": measure.previous,
        "unit": measure.unit,
        "object": measure.object,
    }


def place_of(whole: Parsed) -> str:
    """The place of a meeting: "in Kuala Lumpur"."""
    from tradewatch.extraction.quoting import PLACE

    found = PLACE.search(whole.text)
    return found[1] if found else ""


def _dates(
    finding: Finding, whole: Parsed, reading: Reading, assertion: Assertion, borders: tuple[int, int]
) -> EventDates:
    own = reading.article.published if _is_own_act(finding, whole, reading) else None
    dates = dates_of(
        finding, whole.text, whole.placed, borders, status=assertion.status, own=None, last=reading.memory.last_date
    )
    if not dates.date.edtf and borders[0] > 0:
        # A date at the head of the sentence dates all its acts: "On 4 April China did this and that".
        head = [p for p in whole.placed if p.part == "date" and p.start < min(_first(f) for f in whole.findings)]
        dates = dates_of(
            finding,
            whole.text,
            [*head, *(p for p in whole.placed if p.part != "date")],
            (0, borders[1]),
            status=assertion.status,
            own=None,
        )
    if not dates.date.edtf and own:
        dates = dates_of(
            finding,
            whole.text,
            [p for p in whole.placed if p.part != "date"],
            borders,
            status=assertion.status,
            own=own,
        )
    deadline = reading.memory.deadline
    if not dates.date.edtf and deadline and assertion.status == Status.PLANNED:
        dates = EventDates(date=deadline, effective=dates.effective, ends=dates.ends)
    return dates


def _is_own_act(finding: Finding, whole: Parsed, reading: Reading) -> bool:
    if reading.article.genre != Genre.OFFICIAL or finding.rule.kind == Kind.TALKS:
        return False
    return finding.rule.id == "agreement.document" or bool(reading.lexicon.terms["performative"].search(whole.text))


def _settled(
    finding: Finding, whole: Parsed, reading: Reading, assertion: Assertion, acting: Acting, dates: EventDates
) -> tuple[str, str]:
    """Action and status once it is known who acts and when.

    An authority's published decision is the act (occurred, dated by its announcement) even where worded "will impose";
    the same words from a person are a threat. What lies after the article's day is planned.
    """
    action, status = assertion.action, assertion.status
    if status == Status.PLANNED and assertion.cue == "said_it_would" and action in (Action.IMPOSE, Action.RAISE):
        if acting.slug in ("donald-trump",) and finding.rule.kind == Kind.TARIFF:
            return Action.THREATEN, Status.OCCURRED
        if (
            dates.date.rule.startswith("nearest")
            and dates.date.edtf
            and not _is_later(dates.date.edtf, reading.article.published)
        ):
            return action, Status.OCCURRED
    if (
        status == Status.OCCURRED
        and _is_later(dates.date.edtf, reading.article.published)
        and assertion.action != Action.THREATEN
    ):
        return action, Status.PLANNED
    return action, status


def _is_later(edtf: str, published: date | None) -> bool:
    return bool(published and len(edtf) == 10 and edtf > published.isoformat())
