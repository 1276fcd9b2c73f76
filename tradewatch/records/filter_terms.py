"""The terms of the filter language: which values each takes, how it narrows, what its values are called."""

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q

from tradewatch.records.census import NAMES, census_now
from tradewatch.records.models import Actor, Event, Issue, Mention, Publisher
from tradewatch.vocabulary import Word

Choices = tuple[tuple[str, str], ...]
# One address can hold hundreds of wrong values; a reader needs to hear of a few of them.
MOST_PROBLEMS = 10
_NEAREST = 5


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
    """One key whose values are joined by OR.

    `labels` looks values up, {value: label} of those that exist; `choices` are all that there are, and `is_closed`
    says that they are few enough to be listed whole.
    """

    key: str
    name: str  # "side"
    narrows: Callable[[Sequence[str]], Q]
    labels: Callable[[Sequence[str]], dict[str, str]]
    choices: Callable[[], Choices]
    is_closed: bool = False

    def problems(self, values: Sequence[str], known: Mapping[str, str]) -> list[Problem]:
        """A problem for each of the values that are not known, up to ten. At most one query."""
        unknown = [value for value in values if value not in known][:MOST_PROBLEMS]
        every = self.choices() if unknown else ()
        return [self._problem(value, every if self.is_closed else nearest(value, every)) for value in unknown]

    def _problem(self, value: str, choices: Choices) -> Problem:
        article = "an" if self.name[0] in "aeiou" else "a"
        said = f"“{value[:60]}” is not {article} {self.name} that the timeline knows."
        return Problem(key=self.key, value=value, said=said, choices=choices)


def nearest(value: str, choices: Choices) -> Choices:
    """Up to five choices whose value or label looks like `value`, or holds it; the likest first."""
    asked = value.casefold()
    scored = [(max(_likeness(asked, slug), _likeness(asked, name.casefold())), slug, name) for slug, name in choices]
    close = sorted((row for row in scored if row[0] >= 0.5), key=lambda row: (-row[0], row[1]))
    return tuple((slug, name) for _, slug, name in close[:_NEAREST])


def _likeness(asked: str, text: str) -> float:
    alike = difflib.SequenceMatcher(None, asked, text).ratio()
    return max(alike, 0.75) if len(asked) > 2 and asked in text else alike


def word_term(key: str, words: Iterable[Word], *, name: str = "") -> Term:
    """A term over a closed list of the codebook."""
    known = {word.value: word.label for word in words}
    return Term(
        key=key,
        name=name or key,
        narrows=lambda values: Q(**{f"{key}__in": list(values)}),
        labels=lambda values: {value: known[value] for value in values if value in known},
        choices=lambda: tuple(known.items()),
        is_closed=True,
    )


def _named(key: str, model: type[Model], narrows: Callable[[Sequence[str]], Q]) -> Term:
    """A term over a table whose rows have a slug and a name, which the census knows."""
    facet = next(name for name, counted in NAMES.items() if counted is model)

    def labels(values: Sequence[str]) -> dict[str, str]:
        names = census_now().names[facet]
        return {value: names[value] for value in values if value in names}

    def choices() -> Choices:
        return tuple(census_now().names[facet].items())

    return Term(key=key, name=key, narrows=narrows, labels=labels, choices=choices)


def direct_term(key: str, model: type[Model], column: str) -> Term:
    """A term over a foreign key to a table with slugs."""
    return _named(key, model, lambda values: Q(**{f"{column}__slug__in": list(values)}))


def _through_term(key: str, model: type[Model], through: type[Model]) -> Term:
    """A term over a many-to-many relation of events, by EXISTS: no event is doubled, however many values match."""

    def narrows(values: Sequence[str]) -> Q:
        told: dict[str, Any] = {"event": OuterRef("pk"), f"{key}__slug__in": list(values)}
        return Q(Exists(through._default_manager.filter(**told)))

    return _named(key, model, narrows)


def actor_of_events() -> Term:
    return _through_term("actor", Actor, Event.actors.through)


def issue_of_events() -> Term:
    return _through_term("issue", Issue, Event.issues.through)


def source_of_events() -> Term:
    """Events that a publisher's documents report."""

    def narrows(values: Sequence[str]) -> Q:
        told = Mention.objects.filter(event=OuterRef("pk"), document__publisher__slug__in=list(values))
        return Q(Exists(told))

    return _named("source", Publisher, narrows)
