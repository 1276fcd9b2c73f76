"""A file that is not of its form is refused in a sentence that says where."""

from pathlib import Path
from typing import Any

import pytest

from tests.evaluation.told import article, event, text, write_gold
from tradewatch.evaluation.loading import read_gold, read_predictions
from tradewatch.evaluation.shape import Misshapen


def without(told: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name != key}


@pytest.mark.parametrize(
    ("told", "place", "key"),
    [
        (without(text(article()), "file"), "text 1", "“file” is missing"),
        (without(text(article()), "articles"), "text 1 (wire.txt)", "“articles” is missing"),
        (text(article(), without(article(), "lead")), "text 1 (wire.txt), article 2", "“lead” is missing"),
        (text(without(article(), "in_scope")), "article 1", "“in_scope” is missing"),
        (text(article(in_scope="yes")), "article 1", "“in_scope” should be true, false or null, not a string"),
        (text(article(event(), without(event(), "kind"))), "article 1, event 2", "“kind” is missing"),
        (text(article(without(event(), "quotes"))), "event 1", "“quotes” is missing"),
        (text(article(event(quotes=[]))), "event 1", "“quotes” is missing or empty"),
        (text(article(event(quotes="China raised"))), "event 1", "“quotes” should be a list, not a string"),
        (text(article(event(date=2025))), "event 1", "“date” should be a string, not a number"),
        (text(article(event(date_ok=["2025", 2025]))), "event 1", "“date_ok[1]” should be a string"),
        (text(article(event(optional="no"))), "event 1", "“optional” should be true or false"),
        (text(article(events=["tariff"])), "article 1, event 1", "an object is expected here, not a string"),
    ],
)
def test_a_gold_file_is_refused_by_text_and_key(tmp_path: Path, told: dict[str, Any], place: str, key: str) -> None:
    with pytest.raises(Misshapen) as refused:
        read_gold(write_gold(tmp_path, told))
    assert place in str(refused.value)
    assert key in str(refused.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"[" + b"9" * 5_000 + b"]", "is not JSON"),
        (b"[]", "an object is expected here, not a list"),
        (b"{}", "“texts” is missing"),
        (b'{"texts": []}', "there is nothing to score"),
        (b'{"texts": {}}', "“texts” should be a list, not an object"),
        (b'{"texts": [{"file": "\xff"}]}', "is not UTF-8"),
    ],
)
def test_what_is_no_gold_file_is_refused_by_name(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(content)
    with pytest.raises(Misshapen, match=r"odd\.json") as refused:
        read_gold(path)
    assert said in str(refused.value)


def test_a_gold_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(Misshapen, match=r"nowhere\.json cannot be read: No such file"):
        read_gold(tmp_path / "nowhere.json")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2 is not JSON"),
        ("{}", "line 2: “path” is missing"),
        ('{"path": "a.txt", "events": [{"confidence": 1.5}]}', "line 2, event 1: “confidence” should be a number"),
        ('{"path": "a.txt", "events": [{"confidence": NaN}]}', "“confidence” should be a number from 0 to 1"),
    ],
)
def test_predictions_are_refused_by_line(line: str, said: str) -> None:
    with pytest.raises(Misshapen) as refused:
        read_predictions(['{"path": "a.txt"}', line], "read.jsonl")
    assert said in str(refused.value)


def test_empty_lines_and_values_that_are_null_say_nothing() -> None:
    line = '{"path": "x/a.txt", "lead": null, "events": [{"kind": null, "actors": null, "measures": null}]}'
    (read,) = read_predictions(["", line, ""], "read.jsonl").by_file["a.txt"]
    assert read.lead == ""
    assert read.events[0].kind == ""
    assert read.events[0].lists["actors"] == frozenset()


def test_one_figure_is_one_figure_however_it_is_written() -> None:
    def figures(low: Any, high: Any) -> Any:
        row = f'{{"path": "a", "events": [{{"measures": [{{"kind": "rate", "low": {low}, "high": {high}}}]}}]}}'
        return read_predictions([row], "read.jsonl").by_file["a"][0].events[0].figures

    assert figures("84", "null") == figures("84.0", '"84"')
    assert figures("84", "null") != figures("84", "90")
    assert figures('"many"', "null") != figures("84", "null")
