"""Search over titles, summaries, quotes in evidence, instrument numbers and actors' names, behind one function a table.

SQLite answers from an FTS5 table (migration 0003) that the fold keeps current through `index_events`; PostgreSQL from
`tsvector`s over the same columns.
"""

import re
from collections.abc import Iterable
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Q, QuerySet

from tradewatch.records.models import Event, Passage

Rows = TypeVar("Rows", bound=QuerySet[Any])
_MOST_TERMS = 12
# A phrase in quotes, or a word; a star at the end of a word asks for whatever begins so.
_TERM = re.compile(r'"([^"]+)"|“([^”]+)”|([^\s"“”]+)')


def terms_of(text: str) -> list[str]:
    """What a person looks for, as FTS5 strings: each term quoted, so that no character of it is an operator.

    rare "export control" soy* → ['"rare"', '"export control"', '"soy" *']
    """
    terms: list[str] = []
    for found in _TERM.finditer(text):
        raw = found[1] or found[2] or found[3]
        star = raw.endswith("*") and not (found[1] or found[2])
        words = re.findall(r"\w+", raw)
        if words:
            terms.append(f'"{" ".join(words)}"' + (" *" if star else ""))
    return terms[:_MOST_TERMS]


def search_events(rows: Rows, text: str) -> Rows:
    """The events that hold every term; none where the text holds no word at all."""
    terms = terms_of(text)
    if not terms:
        return rows.none()
    if connection.vendor != "sqlite":
        return rows.filter(
            _postgres(terms, ("title", "summary", "mentions__passages__quote", "actors__name"))
        ).distinct()
    with connection.cursor() as cursor:
        cursor.execute("SELECT rowid FROM records_event_text WHERE records_event_text MATCH %s", [" ".join(terms)])
        found = [row[0] for row in cursor.fetchall()]
    return rows.filter(pk__in=found)


def search_positions(rows: Rows, text: str) -> Rows:
    """The positions whose quote or speaker holds every term."""
    terms = terms_of(text)
    if not terms:
        return rows.none()
    if connection.vendor != "sqlite":
        return rows.filter(_postgres(terms, ("quote", "speaker__name")))
    for term in terms:
        words = term.strip('"* ')
        rows = rows.filter(Q(quote__icontains=words) | Q(speaker__name__icontains=words))
    return rows


def _postgres(terms: list[str], columns: tuple[str, ...]) -> Q:
    wanted = Q()
    for term in terms:
        words = term.strip('"* ')
        either = Q()
        for column in columns:
            either |= Q(**{f"{column}__search": words})
        wanted &= either
    return wanted


def index_events(ids: Iterable[int]) -> None:
    """Bring the index up to date with these events; PostgreSQL needs none."""
    numbers = list(ids)
    if not numbers or connection.vendor != "sqlite":
        return
    events = Event.objects.filter(pk__in=numbers).prefetch_related("actors").only("title", "summary", "instruments")
    quotes: dict[int, list[str]] = {}
    told = Passage.objects.filter(mention__event__in=numbers).values_list("mention__event", "quote")
    for number, quote in told.distinct():
        quotes.setdefault(number, []).append(quote)
    rows = [
        (
            event.pk,
            event.title,
            event.summary,
            "\n".join(quotes.get(event.pk, [])),
            "; ".join(f"{row['scheme']} {row['number']}" for row in event.instruments),
            "; ".join(actor.name for actor in event.actors.all()),
        )
        for event in events
    ]
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM records_event_text WHERE rowid = %s", [(number,) for number in numbers])
        cursor.executemany(
            "INSERT INTO records_event_text (rowid, title, summary, quotes, instruments, actors)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            rows,
        )
