"""Search over titles, summaries, quotes in evidence, instrument numbers and actors' names, behind one function.

What a person types is words, "phrases" and beginnings* of words; every other character only parts words, so that no
text is a syntax error. SQLite answers for events from an FTS5 table (migration 0003), which the fold keeps current
through `index_events`; PostgreSQL makes its `tsvector`s as it is asked. Both fold case; only FTS5 folds accents too.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from tradewatch.records.models import Event, Passage

Rows = TypeVar("Rows", bound=QuerySet[Any])
# A phrase in quotes, straight or curled, or a run without spaces.
_ASKED = re.compile(r'"([^"]+)"|“([^”]+)”|([^\s"“”]+)')
_WORD = re.compile(r"[^\W_]+")
_MOST_TERMS = 100
_BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Words that stand side by side; where it is open, the last of them is only a beginning."""

    words: tuple[str, ...]
    is_open: bool

    @property
    def for_fts5(self) -> str:
        """In quotes, so that FTS5 takes nothing in it for an operator."""
        return f'"{" ".join(self.words)}"' + (" *" if self.is_open else "")

    @property
    def for_tsquery(self) -> str:
        """Words alone, so that nothing in it is an operator but those put here."""
        return " <-> ".join(self.words) + (":*" if self.is_open else "")

    @property
    def pattern(self) -> str:
        """A regular expression for whole words: “us” is not in “because”."""
        between = r"[\W_]+".join(re.escape(word) for word in self.words)
        return rf"(?<![^\W_]){between}" + ("" if self.is_open else r"(?![^\W_])")


def sought_in(text: str) -> tuple[Sought, ...]:
    """What a person looks for.

    rare-earth "export control" soy* → (rare earth), (export control), (soy…)
    """
    found: list[Sought] = []
    for match in _ASKED.finditer(unicodedata.normalize("NFC", text)):
        phrase = match[1] or match[2]
        words = tuple(_WORD.findall(phrase or match[3]))
        if words:
            found.append(Sought(words=words, is_open=not phrase and match[3].endswith("*")))
    return tuple(found[:_MOST_TERMS])


def search(rows: Rows, text: str) -> Rows:
    """The events or positions that hold all that is sought, in any order; none where the text holds no word.

    Adds a condition and no query of its own.
    """
    sought = sought_in(text)
    if not sought:
        return rows.none()
    if connection.vendor == "sqlite":
        return _in_sqlite(rows, sought)
    return rows.filter(pk__in=_in_postgres(sought, of_events=rows.model is Event))


def for_fts5(sought: Iterable[Sought]) -> str:
    """All of it, as FTS5 takes it."""
    return " ".join(one.for_fts5 for one in sought)


def for_tsquery(sought: Iterable[Sought]) -> str:
    """All of it, as PostgreSQL takes it."""
    return " & ".join(one.for_tsquery for one in sought)


def events_found(text: str) -> list[int]:
    """The numbers of the events that hold all that is sought, in no order. One query."""
    return list(search(Event.objects.order_by(), text).values_list("pk", flat=True))


def _in_sqlite(rows: Rows, sought: Iterable[Sought]) -> Rows:
    if rows.model is Event:
        asked = "SELECT rowid FROM records_event_text WHERE records_event_text MATCH %s"
        return rows.filter(pk__in=RawSQL(asked, [for_fts5(sought)]))  # noqa: S611 - a parameter
    for one in sought:
        rows = rows.filter(Q(quote__iregex=one.pattern) | Q(speaker__name__iregex=one.pattern))
    return rows


# Each joins its texts with a mark between them, and turns punctuation into spaces: PostgreSQL's parser would otherwise
# read "U.S." as a host and "10-15" as a negative number.
TEXTS = {
    "title": "event.title",
    "summary": "event.summary",
    "quotes": """(SELECT string_agg(passage.quote, ' ¶ ')
        FROM records_passage AS passage JOIN records_mention AS mention ON mention.id = passage.mention_id
        WHERE mention.event_id = event.id AND passage.shown)""",
    "instruments": """(SELECT string_agg(concat_ws(' ', instrument ->> 'scheme', instrument ->> 'number'), ' ¶ ')
        FROM jsonb_array_elements(event.instruments) AS instrument)""",
    "actors": """(SELECT string_agg(actor.name, ' ¶ ')
        FROM records_event_actors AS takes_part JOIN records_actor AS actor ON actor.id = takes_part.actor_id
        WHERE takes_part.event_id = event.id)""",
}


def tsvector_of(*texts: str) -> str:
    """SQL of the words in these texts."""
    return f"to_tsvector('simple', regexp_replace(concat_ws(' ¶ ', {', '.join(texts)}), '[[:punct:]]+', ' ', 'g'))"


_EVENT_TEXT = (
    f"SELECT event.id FROM records_event AS event WHERE {tsvector_of(*TEXTS.values())} @@ to_tsquery('simple', %s)"  # noqa: S608 - constants
)
_POSITION_TEXT = (
    "SELECT position.id FROM records_position AS position"  # noqa: S608 - constants
    " LEFT JOIN records_actor AS actor ON actor.id = position.speaker_id"
    f" WHERE {tsvector_of('position.quote', 'actor.name')} @@ to_tsquery('simple', %s)"
)


def _in_postgres(sought: Iterable[Sought], *, of_events: bool) -> RawSQL:
    return RawSQL(_EVENT_TEXT if of_events else _POSITION_TEXT, [for_tsquery(sought)])  # noqa: S611 - a parameter


def index_events(ids: Iterable[int]) -> None:
    """Bring the index up to date with these events; PostgreSQL needs none.

    To be called wherever a title, a summary, the standing words of the evidence or the name of an actor has changed.
    """
    numbers = list(ids)
    if connection.vendor != "sqlite":
        return
    for at in range(0, len(numbers), _BATCH):
        _index(numbers[at : at + _BATCH])


def _index(numbers: list[int]) -> None:
    quotes: dict[int, list[str]] = {}
    told = Passage.objects.filter(mention__event__in=numbers, shown=True).values_list("mention__event", "quote")
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
        for event in Event.objects.filter(pk__in=numbers).prefetch_related("actors")
    ]
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM records_event_text WHERE rowid = %s", [(number,) for number in numbers])
        cursor.executemany(
            "INSERT INTO records_event_text (rowid, title, summary, quotes, instruments, actors)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            rows,
        )
