"""From JSON to told events: gold files, and the lines that `extract` prints. What is misshapen is refused by place."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tradewatch.evaluation.shape import Misshapen, Placed
from tradewatch.evaluation.told import (
    FIELDS,
    LATER,
    LISTS,
    Figure,
    Gold,
    GoldText,
    Readings,
    ToldArticle,
    ToldEvent,
    ToldPosition,
)

WORDS = ("kind", *FIELDS, *LATER)
_NEEDED = ("kind", "action", "status", "side")  # of a gold event; dates may be unknown


def read_gold(path: Path) -> Gold:
    """The gold file. Raises Misshapen with a sentence that names the file, the text and the key."""
    try:
        content = path.read_text(encoding="utf-8")
    except OSError as error:
        raise Misshapen(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Misshapen(f"{path} is not UTF-8: {error.reason} at byte {error.start}.") from error
    whole = Placed.of(_json(content, str(path)), str(path))
    texts = tuple(_gold_text(one) for one in whole.each("texts", "text", required=True))
    if not texts:
        raise Misshapen(f"{path}: “texts” is empty; there is nothing to score.")
    return Gold(name=_shortest(path), texts=texts)


def read_predictions(lines: Iterable[str], called: str) -> Readings:
    """The articles of `extract --format jsonl`, one a line. Raises Misshapen naming the line."""
    found: dict[str, list[ToldArticle]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{called}, line {number}"
        row = Placed.of(_json(line, where), where)
        found.setdefault(Path(row.words("path")).name, []).append(_read_article(row))
    return Readings(by_file={name: tuple(articles) for name, articles in found.items()})


def _shortest(path: Path) -> str:
    """As seen from the current folder, where it stands below it."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def _json(content: str, where: str) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:  # ValueError: also for a number of too many digits
        raise Misshapen(f"{where} is not JSON: {error}.") from error


def _gold_text(row: Placed) -> GoldText:
    file = Path(row.words("file")).name
    row = Placed(f"{row.where} ({file})", row.value)
    articles = tuple(_gold_article(one) for one in row.each("articles", "article", required=True))
    return GoldText(file=file, voice=row.words_or_none("voice"), articles=articles)


def _gold_article(row: Placed) -> ToldArticle:
    return ToldArticle(
        lead=row.words("lead"),
        in_scope=row.answer("in_scope"),
        events=tuple(_gold_event(one) for one in row.each("events", "event")),
        positions=tuple(_position(one) for one in row.each("positions", "position")),
    )


def _gold_event(row: Placed) -> ToldEvent:
    for key in _NEEDED:
        row.words(key)
    event = _event(row)
    if not event.quotes:
        raise Misshapen(f"{row.where}: “quotes” is missing or empty; without a quote the event cannot be found.")
    return event


def _read_article(row: Placed) -> ToldArticle:
    return ToldArticle(
        lead=row.words_or_none("lead"),
        in_scope=row.answer("in_scope") if "in_scope" in row.value else True,
        events=tuple(_event(one) for one in row.each("events", "event")),
        positions=tuple(_position(one) for one in row.each("positions", "position")),
        publisher=row.words_or_none("publisher"),
    )


def _event(row: Placed) -> ToldEvent:
    mentions = tuple(one.words_or_none("quote") for one in row.each("mentions", "mention"))
    return ToldEvent(
        words={name: row.words_or_none(name) for name in WORDS},
        lists={name: frozenset(row.several(name)) for name in LISTS},
        figures=frozenset(_figure(one) for one in row.each("measures", "measure")),
        quotes=row.several("quotes") or mentions,
        confidence=row.share("confidence"),
        also_right={name: frozenset(row.several(f"{name}_ok")) for name in WORDS},
        optional=row.flag("optional"),
    )


def _position(row: Placed) -> ToldPosition:
    return ToldPosition(
        speaker=row.words_or_none("speaker"),
        issue=row.words_or_none("issue"),
        stance=row.words_or_none("stance"),
        quote=row.words_or_none("quote"),
    )


def _figure(row: Placed) -> Figure:
    low, high = row.value.get("low"), row.value.get("high")
    return (row.words_or_none("kind"), _number(low), _number(low if high is None else high))


def _number(value: Any) -> float | str | None:
    """84, 84.0 and "84" are one figure; what is no number stands for itself."""
    if value is None:
        return None
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return str(value)
