"""The links of events: those that accounts state, as last read, and on top of them what editors decided."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tradewatch.records.models import Decision, Linking
from tradewatch.records.standing import survivor_of
from tradewatch.vocabulary import LinkType, Verb

Link = dict[str, Any]


def links_read(events: Sequence[int]) -> dict[int, list[Link]]:
    """Of each event the links that its accounts state: [{type, to, quote, inferred}, …], each once. One query."""
    rows = list(
        Linking.objects.filter(mention__event__in=events)
        .select_related("mention", "target")
        .order_by(
            "mention__document__address", "mention__document__place", "mention__trigger", "mention__ordinal", "pk"
        )
    )
    last: dict[int, int] = {}
    for row in rows:
        last[row.mention_id] = max(last.get(row.mention_id, 0), row.run_id)
    found: dict[int, dict[tuple[str, int], Link]] = {event: {} for event in events}
    for row in rows:
        source, to = row.mention.event_id, row.target.event_id if row.target else None
        if row.run_id == last[row.mention_id] and source is not None and to is not None and source != to:
            said = {"type": row.type, "to": to, "quote": row.quote, "inferred": row.inferred}
            kept = found[source].setdefault((row.type, to), said)
            if kept["inferred"] and not row.inferred:
                found[source][row.type, to] = said  # one account's words say what of another only follows
    return {event: list(links.values()) for event, links in found.items()}


def unsettled_of(event: int, stated: Mapping[int, Iterable[tuple[str, str]]]) -> list[tuple[LinkType, str]]:
    """(type, words) of the links, stated by an event's mentions as last read, to what is no event of the record.

    `stated` gives (type, words) by mention. One query where any is stated.
    """
    said = {(mention, kind, words) for mention, links in stated.items() for kind, words in links}
    if said:
        said -= set(Linking.objects.filter(mention__event=event).values_list("mention", "type", "quote"))
    return sorted({(LinkType(kind), words) for _, kind, words in said})


def links_of(read: Iterable[Link], decisions: Sequence[Decision], number: int) -> list[Link]:
    """The links that stand from an event: what was read, then what was decided, in the order of the decisions.

    A link that an editor took off stays off, whatever is read again.
    """
    made: dict[tuple[str, int], Link] = {(link["type"], link["to"]): link for link in read}
    for decision in decisions:
        if decision.event_id != number or decision.other_id is None:
            continue
        kind = decision.details.get("type", "")
        if decision.verb == Verb.LINK:
            made[kind, decision.other_id] = _decided(kind, decision.other_id, decision.details)
        elif decision.verb == Verb.UNLINK and made.pop((kind, decision.other_id), None) is None:
            made.pop((kind, survivor_of(decision.other_id)), None)  # it was merged since
    return list(made.values())


def _decided(kind: str, to: int, details: Mapping[str, Any]) -> Link:
    quote = details.get("quote", "")
    return {"type": kind, "to": to, "quote": quote, "inferred": not quote}


def pointing_at(events: Iterable[int]) -> set[int]:
    """The events whose accounts link them to accounts of these: where such an account moves, the link moves along."""
    rows = Linking.objects.filter(target__event__in=list(events), mention__event__isnull=False)
    return set(rows.values_list("mention__event", flat=True))
