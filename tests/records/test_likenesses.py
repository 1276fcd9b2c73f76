"""Events that may be one: each waits with the reason, as long as both stand on the timeline and nobody told them apart."""

import pytest
from django.contrib.auth.models import User

from tests.builders import make_event, make_run
from tradewatch.records.decisions import decide
from tradewatch.records.folding import check, refold
from tradewatch.records.likenesses import likened_to
from tradewatch.records.models import Decision, Event, EventLikeness
from tradewatch.vocabulary import Verb

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> tuple[Event, Event]:
    one, other = make_event(), make_event()
    EventLikeness.objects.create(one=one, other=other, weight=0.55, because="both raise", run=make_run())
    refold([one.pk, other.pk])
    return one, other


def likened(event: Event) -> list[str]:
    event.refresh_from_db()
    return [reason["of"] for reason in event.queue_reasons if reason["code"] == "duplicate"]


def undo(decision: Decision, by: User) -> None:
    decide(Verb.UNDO, event=decision.event, other=decision.other, undoes=decision, by=by)


def test_each_names_the_other(pair: tuple[Event, Event]) -> None:
    one, other = pair
    assert (likened(one), likened(other)) == ([str(other.pk)], [str(one.pk)])
    assert likened_to([one.pk]) == {other.pk}
    assert likened_to([]) == set()


@pytest.mark.parametrize("verb", [Verb.REJECT, Verb.MERGE, Verb.NOT_DUPLICATE])
def test_nothing_is_like_what_left_the_timeline_or_was_told_apart_until_that_is_undone(
    pair: tuple[Event, Event], editor: User, verb: Verb
) -> None:
    one, other = pair
    if verb == Verb.REJECT:
        decision = decide(verb, event=other, by=editor, because="Told in error.")
    else:
        decision = decide(verb, event=one, other=other, mentions=list(other.mentions.all()), by=editor)
    assert likened(one) == []
    assert check() == []
    undo(decision, editor)
    assert (likened(one), likened(other)) == ([str(other.pk)], [str(one.pk)])
    assert check() == []
