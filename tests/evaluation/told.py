"""Small golds and readings for tests: dictionaries of the file's form, with only what a test is about to be said."""

import json
from pathlib import Path
from typing import Any

from tradewatch.evaluation.judging import JudgedText, judged
from tradewatch.evaluation.loading import read_gold, read_predictions
from tradewatch.evaluation.quoting import squashed
from tradewatch.evaluation.told import Gold

RAISED = "China raised its tariff on American goods to 125 percent on Friday."
MET = "The two delegations met in Madrid on Sunday and Monday."
BOUGHT = "A state buyer ordered twelve cargoes of soybeans for shipment in December."
TEXT = f"{RAISED} {MET} {BOUGHT}"


def event(quote: str = RAISED, **values: Any) -> dict[str, Any]:
    told = {
        "kind": "tariff",
        "action": "raise",
        "status": "occurred",
        "date": "2025-04-11",
        "side": "china",
        "quotes": [quote],
    }
    return {**told, **values}


def read_event(quote: str = RAISED, **values: Any) -> dict[str, Any]:
    told = event(**values)
    del told["quotes"]
    return {**told, "mentions": [{"quote": quote}]}


def article(*events: dict[str, Any], lead: str = "China raised its tariff", **values: Any) -> dict[str, Any]:
    return {"lead": lead, "in_scope": True, "events": list(events), "positions": [], **values}


def text(*articles: dict[str, Any], file: str = "wire.txt", **values: Any) -> dict[str, Any]:
    return {"file": file, "articles": list(articles), **values}


def write_gold(folder: Path, *texts: dict[str, Any]) -> Path:
    path = folder / "gold.json"
    path.write_text(json.dumps({"texts": texts}), encoding="utf-8")
    return path


def lines_of(*articles: dict[str, Any], file: str = "wire.txt") -> list[str]:
    return [json.dumps({"path": f"somewhere/{file}", **one}) for one in articles]


def gold_of(folder: Path, *texts: dict[str, Any]) -> Gold:
    return read_gold(write_gold(folder, *texts))


def judged_one(
    folder: Path, gold: list[dict[str, Any]], read: list[dict[str, Any]], source: str | None = TEXT
) -> JudgedText:
    """One text of these gold articles against these read ones."""
    (one,) = gold_of(folder, text(*gold)).texts
    readings = read_predictions(lines_of(*read), "read.jsonl")
    return judged(one, readings, gold="gold.json", source=None if source is None else squashed(source))
