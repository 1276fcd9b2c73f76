"""What waits, and in which order."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from tests.builders import make_event, make_run
from tradewatch.records.folding import refold
from tradewatch.records.models import Event, Reading
from tradewatch.review import acts
from tradewatch.review.queue import SHOWN, in_order, last_decision_of, next_of, numbers_of, progress_on, queue_of
from tradewatch.review.shelves import EVENTS

TALKS: dict[str, Any] = {"kind": "talks", "action": "hold", "measures": [], "title": "They meet"}


def reread(event: Event, **values: Any) -> None:
    """A later run reads the event's first mention otherwise."""
    reading = Reading.objects.filter(mention__event=event).latest("pk")
    Reading.objects.create(
        mention=reading.mention,
        run=make_run(),
        version=reading.version,
        values={**reading.values, **values},
        confidence=reading.confidence,
    )
    refold([event.pk])


@pytest.mark.django_db
def test_rates_come_first_then_doubt_then_disagreement_then_the_rest() -> None:
    plain = make_event(**TALKS)
    disagreed = make_event(accounts=[{**TALKS, "date": "2025-05-10"}, {**TALKS, "date": "2025-05-14"}])
    doubtful = make_event(**TALKS, confidence=0.3)
    rate = make_event()
    both = make_event(confidence=0.2)
    order = list(in_order(EVENTS.waiting()).values_list("pk", flat=True))
    assert order == [both.pk, rate.pk, doubtful.pk, disagreed.pk, plain.pk]


@pytest.mark.django_db
def test_of_two_with_the_same_reasons_the_less_certain_comes_first() -> None:
    sure, unsure = make_event(confidence=0.9), make_event(confidence=0.6)
    assert list(in_order(EVENTS.waiting()).values_list("pk", flat=True)) == [unsure.pk, sure.pk]


@pytest.mark.django_db
def test_a_checked_event_waits_again_when_the_machine_reads_it_otherwise(editor: User) -> None:
    event = make_event(**TALKS)
    acts.accept(event, by=editor)
    assert not EVENTS.waiting().exists()
    reread(event, date="2025-05-11")
    assert [reason["code"] for reason in EVENTS.waiting().get().queue_reasons] == ["new_reading"]


@pytest.mark.django_db
def test_words_of_a_text_cannot_push_an_event_up_the_queue() -> None:
    sly = make_event(**TALKS)
    Event.objects.filter(pk=sly.pk).update(queue_reasons=[{"code": "other", "said": '"code": "rate"'}])
    rate = make_event()
    assert in_order(EVENTS.waiting()).values_list("pk", flat=True).first() == rate.pk


@pytest.mark.parametrize(
    ("here", "following"),
    [(1, 2), (2, 3), (3, 1), (9, 1), (None, 1)],
)
def test_after_the_last_comes_the_first_again(here: int | None, following: int) -> None:
    assert next_of([1, 2, 3], here) == following


def test_after_the_only_one_comes_nothing() -> None:
    assert next_of([7], 7) is None
    assert next_of([], None) is None


@pytest.mark.django_db
def test_a_long_queue_shows_a_part_with_the_open_item_in_it() -> None:
    made = [make_event(**TALKS) for _ in range(SHOWN + 5)]
    last = queue_of(EVENTS, EVENTS.waiting(), order="oldest", here=made[-1].pk)
    assert (len(last.rows), last.first_shown, last.after_the_shown) == (SHOWN, 5, 0)
    assert made[-1].pk in [row.pk for row in last.rows]
    assert (last.previous, last.next) == (made[-2].pk, made[0].pk)


@pytest.mark.django_db
def test_progress_counts_todays_items_once_and_not_what_was_undone(editor: User) -> None:
    one, other, taken_back = (make_event(**TALKS) for _ in range(3))
    acts.accept(one, by=editor)
    acts.reject(other, by=editor, because="No act.")
    acts.undo(acts.accept(taken_back, by=editor), by=editor)
    done = progress_on(EVENTS, waiting=1)
    assert (done.done, done.waiting, done.total) == (2, 1, 3)


@pytest.mark.django_db
def test_what_was_done_days_ago_is_neither_counted_nor_one_key_away(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    event, today = make_event(), timezone.now()
    monkeypatch.setattr("django.utils.timezone.now", lambda: today - timedelta(days=2))
    acts.accept(event, by=editor)
    monkeypatch.undo()
    assert progress_on(EVENTS, waiting=0).done == 0
    assert last_decision_of(editor) is None


@pytest.mark.django_db
def test_a_part_of_the_queue_is_sorted_once_as_long_as_nothing_is_written(
    editor: User, django_assert_num_queries: Any
) -> None:
    rate, plain = make_event(), make_event(**TALKS)
    assert list(numbers_of(EVENTS.waiting(), "consequence", name="events")) == [rate.pk, plain.pk]
    with django_assert_num_queries(1):  # the version
        assert list(numbers_of(EVENTS.waiting(), "consequence", name="events")) == [rate.pk, plain.pk]
    assert list(numbers_of(EVENTS.waiting(), "oldest", name="events")) == [rate.pk, plain.pk]
    assert list(numbers_of(EVENTS.waiting().filter(kind="talks"), "consequence", name="events?kind=talks")) == [
        plain.pk
    ]
    acts.accept(rate, by=editor)
    assert list(numbers_of(EVENTS.waiting(), "consequence", name="events")) == [plain.pk]
