"""Whether an article belongs to the dispute at all, with the reason in words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tradewatch.extraction.datatypes import Article, EventReading, Sentence
from tradewatch.extraction.dating import FIRST_DAY
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.vocabulary import Topic

HEAD, SHORTEST_HEAD = 900, 250  # characters of the lead that, with the title, say what an article is about

_APP = re.compile(r"\b(?:TikTok|ByteDance)\b", re.I)
SHARE = 0.1  # of the sentences that tell of acts
FEWEST_NAMES, THROUGHOUT = 2, 1 / 3  # times that China is named, and the share of sentences about the dispute


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """In or out, and why."""

    inside: bool
    reason: str


def names_both(text: str, lexicon: Lexicon) -> bool:
    """True where a plain text names both sides of the dispute."""
    terms = lexicon.terms
    return bool(terms["both"].search(text) or (terms["us"].search(text) and terms["china"].search(text)))


def _is_about_it(article: Article, text: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """True where both sides are named time and again and every third sentence speaks of what the dispute is about."""
    terms = lexicon.terms
    ours = len(terms["china"].findall(text)) + len(terms["china"].findall(article.title))
    if ours < FEWEST_NAMES or not names_both(f"{article.title}. {text}", lexicon):
        return False
    about = sum(bool(terms["dispute"].search(text, one.start, one.end)) for one in sentences)
    return about >= len(sentences) * THROUGHOUT


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
    if others > 2 * ours and others > 5:
        return Scope(inside=False, reason=f"it is about third countries, named {others} times, China {ours} times")
    told_before = article.published is not None and article.published < FIRST_DAY
    if not events and (told_before or not _is_about_it(article, text, sentences, lexicon)):
        return Scope(inside=False, reason="no act of the dispute is reported")
    grounds = (
        (
            bool(terms["china"].search(article.title)) and trade,
            "its title names China and its opening the trade dispute",
        ),
        (names_both(head, lexicon) and trade, "its opening names both sides and the trade dispute"),
        (
            len(spoken) >= 3 and share >= 0.08 and ours >= 3,
            f"{len(spoken)} of its {len(sentences)} sentences report acts of the dispute",
        ),
        (
            share >= SHARE and ours >= FEWEST_NAMES and others <= ours and names_both(text, lexicon),
            f"it names both sides, and {len(spoken)} of its sentences report acts of the dispute",
        ),
        (
            any(Topic.TIKTOK in event.issues for event in events) and bool(_APP.search(head)),
            "its opening is about the app whose sale the two negotiate",
        ),
        (_is_about_it(article, text, sentences, lexicon), "it names both and speaks of their dispute throughout"),
    )
    reason = next((said for holds, said in grounds if holds), "")
    if reason:
        return Scope(inside=True, reason=reason)
    return Scope(inside=False, reason=f"only {len(spoken)} of its {len(sentences)} sentences touch the dispute")
