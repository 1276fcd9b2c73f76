"""What is compared of an account, and the form that a reason for or against its being one with another takes. Pure."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

VETO = -1.0  # the weight of a reason why two accounts are never one event
_NO_CONTENT = frozenset(
    {
        "a",
        "an",
        "and",
        "at",
        "by",
        "china",
        "chinese",
        "american",
        "for",
        "from",
        "in",
        "its",
        "of",
        "on",
        "the",
        "to",
        "us",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resemblance:
    """Why two accounts may be one event: a weight between -1 (cannot be) and 1, and words for the reviewer."""

    weight: float
    said: str
    about: str = ""  # "days", "figures" or "action": what a third account may explain


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is compared of one account; of "the end of June" the `date` is the days that it can mean."""

    kind: str
    action: str
    status: str
    side: str
    date: str
    issues: frozenset[str]
    actors: frozenset[str]
    instruments: frozenset[tuple[str, str]]
    figures: frozenset[tuple[str, str, float]]  # (unit, basis, figure)
    words: frozenset[str]  # of the title, without those that every title has
    thing: str = ""  # what the act falls upon, under its name
    effective: str = ""  # when its terms begin to apply
    at_least: frozenset[tuple[str, str, float]] = frozenset()  # the figures that are "… or more"
    told_on: datetime.date | None = None  # the day of the text


def telling_of(values: Mapping[str, Any], told_on: datetime.date | None = None) -> Telling:
    """The comparable parts of a reading's values; `told_on` is the day of its text."""
    figures = {
        (row["unit"], row.get("basis") or "", row["high"] if row.get("high") is not None else row.get("low"))
        for row in values.get("measures") or []
    }
    words = {word.strip(".,’'\"").lower() for word in (values.get("title") or "").split()}
    return Telling(
        kind=values["kind"],
        action=values["action"],
        status=values["status"],
        side=values["side"],
        date=values.get("within") or values.get("date") or "",
        issues=frozenset(values.get("issues") or []),
        actors=frozenset(values.get("actors") or []),
        instruments=frozenset((row["scheme"], row["number"]) for row in values.get("instruments") or []),
        figures=frozenset(figures),
        words=frozenset(words - _NO_CONTENT),
        thing=values.get("object") or "",
        effective=values.get("effective") or "",
        at_least=frozenset(
            (row["unit"], row.get("basis") or "", row["low"])
            for row in values.get("measures") or []
            if row.get("high") is None and row.get("low") is not None
        ),
        told_on=told_on,
    )
