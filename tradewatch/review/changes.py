"""What an editor changed against what they saw, and where that meets what somebody else changed meanwhile."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing

from tradewatch.review.wording import LABELS, said

_SEAL = "tradewatch.review.seen"
_UNORDERED = ("actors", "issues")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that two editors left differently: before, mine and theirs in words."""

    field: str
    label: str
    before: str
    mine: str
    theirs: str
    mine_counts: bool  # this editor changed it
    choice: bool  # both changed it, each otherwise: one value has to be chosen


def sealed(values: Mapping[str, Any]) -> str:
    """The values that a form was filled with, as a text that comes back with it and cannot be altered."""
    return signing.dumps(dict(values), salt=_SEAL, compress=True)


def unsealed(text: str) -> dict[str, Any] | None:
    """The values; None where the text was never sealed here."""
    try:
        return dict(signing.loads(text, salt=_SEAL))
    except (signing.BadSignature, ValueError, TypeError):
        return None


def changed(typed: Mapping[str, Any], seen: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that the editor left otherwise than they found them, with what they typed."""
    return {field: value for field, value in typed.items() if not same(field, value, seen.get(field))}


def same(field: str, one: Any, other: Any) -> bool:
    """True when two values of a field say the same."""
    if field in _UNORDERED:
        return sorted(one or []) == sorted(other or [])
    if field == "measures":
        return _figures(one) == _figures(other)
    return bool((one or "") == (other or ""))


def _figures(rows: Sequence[Mapping[str, Any]] | None) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in row.items() if name != "conflicting" and value not in (None, "")}
        for row in rows or []
    ]


def differences(
    seen: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], fields: Collection[str]
) -> list[Difference]:
    """A row for each field that either side changed since `seen`. `mine` holds the changed fields alone."""
    rows: list[Difference] = []
    for field in fields:
        they_changed = not same(field, theirs.get(field), seen.get(field))
        if field not in mine and not they_changed:
            continue
        my_value = mine.get(field, seen.get(field))
        rows.append(
            Difference(
                field=field,
                label=LABELS[field],
                before=said(field, seen.get(field)),
                mine=said(field, my_value),
                theirs=said(field, theirs.get(field)),
                mine_counts=field in mine,
                choice=field in mine and they_changed and not same(field, my_value, theirs.get(field)),
            )
        )
    return rows
