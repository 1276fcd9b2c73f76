"""Which events the links mean that accounts state: settled at the end of a run, when all accounts are known.

A link to an act told in the same text leads to that account; one to an act that is only described leads to the one
event that fits the description, or, where the words mean the last of a row, to the last. Where none or several fit, the
link leads nowhere: it stays in the reading, in its words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Prefetch

from tradewatch import edtf
from tradewatch.extraction.named_things import things_of
from tradewatch.records.models import Event, IngestionRun, Linking, Mention, Passage, Reading
from tradewatch.vocabulary import Kind, ReviewState, Status, Unit

_AFTERMATH = timedelta(days=2)  # after talks, in which their deal is told
_SHOWN = (ReviewState.UNCHECKED, ReviewState.DOUBTED, ReviewState.ACCEPTED)

Stated = tuple[str, int, str]  # type, the mention that is meant, quote


@dataclass(slots=True, kw_only=True)
class _Known:
    """An event with what its accounts say of it; `mentions` in the order of their texts' addresses."""

    event: Event
    mentions: list[Mention] = field(default_factory=list)
    actions: set[str] = field(default_factory=set)
    issues: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    instruments: set[tuple[str, str]] = field(default_factory=set)
    rates: set[float] = field(default_factory=set)
    counts: set[float] = field(default_factory=set)

    def add(self, mention: Mention, values: dict[str, Any]) -> None:
        self.mentions.append(mention)
        self.actions.add(values["action"])
        self.issues |= set(values.get("issues") or [])
        self.objects.add(values.get("object") or "")
        self.things |= things_of(values.get("object") or "")
        self.instruments |= {(row["scheme"], row["number"]) for row in values.get("instruments") or []}
        for row in values.get("measures") or []:
            figures = {row.get("low"), row.get("high")} - {None}
            self.rates |= figures if row["unit"] == Unit.PERCENT else set()
            self.counts |= figures if row["unit"] == Unit.ENTITIES else set()


def relink(run: IngestionRun) -> set[int]:
    """Append what the accounts' links now lead to, where it is another event than before; the events to fold again."""
    touched: set[int] = set()
    for mention, stated in _changed():
        rows = [Linking(mention=mention, target_id=to, type=kind, quote=quote, run=run) for kind, to, quote in stated]
        Linking.objects.bulk_create(rows or [Linking(mention=mention, run=run)])
        touched |= {mention.event_id} if mention.event_id else set()
    return touched


def links_that_change() -> list[str]:
    """A line for each event whose links would be others if all were settled anew."""
    events = sorted({mention.event_id for mention, _ in _changed() if mention.event_id})
    return [f"event {event} would be linked otherwise" for event in events]


def _changed() -> list[tuple[Mention, list[Stated]]]:
    """The mentions whose links are not those that were kept last, with those that they should be."""
    mentions = list(
        Mention.objects.filter(readings__isnull=False)
        .distinct()
        .select_related("document", "event")
        .prefetch_related(
            Prefetch("readings", queryset=Reading.objects.select_related("version").order_by("pk")),
            Prefetch("linkings", queryset=Linking.objects.order_by("pk")),
        )
        .order_by("document__address", "document__place", "trigger", "ordinal")
    )
    known = _known(mentions)
    found = []
    for mention in mentions:
        stated = sorted(set(_stated(mention, known)))
        if stated != _kept(mention):
            found.append((mention, stated))
    return found


def _kept(mention: Mention) -> list[Stated]:
    rows = list(mention.linkings.all())
    last = max((row.run_id for row in rows), default=0)
    return sorted((row.type, row.target_id, row.quote) for row in rows if row.run_id == last and row.target_id)


def _known(mentions: Iterable[Mention]) -> dict[int, _Known]:
    known: dict[int, _Known] = {}
    for mention in mentions:
        told = _last_told(mention)
        if told and mention.event and mention.event.review_state in _SHOWN:
            known.setdefault(mention.event.pk, _Known(event=mention.event)).add(mention, told.values)
    return known


def _last_told(mention: Mention) -> Reading | None:
    readings = list(mention.readings.all())
    return readings[-1] if readings and not readings[-1].ended else None


def _stated(mention: Mention, known: dict[int, _Known]) -> Iterable[Stated]:
    told = _last_told(mention)
    own = known.get(mention.event_id or 0)
    if told is None or own is None or own.event.status not in (Status.OCCURRED, Status.PLANNED):
        return
    if told.values["action"] != own.event.action:
        return  # what the event is held to do is not what this account links
    seen: set[tuple[str, int]] = set()
    for link in told.values.get("links") or []:
        meant = _told_there(told, link["to"]) if link.get("to") else _described(link, own, told, known)
        if meant is not None and (link["type"], meant) not in seen and meant != mention.pk:
            seen.add((link["type"], meant))
            yield link["type"], meant, link["quote"]


