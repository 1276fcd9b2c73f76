"""The terms of the filter language: which values each takes, how it narrows, what its values are called."""

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q

from tradewatch.records.models import Actor, Event, Issue, Mention, Publisher
from tradewatch.vocabulary import Word

LONGEST_VALUE = 200
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A value that a filter cannot take: `said` is a sentence that names it, `choices` the (value, label) meant."""

    key: str
    value: str
    said: str
    choices: Choices = ()


class BadFilter(ValueError):
    """A query that means no filter; `problems` says what and where."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(" ".join(problem.said for problem in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One key whose values are joined by OR. `labels` looks values up, {value: label} of those that exist."""

    key: str
    name: str  # "side"
    narrows: Callable[[Sequence[str]], Q]
    labels: Callable[[Sequence[str]], dict[str, str]]
    nearest: Callable[[str], Choices]

    def problem(self, value: str) -> Problem:
        article = "an" if self.name[0] in "aeiou" else "a"
        said = f"“{value[:60]}” is not {article} {self.name} that the timeline knows."
        return Problem(key=self.key, value=value, said=said, choices=self.nearest(value))


def word_term(key: str, words: Iterable[Word], *, name: str = "", column: str = "") -> Term:
    """A term over a closed list of the codebook."""
    known = {word.value: word.label for word in words}
    return Term(
        key=key,
        name=name or key,
        narrows=lambda values: Q(**{f"{column or key}__in": list(values)}),
        labels=lambda values: {value: known[value] for value in values if value in known},
        nearest=lambda _: tuple(known.items()),
    )


def _named(model: type[Model]) -> tuple[Callable[[Sequence[str]], dict[str, str]], Callable[[str], Choices]]:
    """Look-up and near misses over a table with slug and name."""

    def labels(values: Sequence[str]) -> dict[str, str]:
        return dict(model._default_manager.filter(slug__in=values).values_list("slug", "name")) if values else {}

    def nearest(value: str) -> Choices:
        names = dict(model._default_manager.values_list("slug", "name"))
        close = difflib.get_close_matches(value.lower(), names, n=5, cutoff=0.4)
        return tuple((slug, names[slug]) for slug in close)

    return labels, nearest


def through_term(key: str, model: type[Model], through: type[Model], owner: str, *, name: str = "") -> Term:
    """A term over a many-to-many relation, by EXISTS: a row is never doubled, however many values match."""
    labels, nearest = _named(model)
    column = model._meta.model_name or key

    def narrows(values: Sequence[str]) -> Q:
        rows = through._default_manager.filter(**{owner: OuterRef("pk"), f"{column}__slug__in": list(values)})
        return Q(Exists(rows))

    return Term(key=key, name=name or key, narrows=narrows, labels=labels, nearest=nearest)


def direct_term(key: str, model: type[Model], column: str, *, name: str = "") -> Term:
    """A term over a foreign key to a table with slugs."""
    labels, nearest = _named(model)
    return Term(
        key=key,
        name=name or key,
        narrows=lambda values: Q(**{f"{column}__slug__in": list(values)}),
        labels=labels,
        nearest=nearest,
    )


def source_of_events() -> Term:
    """Events that a publisher's documents report."""
    labels, nearest = _named(Publisher)

    def narrows(values: Sequence[str]) -> Q:
        told = Mention.objects.filter(event=OuterRef("pk"), document__publisher__slug__in=list(values))
        return Q(Exists(told))

    return Term(key="source", name="source", narrows=narrows, labels=labels, nearest=nearest)


def actor_of_events() -> Term:
    return through_term("actor", Actor, Event.actors.through, "event")


def issue_of_events() -> Term:
    return through_term("issue", Issue, Event.issues.through, "event")


def text_problem(key: str, value: str) -> Problem | None:
    """What is wrong with a value before anybody looks at what it means."""
    if "\x00" in value:
        return Problem(key=key, value="", said=f"The value of “{key}” holds a character that no text has (NUL).")
    if len(value) > LONGEST_VALUE:
        said = f"The value of “{key}” has {len(value):,} characters; {LONGEST_VALUE} is the most."
        return Problem(key=key, value=value[:60], said=said)
    return None


def unknown_key(key: str, keys: Iterable[str]) -> Problem:
    """A key that is not of the language, with the ones that may be meant."""
    known: Any = list(keys)
    close = difflib.get_close_matches(key, known, n=3, cutoff=0.5) or known
    said = f"There is no filter “{key[:60]}”."
    return Problem(key=key, value="", said=said, choices=tuple((name, name) for name in close))
