"""Things listed under a participle and a colon: "Suspended for a year: American port fees, the crane duty"."""

import re
from collections.abc import Iterator, Sequence

from tradewatch.extraction.clauses import Token, token_at
from tradewatch.extraction.forms import PARTICIPLE
from tradewatch.extraction.rulebook import Lexicon, VerbForm
from tradewatch.extraction.sieve import wording
from tradewatch.extraction.things import Around, Thing, things_in
from tradewatch.extraction.triggers import Finding

_HEAD = wording(
    r"(?:\A|[.;] )\W*(?:(?:Also|Now|All|Then) )?(?P<verb>(?:[A-Za-z]+ed|[Cc]ut|[Ff]rozen|[Ww]ithdrawn))"
    r"(?: (?:for|by|until|till|from|as|on|in|since|again|too)\b[^:;.]{0,40})?: "
)
_END = re.compile(r"[;.](?: |$)")


def headed(text: str, tokens: Sequence[Token], lexicon: Lexicon, around: Around) -> Iterator[Finding]:
    """What a participle tells of each thing of the list that its colon opens, up to the next full stop."""
    head = _HEAD.search(text)
    verb = _participle(head["verb"].lower(), lexicon) if head else ()
    if not head or not verb:
        return
    last = _END.search(text, head.end())
    for thing in things_in(text, tokens, lexicon, around):
        if not head.end() <= thing.start < (last.start() if last else len(text)):
            continue
        form = next((one for one in verb if (one.verb, thing.sort) in lexicon.verb_rules), None)
        if form is not None:
            yield Finding(
                rule=lexicon.verb_rules[form.verb, thing.sort],
                index=token_at(tokens, thing.start),
                start=thing.start,
                end=thing.end,
                begin=thing.start,
                voice="passive",
                form=form.tags,
                thing=thing,
                groups=_owner(text, thing, lexicon),
            )


def _owner(text: str, thing: Thing, lexicon: Lexicon) -> dict[str, str | None]:
    """Whose the thing is by its own item of the list: what stands before it in the list is another's."""
    item = text[max(text.rfind(mark, 0, thing.start) for mark in (",", ":")) + 1 : thing.end]
    side = thing.side or next((one for one in ("us", "china") if lexicon.terms[one].search(item)), "")
    return {side: item.strip()} if side in ("us", "china") else {}


def _participle(word: str, lexicon: Lexicon) -> tuple[VerbForm, ...]:
    forms = lexicon.verb_forms.get(word, ())
    return tuple(form for form in forms if PARTICIPLE in form.tags and not form.particle)
