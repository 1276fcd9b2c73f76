"""What is checked is checked where it is decided: a change between the form and the act is met, never written over."""

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_event, make_position
from tests.review.meanwhile import meanwhile
from tests.review.sheet import fields_in
from tradewatch.records.folding import check
from tradewatch.records.models import Decision, Event
from tradewatch.review import acts, arrangement, quotes
from tradewatch.review.holding import Conflict, locked
from tradewatch.review.mergers import merge_with_choices
from tradewatch.review.policies import NotAllowed
from tradewatch.vocabulary import LinkType

pytestmark = pytest.mark.django_db


def test_a_row_that_is_not_at_its_version_any_more_is_handed_out_as_it_stands(editor: User) -> None:
    event = make_event()
    acts.correct(event, "date", "2025-04-09", by=editor, because="Read again.")
    with pytest.raises(Conflict) as met:
        locked(event, version=event.version)
    assert met.value.target.date == "2025-04-09"


def test_a_split_of_what_somebody_else_just_changed_is_shown_again_with_all_that_was_typed(
    editor_client: Client, second_editor: User
) -> None:
    event, other = make_event(accounts=[{}, {"date": "2025-04-12"}]), make_event()
    address, leaving = f"/review/events/{event.pk}/split/", event.mentions.order_by("-pk")[0].pk
    fields = fields_in(editor_client.get(address).content.decode(), "split-form")
    sent = {**fields, "account": leaving, "where": "another", "to": other.pk, "because": "Another day."}
    with meanwhile(lambda: acts.correct(event, "date", "2025-04-09", by=second_editor, because="Read again.")):
        response = editor_client.post(address, sent)
    assert response.status_code == 409
    html = unescape(response.content.decode())
    assert "Somebody else changed the event while you looked at it." in html
    again = fields_in(html, "split-form")
    assert again["account"] == [str(leaving)]
    assert (again["where"], again["to"], again["because"]) == (["another"], [str(other.pk)], ["Another day."])
    assert not Decision.objects.exclude(verb="correct").exists()
    assert editor_client.post(address, again).status_code == 302
    assert check() == []


Pair = tuple[Event, Event]
# Each act on a pair of events, and what the other editor does at the last moment so that it may not be done any more.
ON_A_PAIR: dict[str, tuple[Callable[[Pair, User], object], Callable[[Pair, User], object]]] = {
    "link": (
        lambda pair, by: arrangement.link(*pair, LinkType.FOLLOWS, by=by),
        lambda pair, by: acts.reject(pair[1], by=by, because="A rumour."),
    ),
    "link, twice": (
        lambda pair, by: arrangement.link(*pair, LinkType.FOLLOWS, by=by),
        lambda pair, by: arrangement.link(*pair, LinkType.FOLLOWS, by=by),
    ),
    "unlink": (
        lambda pair, by: arrangement.unlink(*pair, LinkType.RESPONDS_TO, by=by),
        lambda pair, by: arrangement.unlink(*pair, LinkType.RESPONDS_TO, by=by),
    ),
    "not_duplicate": (
        lambda pair, by: arrangement.not_duplicate(*pair, by=by),
        lambda pair, by: arrangement.merge(pair[1], into=pair[0], by=by),
    ),
    "merge": (
        lambda pair, by: arrangement.merge(pair[1], into=pair[0], by=by),
        lambda pair, by: acts.reject(pair[0], by=by, because="A rumour."),
    ),
    "split": (
        lambda pair, by: arrangement.split(pair[0], [pair[0].mentions.order_by("-pk")[0]], by=by),
        lambda pair, by: acts.reject(pair[0], by=by, because="A rumour."),
    ),
    "move": (
        lambda pair, by: arrangement.move(pair[0].mentions.order_by("-pk")[0], to=pair[1], by=by),
        lambda pair, by: acts.reject(pair[1], by=by, because="A rumour."),
    ),
    "add_quote": (
        lambda pair, by: quotes.add_quote(pair[0], pair[0].mentions.all()[0].first_version, 0, 5, by=by),
        lambda pair, by: acts.reject(pair[0], by=by, because="A rumour."),
    ),
    "accept": (
        lambda pair, by: acts.accept(pair[0], by=by),
        lambda pair, by: arrangement.merge(pair[0], into=pair[1], by=by),
    ),
}


@pytest.mark.parametrize("name", ON_A_PAIR)
def test_what_may_not_be_done_any_more_is_refused_at_the_last_moment(
    editor: User, second_editor: User, name: str
) -> None:
    pair = make_event(accounts=[{}, {}]), make_event()
    arrangement.link(*pair, LinkType.RESPONDS_TO, by=editor)
    act, change = ON_A_PAIR[name]
    before = Decision.objects.count()
    with meanwhile(lambda: change(pair, second_editor)), pytest.raises(NotAllowed):
        act(pair, editor)
    assert Decision.objects.filter(pk__gt=0).count() == before + 1
    assert check() == []


def test_two_who_resolve_one_note_or_undo_one_decision_do_it_once(editor: User, second_editor: User) -> None:
    event = make_event()
    note = acts.annotate(event, "Is it so?", by=editor)
    with meanwhile(lambda: acts.resolve(note, by=second_editor)), pytest.raises(NotAllowed, match="resolved already"):
        acts.resolve(note, by=editor)
    accepted = acts.accept(make_position(), by=editor)
    with meanwhile(lambda: acts.undo(accepted, by=second_editor)), pytest.raises(NotAllowed, match="undone already"):
        acts.undo(accepted, by=editor)


def test_a_merger_of_what_somebody_else_just_changed_meets_the_change(editor: User, second_editor: User) -> None:
    one, other = make_event(), make_event()
    versions: Any = (other.version, one.version)
    with (
        meanwhile(lambda: acts.correct(other, "date", "2025-04-30", by=second_editor, because="Read again.")),
        pytest.raises(Conflict),
    ):
        merge_with_choices(other, into=one, chosen={}, versions=versions, by=editor)
