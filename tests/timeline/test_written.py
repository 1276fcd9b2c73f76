"""Rows as HTML: whatever stands in the record is shown as text."""

from datetime import date
from typing import Any

import pytest

from tradewatch.timeline.rows import Answer, Listed, Month, Row
from tradewatch.timeline.spread import Tally
from tradewatch.timeline.voices import Voice
from tradewatch.timeline.written import months_as_html

HOSTILE = "<b> & \"'</b>"
ESCAPED = "&lt;b&gt; &amp; &quot;&#x27;&lt;/b&gt;"


def row(**changes: Any) -> Row:
    event = Listed(
        id=7, title=HOSTILE, summary="", kind="tariff", action="raise", status="occurred", side="china",
        direction="escalates", date="2025-04-11", effective="", listed_on=date(2025, 4, 11), undated=False,
        instruments=[], sources=2, origins=1, conflicts={}, review_state="unchecked", confidence=0.5,
    )  # fmt: skip
    values: dict[str, Any] = {
        "event": event, "title": event.name, "summary": "", "quote": "", "numbers": (), "same_day": False, "opens": "",
        "voice": None, "actors": (), "measures": (), "answers": None, "later": 0,
    }  # fmt: skip
    return Row(**{**values, **changes})


def written(*rows: Row, opens: str = "/?event=", selected: int | None = None) -> str:
    month = Month(first=date(2025, 4, 1), tally=Tally(), rows=rows)
    return str(months_as_html([month], opens, selected))


@pytest.mark.parametrize(
    "changes",
    [
        {"title": HOSTILE},
        {"title": "", "summary": HOSTILE},
        {"title": "", "quote": HOSTILE, "voice": Voice(HOSTILE, "")},
        {"title": "", "voice": Voice("", HOSTILE)},
        {"title": "", "numbers": (HOSTILE,)},
        {"title": "", "actors": [("slug", HOSTILE)]},
        {"title": "", "answers": Answer("responds to", 3, HOSTILE)},
    ],
)
def test_every_text_of_the_record_is_escaped(changes: dict[str, Any]) -> None:
    html = written(row(**changes))
    assert ESCAPED in html
    assert HOSTILE not in html


def test_an_address_is_escaped_once() -> None:
    assert 'href="/?side=us&amp;event=7#e-7"' in written(row(), opens="/?side=us&event=")
    assert 'hx-get="/?side=us&amp;event=7"' in written(row(), opens="/?side=us&event=")


def test_without_a_panel_titles_and_answers_lead_to_the_events_own_pages() -> None:
    html = written(row(answers=Answer("responds to", 3, "Before")), opens="")
    assert '<a href="/events/7/">' in html
    assert '<a class="hintlink" href="/events/3/">responds to <b>Before</b></a>' in html
    assert "hx-get" not in html


def test_the_selected_row_is_marked_and_no_other() -> None:
    assert 'is-sel" id="e-7"' in written(row(), selected=7)
    assert 'aria-current="true"' in written(row(), selected=7)
    assert "is-sel" not in written(row(), selected=8)


def test_of_many_actors_and_figures_a_row_names_the_first_and_counts_the_rest() -> None:
    html = written(row(actors=[(f"actor-{at}", f"Actor {at}") for at in range(5)], later=1))
    assert [f"Actor {at}" in html for at in range(5)] == [True, True, True, False, False]
    assert "<span>+2</span>" in html
    assert "followed up by <b>1 act</b>" in html
