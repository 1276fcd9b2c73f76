"""Acts told by the number they go by: "duties imposed by Executive Order 14259 and Executive Order 14266".

Each number is an act of its own, dated by the date that stands with it. A bare number, without words that say what it
did ("set forth in", "imposed by", a title such as "Imposing Duties"), is no account of an act.
"""

import re
from collections.abc import Iterator, Sequence

from tradewatch.extraction.clauses import Token, token_at
from tradewatch.extraction.instruments import Numbered
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.things import Thing, things_in
from tradewatch.extraction.triggers import Finding

_DID = re.compile(
    r"\b(?P<verb>imposed|set forth|set out|established|introduced|announced|levied"
    r"|provided for) (?:on (?:all )?[A-Z][\w ]{1,30} )?(?:by|in|under|through|pursuant to) (?:the )?$",
    re.I,
)
_TITLED = re.compile(r"[^()]{0,60}\((?P<title>[A-Z\"][^()]{6,220})\)")
_AND = re.compile(r"[^();]{0,40}(?:\([^()]{0,220}\))?,?\s*(?:and|or)\s(?:the\s|in\s|under\s)?$", re.I)
_RAISED = re.compile(r"\b(?:modified|raised|increased)\b", re.I)
_LONGEST_GAP = 230


def with_recitals(
    found: Sequence[Finding], text: str, tokens: Sequence[Token], numbered: Sequence[Numbered], lexicon: Lexicon
) -> list[Finding]:
    """The findings with each recited instrument as one of its own, in place of the verb that governs them all."""
    recited = list(_recited(text, tokens, numbered, lexicon))
    if not recited:
        return list(found)
    taken = {finding.groups["of"] for finding in recited}
    kept = [one for one in found if not (one.voice in ("reduced", "passive", "active") and str(one.start) in taken)]
    return sorted([*kept, *recited], key=lambda finding: finding.start)


def _recited(text: str, tokens: Sequence[Token], numbered: Sequence[Numbered], lexicon: Lexicon) -> Iterator[Finding]:
    things = things_in(text, tokens, lexicon) if numbered else []
    verb: re.Match[str] | None = None
    end = 0
    for one in numbered:
        told = _DID.search(text, max(0, one.start - 60), one.start)
        if told:
            verb = told
        elif verb and not _AND.fullmatch(text[end : one.start][-_LONGEST_GAP:]):
            verb = None
        end = one.end
        thing = _thing_before(things, verb.start()) if verb else None
        if verb and thing:
            yield from _finding(one, verb, thing, text, tokens, lexicon)
        elif not verb:
            yield from _titled(one, text, tokens, lexicon)


def _thing_before(things: Sequence[Thing], at: int) -> Thing | None:
    return next((thing for thing in reversed(things) if thing.end <= at and at - thing.end < _LONGEST_GAP), None)


def _finding(
    one: Numbered, verb: re.Match[str], thing: Thing, text: str, tokens: Sequence[Token], lexicon: Lexicon
) -> Iterator[Finding]:
    raised = _RAISED.search(text, max(0, thing.start - 40), thing.end) and verb["verb"].lower() != "set forth"
    rule = lexicon.verb_rules.get(("raise" if raised else "impose", thing.sort))
    if rule is not None:
        yield Finding(
            rule=rule,
            index=token_at(tokens, one.start),
            start=one.start,
            end=one.end,
            begin=one.start,
            voice="recital",
            form=frozenset({"participle"}),
            thing=None,
            groups={"of": str(verb.start("verb")), "side": _side_of(one)},
        )


def _titled(one: Numbered, text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Finding]:
    """An order whose title says what it does: "Executive Order 14195 of February 1, 2025 (Imposing Duties …)"."""
    title = _TITLED.match(text, one.end)
    says = title and lexicon.terms["title_says"].match(title["title"])
    rule = lexicon.verb_rules.get(("impose", "tariff"))
    if title and says and rule:
        yield Finding(
            rule=rule,
            index=token_at(tokens, one.start),
            start=one.start,
            end=title.end(),
            begin=one.start,
            voice="recital",
            form=frozenset({"participle"}),
            thing=None,
            groups={"of": "-1", "side": _side_of(one)},
        )


def _side_of(one: Numbered) -> str:
    return "us" if one.instrument.scheme in ("EO", "Proclamation", "FR") else "china"
