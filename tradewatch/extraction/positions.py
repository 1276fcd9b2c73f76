"""Who says what on which issue: speaker, side, issue, stance, the words, and the day of the statement."""

import re
from collections.abc import Iterator, Sequence

from tradewatch.extraction.attributions import Attribution
from tradewatch.extraction.clauses import tokens_in
from tradewatch.extraction.datatypes import ActorMention, Reason, Sentence, Span, Statement
from tradewatch.extraction.hearings import Hearing, is_oblique, is_reported, spokesman, take_turn, with_speakers
from tradewatch.extraction.issuers import COUNTRY, NOBODY, issuer_of
from tradewatch.extraction.known_actors import known_from
from tradewatch.extraction.parsing import Reading, within
from tradewatch.extraction.placing import placed_in
from tradewatch.extraction.quotations import Heard, as_heard
from tradewatch.extraction.quoting import quote_of
from tradewatch.extraction.salience import GOES_ON, positions_among
from tradewatch.extraction.speakers import SOMEBODY
from tradewatch.extraction.stances import Stand, stance_of, stance_of_document, stance_of_judgement
from tradewatch.extraction.stated_issues import issue_of, passed, subject_of, trade_of
from tradewatch.extraction.warned import warned
from tradewatch.vocabulary import Genre, Side, Stance

_ACRONYM = re.compile(r" \((?:the )?\"?([A-Z]{2,6})\"?\)")  # "the Ministry of Commerce (MOC)"
_PARTIES = frozenset({Side.US, Side.CHINA, Side.OTHER})
_UNSURE = frozenset({"states", "says-assess"})  # no word of the statement judges: of these half are none


def positions_in(sentences: Sequence[Sentence], reading: Reading, warnings: list[str]) -> Iterator[Statement]:
    """The positions of an article, one for each speaker, issue and stance; a sentence that fails adds a warning."""
    known = known_from(reading.gazetteer)
    hearing = Hearing(
        reading=reading, known=known, subject=subject_of(reading, sentences), issuer=issuer_of(reading, known)
    )
    heard: list[Statement] = []
    for one in as_heard(sentences, reading.text):
        with warned(warnings, f"positions of the sentence at {one.sentence.start}"):
            heard += _in_turn(one, hearing)
    yield from positions_among(heard, reading.article.text, known, official=reading.article.genre == Genre.OFFICIAL)


def _in_turn(heard: Heard, hearing: Hearing) -> Iterator[Statement]:
    hearing.inside = heard.inside
    yield from _in_sentence(heard.sentence, hearing)


def _in_sentence(sentence: Sentence, hearing: Hearing) -> Iterator[Statement]:
    reading = hearing.reading
    text = reading.text[sentence.start : sentence.end]
    mentions = tuple(within(reading.mentions_within(sentence), sentence))
    if not sentence.is_heading:
        yield from _statements(sentence, text, mentions, hearing)
    for mention in mentions:
        hearing.order += 1
        hearing.floor.named[mention.slug] = hearing.order
        hearing.floor.times[mention.slug] += 1
        if short := _ACRONYM.match(text, mention.end):
            hearing.floor.men[short[1]] = mention.slug
    passed(sentence, text, hearing.subject, reading.lexicon)


def _statements(
    sentence: Sentence, text: str, mentions: Sequence[ActorMention], hearing: Hearing
) -> Iterator[Statement]:
    tokens = tokens_in(text)
    lexicon = hearing.reading.lexicon
    floor = hearing.floor
    if take_turn(sentence, text, mentions, hearing) == NOBODY:
        return
    heard = False
    said = with_speakers(text, tokens, mentions, hearing)
    for one, speaker in said:
        heard = heard or speaker != SOMEBODY or not hearing.issuer
        man = any(lexicon.terms["spokesperson"].search(text, *span) for span in one.names)
        floor.heard(speaker, hearing.known.kind(speaker), sentence.paragraph, by_a_man=man)
        floor.quoted = '"' in text
        if hearing.known.speaks_for_a_body(speaker):
            floor.voice = speaker
            floor.named[speaker] = hearing.order
        actor = hearing.known.actors.get(speaker)
        if not actor or is_reported(one, speaker, said, hearing.known):
            continue
        content = text[one.content[0] : one.content[1]]
        stand = stance_of(text[one.start : one.end], one.stance, content, actor, lexicon)
        if stand and not hearing.reading.author:
            yield from _statement(sentence, text, one, speaker, stand, hearing)
    if not heard:
        yield from _unattributed(sentence, text, mentions, hearing)


