"""A web page through trafilatura: its text without scripts, menus and styles, and what its metadata say."""

import logging
import re
from datetime import datetime

from django.utils.dateparse import parse_date, parse_datetime

from tradewatch.extraction.datatypes import Page
from tradewatch.ingestion.inputs import Refused
from tradewatch.ingestion.stated import address

_META = re.compile(r"<meta\b[^<>]{0,500}>", re.I)
_HEAD = 200_000  # characters in which a page's metadata stand


def page_from_html(path: str, html: str) -> Page:
    """The page that an HTML file holds. Raises Refused, saying why."""
    try:
        import trafilatura  # noqa: PLC0415 - the extra `web`: who reads no HTML need not install it
    except ImportError as error:
        raise Refused(path, "reading HTML needs the extra “web”: pip install 'tradewatch[web]'.") from error
    # It logs what it cannot parse; here that becomes a refusal.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        body = trafilatura.extract(html, include_comments=False, include_tables=True, favor_recall=True)
        said = trafilatura.extract_metadata(html)
    except (ValueError, TypeError, AttributeError, AssertionError) as error:
        raise Refused(path, f"its HTML cannot be read: {error}.") from error
    if not body or not body.strip():
        raise Refused(path, "no article text was found in its HTML.")
    # One newline between blocks is trafilatura's way; articles keep an empty line between paragraphs.
    paragraphs = "\n\n".join(line.strip() for line in body.split("\n") if line.strip())
    return Page(
        path=path,
        text=paragraphs,
        title=_line(said.title) if said else "",
        publisher=_line(said.sitename) if said else "",
        url=address(_line(said.url)) if said else "",
        published=_stated(html, "published_time") or (parse_date(said.date) if said and said.date else None),
        updated=_stated(html, "modified_time"),
        byline=_line(said.author) if said else "",
    )


def _line(value: str | None) -> str:
    return " ".join((value or "").split())


def _stated(html: str, what: str) -> datetime | None:
    """The time with zone that a page's head states as article:<what>; trafilatura gives the day alone."""
    for tag in _META.findall(html[:_HEAD]):
        content = re.search(r"""\bcontent\s*=\s*["']([^"']{10,40})["']""", tag)
        if content and re.search(rf"""["']article:{what}["']""", tag):
            try:
                return parse_datetime(content[1])
            except ValueError:
                return None
    return None