def _told_there(told: Reading, place: Sequence[int]) -> int | None:
    """The mention whose trigger stands at a place of the text; of several the one of that ordinal."""
    passages = Passage.objects.filter(version=told.version_id, trigger=place[0], mention__isnull=False)
    mentions = {passage.mention_id: passage.mention for passage in passages.select_related("mention")}
    of_ordinal = [number for number, one in mentions.items() if one and one.ordinal == place[1]]
    found = of_ordinal or list(mentions)
    return found[0] if len(found) == 1 else None


def _described(link: dict[str, Any], own: _Known, told: Reading, known: dict[int, _Known]) -> int | None:
    """The first account of the one event that fits; of several the last, where the words mean the last."""
    about, by = link["about"], _latest_day(own, told)
    fitting = [one for one in known.values() if one is not own and _fits(one, about, own, by, known)]
    if len(fitting) > 1 and about.get("last"):
        newest = max(one.event.earliest or date.min for one in fitting)
        fitting = [one for one in fitting if one.event.earliest == newest]
    return fitting[0].mentions[0].pk if len(fitting) == 1 else None


def _latest_day(own: _Known, told: Reading) -> date | None:
    return own.event.latest or own.event.earliest or told.version.published


def _fits(one: _Known, about: dict[str, Any], own: _Known, by: date | None, known: Mapping[int, _Known]) -> bool:
    event = one.event
    if event.kind != about["kind"] or not one.actions & set(about["actions"]):
        return False
    cited = {tuple(pair) for pair in about.get("instruments") or []}
    if cited:
        return bool(cited & one.instruments)
    if about.get("side") and event.side != about["side"]:
        return False
    if event.status != Status.OCCURRED or event.earliest is None or (by and event.earliest > by):
        return False
    if event.kind == Kind.LEGAL and own.event.earliest and event.earliest >= own.event.earliest:
        return False  # one court after the other
    return _is_of_day(event, about) and _is_of_thing(one, about, own, known) and _has_figure(one, about)


def _is_of_day(event: Event, about: dict[str, Any]) -> bool:
    return not about.get("day") or edtf.bounds_of(event.date).overlaps(edtf.bounds_of(about["day"]))


def _is_of_thing(one: _Known, about: dict[str, Any], own: _Known, known: Mapping[int, _Known]) -> bool:
    if about["kind"] == Kind.TALKS and not _are_earlier_talks(one, own):
        return False
    if about.get("place") and not _is_at(one, about["place"], known):
        return False
    if about.get("issues") and not one.issues & set(about["issues"]):
        return False
    thing = about.get("thing") if about["kind"] != Kind.TALKS else ""
    return not thing or bool(one.things & things_of(thing))


def _is_at(one: _Known, place: str, known: Mapping[int, _Known]) -> bool:
    """True of what is told to have been held or agreed at a place, and of a deal of the days of talks there."""
    if any(name.endswith(f" in {place}") for name in one.objects):
        return True
    if one.event.kind != Kind.AGREEMENT or any(" in " in name for name in one.objects):
        return False
    talks = [two.event for two in known.values() if two.event.kind == Kind.TALKS and _is_at(two, place, {})]
    begins = one.event.earliest
    return any(
        begins and talk.earliest and talk.latest and talk.earliest <= begins <= talk.latest + _AFTERMATH
        for talk in talks
        if talk.status == Status.OCCURRED
    )


def _are_earlier_talks(one: _Known, own: _Known) -> bool:
    """True of rounds of talks that ended before the own event began, or, for a deal, that did not begin after it."""
    is_round = any("talks" in name for name in one.objects)
    begins = own.event.earliest
    if not is_round or begins is None or one.event.latest is None:
        return False
    return own.event.kind != Kind.TALKS or one.event.latest < begins


def _has_figure(one: _Known, about: dict[str, Any]) -> bool:
    """A rate must be the same; how many are listed too, unless the day tells which list is meant."""
    figure = about.get("figure")
    if figure is None:
        return True
    if about["kind"] == Kind.TARIFF:
        return figure in one.rates
    if about.get("day"):
        return True
    is_list = str(about.get("thing", "")).endswith(" List")
    return figure in one.counts or (not one.counts and not is_list)
