"""From a file to its pages: what its envelope (front matter, JSON keys, HTML metadata) says, and the text."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

from tradewatch.extraction.datatypes import Page
from tradewatch.extraction.pages import envelope
from tradewatch.ingestion.inputs import File, Refused, text_of
from tradewatch.ingestion.stated import address, genre, moment, stated_day, words
from tradewatch.ingestion.webpages import page_from_html

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.S)
_KEYS = ("title", "published", "publisher", "url", "text")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def pages_of(file: File) -> list[Page | Refused]:
    """The pages of a file, in order; of a list of articles, a refusal for each that is not fit. Raises Refused."""
    text = text_of(file)
    try:
        found = list(_READERS[file.kind](file.path, text))
    except RecursionError as error:
        raise Refused(file.path, "it is nested too deeply.") from error
    return [page if isinstance(page, Refused) else _sound(page) for page in found]


def _sound(page: Page) -> Page | Refused:
    """The page, unless its words hold what no text can: NUL, or half of a surrogate pair (JSON's \\ud83d alone)."""
    for said in (page.text, page.title, page.publisher, page.url, page.byline):
        if "\x00" in said:
            return Refused(page.path, "its text holds NUL characters.")
        if _HALF_CHARACTER.search(said):
            return Refused(page.path, "its text holds half of a character, an escape such as \\ud83d without its pair.")
    return page


def _plain(path: str, text: str) -> Iterator[Page]:
    yield Page(path=path, text=text)


def _markdown(path: str, text: str) -> Iterator[Page]:
    """A text that may open with YAML between two lines of three dashes."""
    if not text.startswith("---"):
        yield Page(path=path, text=text)
        return
    found = _FRONT_MATTER.match(text)
    if not found:
        raise Refused(path, "its front matter does not end: a line of three dashes is missing.")
    said = _yaml(path, found[1] or "")
    body = text[found.end() :]
    if not body.strip():
        raise Refused(path, "it has front matter and no text.")
    published, day = moment(path, said, *envelope.TIMES), moment(path, said, *envelope.DAYS)
    # The day of the front matter wins: a time without a zone, or in another one, can name the day before or after.
    if day and (published is None or stated_day(published) != stated_day(day)):
        published = day
    yield Page(
        path=path,
        text=body,
        title=words(path, said, *envelope.TITLES),
        publisher=words(path, said, *(key for key in envelope.PUBLISHERS if "://" not in str(said.get(key)))),
        url=next(filter(None, (address(words(path, said, key)) for key in envelope.ADDRESSES)), ""),
        published=published,
        updated=moment(path, said, *envelope.UPDATES),
        genre=genre(path, said),
        byline=words(path, said, *envelope.BYLINES),
    )


def _yaml(path: str, text: str) -> Mapping[str, Any]:
    try:
        said = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 2}" if mark else ""
        raise Refused(path, f"its front matter is no YAML{where}.") from error
    except ValueError as error:
        # 2025-02-30 without quotes: YAML itself makes days of such words.
        raise Refused(path, f"its front matter names a day or number that does not exist: {error}.") from error
    if not isinstance(said, Mapping):
        raise Refused(path, "its front matter holds no “key: value” lines.")
    return {str(key).lower(): value for key, value in said.items()}


def _json(path: str, text: str) -> Iterator[Page | Refused]:
    """One article or a list of them, each {title, published, publisher, url, text}."""
    try:
        said = json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused(path, f"it is no JSON: {error.msg} in line {error.lineno}, column {error.colno}.") from error
    except ValueError as error:
        raise Refused(path, f"it is no JSON that can be read: {error}.") from error
    if not isinstance(said, list):
        yield _article(path, said)
        return
    if not said:
        raise Refused(path, "its list of articles is empty.")
    for at, row in enumerate(said, start=1):
        # Articles of one file without an address of their own are told apart by their place in it.
        try:
            yield _article(f"{path}#{at}", row, named=path)
        except Refused as refused:
            yield refused


def _article(path: str, row: Any, *, named: str = "") -> Page:
    """The page of one JSON object; `named` is its file, whose name it goes by if it has an address."""
    if not isinstance(row, Mapping):
        raise Refused(path, f"it is no object with the keys {', '.join(_KEYS)}.")
    for key in _KEYS:
        if row.get(key) is not None and not isinstance(row[key], str):
            raise Refused(path, f"the value of “{key}” is no text.")
    for key in ("title", "text"):
        if not words(path, row, key):
            raise Refused(path, f"the key “{key}” is missing or empty.")
    url = address(words(path, row, "url"))
    return Page(
        path=named if url and named else path,
        text=row["text"],
        title=words(path, row, "title"),
        publisher=words(path, row, "publisher"),
        url=url,
        published=moment(path, row, "published"),
    )


def _html(path: str, text: str) -> Iterator[Page]:
    yield page_from_html(path, text)


_READERS: dict[str, Callable[[str, str], Iterator[Page | Refused]]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".html": _html,
    ".json": _json,
}
