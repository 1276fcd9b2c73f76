"""The register of actors, and the page of one."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.builders import make_actor, make_event, make_position
from tradewatch.records.decisions import decide
from tradewatch.records.models import Alias, Role
from tradewatch.vocabulary import Verb

pytestmark = pytest.mark.django_db


def test_the_register_holds_whoever_acts_or_speaks_and_nobody_else(client: Client) -> None:
    make_event(actors=["nvidia"])
    make_position(speaker="mofcom")
    make_actor("nobody", name="Nobody At All")
    page = client.get("/actors/").content.decode()
    assert 'href="/actors/nvidia/"' in page
    assert 'href="/actors/mofcom/"' in page
    assert "Nobody At All" not in page


def test_the_most_frequent_stand_first_with_their_latest_event(client: Client) -> None:
    make_event(actors=["china"], date="2025-01-02")
    make_event(actors=["china", "nvidia"], date="2025-03-04", title="The latest one")
    page = client.get("/actors/").content.decode()
    row = page.partition('href="/actors/china/"')[2].partition("</tr>")[0]
    assert page.index("/actors/china/") < page.index("/actors/nvidia/")
    assert "The latest one" in row


def test_events_off_the_timeline_do_not_count(client: Client, editor: User) -> None:
    decide(Verb.REJECT, by=editor, event=make_event(actors=["nvidia"]), because="No.")
    assert "/actors/nvidia/" not in client.get("/actors/").content.decode()


def test_an_actor_has_dated_offices_names_acts_and_words(client: Client) -> None:
    make_event(actors=["he-lifeng"], title="What he did")
    make_position(speaker="he-lifeng")
    actor = make_actor("he-lifeng")
    Role.objects.create(actor=actor, title="Vice Premier", start=date(2023, 3, 12))
    Alias.objects.create(actor=actor, text="Vice Premier He")
    page = client.get("/actors/he-lifeng/").content.decode()
    for words in ("Vice Premier", "from 12 March 2023", "Vice Premier He", "What he did", "We will fight to the end"):
        assert words in page


def test_an_actors_lists_lead_to_where_they_can_be_filtered(client: Client) -> None:
    make_actor("nvidia")
    page = client.get("/actors/nvidia/").content.decode()
    assert 'href="/?actor=nvidia"' in page
    assert 'href="/positions/?speaker=nvidia"' in page


def test_an_unknown_actor_is_not_there(client: Client) -> None:
    assert client.get("/actors/nobody/").status_code == 404


@pytest.mark.parametrize("address", ["/actors/", "/actors/china/"])
def test_the_number_of_questions_does_not_grow_with_the_record(
    address: str, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        make_event(actors=["china", f"firm-{number}"])
    client.get("/")  # counts what was written
    with django_assert_max_num_queries(20) as asked:
        client.get(address)
    few = len(asked)
    for number in range(45):
        make_event(actors=["china", f"firm-{number}"])
    client.get("/")
    with django_assert_max_num_queries(few):
        client.get(address)
