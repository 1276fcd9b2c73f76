"""Whether an article belongs to the dispute at all, with the reason in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from tradewatch.extraction.datatypes import Article, EventReading, Sentence
from tradewatch.extraction.rulebook import Lexicon

HEAD, SHORTEST_HEAD = 900, 250  # characters of the lead that, with the title, say what an article is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """In or out, and why."""

    inside: bool
    reason: str


def names_both(text: str, lexicon: Lexicon) -> bool:
    """True where a plain text names both sides of the dispute."""
    terms = lexicon.terms
    return bool(terms["both"].search(text) or (terms["us"].search(text) and terms["china"].search(text)))


def scope_of(
    article: Article, text: str, sentences: Sequence[Sentence], events: Sequence[EventReading], lexicon: Lexicon
) -> Scope:
    """In scope where the main act or subject belongs to the dispute; one backward reference does not bring it in."""
    head = f"{article.title}. {text[: min(HEAD, max(SHORTEST_HEAD, len(text) // 4))]}"
    terms = lexicon.terms
    trade = bool(terms["dispute"].search(head))
    spoken = {account.quote.start for event in events for account in event.accounts}
    share = len(spoken) / max(1, len(sentences))
    others = len(terms["third"].findall(text))
    ours = len(terms["china"].findall(text))
    if not events:
        return Scope(inside=False, reason="no act of the dispute is reported")
    if others > 2 * ours and others > 5:
        return Scope(inside=False, reason=f"it is about third countries, named {others} times, China {ours} times")
    if terms["china"].search(article.title) and trade:
        return Scope(inside=True, reason="its title names China and its opening the trade dispute")
    if names_both(head, lexicon) and trade:
        return Scope(inside=True, reason="its opening names both sides and the trade dispute")
    if len(spoken) >= 3 and share >= 0.08 and ours >= 3:
        return Scope(inside=True, reason=f"{len(spoken)} of its {len(sentences)} sentences report acts of the dispute")
    return Scope(inside=False, reason=f"only {len(spoken)} of its {len(sentences)} sentences touch the dispute")
