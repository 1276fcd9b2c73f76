"""Links that texts state, settled among all events: in any order, never guessed, and never against an editor."""

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.builders import make_user
from tradewatch.ingestion import runs
from tradewatch.ingestion.linking import links_that_change
from tradewatch.ingestion.reference import load_reference
from tradewatch.records.models import Event, EventLink, Linking
from tradewatch.review import arrangement
from tradewatch.vocabulary import LinkType

pytestmark = pytest.mark.django_db

OPENED = (
    "opened",
    "China's market regulator opened an antitrust inquiry into Qualcomm on 10 October 2025.",
    "2025-10-11",
)
CLOSED = (
    "closed",
    "China's market regulator closed its antitrust inquiry into Qualcomm on 3 November 2025.",
    "2025-11-04",
)
OTHER = ("other", "China's market regulator opened an antitrust inquiry into Google on 12 October 2025.", "2025-10-13")
TEXTS = (OPENED, CLOSED, OTHER)


@pytest.fixture(autouse=True)
def _names() -> None:
    load_reference()


def _write(folder: Path, text: Sequence[str]) -> str:
    name, words, day = text
    path = folder / f"{name}.md"
    path.write_text(f"---\ntitle: China and the United States\ndate: {day}\n---\n\n{words}\n")
    return str(path)


def _links() -> set[tuple[str, str, str]]:
    return {(link.source.title, link.type, link.target.title) for link in EventLink.objects.all()}


WITHDRAWN = (
    "China ends its antitrust inquiry into Qualcomm",
    "withdraws",
    "China opens an antitrust inquiry into Qualcomm",
)


@pytest.mark.parametrize("order", list(permutations(TEXTS)), ids=lambda _: "")
def test_a_link_leads_to_the_one_event_that_it_describes_in_whichever_order_texts_come(
    tmp_path: Path, order: Sequence[Sequence[str]]
) -> None:
    for text in order:
        runs.ingest([_write(tmp_path, text)])
    assert _links() == {WITHDRAWN}
    assert EventLink.objects.get().quote == CLOSED[1]
    assert not EventLink.objects.get().inferred
    call_command("rebuild", "--check")
    assert links_that_change() == []


def test_a_link_to_what_nobody_told_leads_nowhere(tmp_path: Path) -> None:
    runs.ingest([_write(tmp_path, CLOSED), _write(tmp_path, OTHER)])
    assert _links() == set()


def test_a_second_run_adds_nothing(tmp_path: Path) -> None:
    paths = [_write(tmp_path, text) for text in TEXTS]
    runs.ingest(paths)
    rows = Linking.objects.count()
    assert runs.ingest(paths).says_no_change
    assert Linking.objects.count() == rows


def test_a_link_that_an_editor_took_off_stays_off(tmp_path: Path) -> None:
    runs.ingest([_write(tmp_path, OPENED), _write(tmp_path, CLOSED)])
    link = EventLink.objects.get()
    arrangement.unlink(link.source, link.target, LinkType(link.type), by=make_user("ada"))
    assert _links() == set()
    again = ("again", "China dropped its antitrust inquiry into Qualcomm on 3 November 2025.", "2025-11-05")
    runs.ingest([_write(tmp_path, again), _write(tmp_path, OTHER)])
    assert _links() == set()
    call_command("rebuild", "--check")


def test_a_link_goes_along_with_the_event_that_it_leads_to(tmp_path: Path) -> None:
    runs.ingest([_write(tmp_path, text) for text in TEXTS])
    link = EventLink.objects.get()
    other = Event.objects.get(title="China opens an antitrust inquiry into Google")
    arrangement.merge(link.target, into=other, by=make_user("ada"), because="one and the same")
    assert set(EventLink.objects.values_list("source", "target")) == {(link.source_id, other.pk)}
    call_command("rebuild", "--check")


def test_a_dry_run_tells_the_links_that_would_be_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runs.ingest([_write(tmp_path, OPENED)])
    call_command("ingest", _write(tmp_path, CLOSED), "--dry-run")
    told = next(line for line in capsys.readouterr().out.splitlines() if "linked to earlier ones" in line)
    assert "1" in told
    assert _links() == set()


def test_what_some_call_paused_and_others_dropped_is_paused(tmp_path: Path) -> None:
    begun = ("begun", "China imposed port fees on US ships on 10 October 2025.", "2025-10-11")
    paused = ("paused", "China suspended its port fees on US ships on 10 November 2025.", "2025-11-13")
    dropped = ("dropped", "China lifted its port fees on US ships on 10 November 2025.", "2025-11-12")
    runs.ingest([_write(tmp_path, text) for text in (begun, paused, dropped)])
    assert {how for _, how, target in _links() if target == "China imposes port fees on US ships"} == {"suspends"}
