"""What an editor types, and what it becomes or is refused for."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from tests.builders import make_actor
from tradewatch.records.models import Alias
from tradewatch.review.changes import changed, differences, sealed, unsealed
from tradewatch.review.dates_typed import DateTyped
from tradewatch.review.figures import Figures, figures_typed, rows_of
from tradewatch.review.forms import EventForm, NoteForm
from tradewatch.review.names_typed import ActorsTyped, OneActorTyped
from tradewatch.review.sheets import Sheet

RATE = {"kind": "rate", "low": 125.0, "high": 125.0, "previous": 84.0, "unit": "percent", "object": "US goods"}


def refusal_of(field: Any, typed: str) -> str:
    with pytest.raises(ValidationError) as refused:
        field.clean(typed)
    return " ".join(refused.value.messages)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("11 Apr", "2026-04-11"),
        ("11 April 2025", "2025-04-11"),
        ("25-26 Oct 2025", "2025-10-25/2025-10-26"),
        ("by 10 Nov", "../2026-11-10"),
        ("from 1 Nov 2025", "2025-11-01/.."),
        ("Oct 2025", "2025-10"),
        ("2025-10-10/..", "2025-10-10/.."),
        ("unknown", ""),
        ("", ""),
    ],
)
def test_a_date_is_typed_as_people_write_it_in_the_articles_year(typed: str, meant: str) -> None:
    assert DateTyped(required=False, year=2026).clean(typed) == meant


@pytest.mark.parametrize("typed", ["31 Feb 2025", "2025-13-40", "soon", "10 Nov/5 Nov", "2025-11-10/2025-11-05"])
def test_a_date_that_does_not_exist_is_refused_by_name(typed: str) -> None:
    assert "“" in refusal_of(DateTyped(required=False), typed)


@pytest.fixture
def ministries(db: None) -> None:
    make_actor("mofcom", name="Ministry of Commerce of China")
    make_actor("us-commerce", name="Commerce, Department of")
    for slug in ("mofcom", "us-commerce"):
        Alias.objects.create(actor=make_actor(slug), text="the commerce department")
    Alias.objects.create(actor=make_actor("mofcom"), text="MOFCOM spokesman")


@pytest.mark.usefixtures("ministries")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mofcom", ["mofcom"]),
        ("MOFCOM", ["mofcom"]),
        ("Ministry of Commerce of China", ["mofcom"]),
        ("mofcom  spokesman", ["mofcom"]),
        ("mofcom, us-commerce", ["mofcom", "us-commerce"]),
        ("us-commerce; mofcom,", ["us-commerce", "mofcom"]),
        ("mofcom, Ministry of Commerce of China", ["mofcom"]),
        ("Commerce, Department of, mofcom", ["us-commerce", "mofcom"]),
        ("", []),
    ],
)
def test_actors_are_typed_by_slug_name_or_alias(typed: str, meant: list[str]) -> None:
    assert ActorsTyped(required=False).clean(typed) == meant


@pytest.mark.usefixtures("ministries")
def test_a_name_of_nobody_or_of_several_is_refused_by_name() -> None:
    assert "“Nobody”" in refusal_of(ActorsTyped(required=False), "mofcom, Nobody")
    assert "mofcom or us-commerce" in refusal_of(ActorsTyped(required=False), "The Commerce Department")
    assert "“Nobody”" in refusal_of(OneActorTyped(required=False), "Nobody")


def figures(*rows: dict[str, str], known: int = 0) -> Figures:
    """The rows as a browser sends them, the first `known` of them filled from the record."""
    data = {"form-TOTAL_FORMS": str(len(rows)), "form-INITIAL_FORMS": str(known)}
    empty = {"unit": "percent", "kind": "rate"}
    for at, row in enumerate(rows):
        data |= {f"form-{at}-{name}": value for name, value in {**empty, **row}.items()}
    return Figures(data)


@pytest.mark.parametrize(
    ("row", "low", "high", "previous"),
    [
        ({"low": "125", "high": "125%", "previous": "84"}, 125, 125, 84),
        ({"low": "25,000,000", "unit": "tonnes", "kind": "quantity"}, 25_000_000, None, None),
        ({"high": "10.5"}, None, 10.5, None),
    ],
)
def test_figures_are_typed_as_people_write_them(
    row: dict[str, str], low: float | None, high: float | None, previous: float | None
) -> None:
    rows = figures(row)
    assert rows.is_valid()
    [measure] = figures_typed(rows)
    assert (measure["low"], measure["high"], measure["previous"]) == (low, high, previous)


def test_a_row_whose_figures_are_emptied_goes_and_the_spare_row_adds_nothing() -> None:
    rows = figures({"object": "US goods"}, {"low": "10", "high": "10"}, {}, known=2)
    assert rows.is_valid()
    assert [measure["low"] for measure in figures_typed(rows)] == [10]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"object": "US goods"}, "A figure needs a number."),
        ({"previous": "84"}, "A figure needs a number."),
        ({"low": "many"}, "This is no number"),
        ({"low": "1e999"}, "This is no number"),
        ({"low": "20", "high": "10"}, "10 is below 20"),
        ({"low": "20", "unit": "bushels"}, "bushels"),
        ({"low": "20", "effective": "31 Feb"}, "no day of the calendar"),
    ],
)
def test_a_new_row_that_is_no_figure_is_refused(row: dict[str, str], said: str) -> None:
    rows = figures(row)
    assert not rows.is_valid()
    assert said in str(rows.errors)


def test_the_rows_show_the_record_without_needless_decimals() -> None:
    rows = Figures(initial=rows_of([RATE, {**RATE, "low": 10.5, "high": 25_000_000.0}]))
    shown = [(row["low"].value(), row["high"].value()) for row in rows]
    assert shown == [("125", "125"), ("10.5", "25,000,000"), (None, None)]


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("because", "x" * 10_000, "at most 2000"),
        ("because", "a\x00b", "Null characters"),
        ("title", "x" * 301, "at most 300"),
        ("instruments", "EO 14257", "no scheme and number"),
    ],
)
def test_what_cannot_be_stored_is_refused(field: str, text: str, said: str) -> None:
    form = EventForm({field: text}, year=2025)
    assert not form.is_valid()
    assert said in " ".join(map(str, form.errors[field]))


def test_instruments_are_lines_of_scheme_and_number() -> None:
    form = EventForm({"instruments": "EO: 14257\n\nMOFCOM: 61 of 2025\n"}, year=2025)
    form.is_valid()
    assert form.cleaned_data["instruments"] == [
        {"scheme": "EO", "number": "14257"},
        {"scheme": "MOFCOM", "number": "61 of 2025"},
    ]


def test_a_note_has_its_tags_in_small_letters_and_once() -> None:
    form = NoteForm({"text": "Is it?", "tags": "Figure, date,, figure"})
    assert form.is_valid()
    assert form.cleaned_data["tags"] == ["figure", "date"]
    assert not NoteForm({"text": "x" * 10_001}).is_valid()


@pytest.mark.django_db
def test_a_sheet_that_is_sent_as_it_was_shown_changes_nothing() -> None:
    make_actor("china")
    values: dict[str, Any] = {
        "kind": "tariff", "action": "raise", "status": "occurred", "side": "china", "direction": "escalates",
        "date": "2025-04-11", "effective": "2025-04-12", "ends": "", "actors": ["china"], "issues": ["chips"],
        "instruments": [{"scheme": "EO", "number": "1"}], "measures": [{**RATE, "basis": "added", "conflicting": True}],
        "title": "China raises it", "summary": "",
    }  # fmt: skip
    shown = Sheet.blank("event", values, year=2025, hidden={"version": 1})
    data: dict[str, Any] = {
        name: shown.form[name].value() for name in shown.form.fields if shown.form[name].value() is not None
    }
    assert shown.figures is not None
    for row in shown.figures:
        data |= {f"{row.prefix}-{name}": row[name].value() or "" for name in row.fields}
    data |= {"figures-TOTAL_FORMS": "2", "figures-INITIAL_FORMS": "1"}
    sent = Sheet.posted("event", data, year=2025)
    assert sent.is_valid(), (sent.form.errors, sent.figures and sent.figures.errors)
    assert changed(sent.typed(), values) == {}


def test_what_was_shown_comes_back_as_it_was_or_not_at_all() -> None:
    seal = sealed({"date": "2025-04-11"})
    assert unsealed(seal) == {"date": "2025-04-11"}
    assert unsealed(seal[:-2] + "xx") is None
    assert unsealed("") is None


@pytest.mark.parametrize(
    ("mine", "theirs", "choice"),
    [
        ({"date": "2025-04-08"}, {"date": "2025-04-09"}, True),
        ({"date": "2025-04-08"}, {"date": "2025-04-08"}, False),
        ({"date": "2025-04-08"}, {}, False),
        ({}, {"date": "2025-04-09"}, False),
    ],
)
def test_a_choice_is_asked_for_only_where_both_changed_a_field_otherwise(
    mine: dict[str, str], theirs: dict[str, str], choice: bool
) -> None:
    seen = {"date": "2025-04-11", "kind": "tariff"}
    [row] = differences(seen, mine, {**seen, **theirs}, ["date", "kind"])
    assert (row.field, row.choice) == ("date", choice)
