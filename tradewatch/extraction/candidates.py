"""A sentence and all found in it → the acts that it reports, each a candidate event; and why a trigger gave none."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tradewatch.extraction.belonging import is_of_other_side
from tradewatch.extraction.clauses import clause_start
from tradewatch.extraction.confidence import confidence_of
from tradewatch.extraction.consequences import as_felt, is_felt
from tradewatch.extraction.datatypes import Candidate, Reason, Sentence, Unread
from tradewatch.extraction.dating import dates_for, is_ahead, too_early
from tradewatch.extraction.doers import doer_of
from tradewatch.extraction.echoes import echoes_of
from tradewatch.extraction.event_dates import NO_DATE, EventDates, words_of
from tradewatch.extraction.figures import figures_in
from tradewatch.extraction.follow_ups import as_terms, only_terms, terms_of_last
from tradewatch.extraction.holders import Holder
from tradewatch.extraction.hunches import hunch_of, is_hunch, is_loose, told_by
from tradewatch.extraction.issues import issues_of
from tradewatch.extraction.measures import amended_rate, measures_of
from tradewatch.extraction.modality import Assertion, as_asserted, assertion_of, carried_over
from tradewatch.extraction.owners import by_thing
from tradewatch.extraction.parsing import Parsed, Reading, borders_of, parsed
from tradewatch.extraction.parting import apart
from tradewatch.extraction.pauses import as_told
from tradewatch.extraction.pointing import is_changed_here, only_points_back
from tradewatch.extraction.promises import promise_of, promiser
from tradewatch.extraction.quoting import quote_of
from tradewatch.extraction.reactions import by_owner_named
from tradewatch.extraction.refusals import why_no_event
from tradewatch.extraction.remembering import remember, remember_act
from tradewatch.extraction.same_measures import account_meant, side_told
from tradewatch.extraction.scenes import Acting, Scene
from tradewatch.extraction.settling import DECREED, by_figures, is_decreed, is_leave, is_said, settled
from tradewatch.extraction.sides import acting_side
from tradewatch.extraction.subjects import subject_of
from tradewatch.extraction.tagged_days import day_of_saying
from tradewatch.extraction.taking_part import actors_of
from tradewatch.extraction.telling import tell, tell_sentence
from tradewatch.extraction.threatening import by_utterer
from tradewatch.extraction.told_after import day_after_semicolon, day_of_last
from tradewatch.extraction.triggers import OF_THING, Finding
from tradewatch.extraction.turning_back import turned_back
from tradewatch.extraction.volumes import by_volume
from tradewatch.vocabulary import Action, Kind, MeasureKind, Status, Topic

_DEALT = frozenset({"agreed_to", "infinitive"})  # "agreed to pause duties", "an agreement to pause them"
_SUMS = DECREED - {Kind.PORT_FEE}  # what a deal tells of both, and the text again of each
# "… is expected to move markets, as China imposes fees": what is expected is not what comes after, nor in a clause
# that tells of the thing.
_NEXT_CLAUSE = re.compile(
    r", (?=(?:as|because|since|when|after) (?:the )?(?:[A-Z]|both |two |ministry|administration))"
)
_CONTINUES = re.compile(r"\b(?:continues?|remains?|stays?|goes on|go on|will (?:continue|remain|stay|go on))\b", re.I)
MOST_ACTS = 16  # acts that one sentence is believed to report
NEAR = 120  # characters around an act whose words say what it is about


def candidates_from(sentence: Sentence, reading: Reading) -> Iterator[Candidate | Unread]:
    """The acts that a sentence reports, and an Unread for each trigger in it that gave none."""
    whole = parsed(sentence, reading)
    ordinals: dict[int, int] = {}
    if only_terms(whole, reading):
        told = list(terms_of_last(whole, reading))
        if told:
            yield from told
            tell_sentence(whole, reading, acted=True)
            remember(whole, reading)
            return
    yield from terms_of_last(whole, reading)
    yield from day_of_last(whole, reading)
    before: tuple[Finding, Assertion] | None = None
    acted = False
    for finding in whole.findings[:MOST_ACTS]:
        assertion = carried_over(finding, whole.text, before) or _assertion(finding, whole, reading)
        before = finding, assertion
        result = _read(finding, whole, reading, assertion)
        if isinstance(result, Unread):
            yield result
            continue
        for candidate in result:
            ordinal = ordinals.get(candidate.trigger, 0)
            ordinals[candidate.trigger] = ordinal + 1
            yield as_terms(replace(candidate, ordinal=ordinal) if ordinal else candidate, reading)
            remember_act(candidate, finding, whole, reading)
            reading.memory.last, reading.memory.last_paragraph = candidate, sentence.paragraph
            reading.memory.recent.append(candidate)
            acted = acted or candidate.status == Status.OCCURRED
    if not whole.findings:
        yield from _likely(whole, reading)
    yield from echoes_of(whole, reading)
    yield from day_after_semicolon(whole, reading)
    tell_sentence(whole, reading, acted=acted)
    remember(whole, reading)


def _likely(whole: Parsed, reading: Reading) -> Iterator[Candidate | Unread]:
    """What the words of a sentence make likely in which no rule fires; the sentences after it know nothing of it."""
    finding = hunch_of(whole, reading)
    if finding is None:
        return
    whole = replace(whole, findings=(finding,), figures=figures_in(whole.text))
    result = _read(finding, whole, reading, _assertion(finding, whole, reading))
    if isinstance(result, Unread):
        yield result
    else:
        yield from (replace(one, ordinal=number) for number, one in enumerate(result))


def _assertion(finding: Finding, whole: Parsed, reading: Reading) -> Assertion:
    lexicon = reading.lexicon
    if promised := promise_of(finding, whole.text, reading):
        return promised
    start = whole.tokens[clause_start(whole.tokens, finding.index)].start
    opened = (found.end() for found in _NEXT_CLAUSE.finditer(whole.text, start))
    start = max((at for at in opened if at <= finding.first), default=start)
    attributed = bool(lexicon.terms["speech"].search(whole.text))
    return assertion_of(finding, whole.text, lexicon, start=start, genre=reading.article.genre, attributed=attributed)


def _read(finding: Finding, whole: Parsed, reading: Reading, assertion: Assertion) -> list[Candidate] | Unread:
    lexicon = reading.lexicon
    scene = Scene(
        text=whole.text,
        tokens=whole.tokens,
        holders=_who_may_act(finding, whole, reading),
        lexicon=lexicon,
        before=promiser(whole, reading) or reading.memory.subject or reading.memory.side,
        speaker=reading.speaker,
        told=side_told(finding, whole.text, reading),
        follows=reading.memory.last_paragraph == whole.sentence.paragraph,
    )
    meant = as_told(finding, scene, lexicon)
    if meant is not finding:
        finding, assertion = meant, replace(assertion, action=meant.rule.action)
    acting = acting_side(as_asserted(finding, assertion), scene)
    acting = by_owner_named(by_thing(acting, finding, whole, reading), finding, whole)
    acting = by_utterer(acting, assertion, finding.rule.kind, whole)
    why = (
        assertion.dropped
        or why_no_event(finding, scene, acting, reading)
        or _is_told_by_deal(assertion, acting, finding, whole)
    )
    if why:
        return _unread(finding, whole, why)
    parts = list(by_volume(finding, whole, borders_of(finding, whole)))
    read = [_candidate(finding, whole, reading, assertion, acting, part) for part in parts]
    told = [one for candidate in read for one in apart(candidate, finding, whole, lexicon)]
    published = reading.article.published if assertion.status == Status.OCCURRED else None
    kept = [one for one in told if not too_early(one.date, published)]
    if not kept and is_hunch(finding.rule.id):
        return _unread(finding, whole, too_early(told[0].date, published))
    if not kept:
        tell(told[0], finding, whole, reading)  # the story has turned to that time all the same
        return _unread(finding, whole, too_early(told[0].date, published))
    return kept


def _who_may_act(finding: Finding, whole: Parsed, reading: Reading) -> tuple[Holder, ...]:
    """Who is named in the sentence; no firm puts on a duty, opens an inquiry or keeps a list."""
    if finding.rule.kind not in DECREED:
        return whole.holders
    kinds = reading.gazetteer.kinds
    return tuple(one for one in whole.holders if kinds.get(one.slug) != "company")


def _is_told_by_deal(assertion: Assertion, acting: Acting, finding: Finding, whole: Parsed) -> str:
    """Why "both sides agreed to cut tariffs" is the deal alone, "" where it is not: the cuts are told one by one."""
    deal = any(one.rule.kind == Kind.AGREEMENT and one.rule.action == Action.AGREE for one in whole.findings)
    is_sum = acting.side == "both" and finding.rule.kind in _SUMS and assertion.cue in _DEALT
    return "the agreement that is told says it of both" if deal and is_sum else ""


def _unread(finding: Finding, whole: Parsed, why: str) -> Unread:
    sentence = whole.sentence
    return Unread(start=sentence.start, end=sentence.end, text=sentence.text, rule=finding.rule.id, why=why)


def _candidate(
    finding: Finding, whole: Parsed, reading: Reading, assertion: Assertion, acting: Acting, borders: tuple[int, int]
) -> Candidate:
    decided = is_said(finding, whole.text, assertion, reading) and finding.rule.kind in DECREED
    decided = decided and not is_of_other_side(finding, whole.text, acting.side)
    told = (Status.OCCURRED, Status.DENIED)  # what is denied is dated by the words that deny it
    foretold = assertion.status not in told and not (decided or is_leave(finding))
    decreed = is_felt(finding, assertion) or is_decreed(finding, whole.text, assertion, acting, reading)
    dates = dates_for(
        finding, whole, reading, assertion.status, borders, side=acting.side, decreed=decreed, foretold=foretold
    )
    dates = turned_back(dates, assertion.status, assertion.cue, reading.article.published)
    dates = as_felt(dates, finding, assertion, reading)
    action, status = settled(finding, whole.text, reading, assertion, acting, dates)
    status = Status.OCCURRED if is_felt(finding, assertion) else status
    if action == Action.THREATEN and is_ahead(dates.date.edtf, reading.article.published):
        # The day named is the one on which the harm would begin, not that of the threat.
        dates = EventDates(date=day_of_saying(finding, whole) or NO_DATE, effective=dates.date, ends=dates.ends)
    measures = () if is_changed_here(finding, whole) else measures_of(finding, whole.text, whole.figures, borders)
    amended = amended_rate(finding)
    if amended:
        measures = (amended, *(one for one in measures if one.kind == MeasureKind.DURATION))
        if finding.rule.action != Action.SUSPEND:
            action = Action.RAISE if (amended.low or 0) > (amended.previous or 0) else Action.LOWER
    action = by_figures(action, finding, whole.text, measures)
    begins = 0 if finding.rule.apart else borders[0]  # "the controls on magnets that it announced": of the same thing
    near = whole.text[max(begins, finding.first - NEAR) : min(borders[1], finding.last + NEAR)]
    heading = reading.memory.heading
    issues = issues_of(
        finding,
        near,
        whole.text,
        reading.lexicon,
        heading=heading,
        article=reading.issues,
        day=dates.date.edtf,
    )
    meant = account_meant(finding, whole.text, reading)
    pointed_at = reading.memory.last if finding.thing and finding.thing.points else meant
    issues = pointed_at.issues if pointed_at else issues
    thing = _object(finding, whole)
    own_numbers = (one.instrument for one in whole.numbered if _is_its_own(one.start, finding, borders))
    instruments = tuple(dict.fromkeys(own_numbers))
    return Candidate(
        kind=finding.rule.kind,
        action=action,
        status=status,
        side=acting.side,
        date=dates.date,
        effective=dates.effective,
        ends=dates.ends,
        actors=actors_of(
            finding,
            whole.mentions,
            acting,
            borders,
            text=whole.text,
            kinds=reading.gazetteer.kinds,
            issues=issues,
            doer=doer_of(finding, acting, whole, reading, [one.scheme for one in instruments]),
        ),
        issues=issues,
        instruments=instruments,
        measures=measures,
        object=thing,
        subject=(meant.subject if meant else "")
        or subject_of(
            finding,
            whole.text,
            borders,
            _firms(whole, borders, reading),
            reading.lexicon,
            side=acting.side,
            alone=len(whole.findings) == 1,
        ),
        confidence=confidence_of(finding, acting, dates, status, whole.sentence, reading.article.genre),
        quote=quote_of(whole.sentence, finding.start, finding.end),
        trigger=whole.sentence.start + finding.start,
        ordinal=0,
        rule=finding.rule.id,
        reasons=(
            Reason(
                field="kind",
                rule=finding.rule.id,
                words=whole.text[finding.start : finding.end],
                said=f"{finding.rule.kind}, {finding.rule.action}: {told_by(finding)}",
            ),
            assertion.reason(),
            acting.reason(),
            Reason(field="date", rule=dates.date.rule, words=words_of(dates.date), said=dates.date.reason),
        ),
        weak=_goes_on(finding, whole.text, dates)
        or is_loose(finding, whole, reading, acting.side, status, dates)
        or (acting.how != "grant" and only_points_back(finding, whole, dates, measures)),
    )


def _goes_on(finding: Finding, text: str, dates: EventDates) -> bool:
    """True of "the duty that has applied since 1 January continues": how long it has stood, and no act by itself."""
    stands = finding.voice in OF_THING and dates.date.rule == "since"
    return stands and _CONTINUES.search(text, finding.end) is not None


def _firms(whole: Parsed, borders: tuple[int, int], reading: Reading) -> list[str]:
    """The firms named in a part of a sentence, as they are called there."""
    kinds = reading.gazetteer.kinds
    near = [one for one in whole.mentions if borders[0] <= one.start < borders[1]]
    return list(dict.fromkeys(one.text for one in near if kinds.get(one.slug) == "company"))


def _object(finding: Finding, whole: Parsed) -> str:
    if finding.thing is not None:
        return whole.text[finding.thing.start : finding.thing.end]
    told = finding.rule.kind in (Kind.EXPORT_CONTROL, Kind.TALKS) or finding.rule.issue == Topic.TIKTOK
    return whole.text[finding.begin : finding.end] if told else ""


def _is_its_own(start: int, finding: Finding, borders: tuple[int, int]) -> bool:
    if finding.voice == "recital":
        return start == finding.start
    return borders[0] <= start < borders[1] and start < finding.start
