"""A duty told by what bears it: "articles of China became dutiable at a further 10%", "from Monday corn pays 15% more".

Read only where no rule has read a tariff in the sentence, and where the sentence says when: what is paid "still" or by
an average is a state of things, and no act.
"""

import re
from collections.abc import Iterator, Sequence

from tradewatch.extraction.clauses import Token, token_at
from tradewatch.extraction.placing import Placed
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.shorthand import SHORT
from tradewatch.extraction.sieve import wording
from tradewatch.extraction.triggers import Finding

_PCT, _DUTY, _GOODS = (SHORT[name] for name in ("<pct>", "<duty>", "<goods>"))
_MORE = (
    r"(?:(?:an?|the|extra|additional|further|another|new|punitive|preliminary|provisional|anti-?dumping|safeguard"
    r"|retaliatory|reciprocal) )*"
)
# The verb by which goods or those who trade in them bear a charge.
_BEARS = (
    r"(?:pay|pays|paid|bears?|bore|owes?|owed|fac(?:e|es|ed)|attract(?:s|ed)?|incur(?:s|red)?|carr(?:y|ies|ied)"
    r"|draws?|drew"
    r"|(?:became|becomes?|is|are|was|were|be) (?:now |also )?"
    r"(?:dutiable|taxable|liable|subject|taxed|charged|hit|slapped)"
    r"|falls? due|fell due|(?:is|are|was|were|be|became|becomes?) (?:now )?(?:due|payable|owed)"
    r"|(?:woke|wakes?)(?: up)?(?: on \w+)? to|(?:was|were) (?:met|greeted) (?:with|by)|lands? on|landed on)"
)
_CHARGE = (
    rf"(?:an? (?:new|additional|extra|fresh|further) (?:[\w-]+ ){{0,3}}?{_DUTY}"
    rf"|{_MORE}{_PCT}(?: (?:more|extra|on top))?|{_MORE}(?:{_DUTY}|rates?|charge|penalty) of {_PCT})"
)
_BORNE = wording(
    rf"\b(?P<verb>{_BEARS})\b(?: (?:at|with|to|by|from|on|of)\b)?[^;.]{{0,24}}? ?(?P<rate>{_CHARGE})(?!\w)"
    rf"|(?P<rate_first>\b{_CHARGE})(?: <duty>)? (?P<verb_last>{_BEARS})\b".replace("<duty>", _DUTY),
    re.IGNORECASE,
)
_OF_CHINA = (
    rf"(?:chinese (?:[\w-]+ ){{0,3}}?(?:{_GOODS}|crop|cargo)"
    r"|(?:(?:products|goods|imports|articles|\w+s) )?(?:of|from|made in|assembled in|built in) china\b)"
)
_OF_AMERICA = (
    rf"(?:(?:american|u\.?s\.?) (?:[\w-]+ ){{0,3}}?(?:{_GOODS}|crops?|grain|makers?|growers?|farmers?)"
    r"|(?:growers?|farmers?|ranchers?) in [A-Z]\w+"
    r"|\w+s (?:of|from|made in|built in) (?:the )?(?:us|u\.s\.|united states|america|states)\b)"
)
_TARGET = wording(
    rf"\b(?:(?P<us>{_OF_CHINA}|(?:parcels|packages|postal items))|(?P<china>{_OF_AMERICA}))", re.IGNORECASE
)
_WHOSE = wording(rf"{_PCT} (?:(?P<china>chinese)|(?P<us>american|u\.?s\.?)) (?:{_DUTY}|penalty|charge)", re.IGNORECASE)
_ADDED = re.compile(
    rf"\b(?:extra|additional|further|another|new|more|on top|anti-?dumping|preliminary|punitive|penalty|{_DUTY})\b",
    re.I,
)
# "instead of 10": what was borne before tells whether it is a rise
_INSTEAD = re.compile(
    r"(?P<new>\d[\d.]*) ?(?:%|per ?cent)[^;.]{0,20}?,? (?:instead of|rather than|not|up from|down from|against|after)"
    r" (?:the |a )?(?:earlier |old |previous )?(?P<old>\d[\d.]*)\b",
    re.I,
)
_STATE = re.compile(
    r"\b(?:still|already|average|effective(?:ly)? (?:rate|tariff)|polls?|survey|model|economists?|analysts?"
    r"|study|studies|estimates?"
    r"|interest|mortgage|wages?|inflation|VAT|income|fees?|ships?(?!-to)|vessels?|discount|quarter|revenue)\b",
    re.I,
)
# Whose paper puts the charge on, where the goods do not tell it.
_PAPER = re.compile(
    r"\b(?:notices?|orders?|announcements?|decree|decision|proclamation|ministry|commission|MOFCOM|USTR)\b", re.I
)
REACH = 40  # characters after a charge in which stands that it is a new one
_WHEN = frozenset({"date", "effective", "since", "by"})


def burdened(text: str, tokens: Sequence[Token], placed: Sequence[Placed], lexicon: Lexicon) -> Iterator[Finding]:
    """The duty that a plain sentence tells by what bears it; none where the sentence names no day."""
    found = _BORNE.search(text) if any(one.part in _WHEN for one in placed) else None
    if found is None or _STATE.search(text):
        return
    whose = _WHOSE.search(text) or _TARGET.search(text)
    exchange = _INSTEAD.search(text, found.start())
    is_new = exchange or _ADDED.search(text, found.start(), min(len(text), found.end() + REACH))
    told = whose or (_PAPER.search(text) and not lexicon.terms["third"].search(text))
    if not is_new or not told:
        return
    verb = "impose"
    if exchange:
        verb = "raise" if float(exchange["new"]) > float(exchange["old"]) else "lower"
    name = "verb" if found["verb"] else "verb_last"
    index = token_at(tokens, found.start(name))
    yield Finding(
        rule=lexicon.verb_rules[verb, "tariff"],
        index=index,
        start=found.start(name),
        end=found.end(name),
        begin=found.start(),
        voice="pattern",
        form=frozenset(tag for form in lexicon.verb_forms.get(tokens[index].lower, ()) for tag in form.tags),
        groups={side: whose[side] for side in ("us", "china")} if whose else {},
    )
