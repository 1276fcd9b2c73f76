"""A small record for journeys over the timeline: forty acts of the spring of 2025, some of which answer others."""

from datetime import date, timedelta

from tests.builders import make_actor, make_event
from tradewatch.records.models import Event, EventLink

FIRST = date(2025, 3, 1)


def make_spring(number: int = 40) -> list[Event]:
    """One act every other day from 1 March on, by the US and China in turn; every fifth answers the one before it."""
    for slug, side in (("china", "china"), ("united-states", "us"), ("mofcom", "china"), ("ustr", "us")):
        make_actor(slug, side=side)
    events = [_act(at) for at in range(number)]
    for at in range(5, number, 5):
        EventLink.objects.create(source=events[at], target=events[at - 1], type="responds_to")
    return events


def _act(at: int) -> Event:
    ours = at % 2 == 0
    return make_event(
        kind=("tariff", "export_control", "talks")[at % 3],
        action=("raise", "impose", "hold")[at % 3],
        side="us" if ours else "china",
        actors=["united-states", "ustr"] if ours else ["china", "mofcom"],
        date=(FIRST + timedelta(days=2 * at)).isoformat(),
        effective="",
        measures=[],
        title=f"{'US' if ours else 'China'} act number {at}",
    )
