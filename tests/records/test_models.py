"""What the database itself refuses."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.builders import make_actor, make_document, make_event, make_run
from tradewatch.records.models import Alias, Decision, DocumentVersion, Event, EventLink, Measure, Passage, Role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("column", "value", "promise"),
    [
        ("kind", "war", "an_event_has_a_known_kind"),
        ("action", "shout", "an_event_has_a_known_action"),
        ("status", "perhaps", "an_event_has_a_known_status"),
        ("side", "mars", "an_event_has_a_known_side"),
        ("confidence", 1.5, "an_events_confidence_is_a_share"),
        ("latest", date(2025, 1, 1), "an_event_does_not_end_before_it_begins"),
        ("review_state", "merged", "merged_means_merged_into_one"),
    ],
)
def test_an_event_row_keeps_the_codebooks_promises(column: str, value: object, promise: str) -> None:
    event = make_event()
    with pytest.raises(IntegrityError, match=promise), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**{column: value})


def test_an_event_is_not_merged_into_itself() -> None:
    event = make_event()
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(review_state="merged", merged_into=event)


def test_a_link_is_quoted_or_said_to_be_inferred() -> None:
    one, other = make_event(), make_event()
    with pytest.raises(IntegrityError, match="a_link_is_quoted_or_inferred"), transaction.atomic():
        EventLink.objects.create(source=one, target=other, type="follows", quote="", inferred=False)
    with pytest.raises(IntegrityError, match="an_event_does_not_link_to_itself"), transaction.atomic():
        EventLink.objects.create(source=one, target=one, type="follows")


def test_a_measure_has_a_figure() -> None:
    event = make_event()
    with pytest.raises(IntegrityError, match="a_measure_has_a_figure"), transaction.atomic():
        Measure.objects.create(event=event, ordinal=9, kind="rate", unit="percent")


def test_a_decision_is_somebodys_and_about_one_thing(editor: User) -> None:
    event = make_event()
    for wrong in (
        {"event": event},
        {"by": editor, "run": make_run(), "event": event},
        {"by": editor},
        {"by": editor, "event": event, "verb": "undo"},
        {"by": editor, "event": event, "verb": "ponder"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Decision.objects.create(**{"at": timezone.now(), "verb": "accept", **wrong})


def test_a_passage_carries_words_of_a_mention_or_a_position() -> None:
    version = make_document()
    with pytest.raises(IntegrityError, match="a_passage_carries_a_mention_or_a_position"), transaction.atomic():
        Passage.objects.create(version=version, start=0, end=5, quote="China", run=make_run())


def test_a_text_has_one_version_and_versions_are_numbered_once() -> None:
    version = make_document()
    same = {
        "document": version.document,
        "text": version.text,
        "in_scope": True,
        "genre": "news",
        "first_run": make_run(),
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        DocumentVersion.objects.create(**same, number=2, digest=version.digest)
    with pytest.raises(IntegrityError), transaction.atomic():
        DocumentVersion.objects.create(**same, number=1, digest="other")


def test_an_actor_has_a_name_once_and_no_role_that_ends_before_it_starts() -> None:
    actor = make_actor("he-lifeng", side="china")
    Alias.objects.create(actor=actor, text="He Lifeng")
    with pytest.raises(IntegrityError), transaction.atomic():
        Alias.objects.create(actor=actor, text="He Lifeng")
    with pytest.raises(IntegrityError), transaction.atomic():
        Role.objects.create(actor=actor, title="Vice premier", start=date(2025, 1, 2), end=date(2025, 1, 1))


def test_what_was_said_and_decided_is_never_rewritten(editor: User) -> None:
    """The tables of evidence and decisions refuse changes to their words, whoever asks."""
    from tradewatch.review import acts

    event = make_event()
    acts.accept(event, by=editor)
    passage = Passage.objects.get(mention__event=event)
    for rows, change in (
        (Decision.objects.all(), {"because": "something else"}),
        (Passage.objects.filter(pk=passage.pk), {"quote": "other words"}),
        (DocumentVersion.objects.filter(pk=passage.version_id), {"text": "another text"}),
        (event.mentions.get().readings.all(), {"values": {}}),
        (event.mentions.get().groupings.all(), {"because": "no reason"}),
    ):
        with pytest.raises(IntegrityError, match="never change"), transaction.atomic():
            rows.update(**change)
