"""What a title is built from."""

from collections.abc import Sequence
from dataclasses import dataclass

from tradewatch.titles.rows import Row
from tradewatch.vocabulary import Action, Kind, Side

HEADS = ("donald-trump", "xi-jinping")
_ENVOYS = frozenset({"scott-bessent", "jamieson-greer", "howard-lutnick", "marco-rubio", "joe-biden"})
_TARGET = {Side.US: "Chinese", Side.CHINA: "US"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The fields of an event that its title speaks of."""

    kind: Kind
    action: Action
    side: str
    measures: Sequence[Row] = ()
    issues: Sequence[str] = ()
    object: str = ""
    actors: Sequence[str] = ()
    date: str = ""

    @property
    def whose(self) -> str:
        """Whose goods, ships and firms the act falls upon: "US", "Chinese"; "each other's" where both act."""
        return _TARGET.get(Side(self.side), "each other's") if self.side in set(Side) else ""

    @property
    def own(self) -> str:
        return "their" if self.side == Side.BOTH else "its"

    @property
    def is_by_post(self) -> bool:
        """True for what the Postal Service does with parcels, whatever duty they owe."""
        return self.object == "parcels by post"

    @property
    def is_of_court(self) -> bool:
        """True for what a court does."""
        ruled = self.action in (Action.REJECT, Action.SUSPEND, Action.HOLD, Action.APPROVE)
        return self.object.lower().endswith("court") or (ruled and not self.object)

    @property
    def heads(self) -> tuple[str, ...]:
        """The two heads of state, where both take part: who meets or calls Xi and is not named is the president."""
        by_name = set(HEADS) <= set(self.actors)
        unnamed = HEADS[1] in self.actors and not _ENVOYS & set(self.actors)
        is_meeting = self.object.startswith(("phone call", "meeting"))
        return HEADS if by_name or (unnamed and is_meeting) else ()

    @property
    def between_persons(self) -> bool:
        """True for a call, and for a meeting of the heads of state; delegations hold talks."""
        return self.object.startswith(("phone call", "video call")) or bool(self.heads)
