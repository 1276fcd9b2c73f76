"""Decisions in words, seen from the event that they are told with."""

import pytest
from django.contrib.auth.models import User

from tests.builders import make_event
from tradewatch.records.models import Decision
from tradewatch.review import acts, arrangement
from tradewatch.review.history import entries_of
from tradewatch.review.sentences import what_was_done
from tradewatch.vocabulary import LinkType, Verb

pytestmark = pytest.mark.django_db


def test_a_merger_is_told_from_both_ends(editor: User) -> None:
    one, other = make_event(), make_event()
    decision = arrangement.merge(other, into=one, by=editor)
    assert what_was_done(decision, one.pk) == f"Merged event {other.pk} into this event"
    assert what_was_done(decision, other.pk) == f"Merged this event into event {one.pk}"
    assert what_was_done(decision) == f"Merged event {other.pk} into event {one.pk}"
    undone = acts.undo(decision, by=editor)
    assert what_was_done(undone, one.pk) == f"Undid: merged event {other.pk} into this event"


def test_a_split_and_a_move_are_told_from_both_ends(editor: User) -> None:
    event, other = make_event(accounts=[{}, {}]), make_event()
    new = arrangement.split(event, [event.mentions.order_by("pk")[0]], by=editor)
    split = Decision.objects.get(verb=Verb.SPLIT)
    assert what_was_done(split, event.pk) == f"Split event {new.pk} off"
    assert what_was_done(split, new.pk) == f"Split off from event {event.pk}"
    move = arrangement.move(event.mentions.get(), to=other, by=editor)
    assert what_was_done(move, event.pk) == f"Moved an account to event {other.pk}"
    assert what_was_done(move, other.pk) == f"Moved an account here from event {event.pk}"


def test_a_link_is_told_with_its_words_or_as_an_inference(editor: User) -> None:
    one, other = make_event(), make_event()
    quoted = arrangement.link(one, other, LinkType.RESPONDS_TO, by=editor, quote="in answer to")
    inferred = arrangement.link(one, other, LinkType.FOLLOWS, by=editor)
    assert (
        what_was_done(quoted, one.pk) == f"Linked: this event responds to event {other.pk}, in the words “in answer to”"
    )
    assert what_was_done(inferred, other.pk) == f"Linked: event {one.pk} follows this event, inferred"
    gone = arrangement.unlink(one, other, LinkType.FOLLOWS, by=editor)
    assert what_was_done(gone, one.pk) == f"Took off the link: this event follows event {other.pk}"


def test_the_history_shows_the_words_that_were_taken_away(editor: User) -> None:
    event = make_event(accounts=[{}, {}])
    passage = event.mentions.order_by("pk")[0].passages.get()
    arrangement.remove_passage(passage, by=editor)
    entry = entries_of(event)[0]
    assert (entry.what, entry.before, entry.after) == ("Took a quote away", f"“{passage.quote}”", "")


def test_every_verb_has_its_sentence(editor: User) -> None:
    event = make_event()
    for verb in Verb:
        decision = Decision(verb=verb.value, by=editor, event=event, other=event, field="date")
        assert what_was_done(decision, event.pk)[0].isupper()
