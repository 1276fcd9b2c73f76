"""An event's title in the plain form, built from its parts: "China raises its tariff on US goods to 125%"."""

from collections.abc import Mapping, Sequence

from tradewatch.vocabulary import Action, Kind, Side

_WHO = {Side.US: "US", Side.CHINA: "China", Side.BOTH: "US and China", Side.OTHER: "A third party"}


def title_of(
    *,
    kind: str,
    action: str,
    status: str,
    side: str,
    measures: Sequence[Mapping[str, object]] = (),
    issues: Sequence[str] = (),
    object: str = "",
    place: str = "",
) -> str:
    """The title; a threat and a plan read as such."""
    what = object or Kind(kind).label.lower()
    return f"{_WHO[Side(side)]}: {Action(action).label} ({status}) {what} {place}".strip()
