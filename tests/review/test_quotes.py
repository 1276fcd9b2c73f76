"""The words that carry an event or a position: added, moved, taken away, given back, undone."""

import pytest
from django.contrib.auth.models import User

from tests.builders import make_document, make_event, make_position
from tradewatch.records.folding import check
from tradewatch.records.folding_positions import check_positions
from tradewatch.records.models import DocumentVersion, Event, Passage, Position
from tradewatch.review import acts, arrangement, quotes
from tradewatch.review.policies import NotAllowed
from tradewatch.vocabulary import ReviewState

pytestmark = pytest.mark.django_db

TEXT = "China raised its tariff. It will apply from Saturday. “We will fight,” it said."


@pytest.fixture
def version() -> DocumentVersion:
    return make_document(TEXT)


@pytest.fixture
def event(version: DocumentVersion) -> Event:
    return make_event(version=version, quote="China raised its tariff.")


def shown(item: Event | Position) -> list[str]:
    mine = Passage.objects.filter(shown=True)
    mine = mine.filter(mention__event=item) if isinstance(item, Event) else mine.filter(position=item)
    return list(mine.order_by("start").values_list("quote", flat=True))


def place(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_a_moved_quote_has_the_new_words_and_one_undo_moves_it_back(
    editor: User, event: Event, version: DocumentVersion
) -> None:
    old = Passage.objects.get(mention__event=event)
    decision = quotes.move_quote(old, version, *place("It will apply from Saturday."), by=editor)
    assert shown(event) == ["It will apply from Saturday."]
    acts.undo(decision, by=editor)
    assert shown(event) == ["China raised its tariff."]
    assert check() == []


def test_words_taken_away_are_given_back_by_adding_them_again(
    editor: User, event: Event, version: DocumentVersion
) -> None:
    quotes.add_quote(event, version, *place("It will apply from Saturday."), by=editor)
    arrangement.remove_passage(Passage.objects.get(mention__event=event, start=0), by=editor)
    assert shown(event) == ["It will apply from Saturday."]
    quotes.add_quote(event, version, *place("China raised its tariff."), by=editor)
    assert shown(event) == ["China raised its tariff.", "It will apply from Saturday."]
    assert check() == []


def test_words_whose_addition_was_undone_can_be_added_again(
    editor: User, event: Event, version: DocumentVersion
) -> None:
    words = place("It will apply from Saturday.")
    acts.undo(quotes.add_quote(event, version, *words, by=editor), by=editor)
    quotes.add_quote(event, version, *words, by=editor)
    assert shown(event) == ["China raised its tariff.", "It will apply from Saturday."]


def test_what_cannot_be_a_quote_is_refused_in_a_sentence(editor: User, event: Event, version: DocumentVersion) -> None:
    with pytest.raises(NotAllowed, match="a quote of this event already"):
        quotes.add_quote(event, version, *place("China raised its tariff."), by=editor)
    with pytest.raises(NotAllowed, match="no account of the event"):
        quotes.add_quote(event, make_document("Another article."), 0, 7, by=editor)


def test_a_positions_words_move_with_their_place_and_back(editor: User, version: DocumentVersion) -> None:
    position = make_position(version, quote="We will fight")
    decision = quotes.move_words(position, version, *place("“We will fight,” it said."), by=editor)
    position.refresh_from_db()
    assert position.quote == "“We will fight,” it said."
    assert shown(position) == ["“We will fight,” it said."]
    assert check_positions() == []
    acts.undo(decision, by=editor)
    position.refresh_from_db()
    assert position.quote == "We will fight"
    assert shown(position) == ["We will fight"]
    again = quotes.move_words(position, version, *place("“We will fight,” it said."), by=editor)
    assert shown(position) == ["“We will fight,” it said."]
    assert again.pk != decision.pk
    assert check_positions() == []


def test_a_position_made_by_hand_stands_and_is_withdrawn_by_undo(editor: User, version: DocumentVersion) -> None:
    values = {"side": "china", "stance": "oppose", "issue": "", "date": "2025-04-11"}
    position = arrangement.create_position(version, *place("We will fight"), values, by=editor, because="Missed.")
    assert (position.quote, position.stance, position.review_state) == ("We will fight", "oppose", "unchecked")
    assert shown(position) == ["We will fight"]
    acts.correct(position, "stance", "threaten", by=editor, because="It is a threat.")
    acts.accept(position, by=editor)
    assert check_positions() == []
    for decision in reversed(list(position.decisions.all())):
        acts.undo(decision, by=editor)
    position.refresh_from_db()
    assert position.review_state == ReviewState.WITHDRAWN
    assert shown(position) == []
    assert check_positions() == []
