"""A reader so plain that a test knows what it reads: each "<side> raises its tariff to <rate>% on <day>." is an event."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from tradewatch.extraction.datatypes import (
    Article,
    ArticleReading,
    Candidate,
    EventReading,
    Gazetteer,
    KnownDate,
    Lexicon,
    Measure,
    Page,
    Span,
)

_ACT = re.compile(r"(?P<who>US|China) raises its tariff to (?P<rate>\d+)% on (?P<day>[\d-]{10})[^.\n]*\.")


def plain_reading(page: Page, _lexicon: Lexicon, _gazetteer: Gazetteer) -> list[ArticleReading]:
    """One article, in scope; sentences that say the same are accounts of one event."""
    article = Article(
        path=page.path, place=0, text=page.text, title=page.title, lead=page.text[:60], byline="", publisher="",
        genre="news", url=page.url, published=date(2025, 4, 12), published_at=None, updated_at=None,
    )  # fmt: skip
    found = sorted(_ACT.finditer(page.text), key=lambda act: act.groups())
    events = [_event([_account(act) for act in acts]) for _, acts in groupby(found, key=lambda act: act.groups())]
    events.sort(key=lambda event: event.accounts[0].trigger)
    return [ArticleReading(article=article, in_scope=True, scope_reason="", events=tuple(events), positions=())]


def _event(accounts: Sequence[Candidate]) -> EventReading:
    first = accounts[0]
    return EventReading(
        kind=first.kind, action=first.action, status=first.status, date=first.date.edtf, effective="", ends="",
        side=first.side, actors=(), issues=first.issues, instruments=(), measures=first.measures, object="",
        title=f"{WHO[first.side]} raises its tariff to {first.measures[0].low:g}%", confidence=0.9, accounts=tuple(accounts),
    )  # fmt: skip


WHO = {"us": "US", "china": "China"}


def _account(act: re.Match[str]) -> Candidate:
    day, nothing = (KnownDate(edtf=edtf, rule="plain", reason="It says so.") for edtf in (act["day"], ""))
    rate = float(act["rate"])
    return Candidate(
        kind="tariff", action="raise", status="occurred", side=act["who"].lower(), date=day, effective=nothing,
        ends=nothing, actors=(), issues=("reciprocal-tariffs",), instruments=(),
        measures=(Measure(kind="rate", low=rate, high=rate, unit="percent", basis="added"),), object="", confidence=0.9,
        quote=Span(start=act.start(), end=act.end(), text=act[0]), trigger=act.start("rate"), ordinal=0, rule="plain",
    )  # fmt: skip
