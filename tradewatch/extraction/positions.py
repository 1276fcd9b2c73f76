"""Who says what on which issue: speaker, side, issue, stance, the words, and the day of the statement."""

from collections.abc import Iterator, Sequence

from tradewatch.extraction.clauses import tokens_in
from tradewatch.extraction.datatypes import Reason, Sentence, Statement
from tradewatch.extraction.event_dates import placed_in
from tradewatch.extraction.issues import issues_named
from tradewatch.extraction.parsing import Reading, within
from tradewatch.extraction.quoting import quote_of
from tradewatch.extraction.rulebook import Cue
from tradewatch.extraction.speakers import Floor, speaker_in
from tradewatch.vocabulary import Genre, Stance, Topic

_OWN_WORDS = frozenset({Stance.ASSESS, Stance.SUPPORT, Stance.DEMAND})


def positions_in(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Statement]:
    """The positions of an article, one for each speaker, issue and stance."""
    floor = Floor()
    seen: set[tuple[str, str, str]] = set()
    for sentence in sentences:
        for statement in _in_sentence(sentence, reading, floor):
            key = (statement.speaker, statement.issue, statement.stance)
            if key not in seen:
                seen.add(key)
                yield statement


def _in_sentence(sentence: Sentence, reading: Reading, floor: Floor) -> Iterator[Statement]:
    text = reading.text[sentence.start : sentence.end]
    tokens = tokens_in(text)
    mentions = tuple(within(reading.mentions_within(sentence), sentence))
    speaker = "" if reading.author else speaker_in(text, tokens, mentions, floor, sentence.paragraph, reading.lexicon)
    own = not speaker
    if own:
        speaker = _issuer(text, reading)
    issues = _issues(text, reading)
    issue = issues[0] if issues else _issue_before(sentence, reading, floor, own=own)
    if issues:
        floor.issue, floor.issue_paragraph = issues[0], sentence.paragraph
    side = _side_of(speaker, reading)
    cue = _stance(text, reading.lexicon.stances) if speaker and side in ("us", "china", "other") else None
    if cue is None or sentence.is_heading or (own and cue.value not in _OWN_WORDS):
        return
    times = reading.times_within(sentence)
    placed = [one for one in placed_in(text, times, sentence.start) if one.part == "date"]
    said = placed[0].expression.edtf if len(placed) == 1 else ""
    if own and reading.article.published:
        said = reading.article.published.isoformat()
    words = cue.pattern.search(text)
    yield Statement(
        speaker=speaker,
        side=side,
        issue=issue,
        stance=cue.value,
        quote=quote_of(sentence, 0, min(len(text), 1)) if len(text) < 600 else quote_of(sentence, 0, 60),
        date=said,
        confidence=0.5 if cue.value == Stance.ASSESS else 0.65,
        rule=cue.id,
        reasons=(Reason(field="stance", rule=cue.id, words=words[0] if words else "", said=f"{speaker}: {cue.value}"),),
    )


def _issues(text: str, reading: Reading) -> tuple[str, ...]:
    found = issues_named(text, reading.lexicon)
    # Cooperation against drugs and the tariffs over them are named by the same word; the more special one goes first.
    return tuple(sorted(found, key=lambda issue: issue not in ("fentanyl-cooperation", "de-minimis"))) if found else ()


def _issue_before(sentence: Sentence, reading: Reading, floor: Floor, *, own: bool) -> str:
    """What a statement that names no issue is about: the document's own, for a quotation the last one named."""
    if own and len(reading.issues) == 1:
        return reading.issues[0]
    quoted = sentence.text[:1] in '"“'
    near = sentence.paragraph - floor.issue_paragraph <= 1
    return floor.issue if quoted and near and floor.issue else str(Topic.OTHER)


def _issuer(text: str, reading: Reading) -> str:
    """Who speaks in an official document outside any quotation, where it judges the other side."""
    if reading.article.genre != Genre.OFFICIAL:
        return ""
    if reading.author:
        judges = reading.lexicon.terms["own_judgement"].search(text)
        return reading.author if judges and not reading.lexicon.terms["operative"].search(text) else ""
    published = reading.article.publisher
    known = {actor.slug for actor in reading.gazetteer.actors}
    judges = reading.lexicon.terms["other_side_judged"].search(text)
    return published if published in known and judges else ""


def _side_of(slug: str, reading: Reading) -> str:
    return next((actor.side for actor in reading.gazetteer.actors if actor.slug == slug), "")


def _stance(text: str, stances: Sequence[Cue]) -> Cue | None:
    return next((cue for cue in stances if cue.pattern.search(text)), None)
