"""`rebuild`: the record is what its evidence and decisions make it, and can be made again from them."""

from pathlib import Path

import pytest
from django.core.management import call_command

from tests.builders import make_event
from tests.ingestion.plain_reading import plain_reading
from tradewatch.ingestion import runs
from tradewatch.ingestion.reference import load_reference
from tradewatch.records.models import Event, Mention

pytestmark = pytest.mark.django_db


def test_a_row_that_was_tampered_with_is_found_and_made_true_again(capsys: pytest.CaptureFixture[str]) -> None:
    event = make_event()
    call_command("rebuild", "--check")
    assert "1 events and 0 positions are what the fold makes them" in capsys.readouterr().out
    Event.objects.filter(pk=event.pk).update(date="2025-01-01")
    with pytest.raises(SystemExit) as ended:
        call_command("rebuild", "--check")
    assert ended.value.code == 1
    assert f"event {event.pk}: date" in capsys.readouterr().out
    call_command("rebuild")
    call_command("rebuild", "--check")
    event.refresh_from_db()
    assert event.date == "2025-04-11"


def test_a_mention_that_lost_its_place_is_put_back() -> None:
    event = make_event()
    Mention.objects.update(event=None)
    call_command("rebuild")
    assert event.mentions.count() == 1
    call_command("rebuild", "--check")


def test_diff_tells_what_grouping_anew_would_change_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load_reference()
    monkeypatch.setattr(runs, "read_page", plain_reading)
    (tmp_path / "a.txt").write_text("China raises its tariff to 125% on 2025-04-11.")
    runs.ingest([str(tmp_path)])
    call_command("rebuild", "--diff")
    assert "gives the same events" in capsys.readouterr().out
    (other,) = make_event(title="").mentions.all()
    call_command("rebuild", "--diff")
    told = capsys.readouterr().out
    assert "would be one" in told
    other.refresh_from_db()
    assert Event.objects.count() == 2
