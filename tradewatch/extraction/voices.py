"""In whose voice a document speaks: the side and the actor that issue it, and the tariff issue at its heart."""

import re

from tradewatch.extraction.clauses import plain
from tradewatch.extraction.datatypes import Article, Gazetteer
from tradewatch.extraction.issues import issues_named
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.vocabulary import Genre

_PRESIDENT = re.compile(r"\bvested in me as President by the Constitution\b|\bI, DONALD J\. TRUMP\b")
_US_HOST = re.compile(r"//[^/]*\b(?:whitehouse|ustr|treasury|commerce|bis|federalregister|state|usda|cbp)\.gov\b")
_CHINA_HOST = re.compile(r"//[^/]*\.gov\.cn\b")
_OF_CHINA = re.compile(r"\b(?:China|Chinese|PRC|MOFCOM|State Council|Ministry)\b")
_OF_US = re.compile(
    r"\b(?:U\.?S\.?|United States|USTR|BIS|White House|Federal Register|Department|Treasury"
    r"|Customs and Border Protection)(?!\w)"
)
_AT_HEART = ("fentanyl-tariffs", "reciprocal-tariffs")


def speaker_of(article: Article, gazetteer: Gazetteer, lexicon: Lexicon) -> str:
    """The side whose authority issues an official document; "" for any other text."""
    if article.genre != Genre.OFFICIAL:
        return ""
    for publisher in gazetteer.publishers:
        if article.publisher in (publisher.slug, publisher.name):
            return publisher.side if publisher.side in ("us", "china") else ""
    if _US_HOST.search(article.url) or _PRESIDENT.search(article.text):
        return "us"
    if _CHINA_HOST.search(article.url):
        return "china"
    return _side_named(article.publisher, lexicon)


def _side_named(publisher: str, lexicon: Lexicon) -> str:
    """The side of an authority by its name: only China has ministries here, only the United States departments."""
    if lexicon.terms["third"].search(publisher):
        return ""
    named = {side for side, names in (("china", _OF_CHINA), ("us", _OF_US)) if names.search(publisher)}
    return named.pop() if len(named) == 1 else ""


def author_of(article: Article, text: str) -> str:
    """The actor in whose name the document acts: the president for his orders."""
    return "donald-trump" if article.genre == Genre.OFFICIAL and _PRESIDENT.search(text[:4000]) else ""


def issues_at_heart(article: Article, lexicon: Lexicon) -> tuple[str, ...]:
    """The tariff issue that the title, else the opening, names; several tell nothing."""
    for text in (article.title, article.text[:300]):
        found = tuple(issue for issue in issues_named(plain(text), lexicon) if issue in _AT_HEART)
        if found:
            return found
    return ()
