"""The acts that one clause tells: one for each order, each rate with a day of its own, each month without a cargo."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tradewatch.extraction.datatypes import Candidate, KnownDate
from tradewatch.extraction.lists_apart import by_list
from tradewatch.extraction.papers_apart import by_paper
from tradewatch.extraction.parsing import Parsed
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Kind, MeasureKind, Status, Topic

_OF_ONE_SIDE = frozenset({Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE})
_EACH_OTHER = re.compile(r"\b(?:each other|one another|each\b[^;.]{0,40}\bthe other)\b|\bboth (?:went|go)\b", re.I)
_EASED = frozenset({Action.LOWER, Action.SUSPEND, Action.LIFT})
# "Both said on Monday that they would take their tariffs down"
_BOTH_SAY = re.compile(
    r"\b(?:said|announced|agreed?|declared|promised|pledged|undertook|committed|consented)\b[^;]*\b(?:would|will|to)\b"
    r"(?: \w+){0,3} $",
    re.I,
)
_MONTH = len("2025-09")
_OR_MONTH = re.compile(r",? ?(?:and|or|nor)? (?:in )?|, ")
_IN_ORDER = re.compile(
    r"\W*(?:\w+, )?(?:in|with|through|by|under) (?:the |an )?(?:Executive Order|Proclamation"
    r"|Order|Announcement|Notice)",
    re.IGNORECASE,
)


def apart(candidate: Candidate, finding: Finding, whole: Parsed, lexicon: Lexicon) -> Iterator[Candidate]:
    """The acts that one clause tells: by orders at its head, papers or lists, rates with days of their own, months."""
    for one in by_order(candidate, finding, whole):
        for other in _by_day(one):
            for month in _by_month(other, whole):
                for act in _by_side(month, whole):
                    for paper in by_paper(act, whole, lexicon):
                        for listing in by_list(paper, whole):
                            yield from _by_seller(listing)


def _by_month(candidate: Candidate, whole: Parsed) -> Iterator[Candidate]:
    """ "No cargo came in September, October or November": customs figures are of a month, and so is each lack."""
    time = candidate.date.expression
    is_lack = candidate.kind == Kind.PURCHASE and candidate.action == Action.SUSPEND
    if not is_lack or time is None or candidate.date.edtf != time.edtf or len(time.edtf.partition("/")[0]) != _MONTH:
        yield candidate
        return
    first, _, last = time.edtf.partition("/")
    months = [first, last] if last and " and " in time.text else [time.edtf]
    end = time.end - whole.sentence.start
    for one in whole.placed:
        if one.start >= end and _OR_MONTH.fullmatch(whole.text, end, one.start):
            if len(one.expression.edtf) != _MONTH:
                break
            # The months of one list are of one year, in whatever order they stand.
            months.append(f"{first[:4]}{one.expression.edtf[4:]}")
            end = one.end
    for month in months:
        yield replace(candidate, date=replace(candidate.date, edtf=month))


def _by_seller(candidate: Candidate) -> Iterator[Candidate]:
    """ "Soybean shippers and logs are readmitted": who may sell again and what may be sold again are two acts."""
    names = candidate.subject.split(" and ") if candidate.kind == Kind.PURCHASE else []
    sellers = [name for name in names if name.endswith("exporters")]
    apart_of = len(names) == 2 and len(sellers) == 1 and candidate.action in (Action.RESUME, Action.SUSPEND)
    if not apart_of:
        yield candidate
        return
    for name in names:
        of_beans = (Topic.SOYBEANS,) if "soybean" in name else ()
        others = tuple(issue for issue in candidate.issues if issue != Topic.SOYBEANS)
        yield replace(candidate, subject=name, issues=of_beans or others or candidate.issues)


def _by_side(candidate: Candidate, whole: Parsed) -> Iterator[Candidate]:
    """Two acts of what the two do to each other: "both charge each other's ships", "both paused port fees".

    What both say that they will do to their tariffs is what they have agreed on.
    """
    is_sum = candidate.side == "both" and candidate.kind == Kind.TARIFF and candidate.action in _EASED
    at = candidate.trigger - whole.sentence.start
    if is_sum and _BOTH_SAY.search(whole.text, 0, at):
        yield replace(
            candidate,
            kind=str(Kind.AGREEMENT),
            action=str(Action.AGREE),
            status=str(Status.OCCURRED),
            object="",
            rule=f"{candidate.rule}.jointly",
        )
        return
    apart_of = candidate.side == "both" and (
        candidate.kind == Kind.PORT_FEE or (candidate.kind in _OF_ONE_SIDE and _EACH_OTHER.search(whole.text))
    )
    yield from (replace(candidate, side=side) for side in ("us", "china")) if apart_of else (candidate,)


def _by_day(candidate: Candidate) -> Iterator[Candidate]:
    """ "to 84 percent and 125 percent … on April 8 and April 9": two rates, two days, two acts."""
    rates = [measure for measure in candidate.measures if measure.kind == MeasureKind.RATE]
    if len(rates) == 1 and None not in (rates[0].low, rates[0].high) and rates[0].low != rates[0].high:
        rates = [replace(rates[0], high=rates[0].low), replace(rates[0], low=rates[0].high)]
    time = candidate.date.expression
    days = time.edtf.split("/") if time and " and " in time.text else []
    if len(rates) != 2 or len(days) != 2 or candidate.date.edtf != days[0]:
        yield candidate
        return
    for rate, day in zip(rates, days, strict=True):
        yield replace(candidate, measures=(rate,), date=replace(candidate.date, edtf=day))


def by_order(candidate: Candidate, finding: Finding, whole: Parsed) -> Iterator[Candidate]:
    """One act for each order at the head: "In Executive Order 1 of 8 April and Executive Order 2 of 9 April, I …"."""
    orders = [one for one in whole.placed if one.part == "cited" and one.end <= finding.first]
    if not _IN_ORDER.match(whole.text) or not orders or finding.voice == "recital":
        yield candidate
        return
    for one in orders:
        number = [n.instrument for n in whole.numbered if n.start < one.start <= n.end + len(" of ")]
        said = f"the order that did it: “{one.expression.text}”"
        yield replace(
            candidate,
            date=KnownDate(edtf=one.expression.edtf, rule="recited", reason=said, expression=one.expression),
            instruments=tuple(number) or candidate.instruments,
            status=Status.OCCURRED if candidate.status == Status.PLANNED else candidate.status,
        )
