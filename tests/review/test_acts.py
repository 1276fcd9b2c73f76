"""What editors can do with an event, and what stays true whatever they do."""

import pytest
from django.contrib.auth.models import User

from tests.builders import TARIFF, add_mention, make_actor, make_document, make_event, make_position, make_run
from tradewatch.records.folding import check, refold
from tradewatch.records.folding_positions import check_positions
from tradewatch.records.models import Decision, Event, Mention, Reading
from tradewatch.review import acts, arrangement
from tradewatch.review.policies import NotAllowed
from tradewatch.vocabulary import LinkType, ReviewState, Verb

pytestmark = pytest.mark.django_db


def fresh(event: Event) -> Event:
    return Event.objects.get(pk=event.pk)


def test_a_correction_stands_after_a_later_reading_says_otherwise(editor: User) -> None:
    event = make_event()
    acts.correct(event, "date", "2025-04-10", by=editor, because="The post is of the tenth.")
    mention = event.mentions.get()
    reading = Reading.objects.get(mention=mention)
    values = {**reading.values, "date": "2025-04-12"}
    Reading.objects.create(mention=mention, run=make_run(), version=reading.version, values=values, confidence=0.9)
    changes = refold([event.pk])
    assert fresh(event).date == "2025-04-10"
    assert changes.left_as_decided == {event.pk}
    assert [reason["code"] for reason in fresh(event).queue_reasons if reason["code"] == "new_reading"]
    assert check() == []


def test_accept_decides_every_field_as_it_stood(editor: User) -> None:
    event = make_event()
    decision = acts.accept(event, by=editor)
    assert decision.details["fields"]["date"] == "2025-04-11"
    assert fresh(event).review_state == ReviewState.ACCEPTED


def test_a_rejection_needs_a_reason_and_is_remembered_with_it(editor: User) -> None:
    event = make_event()
    with pytest.raises(acts.BadValue):
        acts.reject(event, by=editor, because=" ")
    acts.reject(event, by=editor, because="It happened in 2018.")
    assert (fresh(event).review_state, fresh(event).state_reason) == ("rejected", "It happened in 2018.")


def test_undo_takes_back_any_decision_and_undoing_the_undo_gives_it_again(editor: User) -> None:
    event = make_event()
    first = acts.correct(event, "action", "impose", by=editor, because="")
    acts.correct(fresh(event), "date", "2025-04-10", by=editor, because="")
    undone = acts.undo(first, by=editor)
    assert (fresh(event).action, fresh(event).date) == ("raise", "2025-04-10")
    acts.undo(undone, by=editor)
    assert fresh(event).action == "impose"
    with pytest.raises(NotAllowed, match="undone already"):
        acts.undo(undone, by=editor)
    assert check() == []


def test_several_corrections_of_one_form_are_undone_together(editor: User) -> None:
    event = make_event()
    made = acts.save(event, {"kind": "agreement", "action": "agree"}, version=event.version, by=editor, because="")
    assert (fresh(event).kind, fresh(event).action) == ("agreement", "agree")
    acts.undo(made[0], by=editor)
    assert (fresh(event).kind, fresh(event).action) == ("tariff", "raise")


def test_a_form_that_is_out_of_date_changes_nothing(editor: User, second_editor: User) -> None:
    event = make_event()
    acts.save(event, {"date": "2025-04-10"}, version=event.version, by=editor, because="")
    with pytest.raises(acts.Conflict) as conflict:
        acts.save(event, {"date": "2025-04-09"}, version=event.version, by=second_editor, because="")
    assert conflict.value.target.date == "2025-04-10"
    assert fresh(event).date == "2025-04-10"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "war"),
        ("date", "2025-02-30"),
        ("date", "yesterday"),
        ("actors", ["nobody-known"]),
        ("measures", [{"kind": "rate", "unit": "percent", "low": None, "high": None}]),
        ("measures", [{"kind": "rate", "unit": "percent", "low": 20, "high": 10}]),
        ("title", ""),
        ("title", "x" * 301),
        ("summary", "a\x00b"),
        ("confidence", 1),
    ],
)
def test_a_value_that_a_field_cannot_take_is_refused_with_its_name(editor: User, field: str, value: object) -> None:
    event = make_event()
    with pytest.raises(acts.BadValue) as refused:
        acts.correct(event, field, value, by=editor, because="")
    assert refused.value.field == field
    assert not Decision.objects.exists()


def test_analysts_decide_nothing(analyst: User) -> None:
    event = make_event()
    with pytest.raises(NotAllowed, match="Only editors"):
        acts.accept(event, by=analyst)


def test_a_merger_moves_the_mentions_and_can_be_undone(editor: User) -> None:
    one, other = make_event(), make_event(date="2025-04-12")
    decision = arrangement.merge(other, into=one, by=editor)
    assert fresh(other).review_state == ReviewState.MERGED
    assert fresh(other).merged_into == one
    assert fresh(one).sources == 2
    late = make_event_mention(other)
    assert late.event_id == one.pk
    acts.undo(decision, by=editor)
    assert fresh(other).review_state != ReviewState.MERGED
    assert fresh(one).sources == 1
    assert fresh(other).sources == 2
    assert check() == []


def test_an_event_that_was_merged_before_leads_on_with_the_one_that_took_it_in(editor: User) -> None:
    first, second, third = make_event(), make_event(), make_event()
    arrangement.merge(first, into=second, by=editor)
    later = arrangement.merge(second, into=third, by=editor)
    assert (fresh(first).merged_into, check()) == (third, [])
    acts.undo(later, by=editor)
    assert (fresh(first).merged_into, check()) == (second, [])


