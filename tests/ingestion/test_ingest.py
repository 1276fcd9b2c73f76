"""Files into the record: what a run adds, what it leaves alone, and what it says."""

import io
import sys
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from tradewatch.ingestion.inputs import known_as
from tradewatch.ingestion.reference import load_reference
from tradewatch.ingestion.report import Report
from tradewatch.ingestion.runs import ingest
from tradewatch.records.folding import check
from tradewatch.records.folding_positions import check_positions
from tradewatch.records.models import (
    Document,
    DocumentVersion,
    Event,
    Grouping,
    IngestionRun,
    Mention,
    Passage,
    Reading,
)
from tradewatch.review import acts
from tradewatch.vocabulary import ReviewState

pytestmark = pytest.mark.django_db

STORY = """China answers with a tariff of its own

By the Sample Wire trade desk

Published: 11 April 2025, 18:40 GMT

BEIJING, April 11 (Sample Wire) — China raised its tariff on goods from the United States to 125 percent on Friday, \
the State Council's tariff commission said, after Washington increased its own duties on Chinese goods.

Trade officials of the two countries met in Geneva on May 10 and 11, a later paragraph adds in error.

The commission said it would ignore further increases by the United States.
"""


@pytest.fixture(autouse=True)
def reference(db: None) -> None:
    load_reference()


def write(folder: Path, text: str = STORY, name: str = "story.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def counts() -> tuple[int, ...]:
    return tuple(
        model._default_manager.count()
        for model in (Document, DocumentVersion, Event, Mention, Passage, Reading, Grouping)
    )


def run(path: Path) -> Report:
    report = ingest([str(path)])
    assert check() == []
    assert check_positions() == []
    return report


def test_a_story_becomes_a_document_with_events_and_their_words(tmp_path: Path) -> None:
    report = run(write(tmp_path))
    assert report.articles == 1
    version = DocumentVersion.objects.get()
    assert (version.title, str(version.published)) == ("China answers with a tariff of its own", "2025-04-11")
    event = Event.objects.get(kind="tariff", side="china", action="raise")
    assert event.date == "2025-04-11"
    passage = Passage.objects.filter(mention__event=event)[0]
    assert passage.quote == version.text[passage.start : passage.end]


def test_the_same_input_twice_changes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path)
    run(path)
    before = counts()
    report = run(path)
    assert report.unchanged == [known_as(path)]
    assert report.says_no_change
    assert counts() == before


def test_the_same_text_read_again_under_other_names_adds_no_second_account(tmp_path: Path) -> None:
    from tradewatch.records.models import Actor, Alias

    path = write(tmp_path)
    run(path)
    before = counts()
    Alias.objects.create(actor=Actor.objects.get(slug="china"), text="the Middle Kingdom")
    report = run(path)
    assert report.articles == 1
    assert counts() == before


def test_a_changed_file_is_a_new_version_and_mentions_move_with_their_words(tmp_path: Path) -> None:
    path = write(tmp_path)
    run(path)
    event = Event.objects.get(kind="tariff", side="china", action="raise")
    mention = event.mentions.get()
    old_text = DocumentVersion.objects.get().text
    write(
        tmp_path,
        STORY.replace("BEIJING, April 11", "Corrected version: the headline was changed.\n\nBEIJING, April 11"),
    )
    report = run(path)
    assert len(report.new_versions) == 1
    first, second = DocumentVersion.objects.order_by("number")
    assert first.text == old_text
    assert event.mentions.get() == mention
    shown = mention.passages.get(shown=True)
    assert shown.version == second
    assert shown.quote == second.text[shown.start : shown.end]
    assert mention.passages.filter(version=first).exists()


def test_an_event_whose_words_left_the_text_is_withdrawn_and_not_deleted(tmp_path: Path) -> None:
    path = write(tmp_path)
    run(path)
    event = Event.objects.get(kind="tariff", side="china", action="raise")
    paragraphs = STORY.split("\n\n")
    write(tmp_path, "\n\n".join(part for part in paragraphs if "125 percent" not in part))
    run(path)
    event.refresh_from_db()
    assert event.review_state == ReviewState.WITHDRAWN
    assert event.state_reason
    # The words come back: so does the event, under its number.
    write(tmp_path)
    run(path)
    event.refresh_from_db()
    assert event.review_state in (ReviewState.UNCHECKED, ReviewState.DOUBTED)


