"""How the desk says a field's value to an editor: the vocabulary's labels, dates in words, figures with their units."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tradewatch import edtf
from tradewatch.records.models import Measure
from tradewatch.records.templatetags.figures import figure_label, figure_words
from tradewatch.vocabulary import Action, Direction, Kind, Side, Stance, Status, Topic, Word

LABELS = {
    "title": "Title",
    "summary": "Summary",
    "kind": "Kind",
    "action": "Action",
    "status": "Status",
    "side": "Side",
    "direction": "Direction",
    "date": "Date",
    "effective": "Applies from",
    "ends": "Ends",
    "actors": "Actors",
    "issues": "Issues",
    "instruments": "Numbers of the act",
    "measures": "Figures",
    "speaker": "Speaker",
    "issue": "Issue",
    "stance": "Stance",
    "quote": "Quote",
}
NOTHING = "nothing"
NOT_KNOWN = edtf.wording("")
_WORDS: Mapping[str, type[Word]] = {
    "kind": Kind,
    "action": Action,
    "status": Status,
    "side": Side,
    "direction": Direction,
    "stance": Stance,
    "issue": Topic,
    "issues": Topic,
}


def said(field: str, value: Any) -> str:
    """The value of a field in words; "nothing" where it has none, "not known" for a date.

    ("kind", "port_fee") → "Port fee"; ("date", "2025-04") → "April 2025"; ("actors", ["mofcom"]) → "mofcom".
    """
    return _SAYING.get(field, _text)(field, value)


def figure_in_words(row: Mapping[str, Any]) -> str:
    """One measure: {low: 125, high: 125, previous: 84, unit: percent, object: US goods} → "84% → 125%, US goods"."""
    measure = Measure(**{name: row.get(name) for name in ("low", "high", "previous")})
    measure.kind, measure.unit = str(row.get("kind") or ""), str(row.get("unit") or "")
    measure.object, measure.basis = str(row.get("object") or ""), str(row.get("basis") or "")
    since = f", from {edtf.wording(str(row['effective']))}" if row.get("effective") else ""
    return f"{figure_words(measure)}, {figure_label(measure)}{since}"


def _word(field: str, value: Any) -> str:
    words = _WORDS[field]
    return words(value).label if value in set(words) else _text(field, value)


def _date(_field: str, value: Any) -> str:
    text = str(value or "")
    return edtf.wording(text) if edtf.is_valid(text) else text


def _words(field: str, value: Any) -> str:
    return ", ".join(_word(field, item) for item in _items(value)) or NOTHING


def _names(_field: str, value: Any) -> str:
    return ", ".join(str(item) for item in _items(value)) or NOTHING


def _numbers(_field: str, value: Any) -> str:
    return "; ".join(f"{row.get('scheme', '')} {row.get('number', '')}".strip() for row in _items(value)) or NOTHING


def _figures(_field: str, value: Any) -> str:
    return "; ".join(figure_in_words(row) for row in _items(value)) or NOTHING


def _text(_field: str, value: Any) -> str:
    return str(value) if value not in (None, "", []) else NOTHING


def _items(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else []


_SAYING: Mapping[str, Callable[[str, Any], str]] = {
    "kind": _word,
    "action": _word,
    "status": _word,
    "side": _word,
    "direction": _word,
    "stance": _word,
    "issue": _word,
    "issues": _words,
    "date": _date,
    "effective": _date,
    "ends": _date,
    "actors": _names,
    "instruments": _numbers,
    "measures": _figures,
}
