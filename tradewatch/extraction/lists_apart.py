"""Two lists of parties under one verb: "freed the 28 entities and the 17 companies" is an act for each list."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tradewatch.extraction.datatypes import Candidate, Measure
from tradewatch.extraction.dates.words import NUMBER, number_meant
from tradewatch.extraction.parsing import Parsed
from tradewatch.vocabulary import Kind, MeasureKind, Side, Unit

_PARTIES = "entit(?:y|ies)|compan(?:y|ies)|firms?|contractors|groups|makers|organi[sz]ations|institutions"
_LIST = r"(?:\w+ ){0,3}?(?:unreliable|export[- ]control|control|entity|entities)[\w -]{0,20}? ?list"
_WHOSE = r"(?:(?:other|further|more|American|US|U\.S\.|listed|defen[cs]e) ){0,3}"


def _counted(number: str, sort: str, name: str) -> str:
    return (
        rf"\b(?P<{number}>{NUMBER}) {_WHOSE}(?P<{sort}>{_PARTIES})\b(?: (?:on|from|of|in|under) (?P<{name}>{_LIST}))?"
    )


# "the 28 entities and the 17 companies", "12 firms …, along with those of the nine companies"
_TWO = re.compile(
    _counted("one", "sort", "list")
    + r"(?:,? and |[^;.:]{0,60}?,? (?:along with|as well as|together with|(?:and )?so (?:were|was|did)) )"
    + r"(?:(?:that|those) (?:of|on|against) |to |against |on |for )?(?:the |some )?"
    + _counted("two", "other", "second"),
    re.I,
)
_RESPECTIVELY = re.compile(rf"\brespectively\b[^;.]*?(?P<list>{_LIST})\b,? and (?P<second>{_LIST})\b", re.I)


def by_list(candidate: Candidate, whole: Parsed) -> Iterator[Candidate]:
    """One act for each list where the clause counts the parties of two of them; else the act as it is."""
    found = _TWO.search(whole.text) if _may_be_of_two(candidate) else None
    if found is None or not _are_two(found) or not _is_of(found, candidate, whole):
        yield candidate
        return
    named = _RESPECTIVELY.search(whole.text, found.end())
    lists = [named["list"], named["second"]] if named else [found["list"], found["second"]]
    for number, name in zip((found["one"], found["two"]), lists, strict=True):
        count = float(number_meant(number) or 0)
        measure = Measure(kind=str(MeasureKind.QUANTITY), low=count, high=count, unit=str(Unit.ENTITIES))
        yield replace(candidate, measures=(measure,), subject=_name_of(name) if name else "")


def _may_be_of_two(candidate: Candidate) -> bool:
    is_china = (candidate.kind, candidate.side) == (Kind.EXPORT_CONTROL, Side.CHINA)  # which keeps two lists
    return is_china and any(measure.unit == Unit.ENTITIES for measure in candidate.measures)


def _are_two(found: re.Match[str]) -> bool:
    """True of two sorts of parties or two lists; "the 16 firms of April and the 12 firms of May" may be of one."""
    lists = {_name_of(found[group]) for group in ("list", "second") if found[group]}
    return len(lists) == 2 or found["sort"].lower()[:4] != found["other"].lower()[:4]


def _is_of(found: re.Match[str], candidate: Candidate, whole: Parsed) -> bool:
    """True where the parties stand in the clause of the act, so that they are what it falls upon."""
    at = candidate.trigger - whole.sentence.start
    begin, end = min(at, found.start()), max(at, found.end())
    return "; " not in whole.text[begin:end] and end - begin <= found.end() - found.start() + 80


def _name_of(words: str) -> str:
    return "Unreliable Entity List" if "unreliable" in words.lower() else "Export Control List"
