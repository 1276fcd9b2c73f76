"""What the acting side is told from: a sentence with those named in it; and the side, with how it was found."""

from collections.abc import Sequence
from dataclasses import dataclass

from tradewatch.extraction.clauses import Token
from tradewatch.extraction.datatypes import Reason
from tradewatch.extraction.holders import Holder
from tradewatch.extraction.rulebook import Lexicon

LANDS = frozenset({"china", "united-states"})
OTHER_SIDE = {"us": "china", "china": "us"}
_SAID = {
    "rule": "the act itself belongs to one side",
    "subject": "the subject of the clause",
    "agent": "the agent after “by”",
    "owner": "the owner of the measure",
    "target": "the side that it falls upon is the other one",
    "grant": "the side from which the other one won it",
    "issue": "a measure that one side alone has",
    "before": "the side that acted in the sentence before",
    "order": "the authority that issues the document",
    "buyer": "the side that buys",
    "thing": "the side that alone does this to",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """The acting side, how it was found, and how sure that is (0 to 1)."""

    side: str
    how: str
    words: str
    weight: float
    slug: str = ""

    def reason(self) -> Reason:
        """The reason as the reviewer reads it."""
        return Reason(field="side", rule=self.how, words=self.words, said=f"{_SAID[self.how]}: “{self.words}”")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The plain sentence of a finding: its words, who is named in it, and who acted before."""

    text: str
    tokens: Sequence[Token]
    holders: Sequence[Holder]
    lexicon: Lexicon
    before: str = ""  # the side that acted in the sentence before
    speaker: str = ""  # the side of a document in the first person
    follows: bool = False  # the act told last stands in this sentence or the paragraph
    told: str = ""  # the side whose measure was told last
