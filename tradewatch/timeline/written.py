"""The rows of the list as HTML: a template takes longer to write fifty of them than all else that a page needs.

Every text of the record goes through `_text`; the rest are words and numbers of ours.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from itertools import islice
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from tradewatch.records.templatetags.edtf import edtf_rail, edtf_words
from tradewatch.records.templatetags.evidence import in_quotes
from tradewatch.records.templatetags.figures import figure, figure_label
from tradewatch.records.templatetags.marks import (
    act_words,
    checked_words,
    direction_class,
    mark,
    side_badge,
    status_badge,
)
from tradewatch.timeline.addresses import address_of_actor, address_of_event
from tradewatch.timeline.rows import Listed, Month, Row

_TO_PANEL = 'hx-target="#panel" hx-swap="outerHTML show:none" hx-sync="#panel:replace" hx-indicator="#busy"'
_ACTORS, _MEASURES = 3, 2
_YEAR = 2025  # of the dispute: its months need not name it


def months_as_html(months: Iterable[Month], opens: str, selected: int | None, *, appended: bool = False) -> SafeString:
    """A section a month with its rows. `opens` begins the address that opens an event beside the list; without it
    titles lead to the events' own pages. `selected` is the number of the event that is open. Where it is `appended`
    to rows that are there, a month that goes on gets no second head."""
    sections = (_month(month, escape(opens), selected, appended=appended) for month in months)
    return mark_safe("\n".join(sections))  # noqa: S308 - escaped piece by piece


def _month(month: Month, opens: str, selected: int | None, *, appended: bool) -> str:
    rows = "\n".join(f"{_parting(row.opens, month.first)}{_row(row, opens, selected)}" for row in month.rows)
    name = f' aria-labelledby="m-{month.first.isoformat()[:7]}"' if month.first else ""
    head = "" if month.first is None or (month.continued and appended) else _head(month, month.first)
    return f'<section class="month"{name}>{head}<ol role="list">\n{rows}\n</ol></section>'


def _head(month: Month, first: date) -> str:
    tally = month.tally
    name = f"{first:%B}" if first.year == _YEAR else f"{first:%b} {first.year}"
    going_on = "continued, " if month.continued else ""
    events = f"{tally.total} event{'' if tally.total == 1 else 's'}"
    return (
        f'<h3 class="month-h" id="m-{first.isoformat()[:7]}"><span class="name">{name}</span> '
        f'<span class="axis-h"><span>US</span><span>CN</span></span> '
        f'<span class="tally">{going_on}{events}: {tally.escalate} escalate, {tally.ease} ease</span></h3>'
    )


def _row(row: Row, opens: str, selected: int | None) -> str:
    event = row.event
    states = f"{' same-day' if row.same_day else ''}{' is-sel' if event.id == selected else ''}"
    return (
        f'<li class="ev {direction_class(event)} side-{event.side}{states}" id="e-{event.id}">'
        f'<div class="ev-date">{edtf_rail(event.date, same_day=row.same_day)}</div>'
        f'<div class="ev-axis"><span class="tick"></span>{mark(event)}</div>'
        f'<div class="ev-main"><h4>{side_badge(event.side)} {_title(row, opens, selected)} {status_badge(event)}</h4>'
        f'{_words(row)}<div class="ev-meta">{" ".join(_around(row, opens))}</div></div>'
        f'<div class="figs">{"".join(_figure(measure) for measure in islice(row.measures, _MEASURES))}</div>'
        f'<div class="ev-src">{" ".join(_standing(event))}</div></li>'
    )


def _parting(opens: str, month: date | None) -> str:
    """The line above the first row of those in a month that have no day, or have one again."""
    if not opens or not month:
        return ""
    said = f"Day not known; first reported in {month:%B}" if opens == "undated" else "Day known"
    return f'<li class="undated-h">{said}</li>'


def _title(row: Row, opens: str, selected: int | None) -> str:
    number = row.event.id
    if not opens:
        return f'<a href="{address_of_event(number)}">{_text(row.title)}</a>'
    current = ' aria-current="true"' if number == selected else ""
    return f'<a href="{opens}{number}#e-{number}"{current} hx-get="{opens}{number}" {_TO_PANEL}>{_text(row.title)}</a>'


def _words(row: Row) -> str:
    if row.voice:
        return f'<p class="voice">{in_quotes(row.quote)} <span>{escape(row.voice.publisher)}</span></p>'
    return f"<p>{_text(row.summary)}</p>" if row.summary else ""


def _around(row: Row, opens: str) -> Iterator[str]:
    """What an event is and what stands around it, in the line below its words."""
    event = row.event
    yield act_words(event)
    for number in row.numbers:
        yield f"<span>{_text(number)}</span>"
    if event.effective and event.effective != event.date:
        yield f'<span class="applies">applies from {escape(edtf_words(event.effective))}</span>'
    if row.actors:
        yield '<span class="vh">Actors:</span>'
    for slug, name in islice(row.actors, _ACTORS):
        yield f'<a class="actor" href="{address_of_actor(slug)}">{escape(name)}</a>'
    if len(row.actors) > _ACTORS:
        yield f"<span>+{len(row.actors) - _ACTORS}</span>"
    if row.answers:
        yield _answer(*row.answers, opens)
    if row.later:
        acts = f"{row.later} act{'' if row.later == 1 else 's'}"
        yield f'<a class="hintlink hint-in" href="{address_of_event(event.id)}#chain">followed up by <b>{acts}</b></a>'


def _answer(words: str, number: int, name: str, opens: str) -> str:
    said = f"{words} <b>{escape(name)}</b>"
    if not opens:
        return f'<a class="hintlink" href="{address_of_event(number)}">{said}</a>'
    return f'<a class="hintlink" href="{opens}{number}#e-{number}" hx-get="{opens}{number}" {_TO_PANEL}>{said}</a>'


def _figure(measure: Any) -> str:
    return f'<div class="fig"><b>{figure(measure)}</b><span>{escape(figure_label(measure))}</span></div>'


def _standing(event: Listed) -> Iterator[str]:
    """How well it is known: by how many, whether independent, checked, and agreed."""
    yield f"<span><b>{event.sources} source{'' if event.sources == 1 else 's'}</b></span>"
    if not event.origins:
        yield '<span class="rv-queried">opinion only</span>'
    elif event.origins != event.sources:
        yield f"<span>{event.origins} independent</span>"
    yield f"<span>{checked_words(event)}</span>"
    if event.conflicts:
        yield '<span class="rv-queried">accounts differ</span>'


def _text(words: SafeString | str) -> str:
    """Words of the record, escaped, unless what was sought is marked in them."""
    return words if isinstance(words, SafeString) else escape(words)