def make_event_mention(event: Event) -> Mention:
    mention = add_mention(event, make_document(), TARIFF)
    mention.refresh_from_db()
    return mention


def test_split_makes_an_event_with_a_number_of_its_own(editor: User) -> None:
    event = make_event(accounts=[{}, {"date": "2025-04-12", "title": "China's tariff takes effect"}])
    second = event.mentions.order_by("-pk")[0]
    new = arrangement.split(event, [second], by=editor)
    assert new.pk != event.pk
    assert new.date == "2025-04-12"
    assert fresh(event).sources == 1
    acts.undo(Decision.objects.get(verb=Verb.SPLIT), by=editor)
    assert fresh(event).sources == 2
    assert fresh(new).review_state == ReviewState.WITHDRAWN
    assert check() == []


def test_an_account_that_an_editor_made_keeps_what_they_said_when_it_is_split_off_again(editor: User) -> None:
    version = make_document("Trade talks took place in Madrid.")
    values = {"kind": "talks", "action": "hold", "status": "occurred", "side": "both", "date": "2025-09-14"}
    made, event = arrangement.create(version, 0, 12, values, by=editor), make_event()
    arrangement.merge(made, into=event, by=editor)
    new = arrangement.split(event, list(event.mentions.filter(document=version.document)), by=editor)
    assert (new.kind, new.action, new.date, new.sources) == ("talks", "hold", "2025-09-14", 1)
    assert (fresh(event).kind, check()) == ("tariff", [])


def test_what_a_later_decision_rests_on_cannot_be_undone_first(editor: User) -> None:
    event = make_event(accounts=[{}, {}])
    new = arrangement.split(event, [event.mentions.order_by("-pk")[0]], by=editor)
    acts.accept(new, by=editor)
    with pytest.raises(NotAllowed, match="rests on it"):
        acts.undo(Decision.objects.get(verb=Verb.SPLIT), by=editor)


def test_a_new_event_from_a_passage_keeps_its_words(editor: User) -> None:
    version = make_document("Trade talks took place in Madrid.")
    values = {"kind": "talks", "action": "hold", "status": "occurred", "side": "both", "date": "2025-09-14"}
    event = arrangement.create(version, 0, 12, values, by=editor, because="Missed by the rules.")
    assert event.mentions.get().passages.get().quote == "Trade talks "
    assert (event.kind, event.sources, event.review_state) == ("talks", 1, "unchecked")
    assert check() == []


def test_a_link_without_a_quote_is_an_inference(editor: User) -> None:
    one, other = make_event(), make_event(side="us", date="2025-04-09")
    arrangement.link(one, other, LinkType.RESPONDS_TO, by=editor)
    assert one.links.get().inferred
    arrangement.unlink(one, other, LinkType.RESPONDS_TO, by=editor)
    assert not one.links.exists()
    assert check() == []


def test_removed_words_no_longer_carry_the_event(editor: User) -> None:
    event = make_event(accounts=[{}, {}])
    passage = event.mentions.first().passages.get()  # type: ignore[union-attr]
    arrangement.remove_passage(passage, by=editor, because="It is about another tariff.")
    assert fresh(event).sources == 1
    assert check() == []


def test_added_words_carry_the_event_until_the_addition_is_undone(editor: User) -> None:
    version = make_document("China raised its tariff. It will apply from Saturday.")
    event = make_event(version=version, quote="China raised its tariff.")
    decision = arrangement.add_passage(event.mentions.get(), version, 25, 53, by=editor)
    assert [passage.quote for passage in event.mentions.get().passages.filter(shown=True)] == [
        "China raised its tariff.",
        "It will apply from Saturday.",
    ]
    acts.undo(decision, by=editor)
    assert [passage.quote for passage in event.mentions.get().passages.filter(shown=True)] == [
        "China raised its tariff."
    ]
    assert check() == []


def test_words_taken_away_stay_away_after_a_merger(editor: User) -> None:
    one, other = make_event(), make_event(accounts=[{}, {}], date="2025-04-12")
    passage = other.mentions.order_by("pk")[0].passages.get()
    arrangement.remove_passage(passage, by=editor)
    arrangement.merge(fresh(other), into=one, by=editor)
    passage.refresh_from_db()
    assert not passage.shown
    assert fresh(one).sources == 2
    assert check() == []


def test_a_note_is_kept_and_resolved_by_decisions(editor: User) -> None:
    event = make_event()
    note = acts.annotate(event, "Is it **125** or 145?", by=editor, tags=["Figure", "figure", ""])
    assert note.tags == ["figure"]
    acts.resolve(note, by=editor)
    note.refresh_from_db()
    assert note.resolved


def test_a_position_is_accepted_corrected_rejected_and_undone_like_an_event(editor: User) -> None:
    position = make_position()
    make_actor("china")
    corrected = acts.correct(position, "speaker", "china", by=editor, because="The state council said it.")
    position.refresh_from_db()
    assert position.speaker is not None
    assert position.speaker.slug == "china"
    acts.undo(corrected, by=editor)
    position.refresh_from_db()
    assert position.speaker is not None
    assert position.speaker.slug == "mofcom"
    acts.reject(position, by=editor, because="No statement.")
    position.refresh_from_db()
    assert position.review_state == ReviewState.REJECTED
    acts.restore(position, by=editor)
    acts.accept(position, by=editor)
    assert check_positions() == []
