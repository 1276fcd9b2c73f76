"""The pages that are timed, each kind with several addresses, and the time that each may take."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from urllib.parse import urlencode

from django.db.models import Count

from tradewatch.records.models import Actor, Event, Issue, Publisher
from tradewatch.records.querysets import ON_THE_TIMELINE
from tradewatch.vocabulary import Action, Direction, Kind, Side, Status

_HTMX = {"HX-Request": "true"}
_BARS, _MARKS, _SEARCH, _PANEL, _DESK = 30, 60, 40, 20, 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A kind of page; `most` is the 95th percentile that it may need, in milliseconds, 0 where none is set."""

    name: str
    addresses: tuple[str, ...]
    most: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    for_editors: bool = False
    is_new: bool = False  # each address is asked once, so that nothing kept can serve it
    is_repeated: bool = False  # the very same address again, with all that the server keeps
    is_conditional: bool = False  # and the reader has the answer still


def pages_to_time() -> list[Page]:
    """Every kind of page, with addresses that fit the record at hand."""
    return [*_lists(), *_searches(), *_single_pages(), *_desk_and_files(), *_again()]


def _asked(**query: object) -> str:
    return "/?" + urlencode({key.rstrip("_"): value for key, value in query.items()}, doseq=True)


def _lists() -> Iterable[Page]:
    actors = _most_named(Actor)
    issues = _most_named(Issue)
    sources = list(
        Publisher.objects.annotate(told=Count("documents")).order_by("-told").values_list("slug", flat=True)[:8]
    )
    yield Page(name="list, no filter", addresses=("/",), most=_BARS)
    words = {"kind": Kind, "action": Action, "status": Status, "side": Side, "direction": Direction}
    for key, known in words.items():
        yield Page(name=f"list by {key}", addresses=tuple(_asked(**{key: one}) for one in list(known)[:8]), most=_BARS)
    for key, slugs in (("actor", actors), ("issue", issues), ("source", sources)):
        yield Page(name=f"list by {key}", addresses=tuple(_asked(**{key: slug}) for slug in slugs), most=_BARS)
    several = tuple(_asked(side=["us", "china"], actor=actors[:3], issue=slug, status="occurred") for slug in issues)
    yield Page(name="list by four facets", addresses=several, most=_MARKS)
    quarters = tuple(_asked(from_=f"2025-{month:02d}", to=f"2025-{month + 2:02d}") for month in (1, 4, 7, 10))
    yield Page(name="list of a quarter, bars", addresses=quarters, most=_BARS)
    days = [date(2025, 4, 1) + timedelta(days=9 * at) for at in range(20)]
    marks = tuple(_asked(from_=day, to=day + timedelta(days=2)) for day in days)
    yield Page(name="list of three days, marks", addresses=marks, most=_MARKS)
    yield Page(name="list, least certain first", addresses=(_asked(sort="confidence"),), most=_BARS)
    results = {**_HTMX, "HX-Target": "results", "HX-Trigger": "filters"}
    yield Page(name="list by kind, to htmx", addresses=_by_kind(), most=_BARS, headers=results)
    places = Event.objects.order_by("listed_on", "undated", "pk").values_list("listed_on", "undated", "pk")[
        500:8000:700
    ]
    more = tuple(_asked(after=f"{day}~{int(undated)}~{number}") for day, undated, number in places)
    rows = {**_HTMX, "HX-Target": "more"}
    yield Page(name="more rows, to htmx", addresses=more, most=_BARS, headers=rows)


def _by_kind() -> tuple[str, ...]:
    return tuple(_asked(kind=kind) for kind in Kind)


def _most_named(model: type[Actor] | type[Issue]) -> list[str]:
    rows = model._default_manager.annotate(acts=Count("events")).order_by("-acts", "slug")
    return list(rows.values_list("slug", flat=True)[:8])


def _searches() -> Iterable[Page]:
    words = ("soybeans", "Geneva", "rare earths", "truce pause", "magnets licence", "Stockholm", "port fee", "cargo")
    yield Page(name="search of words", addresses=tuple(_asked(q=text) for text in words), most=_SEARCH)
    other = ("soybeans", "rare", "magnets", "port", "vessel", "talks", "truce", "deal", "buyers", "cargo", "aircraft")
    new = tuple(_asked(q=" ".join(pair)) for pair in combinations(other, 2))
    yield Page(name="search of new words", addresses=new, most=_SEARCH, is_new=True)
    yield Page(name="search, by day", addresses=tuple(_asked(q=text, sort="date") for text in words), most=_SEARCH)
    phrases = ('"rare earths"', '"port fee"', '"magnets soybeans"', '"talks Geneva"')
    yield Page(name="search of a phrase", addresses=tuple(_asked(q=text) for text in phrases), most=_SEARCH)
    begun = ("tar*", "soy*", "Gen* tr*", "mag*")
    yield Page(name="search of a beginning", addresses=tuple(_asked(q=text) for text in begun), most=_SEARCH)
    numbers = tuple(_asked(q=f"EO {number}") for number in range(14250, 14258))
    yield Page(name="search of an order's number", addresses=numbers, most=_MARKS)
    both = tuple(_asked(q=text, side="us", kind="tariff") for text in words)
    yield Page(name="search and two facets", addresses=both, most=_SEARCH)


def _single_pages() -> Iterable[Page]:
    events = list(
        Event.objects.filter(review_state__in=ON_THE_TIMELINE).order_by("pk").values_list("pk", flat=True)[:4000:250]
    )
    actors, issues = _most_named(Actor), _most_named(Issue)
    panel = {**_HTMX, "HX-Target": "panel"}
    yield Page(name="panel, to htmx", addresses=tuple(_asked(event=pk) for pk in events), most=_PANEL, headers=panel)
    yield Page(name="event", addresses=tuple(f"/events/{pk}/" for pk in events), most=_PANEL)
    yield Page(name="list with an event open", addresses=tuple(_asked(event=pk) for pk in events), most=_BARS + _PANEL)
    yield Page(name="actor", addresses=tuple(f"/actors/{slug}/" for slug in actors))
    yield Page(name="actors", addresses=("/actors/",))
    yield Page(name="issue", addresses=tuple(f"/issues/{slug}/" for slug in issues))
    yield Page(name="sources", addresses=("/sources/",))
    yield Page(name="positions", addresses=("/positions/", *(f"/positions/?issue={slug}" for slug in issues)))
    yield Page(name="positions by issue and speaker", addresses=("/positions/matrix/",))


def _desk_and_files() -> Iterable[Page]:
    waiting = list(Event.objects.waiting().order_by("pk").values_list("pk", flat=True)[:2000:125])
    addresses = tuple(f"/review/events/{number}/" for number in waiting)
    yield Page(name="desk: the queue and an event", addresses=addresses, most=_DESK, for_editors=True)
    yield Page(name="export of tariffs by the US, CSV", addresses=("/events.csv?kind=tariff&side=us",))


def _again() -> Iterable[Page]:
    yield Page(name="the same page again", addresses=("/", "/?kind=tariff", "/?q=soybeans"), most=3, is_repeated=True)
    yield Page(
        name="the same, not modified", addresses=("/", "/events/1/"), most=3, is_repeated=True, is_conditional=True
    )
    panel = {**_HTMX, "HX-Target": "panel"}
    yield Page(name="the same panel again", addresses=("/?event=9",), most=3, is_repeated=True, headers=panel)
