"""How well events match what is sought, the best first: by SQLite's bm25, or by PostgreSQL's ts_rank.

A word weighs most in a title or an instrument's number, then in a summary, then in names, least in a quotation: a
title says what the act is, and a quotation what else its source had to say.
"""

from operator import itemgetter
from typing import Any

from django.db import connection
from django.db.models import FloatField
from django.db.models.expressions import RawSQL

from tradewatch.records.models import Event
from tradewatch.records.querysets import EventQuerySet
from tradewatch.records.search import TEXTS, for_fts5, for_tsquery, search, sought_in, tsvector_of

Ranking = list[tuple[float, int]]

# Title, summary, quotes, instruments, actors.
_BM25 = "bm25(records_event_text, 10.0, 5.0, 2.0, 10.0, 4.0)"
_WEIGHTS = {"title": "A", "instruments": "A", "summary": "B", "actors": "C", "quotes": "D"}
_WORDS = " || ".join(f"setweight({tsvector_of(TEXTS[name])}, '{weight}')" for name, weight in _WEIGHTS.items())
_TS_RANK = (
    f"SELECT -ts_rank({_WORDS}, to_tsquery('simple', %s))"  # noqa: S608 - constants
    " FROM records_event AS event WHERE event.id = records_event.id"
)


def ranking_of(text: str) -> Ranking:
    """(score, number) of each event that holds what is sought, the best first, which has the lowest score. One
    query."""
    sought = sought_in(text)
    if not sought:
        return []
    if connection.vendor != "sqlite":
        return list(best_first(Event.objects.all(), text).values_list("score", "pk"))
    with connection.cursor() as cursor:
        # Of the index alone: a look at each event would take half as long again.
        asked = f"SELECT {_BM25}, rowid FROM records_event_text WHERE records_event_text MATCH %s"  # noqa: S608 - constant
        cursor.execute(asked, [for_fts5(sought)])
        # The index gives its rows by number, and sorting keeps that order among equals: comparing both is slower.
        return sorted(cursor.fetchall(), key=itemgetter(0))


def best_first(rows: EventQuerySet, text: str) -> Any:
    """The events that hold all that is sought, the best match first, with their `score`."""
    sought = sought_in(text)
    if not sought:
        return rows.none()
    if connection.vendor == "sqlite":
        score = RawSQL(_BM25, [], output_field=FloatField())  # noqa: S611 - a constant
        # A table of SQLite's own, which no model stands for. The plus keeps the database from looking each event up in
        # the index of words, which takes its whole answer for each.
        found = rows.extra(
            tables=["records_event_text"],
            where=["records_event_text MATCH %s", "records_event.id = +records_event_text.rowid"],
            params=[for_fts5(sought)],
        )
    else:
        score = RawSQL(_TS_RANK, [for_tsquery(sought)], output_field=FloatField())  # noqa: S611 - a parameter
        found = search(rows, text)
    return found.annotate(score=score).order_by("score", "pk")
