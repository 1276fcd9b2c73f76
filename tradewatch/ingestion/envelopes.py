"""From a file to its pages: what front matter, JSON keys or HTML metadata say, and the text."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import yaml
from django.utils.dateparse import parse_date, parse_datetime

from tradewatch.extraction.datatypes import Page
from tradewatch.ingestion.inputs import File, Refused, text_of
from tradewatch.vocabulary import Genre

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.S)
_KEYS = ("title", "published", "publisher", "url", "text")


def pages_of(file: File) -> list[Page]:
    """The pages of a file, in order. Raises Refused, naming what and where."""
    text = text_of(file)
    try:
        return _READERS[file.kind](file.path, text)
    except RecursionError as error:
        raise Refused(file.path, "it is nested too deeply.") from error


def _plain(path: str, text: str) -> list[Page]:
    return [Page(path=path, text=text)]


def _markdown(path: str, text: str) -> list[Page]:
    """A text that may open with YAML between two lines of three dashes."""
    if not text.startswith("---"):
        return _plain(path, text)
    found = _FRONT_MATTER.match(text)
    if not found:
        raise Refused(path, "its front matter does not end: a line of three dashes is missing.")
    said = _yaml(path, found[1])
    body = text[found.end() :]
    if not body.strip():
        raise Refused(path, "it has front matter and no text.")
    published, day = _when(path, said, "published_time"), _when(path, said, "date")
    updated = _when(path, said, "modified_time")
    # The day of the front matter wins: a time without a zone, or in another one, can name the day before or after.
    if day and (published is None or _day(published) != _day(day)):
        published = day
    return [
        Page(
            path=path,
            text=body,
            title=_words(said.get("title")),
            publisher=_words(said.get("publisher")),
            url=_url(_words(said.get("source_url") or said.get("url"))),
            published=published,
            updated=updated,
            genre=_genre(path, said),
            byline=_words(said.get("author") or said.get("byline")),
        )
    ]


def _yaml(path: str, text: str) -> Mapping[str, Any]:
    try:
        said = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 2}" if mark else ""
        raise Refused(path, f"its front matter is no YAML{where}.") from error
    if not isinstance(said, Mapping):
        raise Refused(path, "its front matter holds no “key: value” lines.")
    return said


def _genre(path: str, said: Mapping[str, Any]) -> str:
    genre = _words(said.get("genre"))
    known = [word.value for word in Genre]
    if genre and genre not in known:
        raise Refused(path, f"“{genre[:40]}” is no genre; {', '.join(known)} are.")
    return genre


def _when(path: str, said: Mapping[str, Any], key: str) -> datetime | date | None:
    """The time or day under a key. Raises Refused for a date that does not exist."""
    value = said.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value
    text = str(value).strip()
    try:
        found = parse_datetime(text) or parse_date(text)
    except ValueError as error:
        raise Refused(path, f"“{text[:40]}” ({key}) is no day of the calendar.") from error
    if found is None:
        raise Refused(path, f"“{text[:40]}” ({key}) is no date such as 2025-05-12 or 2025-05-12T09:00:00-04:00.")
    return found


def _day(when: datetime | date) -> date:
    return when.date() if isinstance(when, datetime) else when


def _words(value: Any) -> str:
    return " ".join(str(value).split()) if value is not None else ""


def _url(address: str) -> str:
    return address if re.match(r"https?://[^\s/]+", address) else ""


def _json(path: str, text: str) -> list[Page]:
    """One article or a list of them, each {title, published, publisher, url, text}."""
    try:
        said = json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused(path, f"it is no JSON: {error.msg} in line {error.lineno}, column {error.colno}.") from error
    articles = said if isinstance(said, list) else [said]
    if not articles:
        raise Refused(path, "its list of articles is empty.")
    several = isinstance(said, list)
    return [_article(path, row, at if several else None) for at, row in enumerate(articles, start=1)]


def _article(path: str, row: Any, at: int | None) -> Page:
    where = f"article {at}: " if at else ""
    if not isinstance(row, Mapping):
        raise Refused(path, f"{where}it is no object with the keys {', '.join(_KEYS)}.")
    missing = [key for key in ("title", "text") if not _words(row.get(key))]
    if missing:
        raise Refused(path, f"{where}the key “{missing[0]}” is missing or empty.")
    for key in _KEYS:
        if row.get(key) is not None and not isinstance(row[key], str):
            raise Refused(path, f"{where}the value of “{key}” is no text.")
    if "\x00" in row["text"]:
        raise Refused(path, f"{where}its text holds NUL characters.")
    url = _url(_words(row.get("url")))
    return Page(
        # Articles of one file without an address of their own are told apart by their place in it.
        path=path if url or not at else f"{path}#{at}",
        text=row["text"],
        title=_words(row["title"]),
        publisher=_words(row.get("publisher")),
        url=url,
        published=_when(path, row, "published"),
    )


def _html(path: str, text: str) -> list[Page]:
    """A web page, through trafilatura: its text without scripts, menus and styles, and what its metadata say."""
    try:
        import trafilatura  # noqa: PLC0415 - the extra `web`: who reads no HTML need not install it
    except ImportError as error:
        raise Refused(path, "reading HTML needs the extra “web”: pip install 'tradewatch[web]'.") from error
    try:
        body = trafilatura.extract(text, include_comments=False, include_tables=True, favor_recall=True)
        said = trafilatura.extract_metadata(text)
    except (ValueError, TypeError, AttributeError, AssertionError) as error:
        raise Refused(path, f"its HTML cannot be read: {error}.") from error
    if not body or not body.strip():
        raise Refused(path, "no article text was found in its HTML.")
    # One newline between blocks is trafilatura's way; articles keep an empty line between paragraphs.
    paragraphs = "\n\n".join(line.strip() for line in body.split("\n") if line.strip())
    return [
        Page(
            path=path,
            text=paragraphs,
            title=_words(said.title) if said else "",
            publisher=_words(said.sitename) if said else "",
            url=_url(_words(said.url)) if said else "",
            published=_meta_time(text) or (parse_date(said.date) if said and said.date else None),
            byline=_words(said.author) if said else "",
        )
    ]


def _meta_time(html: str) -> datetime | None:
    """The time with zone that a page's head states; trafilatura gives the day alone."""
    head = html[:200_000]
    found = re.search(r"""article:published_time["'][^>]{0,80}?content=["']([^"']{10,40})["']""", head)
    try:
        return parse_datetime(found[1]) if found else None
    except ValueError:
        return None


_READERS: dict[str, Callable[[str, str], list[Page]]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".html": _html,
    ".json": _json,
}
