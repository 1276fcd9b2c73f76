"""Which events the links mean that accounts state: settled at the end of a run, when all accounts are known.

A link to an act told in the same text leads to that account; one to an act that is only described leads to the event
that fits the description (`meant`). Where none or several fit, the link leads nowhere: it stays in the reading, in its
words, and is asked of an editor.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from django.db.models import Prefetch

from tradewatch import edtf
from tradewatch.extraction.linked import Several
from tradewatch.ingestion.known import Catalogue, Known, name_by_listing
from tradewatch.ingestion.meant import events_meant
from tradewatch.ingestion.shared_links import Stated, add_what_is_shared
from tradewatch.records.models import IngestionRun, Linking, Mention, Passage, Reading
from tradewatch.vocabulary import Action, Kind, LinkType, ReviewState, Status

_BATCH = 100  # SQLite takes 999 variables in a statement
_DAY_LINE = timedelta(days=1)  # a text of one side of the world tells what is tomorrow's on the other
_DIFFER = timedelta(days=2)  # days by which texts differ on one act
_MEASURES = (Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE)
_SHOWN = (ReviewState.UNCHECKED, ReviewState.DOUBTED, ReviewState.ACCEPTED)


def relink(run: IngestionRun) -> set[int]:
    """Append what the accounts' links now lead to, where it is another event than before; the events to fold again."""
    changed, rows = _changed(), list[Linking]()
    for mention, stated in changed:
        rows += [
            Linking(mention=mention, target_id=to, type=kind, quote=quote, inferred=inferred, run=run)
            for kind, to, quote, inferred in stated
        ] or [Linking(mention=mention, run=run)]
    Linking.objects.bulk_create(rows, batch_size=_BATCH)
    return {mention.event_id for mention, _ in changed if mention.event_id}


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
    homes = {mention.pk: one for one in known.values() for mention in one.mentions}
    catalogue = Catalogue(known.values())
    settled = {mention.pk: sorted(set(_stated(mention, known, homes, catalogue))) for mention in mentions}
    add_what_is_shared(settled, known, homes)
    _drop_what_only_follows(settled, known)
    return [(mention, settled[mention.pk]) for mention in mentions if settled[mention.pk] != _kept(mention)]


def _drop_what_only_follows(settled: dict[int, list[Stated]], known: dict[int, Known]) -> None:
    """Where the words of an account link its event in one way, nothing is inferred of that way from another's.

    What some call paused and others dropped is paused: the looser word says no less of it.
    """
    for one in known.values():
        rows = [row for mention in one.mentions for row in settled[mention.pk]]
        said = {row[0] for row in rows if not row[3]}
        is_paused = any(row[0] == LinkType.SUSPENDS for row in rows)
        for mention in one.mentions:
            settled[mention.pk] = [
                row
                for row in settled[mention.pk]
                if (not row[3] or row[0] not in said) and not (is_paused and row[0] == LinkType.WITHDRAWS)
            ]


def _kept(mention: Mention) -> list[Stated]:
    rows = list(mention.linkings.all())
    last = max((row.run_id for row in rows), default=0)
    return sorted(
        (row.type, row.target_id, row.quote, row.inferred) for row in rows if row.run_id == last and row.target_id
    )


def _known(mentions: Iterable[Mention]) -> dict[int, Known]:
    known: dict[int, Known] = {}
    for mention in mentions:
        told = _last_told(mention)
        if told and mention.event and mention.event.review_state in _SHOWN:
            known.setdefault(mention.event.pk, Known(event=mention.event)).add(mention, told.values)
    name_by_listing(list(known.values()))
    return known


def _last_told(mention: Mention) -> Reading | None:
    readings = list(mention.readings.all())
    return readings[-1] if readings and not readings[-1].ended else None


def _stated(
    mention: Mention, known: dict[int, Known], homes: dict[int, Known], catalogue: Catalogue
) -> Iterable[Stated]:
    told = _last_told(mention)
    own = known.get(mention.event_id or 0)
    if told is None or own is None or own.event.status not in (Status.OCCURRED, Status.PLANNED):
        return
    pauses = told.values["action"] == Action.SUSPEND and told.values["status"] == Status.OCCURRED
    is_its_act = told.values["action"] == own.event.action or (pauses and own.event.action == Action.LIFT)
    if not is_its_act or not _is_of_its_days(told, own):
        return  # what the event is held to do, and when, is not what this account links
    seen: set[tuple[str, int]] = set()
    for link in told.values.get("links") or []:
        there = _told_there(told, link["to"]) if link.get("to") else []
        about = link.get("about") or _hardly_told(homes.get(next(iter(there), 0)), own)
        for meant in (_described(about, own, told, catalogue) if about else []) or there:
            if (link["type"], meant) not in seen and meant != mention.pk and _may_be_before(homes.get(meant), own):
                seen.add((link["type"], meant))
                yield link["type"], meant, link["quote"], bool(link.get("surmised"))


def _is_of_its_days(told: Reading, own: Known) -> bool:
    """False of an account that dates its act otherwise than the event by more than texts differ on one act."""
    date = told.values.get("date")
    days, first, last = edtf.bounds_of(date) if date else None, own.event.earliest, own.event.latest
    if days is None or days.earliest is None or days.latest is None or first is None or last is None:
        return True
    return days.earliest - _DIFFER <= last and first <= days.latest + _DIFFER


def _may_be_before(other: Known | None, own: Known) -> bool:
    """False of an event that begins after `own` has ended, as other texts may date either otherwise than this one.

    Talks follow only what began before them: what they themselves came to is no step that led to them.
    """
    begins, ends = own.event.earliest, own.event.latest
    if other is None or ends is None or other.event.earliest is None:
        return True
    if own.event.kind == Kind.TALKS and begins is not None:
        return other.event.earliest < begins
    return other.event.earliest <= ends


def _told_there(told: Reading, place: Sequence[int]) -> list[int]:
    """The mention whose trigger stands at a place of the text; of several the one of that ordinal."""
    passages = Passage.objects.filter(version=told.version_id, trigger=place[0], mention__isnull=False)
    mentions = {one.mention.pk: one.mention for one in passages.select_related("mention") if one.mention}
    of_ordinal = [number for number, one in mentions.items() if one.ordinal == place[1]]
    found = of_ordinal or list(mentions)
    return found if len(found) == 1 else []


def _hardly_told(one: Known | None, own: Known) -> dict[str, Any]:
    """An act that a text only names, on no day, as a description: it is the last of its sort that others tell."""
    if one is None or one.event.date or not own.event.date or one.event.kind not in _MEASURES:
        return {}
    names = [name for name, _ in one.issues.most_common(1)]
    return {
        "kind": one.event.kind, "side": one.event.side, "actions": [one.event.action], "issues": names,
        "thing": next(iter(one.objects), ""), "several": str(Several.LAST),
    }  # fmt: skip


def _described(about: dict[str, Any], own: Known, told: Reading, known: Catalogue) -> list[int]:
    """The first accounts of the events that the text, which can speak of nothing later than itself, describes."""
    published = told.version.published
    meant = events_meant(about, own, published + _DAY_LINE if published else None, known)
    return [one.mentions[0].pk for one in meant]
