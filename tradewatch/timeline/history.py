"""The history of a row as sentences: who, when, what, from, to, why."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count

from tradewatch import edtf
from tradewatch.records.census import census_now
from tradewatch.records.models import Decision, Event, Grouping
from tradewatch.records.standing import standing
from tradewatch.records.templatetags.figures import figure_words
from tradewatch.vocabulary import Action, Direction, Kind, LinkType, Side, Stance, Status, Topic, Verb, Word

_DATES = ("date", "effective", "ends")
_WORDS: dict[str, type[Word]] = {
    "kind": Kind,
    "action": Action,
    "status": Status,
    "side": Side,
    "direction": Direction,
    "stance": Stance,
    "issue": Topic,
    "issues": Topic,
}
_FIELDS = {"effective": "applies from", "ends": "ends on", "measures": "figures", "instruments": "numbers"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of the history. `undone`: a later decision took it back."""

    at: datetime
    who: str
    what: str
    before: str = ""
    after: str = ""
    because: str = ""
    other: Event | None = None
    other_words: str = ""
    undone: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True)
class _Figure:
    """A measure of a decision, which is a mapping, as the wording of figures takes it."""

    low: float | None
    high: float | None
    previous: float | None
    unit: str


def changes_of(decisions: Sequence[Decision], shown: Collection[str]) -> list[Change]:
    """The decisions as lines, in the order given; the census knows the names of actors.

    Another event is called by its title only while its review state is among `shown`, else by its number.
    """
    counting = {decision.pk for decision in standing(decisions)}
    names = census_now().names["actor"]
    return [_change(decision, counting, names, shown) for decision in decisions]


def arrivals_of(event: Event) -> list[Change]:
    """When evidence came in, one line a run."""
    runs = (
        Grouping.objects.filter(event=event)
        .values("run_id", "run__started")
        .annotate(mentions=Count("mention", distinct=True))
        .order_by("-run_id")
    )
    return [
        Change(
            at=row["run__started"],
            who=f"Machine, run {row['run_id']}",
            what=f"read {row['mentions']} account{'' if row['mentions'] == 1 else 's'} of it",
        )
        for row in runs
    ]


def _change(decision: Decision, counting: set[int], names: Mapping[str, str], shown: Collection[str]) -> Change:
    other = decision.other
    undo = decision.verb == Verb.UNDO
    changed = decision.verb in (Verb.CORRECT, Verb.CREATE)
    return Change(
        at=decision.at,
        who=decision.by.get_username() if decision.by else f"Machine, run {decision.run_id}",
        what=_what(decision),
        before=said(decision.field, decision.before, names) if changed else "",
        after=said(decision.field, decision.after, names) if changed else "",
        because=decision.because,
        other=other,
        other_words=str(other) if other and other.review_state in shown else f"event {decision.other_id}",
        undone=not undo and decision.pk not in counting,
        number=decision.pk,
    )


def _what(decision: Decision) -> str:
    if decision.verb == Verb.UNDO and decision.undoes:
        return f"took back “{_what(decision.undoes)}”"
    if decision.verb == Verb.LINK and decision.details.get("type") in [link.value for link in LinkType]:
        return f"linked: {LinkType(decision.details['type']).label}"
    words = Verb(decision.verb).label
    return f"{words} {_FIELDS.get(decision.field, decision.field)}".strip()


def said(field: str, value: Any, names: Mapping[str, str]) -> str:
    """A value of a field as a reader reads it; "" for nothing."""
    if value in (None, "", []):
        return "not known" if field in _DATES else ""
    if isinstance(value, list):
        return "; ".join(_item(field, item, names) for item in value)
    return _item(field, value, names)


def _item(field: str, value: Any, names: Mapping[str, str]) -> str:
    if field in _DATES and edtf.is_valid(str(value)):
        return edtf.wording(str(value))
    words = _WORDS.get(field)
    if words and value in [word.value for word in words]:
        return words(value).label
    if isinstance(value, dict):
        return _mapping(value)
    return names.get(str(value), str(value))


def _mapping(value: Mapping[str, Any]) -> str:
    if "unit" not in value:
        return " ".join(str(part) for part in value.values())
    figure = _Figure(value.get("low"), value.get("high"), value.get("previous"), value["unit"])
    return f"{figure_words(figure)} {value.get('object', '')}".strip()
