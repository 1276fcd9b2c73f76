"""Rows into CSV and JSON, a batch at a time: memory stays flat however long the list is.

Both are UTF-8 without a byte order mark: programs take one for a part of the first column's name, and
spreadsheets ask for the encoding when a file is imported.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from tradewatch.records.columns import Column, as_json, cells

Row = TypeVar("Row", bound=Model)
BATCH = 500


def csv_lines(rows: "QuerySet[Row]", columns: Sequence[Column[Row]], *, site: str) -> Iterator[str]:
    """RFC 4180: a head, then one record a row, CRLF at the end of each. A chunk is a batch of rows."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    for at, row in enumerate(rows.iterator(chunk_size=BATCH), start=1):
        writer.writerow(cells(row, columns, site=site))
        if at % BATCH == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def json_lines(rows: "QuerySet[Row]", columns: Sequence[Column[Row]], *, site: str) -> Iterator[str]:
    """One JSON list, an element a line."""
    lines: list[str] = []
    before: str = "["
    for row in rows.iterator(chunk_size=BATCH):
        lines.append(before + "\n" + as_json(row, columns, site=site))
        before = ","
        if len(lines) == BATCH:
            yield "".join(lines)
            lines = []
    yield "".join(lines) + ("[]\n" if before == "[" else "\n]\n")


FORMATS: dict[str, tuple[Any, str]] = {
    "csv": (csv_lines, "text/csv; charset=utf-8"),
    "json": (json_lines, "application/json"),
}
