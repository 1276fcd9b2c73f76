"""Who published a page, and what kind of text it is."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from tradewatch.extraction.datatypes import KnownPublisher
from tradewatch.vocabulary import Genre

_OFFICIAL_HOST = re.compile(r"(?:\A|\.)(?:gov|mil|gov\.[a-z]{2}|europa\.eu)\Z")
_OFFICIAL_FORM = re.compile(
    r"By the authority vested in me as President|^(?:BY THE PRESIDENT OF|A PROCLAMATION|AGENCY: |CSMS # ?\d)",
    re.MULTILINE,
)
# A publisher that is an authority by its name, as "Ministry of Commerce" or "US Customs and Border Protection" is.
_OFFICIAL_NAME = re.compile(
    r"\b(?:(?:Ministry|Department|Bureau|Office|Embassy|Consulate|Administration) (?:of|for)\b"
    r"|(?:Commerce|Foreign|Finance|Transport|Treasury|State) (?:Ministry|Department)\b"
    r"|State Council|Tariff Commission|White House|Federal Register|Trade Representative"
    r"|Customs and Border Protection)",
    re.IGNORECASE,
)


def host_of(url: str) -> str:
    """ "https://www.ustr.gov/about" → "ustr.gov"; "" for what is no address."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def publisher_of(
    *, name: str, url: str, edges: Sequence[str], publishers: Sequence[KnownPublisher]
) -> tuple[str, KnownPublisher | None]:
    """The publisher's slug or name, and the known publisher if it is one.

    The envelope's name decides, else the host of the address, else a mark in `edges`, the first and last lines.
    """
    known = _named(name, publishers) if name else _hosted(host_of(url), publishers) or _marked(edges, publishers)
    if known:
        return known.slug, known
    return name or host_of(url), None


def _named(name: str, publishers: Sequence[KnownPublisher]) -> KnownPublisher | None:
    wanted = name.strip().lower()
    return next((known for known in publishers if wanted in (known.slug.lower(), known.name.lower())), None)


def _hosted(host: str, publishers: Sequence[KnownPublisher]) -> KnownPublisher | None:
    if not host:
        return None
    return next(
        (known for known in publishers for own in known.hosts if host == own or host.endswith(f".{own}")),
        None,
    )


def _marked(edges: Sequence[str], publishers: Sequence[KnownPublisher]) -> KnownPublisher | None:
    return next(
        (known for line in edges for known in publishers for mark in known.marks if mark and mark in line),
        None,
    )


def genre_of(
    *, stated: str, said: Sequence[str], known: KnownPublisher | None, url: str, text: str, publisher: str = ""
) -> str:
    """What kind of text an article is: what its envelope states, else what its own lines say (`said`: labels and
    disclaimers), else its publisher's kind, else an authority's host, name or form, else news."""
    if stated in set(Genre):
        return stated
    # An official page's label "Statements" or an agency's "Analysis" does not change who speaks.
    if said and not (known and known.genre == Genre.OFFICIAL):
        return said[0]
    if known:
        return known.genre
    is_official = (
        _OFFICIAL_HOST.search(host_of(url)) or _OFFICIAL_NAME.search(publisher) or _OFFICIAL_FORM.search(text[:4000])
    )
    return str(Genre.OFFICIAL if is_official else Genre.NEWS)
