"""Why an article was read as it was: events with the words and rules behind each field, sentences left unread."""

from collections.abc import Iterator

from tradewatch.extraction.datatypes import ArticleReading, Candidate, EventReading, Reason, Statement
from tradewatch.extraction.linked import Link
from tradewatch.ingestion.contract import link_values


def explained(reading: ArticleReading) -> str:
    """The lines that `extract --explain` prints of one article."""
    return "\n".join(_lines(reading)) + "\n"


def _lines(reading: ArticleReading) -> Iterator[str]:
    article = reading.article
    scope = "in scope" if reading.in_scope else "out of scope"
    yield f"{article.path}: {article.title or article.lead[:70]}"
    yield f"  {scope}: {reading.scope_reason}" if reading.scope_reason else f"  {scope}"
    for piece in article.dropped:
        yield f"  left out ({piece.reason}): {_short(piece.text)}"
    for event in reading.events:
        yield from _event(event)
    for statement in reading.positions:
        yield from _statement(statement)
    for sentence in reading.unread:
        yield f"  no event ({sentence.rule}): {sentence.why}: {_short(sentence.text)}"
    for warning in reading.warnings:
        yield f"  warning: {warning}"


def _event(event: EventReading) -> Iterator[str]:
    yield f"  {event.date or 'no date'}  {event.title} ({event.status}, {event.confidence:.2f})"
    for account in event.accounts:
        yield from _account(account)
    for link in event.links:
        yield f"    {link.type} {_meant(link)}, by {link.said} [{link.rule}]: “{_short(link.quote)}”"


def _meant(link: Link) -> str:
    """Where the earlier act is told, or what is said of it."""
    if link.to:
        return f"the act told at {link.to[0]}"
    said = link_values(link)["about"]
    told = ", ".join(f"{name} {value}" for name, value in said.items() if name not in ("actions", "several"))
    return f"an act told elsewhere ({told})"


def _account(account: Candidate) -> Iterator[str]:
    yield f"    {account.quote.start}–{account.quote.end} by {account.rule}: “{_short(account.quote.text)}”"
    yield from _reasons(account.reasons)


def _statement(statement: Statement) -> Iterator[str]:
    who = statement.speaker or "somebody"
    yield f"  {who} ({statement.stance}, {statement.issue}) by {statement.rule}: “{_short(statement.quote.text)}”"
    yield from _reasons(statement.reasons)


def _reasons(reasons: tuple[Reason, ...]) -> Iterator[str]:
    for reason in reasons:
        words = f" (“{_short(reason.words)}”)" if reason.words else ""
        yield f"      {reason.field}: {reason.said} [{reason.rule}]{words}"


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 160 else f"{plain[:159]}…"
