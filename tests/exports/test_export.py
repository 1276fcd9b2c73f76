"""The command that exports."""

import csv
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.builders import make_event, make_position
from tradewatch.exports.management.commands.export import Command
from tradewatch.records.columns import EVENT_COLUMNS, POSITION_COLUMNS

pytestmark = pytest.mark.django_db


def test_the_command_takes_the_filter_of_the_page(tmp_path: Path) -> None:
    make_event()
    make_event(side="us", date="2025-02-01")
    file = tmp_path / "list.csv"
    call_command("export", "--filter", "side=us&kind=tariff", "--output", str(file), "--site", "https://trade.example/")
    with file.open(newline="") as opened:
        (row,) = csv.DictReader(opened)
    assert row["date"] == "2025-02-01"
    assert row["url"].startswith("https://trade.example/events/")


def test_the_command_writes_to_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    call_command("export", "--format", "json")
    assert capfd.readouterr().out == "[]\n"


def test_positions_leave_with_the_same_command(tmp_path: Path) -> None:
    make_position()
    file = tmp_path / "said.csv"
    call_command("export", "--what", "positions", "--filter", "?speaker=mofcom", "--output", str(file))
    with file.open(newline="") as opened:
        (row,) = csv.DictReader(opened)
    assert row["stance"] == "oppose"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("side=mars", "“mars” is not a side that the timeline knows.\n  Possible: us, china, both, other"),
        ("from=2025-13-40", "2025-13-40"),
        ("q=\udcff", "half of one"),
    ],
)
@pytest.mark.parametrize("what", ["events", "positions"])
def test_a_filter_that_cannot_be_read_ends_with_two_and_touches_no_file(
    tmp_path: Path, what: str, query: str, said: str
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("of yesterday")
    with pytest.raises(CommandError, match=re.escape(said)) as ended:
        call_command("export", "--what", what, "--filter", query, "--output", str(file))
    assert ended.value.returncode == 2
    assert file.read_text() == "of yesterday"


def test_a_reader_that_has_enough_is_no_error() -> None:
    """`export | head -c 5`: more than a pipe holds is written to nobody."""
    code = (
        "import django; django.setup();"
        "from tradewatch.exports.management.commands.export import Command;"
        "Command()._print(iter(['a,b' * 1000] * 500))"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writing:
        assert writing.stdout is not None
        assert writing.stderr is not None
        assert writing.stdout.read(5) == b"a,ba,"
        writing.stdout.close()
        assert writing.stderr.read() == b""
    assert writing.returncode == 0


def test_the_help_names_every_column_with_its_meaning() -> None:
    help_text = Command().create_parser("manage.py", "export").format_help()
    columns: list[Any] = [*EVENT_COLUMNS, *POSITION_COLUMNS]
    for column in columns:
        assert re.search(rf"^  {column.name} +{re.escape(column.meaning)}$", help_text, re.M)


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export", "--output", str(tmp_path / "no" / "such" / "folder.csv"))
