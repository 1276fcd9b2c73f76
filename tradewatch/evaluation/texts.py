"""Finds the texts of a gold file below some folders, and has them read."""

import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from django.core.management import call_command

from tradewatch.evaluation.loading import read_predictions
from tradewatch.evaluation.shape import Misshapen
from tradewatch.evaluation.told import Gold, Readings


def texts_below(folders: Sequence[Path], gold: Gold) -> dict[str, Path]:
    """Where each text of the gold stands, by its bare name; the first folder wins, and in it the shallowest place."""
    names = {text.file for text in gold.texts}
    found: dict[str, Path] = {}
    for folder in folders:
        if not folder.is_dir():
            raise Misshapen(f"{folder} is no folder; --texts takes the folder that the gold's texts stand in.")
        for path in sorted(folder.rglob("*"), key=lambda path: (len(path.parts), path)):
            if path.name in names and path.is_file():
                found.setdefault(path.name, path)
    return found


def missing_from(found: dict[str, Path], gold: Gold) -> list[str]:
    """The texts that the gold names and no folder has."""
    return [text.file for text in gold.texts if text.file not in found]


def read_all(files: Sequence[Path]) -> Readings:
    """The files as the `extract` command reads them; what it refuses is told on standard error and counts as unread.

    The command is called by its name, and not imported: a package of this layer knows nothing of another one.
    """
    if not files:
        return Readings(by_file={})
    lines = StringIO()
    try:
        with redirect_stdout(lines):
            call_command("extract", *map(str, files), stderr=sys.stderr)
    except SystemExit as end:
        if end.code != 1:  # 1: some files were refused, the others are read
            raise
    return read_predictions(lines.getvalue().split("\n"), "what extract printed")
