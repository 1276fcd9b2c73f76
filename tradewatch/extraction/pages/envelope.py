"""What the head of a page says of it, key by key: front matter between dashes, or "Title: …" and "Date: …" on lines.

For a page whose envelope says none of it.
"""

import codecs
import re
from dataclasses import replace
from datetime import date, datetime

from tradewatch.extraction.datatypes import Page
from tradewatch.extraction.pages.stamps import stamp_in

# What archives, feeds and site generators call the same thing; the first that is there counts.
TITLES = ("title", "headline")
ADDRESSES = ("source_url", "url", "link", "canonical_url", "original_url")
PUBLISHERS = ("publisher", "source", "site", "outlet", "publication")
BYLINES = ("byline", "author", "by")
DAYS = ("date", "day")
TIMES = ("published_time", "published", "published_at", "publishedat", "pubdate", "date_published", "datepublished",
         "publication_date", "published_date", "posted")  # fmt: skip
UPDATES = ("modified_time", "updated", "updated_at", "date_modified", "datemodified", "lastmod")
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<rows>.{0,20000}?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_HEAD_ROWS = re.compile(
    rf"\A\ufeff?(?:(?P<key>{'|'.join([*TITLES, *ADDRESSES, *PUBLISHERS, *BYLINES, *DAYS, *TIMES, *UPDATES])}):"
    r"[ \t]*\S[^\r\n]*\r?\n){2,12}",
    re.IGNORECASE,
)
_ROW = re.compile(r"^(?P<name>[A-Za-z_][\w-]*):[ \t]*(?P<value>[^\r\n]*(?:\r?\n[ \t]+[^\r\n]+)*)", re.MULTILINE)
_ESCAPED = re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[\\\"ntr/ ])")


def opened(page: Page) -> Page:
    """The page with what its front matter says where the page itself says nothing; its text stays, offsets and all.

    date: '2025-04-09'
    published_time: 2025-04-09 23:30:00-04:00
    title: "Modifying Reciprocal Tariff Rates to Reflect Discussions with the People\\u2019\\
      s Republic of China"
    """
    rows = front_matter(page.text)
    if not rows:
        return page
    return replace(
        page,
        title=page.title or _first(rows, TITLES),
        url=page.url or next((rows[key] for key in ADDRESSES if "://" in rows.get(key, "")), ""),
        publisher=page.publisher or next((rows[key] for key in PUBLISHERS if "://" not in rows.get(key, "://")), ""),
        byline=page.byline or _first(rows, BYLINES),
        genre=page.genre or rows.get("genre", ""),
        published=page.published or _published(rows),
        updated=page.updated or moment_in(_first(rows, UPDATES)),
    )


def _first(rows: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((rows[key] for key in keys if rows.get(key)), "")


def length_of_front_matter(text: str) -> int:
    """How many characters at the beginning of a page are front matter."""
    found = _FRONT_MATTER.match(text) or _HEAD_ROWS.match(text)
    return found.end() if found else 0


def front_matter(text: str) -> dict[str, str]:
    """The rows of the front matter, name → value, quotes and line breaks resolved; empty where there is none."""
    found = _FRONT_MATTER.match(text)
    head = found["rows"] if found else text[: length_of_front_matter(text)]
    return {row["name"].lower(): _scalar(row["value"]) for row in _ROW.finditer(head)}


def _scalar(value: str) -> str:
    value = value.strip()
    if value.startswith('"') and value.endswith('"') and len(value) > 1:
        inner = re.sub(r"\\\r?\n[ \t]*", "", value[1:-1])
        return " ".join(_ESCAPED.sub(_unescaped, inner).split())
    if value.startswith("'") and value.endswith("'") and len(value) > 1:
        value = value[1:-1].replace("''", "'")
    return " ".join(value.split())


def _unescaped(found: re.Match[str]) -> str:
    if found[0][1] in "ux":
        return codecs.decode(found[0], "unicode_escape")
    return {"n": " ", "t": " ", "r": " "}.get(found[0][1], found[0][1])


def _published(rows: dict[str, str]) -> datetime | date | None:
    """The time of publication, unless the stated day is another: a page may be put up after its day."""
    day, time = moment_in(_first(rows, DAYS)), moment_in(_first(rows, TIMES))
    if not isinstance(time, datetime):
        return day or time
    return time if day is None or _day(day) == time.date() else day


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def moment_in(text: str) -> datetime | date | None:
    """A date or time, "2025-04-09 23:30:00-04:00" or as pages write it, "April 9, 2025"; None for anything else."""
    text = text.strip()
    try:
        return date.fromisoformat(text) if len(text) == len("2025-04-09") else datetime.fromisoformat(text)
    except ValueError:
        stamp = stamp_in(text)
    return stamp.published or stamp.updated if stamp else None
