"""Actors as an editor types them: slugs, names or aliases, separated by commas."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from tradewatch.records.models import Actor, Alias
from tradewatch.review.widgets import Line

NAMES = "actor-names"  # the <datalist> that completes what is typed
_LONGEST_NAME_IN_PARTS = 3  # "Commerce, Department of" and "Foo Co., Ltd." hold commas of their own


class ActorsTyped(forms.CharField):
    """Gives the slugs, each once, in the order typed. A name that nobody bears, or several, is refused by name."""

    widget = Line

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=1000, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        text = super().clean(value)
        return _slugs_in(text, _slugs_by_name()) if text else []


class OneActorTyped(forms.CharField):
    """Gives one actor's slug, or "" where nothing was typed."""

    widget = Line

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=200, **kwargs)
        self.widget.attrs["list"] = NAMES

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        return _only(text, _slugs_by_name()) if text else ""


def _slugs_by_name() -> dict[str, set[str]]:
    """Every slug, name and alias in small letters, with the slugs of those who bear it. Two queries."""
    known: dict[str, set[str]] = {}
    for slug, name in Actor.objects.values_list("slug", "name"):
        known.setdefault(slug.lower(), set()).add(slug)
        known.setdefault(name.lower(), set()).add(slug)
    for text, slug in Alias.objects.values_list("text", "actor__slug"):
        known.setdefault(text.lower(), set()).add(slug)
    return known


def _slugs_in(text: str, known: Mapping[str, set[str]]) -> list[str]:
    parts = [part for part in (" ".join(part.split()) for part in text.replace(";", ",").split(",")) if part]
    slugs: list[str] = []
    at = 0
    while at < len(parts):
        name, taken = _longest_name(parts[at:], known)
        slugs.append(_only(name, known))
        at += taken
    return list(dict.fromkeys(slugs))


def _longest_name(parts: Sequence[str], known: Mapping[str, set[str]]) -> tuple[str, int]:
    """(name, how many parts it takes): the longest run of parts that somebody bears, else the first part."""
    for count in range(min(_LONGEST_NAME_IN_PARTS, len(parts)), 1, -1):
        name = ", ".join(parts[:count])
        if name.lower() in known:
            return name, count
    return parts[0], 1


def _only(name: str, known: Mapping[str, set[str]]) -> str:
    # A slug is never doubtful, whoever else bears its word as a name.
    if name in known.get(name.lower(), set()):
        return name
    bearers = sorted(known.get(name.lower(), set()))
    if not bearers:
        raise ValidationError(
            f"“{name}” is no actor of the reference data: neither slug, name nor alias. A new one can be made below."
        )
    if len(bearers) > 1:
        raise ValidationError(f"“{name}” may be {' or '.join(bearers)}: type the one that you mean.")
    return bearers[0]
