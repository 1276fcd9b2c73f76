"""A scraped page and the articles that it holds."""

import re
from collections.abc import Sequence
from datetime import datetime

from tradewatch.extraction.datatypes import Article, KnownPublisher, Page

_TAG = re.compile(r"<!--[^<>]*-->|</?[a-zA-Z][^<>]*>")


def articles_in(page: Page, *, publishers: Sequence[KnownPublisher] = ()) -> tuple[Article, ...]:
    """The articles of `page`, in the order of the page; at least one."""
    text = _plain(page.text)
    published = page.published
    return (
        Article(
            path=page.path, place=0, text=text, title=page.title or text.partition("\n")[0],
            lead=text.partition("\n\n")[0], byline=page.byline, publisher=page.publisher,
            genre=page.genre or "news", url=page.url,
            published=published.date() if isinstance(published, datetime) else published,
            published_at=published if isinstance(published, datetime) else None, updated_at=None,
        ),
    )


def _plain(text: str) -> str:
    """The text with wrapped lines joined and marks of emphasis taken off."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, count=1, flags=re.S)
    text = _TAG.sub("", text).replace("*", "").replace("\\", "").replace("\xa0", " ")
    text = re.sub(r"^[^\S\n]*-[^\S\n]{2,}", "\n", text, flags=re.M)
    paragraphs = (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
