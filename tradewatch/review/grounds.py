"""Why the machine reads a field as it does: the rule, the words that it rests on, and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tradewatch.records.models import Event, Reading
from tradewatch.review.evidence import Article, Mark
from tradewatch.review.shelves import Item

_SHOWN = 2  # reasons a field; the article itself shows the rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One reason for a field's value; `number` is the passage's number in the open article, None elsewhere."""

    words: str
    said: str
    rule: str
    number: int | None


def readings_of(item: Item) -> list[Reading]:
    """The latest reading of each account that still counts, oldest account first. One query."""
    told = Reading.objects.filter(ended=False)
    mine = told.filter(mention__event=item) if isinstance(item, Event) else told.filter(position=item)
    latest = {reading.mention_id or 0: reading for reading in mine.order_by("pk")}
    return [latest[mention] for mention in sorted(latest)]


def grounds_of(readings: Sequence[Reading], article: Article | None, fields: Sequence[str]) -> dict[str, list[Ground]]:
    """The reasons by field, those of the open article first; a reason that several accounts share stands once."""
    shown = article.version.pk if article else 0
    found: dict[str, dict[tuple[str, str], Ground]] = {}
    for reading in sorted(readings, key=lambda reading: reading.version_id != shown):
        for reason in reading.explanation:
            ground = _ground(reading, reason, article)
            found.setdefault(str(reason.get("field", "")), {}).setdefault((ground.words, ground.said), ground)
    return {field: list(found.get(field, {}).values())[:_SHOWN] for field in fields}


def passage_alone(article: Article | None) -> list[Ground]:
    """What a field rests on where no rule says why: the item's first passage in the article."""
    here = next((mark for mark in article.marks if mark.look == "here"), None) if article else None
    return [Ground(words="", said="", rule="", number=here.number)] if here else []


def _ground(reading: Reading, reason: dict[str, Any], article: Article | None) -> Ground:
    words = str(reason.get("words", ""))
    marks = _marks_of(reading, article) if article and article.version.pk == reading.version_id else []
    holding = [mark for mark in marks if article and words in article.version.text[mark.start : mark.end]]
    mark = next(iter(holding or marks), None)
    return Ground(
        words=words,
        said=str(reason.get("said", "")),
        rule=str(reason.get("rule", "")),
        number=mark.number if mark else None,
    )


def _marks_of(reading: Reading, article: Article | None) -> list[Mark]:
    marks = article.marks if article else []
    if reading.mention_id:
        return [mark for mark in marks if mark.mention == reading.mention_id]
    return [mark for mark in marks if mark.position == reading.position_id]
