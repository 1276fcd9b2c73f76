"""What a field may be set to: each value checked and brought into the record's form, or refused with a sentence."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tradewatch import edtf
from tradewatch.records.models import Actor
from tradewatch.vocabulary import Action, Basis, Direction, Kind, MeasureKind, Side, Stance, Status, Topic, Unit, Word

LONGEST = {"title": 300, "summary": 4000, "quote": 4000}


class BadValue(ValueError):
    """A value that a field cannot take; `said` is a sentence for the form."""

    def __init__(self, field: str, said: str) -> None:
        super().__init__(said)
        self.field = field
        self.said = said


def checked(field: str, value: Any) -> Any:
    """The value in the record's form. Raises BadValue."""
    check = _CHECKS.get(field)
    if check is None:
        raise BadValue(field, f"There is no field “{field}” to correct.")
    return check(field, value)


def _word(words: type[Word], *, empty: bool = False) -> Callable[[str, Any], str]:
    def check(field: str, value: Any) -> str:
        if empty and value == "":
            return ""
        if value not in [word.value for word in words]:
            right = ", ".join(word.value for word in words if word.value)
            raise BadValue(field, f"“{value}” is no {field}. Choose one of: {right}.")
        return str(value)

    return check


def _date(field: str, value: Any) -> str:
    try:
        edtf.bounds_of(str(value))
    except edtf.NotADate as error:
        raise BadValue(field, str(error)) from error
    return str(value)


def text_problem(field: str, text: str, *, longest: int) -> str:
    """What is wrong with a text that somebody typed; "" where nothing is."""
    if "\x00" in text:
        return f"The {field} holds a character that cannot be stored (NUL)."
    if len(text) > longest:
        return f"The {field} has {len(text):,} characters; {longest:,} is the most."
    return ""


def _text(field: str, value: Any) -> str:
    text = str(value).strip()
    problem = text_problem(field, text, longest=LONGEST[field])
    if problem:
        raise BadValue(field, problem)
    if field != "summary" and not text:
        raise BadValue(field, f"The {field} cannot be empty.")
    return text


def _slugs(field: str, value: Any) -> list[str]:
    wanted = list(dict.fromkeys(str(slug) for slug in value))
    known = _known(field, wanted)
    for slug in wanted:
        if slug not in known:
            raise BadValue(field, f"“{slug}” is not known among the {field}.")
    return wanted


def _known(field: str, wanted: Sequence[str]) -> set[str]:
    if field == "issues":
        return {topic.value for topic in Topic}
    return set(Actor.objects.filter(slug__in=wanted).values_list("slug", flat=True))


def _speaker(field: str, value: Any) -> str:
    return _slugs(field, [value])[0] if value else ""


def _issue(_field: str, value: Any) -> str:
    return _slugs("issues", [value])[0]


def _instruments(field: str, value: Any) -> list[dict[str, str]]:
    rows = [
        {"scheme": str(row.get("scheme", "")).strip(), "number": str(row.get("number", "")).strip()} for row in value
    ]
    if any(not row["scheme"] or not row["number"] for row in rows):
        raise BadValue(field, "An instrument has a scheme and a number, such as EO 14257.")
    return rows


def _measures(field: str, value: Any) -> list[dict[str, Any]]:
    return [_measure(field, row, at) for at, row in enumerate(value, start=1)]


def _measure(field: str, row: Mapping[str, Any], at: int) -> dict[str, Any]:
    for name, words in (("kind", MeasureKind), ("unit", Unit)):
        if row.get(name) not in [word.value for word in words]:
            raise BadValue(field, f"Figure {at}: “{row.get(name)}” is no {name} of a figure.")
    if (row.get("basis") or "") not in [word.value for word in Basis]:
        raise BadValue(field, f"Figure {at}: “{row.get('basis')}” is no basis of a rate.")
    figures = {name: _figure(field, row.get(name), at) for name in ("low", "high", "previous")}
    low, high = figures["low"], figures["high"]
    if low is None and high is None:
        raise BadValue(field, f"Figure {at} has neither a low nor a high end.")
    if low is not None and high is not None and low > high:
        raise BadValue(field, f"Figure {at} runs from {low:g} down to {high:g}.")
    effective = _date(field, row.get("effective") or "")
    said = {name: str(row.get(name) or "") for name in ("kind", "unit", "object", "basis")}
    return {**said, **figures, "effective": effective, "conflicting": False}


def _figure(field: str, value: Any, at: int) -> float | None:
    if value in (None, ""):
        return None
    try:
        figure = float(value)
    except (TypeError, ValueError) as error:
        raise BadValue(field, f"Figure {at}: “{value}” is no number.") from error
    if not -1e15 < figure < 1e15:
        raise BadValue(field, f"Figure {at}: “{value}” is out of all bounds.")
    return figure


_CHECKS: dict[str, Callable[[str, Any], Any]] = {
    "kind": _word(Kind),
    "action": _word(Action),
    "status": _word(Status),
    "side": _word(Side),
    "stance": _word(Stance),
    "direction": _word(Direction, empty=True),
    "date": _date,
    "effective": _date,
    "ends": _date,
    "title": _text,
    "summary": _text,
    "quote": _text,
    "actors": _slugs,
    "issues": _slugs,
    "speaker": _speaker,
    "issue": _issue,
    "instruments": _instruments,
    "measures": _measures,
}
