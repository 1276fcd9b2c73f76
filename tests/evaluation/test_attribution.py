"""Which account each mention reads, where a sentence tells several acts."""

from tradewatch.evaluation.attribution import Read, attributed
from tradewatch.evaluation.chronology import Account, TrueEvent

BOTH = "On Tuesday the ministry barred nine firms from dual-use goods and called four others unreliable."
UNDONE = "The ministry takes off the list the nine firms that it had barred in March."


def listing(name: str, title: str, *, date: str = "2025-03-04", action: str = "impose") -> TrueEvent:
    return TrueEvent(
        name=name, kind="export_control", action=action, side="china", date=date, title=title,
        instruments=frozenset(), links=frozenset(),
    )  # fmt: skip


EVENTS = {
    one.name: one
    for one in (
        listing("control-list", "China puts nine US firms on its Export Control List"),
        listing("unreliable", "China puts four US firms on its Unreliable Entity List"),
        listing("undone", "China takes nine US firms off its Export Control List", date="2025-11-05", action="lift"),
    )
}


def read(mention: int, title: str, *, quote: str = BOTH, date: str = "2025-03-04", action: str = "impose") -> Read:
    return Read(
        mention=mention, event=mention, article="a", kind="export_control", side="china", action=action, date=date,
        title=title, quotes=(quote,),
    )  # fmt: skip


def test_two_acts_of_one_sentence_go_to_their_own_accounts_in_whatever_order_they_stand() -> None:
    accounts = [Account(article="a", quote=BOTH, event=name) for name in ("control-list", "unreliable")]
    for order in (accounts, accounts[::-1]):
        mentions = [
            read(1, "China puts US firms on its Unreliable Entity List"),
            read(2, "China puts nine US firms on its Export Control List"),
        ]
        found = attributed(mentions, order, EVENTS)
        assert found.names == {1: "unreliable", 2: "control-list"}
        assert found.accounts_read == 2


def test_an_act_of_another_day_that_the_sentence_names_in_passing_tells_none_of_it() -> None:
    accounts = [Account(article="a", quote=UNDONE, event="undone")]
    mentions = [
        read(1, "China puts nine US firms on its Export Control List", quote=UNDONE),
        read(2, "China takes firms off its Export Control List", quote=UNDONE, date="2025-11", action="lift"),
    ]
    assert attributed(mentions, accounts, EVENTS).names == {2: "undone"}


def test_an_account_that_is_read_once_and_on_the_wrong_day_is_still_that_account() -> None:
    accounts = [Account(article="a", quote=UNDONE, event="undone")]
    mentions = [read(1, "China lifts its controls", quote=UNDONE, date="2025-12-01", action="lift")]
    assert attributed(mentions, accounts, EVENTS).names == {1: "undone"}


def test_one_account_that_is_read_as_two_acts_is_told_by_both() -> None:
    accounts = [Account(article="a", quote=UNDONE, event="undone")]
    mentions = [
        read(number, "China lifts its controls", quote=UNDONE, date=date, action="lift")
        for number, date in ((1, "2025-11-05"), (2, ""))
    ]
    found = attributed(mentions, accounts, EVENTS)
    assert found.names == {1: "undone", 2: "undone"}
    assert found.accounts_read == 1


def test_an_act_without_a_day_that_is_undone_in_the_sentence_is_named_in_passing() -> None:
    accounts = [Account(article="a", quote=UNDONE, event="undone")]
    mentions = [
        read(1, "China puts nine US firms on its Export Control List", quote=UNDONE, date=""),
        read(2, "China takes firms off its Export Control List", quote=UNDONE, date="", action="lift"),
    ]
    assert attributed(mentions, accounts, EVENTS).names == {2: "undone"}


def test_words_of_another_article_side_or_kind_are_no_account() -> None:
    accounts = [
        Account(article="b", quote=BOTH, event="control-list"),
        Account(article="a", quote=UNDONE, event="undone"),
    ]
    assert not attributed([read(1, "China puts nine US firms on its Export Control List")], accounts, EVENTS).names
