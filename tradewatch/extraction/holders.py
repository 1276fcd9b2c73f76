"""Words that stand for a side of the dispute: names, adjectives, "the two sides", third countries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tradewatch.extraction.datatypes import ActorMention
from tradewatch.extraction.rulebook import Lexicon

BEFORE = 40  # characters before a holder that tell whether a preposition governs it
_PARTS = frozenset({"hong-kong", "macau"})
_BRACKETS = re.compile(r"\([^()]{12,400}\)")
# "the rate for China went to 125%": what a rate is for does nothing.
_OF_RATE = re.compile(
    r"\b(?:rates?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|total|figure|curbs|controls) (?:for|on|against|facing) $"
    r"|\b(?:out of|made in|built in) $"
    # "ethane bound for China requires a licence": who gets it requires nothing.
    r"|\b(?:bound|destined|headed|exports?|exported|shipments?|shipped|sales?|sold|suppl\w+) (?:for|to) $",
    re.I,
)
_ENVOYS_OF = re.compile(
    r"\b(?:officials|negotiators|leaders|representatives|envoys|delegations|teams|diplomats|presidents) (?:from|of) $",
    re.I,
)
_OFFICE_OF = re.compile(r"\b[Oo]ffice of the $")
# "exported to the United States, Canada and Mexico": what governs the first governs the last.
_BESIDE = re.compile(r"(?:(?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*)*(?:, and |, | and )(?:the )?)+$")
_PRONOUN = re.compile(r"\b(?:he|she)\b[^,;]{0,40}$", re.IGNORECASE)
_OF = re.compile(r" of (?:the )?", re.I)
_OFFICES = {"president": "donald-trump", "bureau": "bis"}  # without a name, in a text on the dispute
_ADJECTIVES = ("Chinese", "American", "US", "U.S.", "China's", "America's", "Americans")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Words that stand for a side; `may_act` is false in "Chinese goods", "US firms": what is acted upon."""

    start: int
    end: int
    side: str
    text: str
    slug: str = ""
    may_act: bool = True


def holders_in(text: str, mentions: Sequence[ActorMention], lexicon: Lexicon) -> tuple[Holder, ...]:
    """The words of a plain sentence that stand for a side, in order; "both" swallows what it is made of."""
    found = [(m.start(), m.end(), "both", m[0], "") for m in lexicon.terms["both"].finditer(text)]
    found += [(m.start, m.end, m.side, m.text, m.slug) for m in mentions if m.role != "place"]
    found += _named_sides(text, lexicon)
    brackets = [found.span() for found in _BRACKETS.finditer(text)]
    acted_upon = lexicon.terms["acted_upon_noun"]
    holders = [
        Holder(
            start=start,
            end=end,
            side=side,
            text=words,
            slug=slug,
            may_act=side == "both"
            or not (
                slug in _PARTS
                or (words.endswith(_ADJECTIVES) and acted_upon.match(text, end))
                or any(first < start < last for first, last in brackets)
            ),
        )
        for start, end, side, words, slug in found
    ]
    return tuple(_without_overlap(holders))


def _named_sides(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str, str, str]]:
    # WASHINGTON/BEIJING, Oct. 10 (Agency) — …: where it was written, not who acts.
    dateline = lexicon.terms["dateline"].match(text)
    begin = dateline.end() if dateline else 0
    for side in ("us", "china", "third"):
        for word in lexicon.terms[side].finditer(text, begin):
            before = text[max(0, word.start() - 16) : word.start()].split()
            place = before and before[-1].lower() in ("in", "at", "to") and word[0] in lexicon.words["capitals"]
            if not place or text.startswith("'s", word.end()):  # "in Beijing's new restrictions"
                yield word.start(), word.end(), "other" if side == "third" else side, word[0], ""


def _without_overlap(found: Sequence[Holder]) -> Iterator[Holder]:
    kept: list[Holder] = []
    for holder in sorted(found, key=lambda h: (h.start, -(h.end - h.start))):
        last = kept[-1] if kept else None
        if last is None or holder.start >= last.end:
            kept.append(holder)
        elif holder.slug and not last.slug and holder.side == last.side and holder.end == last.end:
            kept[-1] = replace(last, slug=holder.slug)  # "the Commerce Ministry" is the body named in it
    for holder in kept:
        word = holder.text.lower().rpartition(" ")[2]
        yield holder if holder.slug else replace(holder, slug=_OFFICES.get(word, ""))


def is_oblique(text: str, holder: Holder, lexicon: Lexicon) -> bool:
    """True where a preposition or a verb governs the holder: "on China", "told Xi"."""
    before = text[max(0, holder.start - BEFORE) : holder.start]
    if holder.side == "both" and _ENVOYS_OF.search(before):
        return False  # "officials from both countries agreed"
    if holder.side == "other":
        before = _BESIDE.sub("", before)
    return bool(lexicon.terms["oblique"].search(before)) and not _OFFICE_OF.search(before)


def main_subject(text: str, limit: int, holders: Sequence[Holder], lexicon: Lexicon) -> Holder | None:
    """The first holder that may be the subject of a plain sentence, up to `limit`."""
    person = _PRONOUN.search(text[max(0, limit - 80) : limit])
    for holder in holders:
        fits = (
            holder.may_act
            and holder.side != "other"
            and holder.end <= limit
            and not (person and holder.slug in ("china", "united-states"))
        )
        if fits and not is_oblique(text, holder, lexicon):
            return holder
    return None


def nearest_subject(text: str, first: int, limit: int, holders: Sequence[Holder], lexicon: Lexicon) -> Holder | None:
    """The last holder between `first` and `limit` that may be a subject; one right before `limit` always may."""
    for holder in reversed(holders):
        if holder.end > limit or holder.start < first or not holder.may_act:
            continue
        direct = all(word.endswith("ly") for word in text[holder.end : limit].split())
        direct = direct and not (holder.side == "other" and is_oblique(text, holder, lexicon))
        direct = direct and not _OF_RATE.search(text[max(0, holder.start - BEFORE) : holder.start])
        if direct or not is_oblique(text, holder, lexicon):
            return _body_of(holder, text, holders) or holder
    return None


def _body_of(country: Holder, text: str, holders: Sequence[Holder]) -> Holder | None:
    """The ministry in "the Commerce Ministry of China": it acts, not the country."""
    for body in holders:
        of = _OF.fullmatch(text, body.end, country.start) if body.end < country.start else None
        if of and body.slug and body.side == country.side:
            return body
    return None
