"""The text of `extract --explain`: the reasons behind every field, and why a trigger gave no event."""

from collections.abc import Iterator

from tradewatch.edtf import wording
from tradewatch.extraction.datatypes import ArticleReading, Candidate, EventReading, Statement

LONGEST_QUOTE = 160  # characters of a quotation that an explanation shows


def explanation_of(reading: ArticleReading) -> str:
    """Lines for people: the scope, each event with its accounts and reasons, each position, each unread trigger."""
    return "\n".join(_lines(reading)) + "\n"


def _lines(reading: ArticleReading) -> Iterator[str]:
    article = reading.article
    yield f"{article.path}, article {article.place + 1}: {article.title or '(no title)'}"
    yield f"  {'in scope' if reading.in_scope else 'out of scope'}: {reading.scope_reason}"
    for event in reading.events:
        yield from _of_event(event)
    for position in reading.positions:
        yield from _of_position(position)
    for unread in reading.unread:
        yield f"  no event at {unread.start}: {unread.why} (rule {unread.rule})"
        yield f"      “{_short(unread.text)}”"
    for warning in reading.warnings:
        yield f"  warning: {warning}"


def _of_event(event: EventReading) -> Iterator[str]:
    yield f"  event: {event.title} ({wording(event.date)}; confidence {event.confidence:.2f})"
    yield f"    kind {event.kind}, action {event.action}, status {event.status}, side {event.side}"
    yield f"    issues {', '.join(event.issues)}; actors {', '.join(event.actors) or 'none named'}"
    for account in event.accounts:
        yield from _of_account(account)


def _of_account(account: Candidate) -> Iterator[str]:
    yield f"    account at {account.trigger}: “{_short(account.quote.text)}”"
    for reason in account.reasons:
        words = f" [{_short(reason.words)}]" if reason.words else ""
        yield f"      {reason.field}: {reason.said}{words} ({reason.rule})"
    for name, date in (("effective", account.effective), ("ends", account.ends)):
        if date.edtf:
            yield f"      {name}: {wording(date.edtf)}, {date.reason}"
    for measure in account.measures:
        bounds = " to ".join(f"{bound:g}" if bound is not None else "…" for bound in (measure.low, measure.high))
        yield f"      measure: {measure.kind} {bounds} {measure.unit} {measure.basis}".rstrip()
    if account.weak:
        yield "      only points back: it supports the event and would be none by itself"


def _of_position(position: Statement) -> Iterator[str]:
    yield f"  position: {position.speaker} ({position.side}) on {position.issue}: {position.stance}"
    yield f"      “{_short(position.quote.text)}”"
    for reason in position.reasons:
        yield f"      {reason.field}: {reason.said} [{_short(reason.words)}] ({reason.rule})"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_QUOTE else f"{flat[: LONGEST_QUOTE - 1]}…"
