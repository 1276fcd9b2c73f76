"""Every table of Tradewatch, by noun."""

from tradewatch.records.models.changes import Change
from tradewatch.records.models.decisions import Annotation, Decision
from tradewatch.records.models.events import Event, EventLikeness, EventLink, Measure, Position
from tradewatch.records.models.evidence import Grouping, Linking, Mention, Passage, Reading
from tradewatch.records.models.names import Actor, Alias, Issue, Role
from tradewatch.records.models.sources import Document, DocumentVersion, IngestionRun, Input, Publisher

__all__ = [
    "Actor",
    "Alias",
    "Annotation",
    "Change",
    "Decision",
    "Document",
    "DocumentVersion",
    "Event",
    "EventLikeness",
    "EventLink",
    "Grouping",
    "IngestionRun",
    "Input",
    "Issue",
    "Linking",
    "Measure",
    "Mention",
    "Passage",
    "Position",
    "Publisher",
    "Reading",
    "Role",
]