def _unattributed(
    sentence: Sentence, text: str, mentions: Sequence[ActorMention], hearing: Hearing
) -> Iterator[Statement]:
    """A sentence without a verb of saying: a quotation that goes on, a turn of a transcript, a document's own words."""
    floor = hearing.floor
    lexicon = hearing.reading.lexicon
    whole = Attribution(start=0, end=1, stance="", content=(0, len(text)))
    speaker = ""
    if floor.turn:
        speaker = floor.turn
    elif (text[:1] == '"' or hearing.inside) and floor.quoted and sentence.paragraph - floor.paragraph <= 1:
        speaker = floor.last
        floor.paragraph = sentence.paragraph
    actor = hearing.known.actors.get(speaker)
    said_on = "" if actor or hearing.issuer else spokesman(hearing)
    if actor:
        stand = stance_of("", "", text, actor, lexicon)
        if not stand and not floor.turn:
            stand = Stand(stance="", rule=GOES_ON, words="")
    elif said_on and (stand := stance_of_document(text, lexicon)) and stand.stance != Stance.ASSESS:
        speaker = said_on  # "The ministry called the duty unlawful. China will take countermeasures."
    else:
        speaker = hearing.issuer
        stand = _documented(text, hearing) if speaker else None
        if not stand:
            _acted(mentions, text, sentence, hearing)
            return
    if stand:
        yield from _statement(sentence, text, whole, speaker, stand, hearing)


def _documented(text: str, hearing: Hearing) -> Stand | None:
    lexicon = hearing.reading.lexicon
    return stance_of_judgement(text, lexicon) if hearing.reading.author else stance_of_document(text, lexicon)


def _acted(mentions: Sequence[ActorMention], text: str, sentence: Sentence, hearing: Hearing) -> None:
    """The subject of a sentence without speech is whom "he" or "it" in the next one may mean."""
    voice = spokesman(hearing)
    for mention in mentions:
        if mention.role == "mention" and not is_oblique(text, mention, hearing):
            if voice and mention.slug == COUNTRY.get(hearing.known.side(voice)):
                return  # "China's position is clear.": the spokesman still has the floor
            kind = hearing.known.kind(mention.slug)
            hearing.floor.heard(mention.slug, kind, sentence.paragraph)
            hearing.floor.quoted = False
            return


def _statement(
    sentence: Sentence, text: str, one: Attribution, speaker: str, stand: Stand, hearing: Hearing
) -> Iterator[Statement]:
    side = hearing.known.side(speaker)
    if side not in _PARTIES:
        return
    content = text[one.content[0] : one.content[1]]
    if len(content.split()) < 4:  # "…, which he called hostile"
        content = text[text.rfind(",", 0, one.start) + 1 : max(one.end, one.content[1])] if one.end > 1 else text
    if one.end > 1 and not one.stance and not content.lstrip().startswith("that ") and " that " in content[:90]:
        content = content.split(" that ", 1)[1]
    goes_on = one.end <= 1 and (text[:1] == '"' or hearing.inside)  # a quotation may refer to the paragraph before
    lexicon = hearing.reading.lexicon
    issue = issue_of(
        content,
        text,
        sentence.paragraph - goes_on,
        hearing.subject,
        lexicon,
        trade=_trade(speaker, hearing),
    )
    yield Statement(
        speaker=speaker,
        side=side,
        issue=issue,
        stance=stand.stance,
        quote=_quoted(sentence, one),
        date=_said_on(sentence, text, one, hearing.reading),
        confidence=0.45 if stand.rule in _UNSURE else 0.65,
        rule=stand.rule,
        reasons=(Reason(field="stance", rule=stand.rule, words=stand.words, said=f"{speaker}: {stand.stance}"),),
    )


def _trade(speaker: str, hearing: Hearing) -> str:
    if speaker not in hearing.trades:
        hearing.trades[speaker] = trade_of(hearing.known.actors[speaker], hearing.reading.lexicon)
    return hearing.trades[speaker]


def _quoted(sentence: Sentence, one: Attribution) -> Span:
    return quote_of(sentence, one.start, one.end)


def _said_on(sentence: Sentence, text: str, one: Attribution, reading: Reading) -> str:
    """The day named beside the verb of saying; a document's own words are of its day."""
    own = one.end <= 1
    if own and reading.article.genre == Genre.OFFICIAL:
        return reading.article.published.isoformat() if reading.article.published else ""
    placed = [p for p in placed_in(text, reading.times_within(sentence), sentence.start) if p.part == "date"]
    if own:
        return ""
    near = [p for p in placed if not one.content[0] <= p.start < one.content[1]]
    near += [p for p in placed if one.end <= p.start <= one.end + 12 and p not in near]
    return near[0].expression.edtf if len(near) == 1 else ""
