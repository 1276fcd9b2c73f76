"""Merging two events: who stays, what is chosen field by field, where the links go, and that one undo takes it apart."""

import pytest
from django.contrib.auth.models import User

from tests.builders import make_event
from tradewatch.records.folding import check
from tradewatch.records.models import Decision, Event
from tradewatch.review import acts, arrangement
from tradewatch.review.mergers import merge_with_choices, survivor_and_loser
from tradewatch.review.policies import NotAllowed
from tradewatch.review.preview import chosen_values, preview_of
from tradewatch.vocabulary import LinkType, ReviewState

pytestmark = pytest.mark.django_db


def fresh(event: Event) -> Event:
    return Event.objects.get(pk=event.pk)


def merged(loser: Event, into: Event, by: User, **choices: str) -> Decision:
    loser, into = fresh(loser), fresh(into)
    return merge_with_choices(
        loser,
        into=into,
        chosen=chosen_values(loser, into, choices),
        versions=(loser.version, into.version),
        by=by,
        because="The same act.",
    )


def test_the_accepted_event_keeps_its_number_else_the_older(editor: User) -> None:
    older, newer = make_event(), make_event()
    assert survivor_and_loser(newer, older) == (older, newer)
    acts.accept(newer, by=editor)
    assert survivor_and_loser(older, fresh(newer)) == (newer, older)


def test_the_preview_says_what_the_merger_then_makes(editor: User) -> None:
    one = make_event(actors=["china"], issues=["soybeans"])
    other = make_event(actors=["united-states"], date="2025-04-12", effective="2025-04-14")
    preview = preview_of(other, one)
    said = {row.name: sorted(row.result.words.split(", ")) for row in preview.rows}
    merged(other, one, editor)
    after = preview_of(make_event(date="2020-01-01"), fresh(one))
    assert {row.name: sorted(row.survivor.words.split(", ")) for row in after.rows} == said
    assert fresh(one).sources == preview.documents == 2


def test_a_chosen_value_stands_after_the_merger_and_is_undone_with_it(editor: User) -> None:
    one, other = make_event(date="2025-04-11"), make_event(date="2025-04-12", effective="")
    decision = merged(other, one, editor, date="merged", actors="stays")
    assert fresh(one).date == "2025-04-12"
    assert [row.verb for row in Decision.objects.all()] == ["merge", "correct"]
    acts.undo(decision, by=editor)
    assert fresh(one).date == "2025-04-11"
    assert fresh(other).review_state != ReviewState.MERGED
    assert check() == []


def test_links_of_the_merged_event_go_along_and_come_back(editor: User) -> None:
    one, other, earlier, later = (make_event(date=f"2025-04-{day}") for day in ("11", "12", "01", "20"))
    arrangement.link(other, earlier, LinkType.RESPONDS_TO, by=editor, quote="in answer to")
    arrangement.link(later, other, LinkType.EXTENDS, by=editor)
    decision = merged(other, one, editor)
    assert [(row.target, row.quote) for row in fresh(one).links.all()] == [(earlier, "in answer to")]
    assert one in [row.target for row in fresh(later).links.all()]
    acts.undo(decision, by=editor)
    assert not fresh(one).links.exists()
    assert [row.target for row in fresh(later).links.all()] == [other]
    assert check() == []


def test_a_merger_over_a_stale_preview_is_refused(editor: User) -> None:
    one, other = make_event(), make_event()
    acts.correct(one, "status", "planned", by=editor, because="It says will.")
    with pytest.raises(acts.Conflict):
        merge_with_choices(other, into=one, chosen={}, versions=(other.version, one.version), by=editor)
    assert fresh(other).review_state != ReviewState.MERGED


def test_an_unrelated_later_merger_does_not_stand_in_the_way_of_undo(editor: User) -> None:
    one, other, third = make_event(), make_event(), make_event()
    first = merged(other, one, editor)
    merged(third, one, editor)
    acts.undo(first, by=editor)
    assert fresh(other).sources == 1
    assert fresh(one).sources == 2
    assert check() == []


def test_a_merger_cannot_be_undone_before_the_one_that_took_it_further(editor: User) -> None:
    one, other, third = make_event(), make_event(), make_event()
    first = merged(other, one, editor)
    merged(one, third, editor)
    with pytest.raises(NotAllowed, match="Undo what rests on it first: mira merged it"):
        acts.undo(first, by=editor)
