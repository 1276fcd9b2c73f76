"""A reading in the names and forms of the command-line contract: what `extract` prints and what a Reading row holds."""

from typing import Any

from tradewatch.extraction.datatypes import ArticleReading, Candidate, EventReading, Measure, Reason, Statement
from tradewatch.extraction.event_dates import words_of
from tradewatch.extraction.linked import Described, Link
from tradewatch.extraction.month_parts import days_of_part


def event_values(event: EventReading) -> dict[str, Any]:
    """The fields of an event as a Reading row holds them; `within`: the days that a part of a month means."""
    within = _within(event)
    return {
        "kind": event.kind,
        "action": event.action,
        "status": event.status,
        "date": event.date,
        "effective": event.effective,
        "ends": event.ends,
        "side": event.side,
        "actors": list(event.actors),
        "issues": list(event.issues),
        "instruments": [{"scheme": row.scheme, "number": row.number} for row in event.instruments],
        "measures": [measure_values(measure) for measure in event.measures],
        "object": event.object,
        "title": event.title,
        "links": [link_values(link) for link in event.links],
        **({"within": within} if within else {}),
    }


def _within(event: EventReading) -> str:
    dates = (account.date for account in event.accounts if account.date.edtf == event.date)
    return next((days for one in dates if (days := days_of_part(words_of(one), one.edtf))), "")


def link_values(link: Link) -> dict[str, Any]:
    """A link as a Reading row holds it: to an act told at a place of the text, or to one that is described."""
    values: dict[str, Any] = {"type": str(link.type), "quote": link.quote, "rule": link.rule, "said": link.said}
    if link.to:
        return {**values, "to": list(link.to)}
    surmised = {"surmised": True} if link.is_surmised else {}
    return {**values, **surmised, "about": _description(link.about) if link.about else {}}


def _description(about: Described) -> dict[str, Any]:
    said = {
        name: getattr(about, name)
        for name in ("kind", "side", "day", "thing", "place", "figure", "within", "listed_on", "also", "is_general")
    }
    if about.several:
        said["several"] = str(about.several)
    lists = {
        "actions": list(about.actions),
        "issues": list(about.issues),
        "unless": list(about.unless),
        "instruments": [list(pair) for pair in about.instruments],
    }
    return {name: value for name, value in {**said, **lists}.items() if value not in ("", None, [], False)}


def measure_values(measure: Measure) -> dict[str, Any]:
    names = ("kind", "low", "high", "previous", "unit", "object", "basis", "effective")
    return {name: getattr(measure, name) for name in names}


def statement_values(statement: Statement) -> dict[str, Any]:
    """The fields of a position as a Reading row holds them."""
    return {
        "speaker": statement.speaker,
        "side": statement.side,
        "issue": statement.issue,
        "stance": statement.stance,
        "quote": statement.quote.text,
        "date": statement.date,
    }


def explanation(accounts: tuple[Candidate, ...]) -> list[dict[str, str]]:
    """Why each field has its value, every reason once, in the order of the accounts."""
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for account in accounts:
        for reason in account.reasons:
            found.setdefault((reason.field, reason.rule, reason.words), reason_values(reason))
    return list(found.values())


def reason_values(reason: Reason) -> dict[str, str]:
    return {"field": reason.field, "rule": reason.rule, "words": reason.words, "said": reason.said}


def article_values(reading: ArticleReading) -> dict[str, Any]:
    """One line of `extract --format jsonl`."""
    article = reading.article
    return {
        "path": article.path,
        "lead": article.lead,
        "title": article.title,
        "byline": article.byline,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "in_scope": reading.in_scope,
        "scope_reason": reading.scope_reason,
        "events": [_event(event, reading) for event in reading.events],
        "positions": [statement_values(statement) for statement in reading.positions],
        "warnings": list(reading.warnings),
    }


def _event(event: EventReading, reading: ArticleReading) -> dict[str, Any]:
    mentions = {(account.quote.start, account.quote.end): account.quote.text for account in event.accounts}
    values = event_values(event)
    for name in ("object", "links", "within"):
        values.pop(name, None)
    return {
        **values,
        "confidence": round(event.confidence, 3),
        "mentions": [{"start": start, "end": end, "quote": quote} for (start, end), quote in mentions.items()],
        "links": [_link(link, reading) for link in event.links],
    }


def _link(link: Link, reading: ArticleReading) -> dict[str, Any]:
    """`to` is the number of the earlier event among those of the article, counted from 0.

    It is null where that act is told elsewhere; then `about` describes it.
    """
    places = {(one.accounts[0].trigger, one.accounts[0].ordinal): at for at, one in enumerate(reading.events)}
    told = {"type": str(link.type), "to": places.get(link.to) if link.to else None, "quote": link.quote}
    return {**told, "inferred": False, **({"about": _description(link.about)} if link.about else {})}
