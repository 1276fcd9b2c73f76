"""Whether an article belongs to the dispute at all, with the reason in words."""

import re
from collections.abc import Iterator, Sequence
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


def names_both(texts: Sequence[str], lexicon: Lexicon) -> bool:
    """True where plain texts, such as a title and the sentences under it, name both sides of the dispute."""
    return _name("both", texts, lexicon) or (_name("us", texts, lexicon) and _name("china", texts, lexicon))


def head_of(article: Article, text: str, sentences: Sequence[Sentence], end: int) -> list[str]:
    """The title of an article and its plain sentences as far as `end`."""
    return [article.title, *(text[one.start : min(one.end, end)] for one in sentences if one.start < end)]


def _name(term: str, texts: Sequence[str], lexicon: Lexicon) -> bool:
    return any(map(lexicon.terms[term].search, texts))


def _times_named(term: str, texts: Sequence[str], lexicon: Lexicon) -> int:
    return sum(len(lexicon.terms[term].findall(text)) for text in texts)


def _is_about_it(title: str, texts: Sequence[str], lexicon: Lexicon) -> bool:
    """True where both sides are named time and again and every third sentence speaks of what the dispute is about."""
    named = (title, *texts)
    if _times_named("china", named, lexicon) < FEWEST_NAMES or not names_both(named, lexicon):
        return False
    about = sum(map(bool, map(lexicon.terms["dispute"].search, texts)))
    return about >= len(texts) * THROUGHOUT


def scope_of(
    article: Article, text: str, sentences: Sequence[Sentence], events: Sequence[EventReading], lexicon: Lexicon
) -> Scope:
    """In scope where the main act or subject belongs to the dispute; one backward reference does not bring it in."""
    texts = [text[one.start : one.end] for one in sentences]
    others, ours = (_times_named(term, texts, lexicon) for term in ("third", "china"))
    if others > 2 * ours and others > 5:
        return Scope(inside=False, reason=f"it is about third countries, named {others} times, China {ours} times")
    told_before = article.published is not None and article.published < FIRST_DAY
    if not events and (told_before or not _is_about_it(article.title, texts, lexicon)):
        return Scope(inside=False, reason="no act of the dispute is reported")
    head = head_of(article, text, sentences, min(HEAD, max(SHORTEST_HEAD, len(text) // 4)))
    reason = next(_grounds(head, texts, events, lexicon), "")
    if reason:
        return Scope(inside=True, reason=reason)
    return Scope(inside=False, reason=f"only {_spoken(events)} of its {len(texts)} sentences touch the dispute")


def _spoken(events: Sequence[EventReading]) -> int:
    """How many sentences tell acts."""
    return len({account.quote.start for event in events for account in event.accounts})


def _grounds(
    head: Sequence[str], texts: Sequence[str], events: Sequence[EventReading], lexicon: Lexicon
) -> Iterator[str]:
    """Why an article with events belongs to the dispute, the shortest look first; `head` is its title and opening."""
    others, ours, spoken = _times_named("third", texts, lexicon), _times_named("china", texts, lexicon), _spoken(events)
    share = spoken / max(1, len(texts))
    if _name("dispute", head, lexicon):
        if _name("china", head[:1], lexicon):
            yield "its title names China and its opening the trade dispute"
        if names_both(head, lexicon):
            yield "its opening names both sides and the trade dispute"
    if spoken >= 3 and share >= 0.08 and ours >= 3:
        yield f"{spoken} of its {len(texts)} sentences report acts of the dispute"
    if share >= SHARE and ours >= FEWEST_NAMES and others <= ours and names_both(texts, lexicon):
        yield f"it names both sides, and {spoken} of its sentences report acts of the dispute"
    if any(Topic.TIKTOK in event.issues for event in events) and any(map(_APP.search, head)):
        yield "its opening is about the app whose sale the two negotiate"
    if _is_about_it(head[0], texts, lexicon):
        yield "it names both and speaks of their dispute throughout"
