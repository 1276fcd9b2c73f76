"""When a text changes, its words keep their events, and what editors decided about them holds."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from tests.ingestion.plain_reading import plain_reading
from tradewatch.ingestion import runs
from tradewatch.ingestion.reference import load_reference
from tradewatch.ingestion.report import Report
from tradewatch.records.folding import check
from tradewatch.records.models import DocumentVersion, Event, Mention, Passage
from tradewatch.review import acts, arrangement

pytestmark = pytest.mark.django_db

FIRST = "China raises its tariff to 84% on 2025-04-09, a day late."
SECOND = "China raises its tariff to 125% on 2025-04-11."
AGAIN = "China raises its tariff to 125% on 2025-04-11, it is said again."
MORE = "Traders were not surprised."
Write = Callable[..., Report]


@pytest.fixture(autouse=True)
def plainly(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    load_reference()
    monkeypatch.setattr(runs, "read_page", plain_reading)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write the paragraphs to a file, ingest it, and see that the record is what its fold makes it."""

    def write_and_ingest(*paragraphs: str, name: str = "a.txt") -> Report:
        (tmp_path / name).write_text("\n\n".join(paragraphs))
        report = runs.ingest([str(tmp_path / name)])
        assert report.faults == []
        assert check() == []
        return report

    return write_and_ingest


def event_of(rate: int) -> Event:
    return Event.objects.get(measures__high=rate)


def shown(event: Event) -> list[str]:
    """The words that a reader sees, each of which stands where its passage says."""
    passages = Passage.objects.filter(mention__event=event, shown=True).select_related("version").order_by("start")
    assert all(passage.version.text[passage.start : passage.end] == passage.quote for passage in passages)
    return [passage.quote for passage in passages]


def test_words_move_with_their_event_and_nothing_earlier_is_overwritten(write: Write) -> None:
    write(FIRST, SECOND)
    numbers = {event_of(84).pk, event_of(125).pk}
    before = {passage.pk: (passage.start, passage.quote) for passage in Passage.objects.all()}
    report = write("A correction stands first.", SECOND, MORE, FIRST)
    assert (report.new, len(report.new_versions)) == (set(), 1)
    assert {event_of(84).pk, event_of(125).pk} == numbers
    assert shown(event_of(125)) == [SECOND]
    assert {key: (p.start, p.quote) for key, p in Passage.objects.in_bulk(list(before)).items()} == before
    assert [version.number for version in DocumentVersion.objects.order_by("number")] == [1, 2]


def test_words_that_an_editor_added_go_on_counting_in_the_next_version(write: Write, editor: User) -> None:
    write(SECOND, MORE)
    mention, version = event_of(125).mentions.get(), DocumentVersion.objects.get()
    start = version.text.index(MORE)
    arrangement.add_passage(mention, version, start, start + len(MORE), by=editor, because="It belongs here.")
    for lead in ("Corrected.", "Corrected once more."):
        write(lead, SECOND, MORE)
        assert shown(event_of(125)) == [SECOND, MORE]


def test_words_that_an_editor_took_away_stay_away_in_the_next_version(write: Write, editor: User) -> None:
    write(SECOND, AGAIN)
    assert shown(event_of(125)) == [SECOND, AGAIN]
    arrangement.remove_passage(Passage.objects.get(quote=AGAIN), by=editor, because="Hearsay.")
    for lead in ("Corrected.", "Corrected once more."):
        write(lead, SECOND, AGAIN)
        assert shown(event_of(125)) == [SECOND]


def test_an_event_whose_words_come_back_after_a_version_without_them_has_its_number_and_its_decisions(
    write: Write, editor: User
) -> None:
    write(FIRST, SECOND)
    event = event_of(125)
    acts.correct(event, "date", "2025-04-10", by=editor, because="The announcement.")
    write(FIRST)
    event.refresh_from_db()
    assert event.sources == 0
    write("They are back.", FIRST, SECOND)
    event.refresh_from_db()
    assert (event.sources, event.date) == (1, "2025-04-10")
    assert Event.objects.count() == 2


def test_an_event_that_an_editor_made_from_words_keeps_them(write: Write, editor: User) -> None:
    write(SECOND, MORE)
    version = DocumentVersion.objects.get()
    start = version.text.index(MORE)
    values = {"kind": "talks", "action": "hold", "status": "occurred", "side": "both", "date": "2025-04-10"}
    made = arrangement.create(version, start, start + len(MORE), values, by=editor)
    report = write("Corrected.", SECOND, MORE)
    assert report.changed == set()
    assert shown(made) == [MORE]


def test_a_mention_of_two_passages_that_are_told_apart_later_keeps_its_place(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = AGAIN.replace("2025-04-11", "2025-04-13")
    write(other, SECOND)  # the second of the two becomes a mention with its place
    write(AGAIN, SECOND)  # now both are one event's
    report = write(other, SECOND)
    assert report.refused == []
    assert Mention.objects.filter(event__review_state__in=["unchecked", "doubted"]).count() == 2


def test_two_reports_are_one_event_even_where_an_editor_gave_it_another_kind(write: Write, editor: User) -> None:
    write(SECOND)
    event = event_of(125)
    acts.correct(event, "kind", "agreement", by=editor, because="As I see it.")
    report = write(SECOND, MORE, name="b.txt")
    assert (report.new, report.joined) == (set(), {event.pk})


def test_a_second_wording_of_one_address_in_one_run_is_told_and_set_aside_every_time(tmp_path: Path) -> None:
    for name, text in (("a.md", SECOND), ("b.md", AGAIN)):
        (tmp_path / name).write_text(f"---\nsource_url: https://wire.example/1\n---\n{text}\n")
    first = runs.ingest([str(tmp_path)])
    assert len(first.warnings) == 1
    assert "https://wire.example/1" in first.warnings[0][1]
    second = runs.ingest([str(tmp_path)])
    assert (second.articles, second.warnings) == (0, first.warnings)
    assert DocumentVersion.objects.count() == 1
    assert check() == []


def test_a_file_under_which_the_program_breaks_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(*arguments: object) -> object:
        if "odd" in arguments[0].text:  # type: ignore[attr-defined]
            raise KeyError("odd")
        return plain_reading(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(runs, "read_page", breaking)
    for name, text in (("a.txt", "Something odd."), ("b.txt", SECOND)):
        (tmp_path / name).write_text(text)
    report = runs.ingest([str(tmp_path)])
    ((path, why),) = report.refused
    assert path.endswith("a.txt")
    assert "a fault of the program, not of the text (KeyError" in why
    assert report.articles == 1
