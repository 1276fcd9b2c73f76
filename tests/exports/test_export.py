"""The command that exports."""

import csv
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.builders import make_event

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


def test_a_filter_that_cannot_be_read_ends_with_two(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="mars") as ended:
        call_command("export", "--filter", "side=mars")
    assert ended.value.returncode == 2


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export", "--output", str(tmp_path / "no" / "such" / "folder.csv"))