def test_what_an_editor_decided_stands_after_a_third_run_and_the_run_says_so(tmp_path: Path, editor: User) -> None:
    path = write(tmp_path)
    run(path)
    run(path)
    event = Event.objects.get(kind="tariff", side="china", action="raise")
    rejected = Event.objects.exclude(pk=event.pk).first()
    assert rejected is not None
    acts.correct(event, "date", "2025-04-10", by=editor, because="")
    acts.correct(Event.objects.get(pk=event.pk), "kind", "agreement", by=editor, because="")
    acts.reject(rejected, by=editor, because="Told in error.")
    for changed in (False, True):
        if changed:
            write(tmp_path, STORY + "\nA last paragraph was added.\n")
        report = run(path)
        event.refresh_from_db()
        rejected.refresh_from_db()
        assert (event.date, event.kind, rejected.review_state) == ("2025-04-10", "agreement", "rejected")
        assert report.left_as_decided >= {event.pk, rejected.pk}


def test_two_reports_of_one_act_are_one_event_with_two_sources(tmp_path: Path) -> None:
    run(write(tmp_path))
    other = STORY.replace("China answers with a tariff of its own", "Beijing goes to 125 percent").replace(
        "Sample Wire", "Other Wire"
    )
    report = run(write(tmp_path, other, "other.txt"))
    event = Event.objects.get(kind="tariff", side="china", action="raise")
    assert event.sources == 2
    assert event.pk in report.joined


def test_what_is_refused_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "broken.txt").write_bytes("“quoted”".encode("cp1252"))
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "bad.json").write_text("{")
    report = ingest([str(tmp_path), "nowhere.txt"])
    assert report.articles == 1
    assert {Path(path).name for path, _ in report.refused} == {"broken.txt", "empty.md", "bad.json", "nowhere.txt"}


def command(*paths: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    try:
        call_command("ingest", *paths)
    except SystemExit as ended:
        return int(str(ended.code)), capsys.readouterr().out
    return 0, capsys.readouterr().out


def test_the_command_ends_with_0_when_all_was_read_and_1_when_some_was_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = command(str(write(tmp_path)), capsys=capsys)
    assert code == 0
    assert "articles read" in out
    code, out = command(str(tmp_path), "nowhere.txt", capsys=capsys)
    assert code == 1
    assert "nowhere.txt: there is no such file or folder." in out
    code, out = command(str(tmp_path), capsys=capsys)
    assert code == 0
    assert "No change" in out


def test_without_a_path_or_without_names_the_command_says_how_to_go_on(tmp_path: Path) -> None:
    from tradewatch.records.models import Actor

    with pytest.raises(CommandError):
        call_command("ingest")
    Actor.objects.all().delete()
    with pytest.raises(CommandError, match="load_reference") as ended:
        call_command("ingest", str(tmp_path))
    assert ended.value.returncode == 2


def test_a_dry_run_tells_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("ingest", str(write(tmp_path)), "--dry-run")
    assert "nothing was written" in capsys.readouterr().out
    assert not Document.objects.exists()
    assert not IngestionRun.objects.exists()


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in (STORY, STORY.replace("Friday", "Friday evening")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert ingest(["-"]).articles == 1
    # Without a name, another text is another document.
    assert Document.objects.count() == 2


def test_quiet_tells_nothing_but_what_was_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("ingest", str(write(tmp_path)), "--quiet")
    assert capsys.readouterr() == ("", "")
    with pytest.raises(SystemExit):
        call_command("ingest", "nowhere.txt", "--quiet")
    out, err = capsys.readouterr()
    assert out == ""
    assert "nowhere.txt: there is no such file or folder." in err


def test_an_article_out_of_scope_is_kept_with_the_reason_and_without_events(tmp_path: Path) -> None:
    text = "New swimming pool opens\n\nPublished: 3 May 2025\n\nThe town opened its new swimming pool on Saturday. Children cheered and the mayor jumped in first."
    report = run(write(tmp_path, text))
    assert len(report.out_of_scope) == 1
    assert not DocumentVersion.objects.get().in_scope
    assert not Event.objects.exists()
