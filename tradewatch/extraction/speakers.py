"""Who speaks in a sentence: "Bessent said", "said Li", "according to the ministry", "He Yongqian: …"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tradewatch.extraction.clauses import Token, token_at
from tradewatch.extraction.datatypes import ActorMention
from tradewatch.extraction.rulebook import Lexicon

REACH = 110  # characters between a speaker and the verb of saying, at most
INVERTED_REACH = 5  # tokens between "said" and the speaker after it
NEAR = 2  # paragraphs over which a speaker keeps the floor
_INVERTED = frozenset({"said", "says", "according", "added", "wrote"})
_COUNTRIES = frozenset({"china", "united-states"})
_OFFICIALS = re.compile(r"\s(?:officials?|negotiators?|side's|diplomats?|media|buyers?|importers?)\b")
_QUESTION = re.compile(
    r"\s*(?:Q|Question|Reporter|Journalist|[A-Z]{2,8}|[A-Z][a-z]+ (?:News|Daily|Times|TV|Radio))\s?:"
)
_TURN = re.compile(r"\s*[A-Z][\w'. -]{1,60}:\s")
_QUOTED = re.compile(r'\s*"')
_COMMENTATORS = re.compile(
    r"\b(?:analysts?|economists?|commentators?|experts?|strategists?|professors?|researchers?"
    r"|traders?|investors?|columnists?|fellow)\b",
    re.I,
)


@dataclass(slots=True, kw_only=True)
class Floor:
    """Who has the floor: the last speaker, and in which paragraph."""

    slug: str = ""
    paragraph: int = -10
    issue: str = ""
    issue_paragraph: int = -10
    turn: bool = False  # in a transcript a speaker keeps the floor until the next one is named


def speaker_in(
    text: str, tokens: Sequence[Token], mentions: Sequence[ActorMention], floor: Floor, paragraph: int, lexicon: Lexicon
) -> str:
    """The slug of the speaker of a plain sentence, "" where nobody known speaks; `floor` is brought up to date."""
    people = [mention for mention in mentions if mention.role == "mention" and mention.side in ("us", "china")]
    turn = _TURN.match(text)
    named = next((m.slug for m in people if m.end <= turn.end()), "") if turn else ""
    if turn and (named or _QUESTION.match(text)):
        floor.slug, floor.paragraph, floor.turn = named, paragraph, bool(named)
        return named
    slug = _named(text, tokens, people, lexicon) or _continued(text, floor, paragraph, lexicon)
    if slug and not _COMMENTATORS.search(text[:90]):
        floor.slug, floor.paragraph = slug, paragraph
        return slug
    return ""


def _continued(text: str, floor: Floor, paragraph: int, lexicon: Lexicon) -> str:
    """The last speaker, where "he said" or a quotation without a name goes on with him."""
    near = paragraph - floor.paragraph <= NEAR
    if floor.turn and near:
        return floor.slug
    if near and (
        lexicon.terms["pronoun_says"].search(text) or (_QUOTED.match(text) and paragraph - floor.paragraph <= 1)
    ):
        return floor.slug
    return ""


def _named(text: str, tokens: Sequence[Token], people: Sequence[ActorMention], lexicon: Lexicon) -> str:
    """The subject of a verb of saying: the first name before it in its clause, else the name right after "said"."""
    for index, token in enumerate(tokens):
        if token.lower not in lexicon.words["speech"]:
            continue
        if index and tokens[index - 1].lower in lexicon.words["pronouns"]:
            return ""
        after = _after(tokens, index, people) if token.lower in _INVERTED else ""
        before = _before(text, tokens, index, people, lexicon)
        if after or before:
            return before or after
    return ""


def _before(text: str, tokens: Sequence[Token], index: int, people: Sequence[ActorMention], lexicon: Lexicon) -> str:
    found = ""
    for mention in reversed(people):
        if mention.end > tokens[index].start:
            continue
        if tokens[index].start - mention.end > REACH or ";" in text[mention.end : tokens[index].start]:
            break
        if _OFFICIALS.match(text, mention.end) or _is_oblique(text, mention.start, lexicon):
            continue
        found = mention.slug
        if mention.slug not in _COUNTRIES:
            break
    return found


def _is_oblique(text: str, start: int, lexicon: Lexicon) -> bool:
    return bool(lexicon.terms["oblique"].search(text[max(0, start - 40) : start]))


def _after(tokens: Sequence[Token], index: int, people: Sequence[ActorMention]) -> str:
    for mention in people:
        gap = token_at(tokens, mention.start) - index
        if 0 < gap <= INVERTED_REACH:
            return mention.slug
    return ""
