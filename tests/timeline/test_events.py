"""The page of one event: what it shows, and what its address answers when the event is off the timeline."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from tests.builders import TARIFF, add_mention, make_document, make_event, make_position, make_publisher, make_run
from tradewatch.records.decisions import decide
from tradewatch.records.folding import refold
from tradewatch.records.models import Annotation, DocumentVersion, Event, EventLink
from tradewatch.vocabulary import Verb

pytestmark = pytest.mark.django_db


def page_of(client: Client, event: Event) -> str:
    response = client.get(event.get_absolute_url())
    assert response.status_code == 200
    return str(response.content.decode())


def rejected(editor: User) -> Event:
    event = make_event()
    decide(Verb.REJECT, by=editor, event=event, because="It belongs to another dispute.")
    return event


def test_the_page_shows_the_passage_marked_in_its_paragraph(client: Client) -> None:
    version = make_document(
        "First paragraph.\n\nOn Friday China raised its tariff to 125%, it said. More.\n\nLast one."
    )
    page = page_of(client, make_event(version=version, quote="China raised its tariff to 125%"))
    assert "On Friday <mark>China raised its tariff to 125%</mark>, it said. More." in page
    assert "First paragraph" not in page


def test_the_passage_leads_to_its_place_in_the_source(client: Client) -> None:
    event = make_event()
    passage = event.mentions.get().passages.get()
    href = f"/sources/{passage.version.document_id}/#p-{passage.pk}"
    assert f'href="{href}"' in page_of(client, event)
    assert f'id="p-{passage.pk}"' in client.get(href).content.decode()


def test_words_that_a_source_has_dropped_lead_to_the_version_that_had_them(client: Client) -> None:
    event = make_event()
    passage = event.mentions.get().passages.get()
    add_mention(event, make_document("Another source still says so."), TARIFF)
    old = passage.version
    old.document.current = DocumentVersion.objects.create(
        document=old.document,
        number=2,
        digest="2",
        text="Other words.",
        genre="news",
        in_scope=True,
        first_run=make_run(),
    )
    old.document.save()
    refold([event.pk])
    page = page_of(client, event)
    assert "no longer in the source’s text" in page
    assert f'href="/sources/{old.document_id}/?version=1#p-{passage.pk}"' in page


def test_opinion_is_shown_and_marked_and_not_counted(client: Client) -> None:
    event = make_event()
    add_mention(event, make_document("A columnist says so.", genre="opinion"), TARIFF)
    page = page_of(client, event)
    assert "2 quotes, 1 counted." in " ".join(page.split())
    assert "opinion, not counted" in page


def test_what_nobody_has_checked_says_so(client: Client, editor: User) -> None:
    event = make_event()
    assert "machine-read, not checked by anybody" in page_of(client, event)
    decide(Verb.ACCEPT, by=editor, event=event)
    page = page_of(client, event)
    assert "machine-read" not in page.partition("<footer")[0].replace("Machine-read", "")
    assert "checked" in page


def test_accounts_that_differ_stand_side_by_side_with_their_documents(client: Client) -> None:
    event = make_event(version=make_document(title="The wire"))
    add_mention(event, make_document("It was Saturday.", title="The gazette"), {**TARIFF, "date": "2025-04-12"})
    page = page_of(client, event)
    notice = page.partition("Sources disagree on the date")[2].partition("</div>")[0]
    assert "11 April 2025" in notice
    assert "12 April 2025" in notice
    assert "The wire" in notice
    assert "The gazette" in notice


def test_a_correction_is_told_as_who_what_from_to_and_why(client: Client, editor: User) -> None:
    event = make_event()
    decide(
        Verb.CORRECT,
        by=editor,
        event=event,
        field="date",
        before="2025-04-11",
        after="2025-04-12",
        because="The notice is dated so.",
    )
    history = page_of(client, event).partition('id="history"')[2]
    assert "mira" in history
    assert "<del>11 April 2025</del>" in history
    assert "<ins>12 April 2025</ins>" in history
    assert "The notice is dated so." in history


def test_a_decision_that_was_taken_back_stays_in_the_history_and_says_so(client: Client, editor: User) -> None:
    event = make_event()
    decision = decide(Verb.CORRECT, by=editor, event=event, field="kind", before="tariff", after="legal")
    decide(Verb.UNDO, by=editor, event=event, undoes=decision)
    history = page_of(client, event).partition('id="history"')[2]
    assert "taken back" in history
    assert "took back “corrected kind”" in history


def test_the_chain_shows_what_it_answers_and_where_nobody_but_an_editor_says_so(client: Client, editor: User) -> None:
    earlier, later = make_event(date="2025-04-09", title="The first step"), make_event(title="The answer")
    decide(Verb.LINK, by=editor, event=later, other=earlier, details={"type": "responds_to", "quote": ""})
    page = page_of(client, earlier)
    assert "answered by, 2 days later" in page
    assert "editor’s inference, no source says so" in page
    assert f'href="{later.get_absolute_url()}"' in page


def test_a_link_to_an_event_that_is_off_the_timeline_is_not_shown(client: Client, editor: User) -> None:
    earlier, later = make_event(title="The first step"), make_event(title="The answer")
    decide(Verb.LINK, by=editor, event=later, other=earlier, details={"type": "follows", "quote": ""})
    decide(Verb.REJECT, by=editor, event=earlier, because="No.")
    assert "The first step" not in page_of(client, later)


def test_positions_around_an_event_are_those_of_its_issues_within_a_fortnight(client: Client) -> None:
    event = make_event(date="2025-04-11", issues=["rare-earths"])
    make_position(make_document("“Near words,” it said."), quote="Near words", issue="rare-earths", date="2025-04-20")
    make_position(make_document("“Late words,” it said."), quote="Late words", issue="rare-earths", date="2025-06-20")
    page = page_of(client, event)
    assert "Near words" in page
    assert "Late words" not in page


def test_a_note_is_shown_with_its_author_and_without_its_html(client: Client, editor: User) -> None:
    event = make_event()
    note = Annotation.objects.create(event=event, text="Is *this* right?\n\n<script>alert(1)</script>", tags=["figure"])
    decide(Verb.ANNOTATE, by=editor, event=event, annotation=note)
    thread = page_of(client, event).partition('id="thread"')[2].partition("</section>")[0]
    assert "<em>this</em>" in thread
    assert "<script" not in thread
    assert "mira" in thread


def test_sample_texts_say_so(client: Client) -> None:
    assert make_publisher().sample
    assert "sample text" in page_of(client, make_event())


def test_a_merged_event_leads_to_the_survivor_through_every_merger(client: Client, editor: User) -> None:
    first, second, third = make_event(), make_event(), make_event()
    decide(Verb.MERGE, by=editor, event=second, other=first)
    decide(Verb.MERGE, by=editor, event=third, other=second)
    response = client.get(first.get_absolute_url())
    assert (response.status_code, response["Location"]) == (302, third.get_absolute_url())


def test_a_rejected_event_is_gone_with_the_reason(client: Client, editor: User) -> None:
    response = client.get(rejected(editor).get_absolute_url())
    page = response.content.decode()
    assert response.status_code == 410
    assert "It belongs to another dispute." in page
    assert "<figure" not in page


def test_an_editor_sees_a_rejected_event_below_the_reason(editor_client: Client, editor: User) -> None:
    response = editor_client.get(rejected(editor).get_absolute_url())
    assert response.status_code == 410
    assert "<figure" in response.content.decode()


def test_an_event_that_is_hidden_from_the_reader_is_not_there(client: Client, settings: Settings) -> None:
    settings.TRADEWATCH_SHOW_UNCHECKED = False
    assert client.get(make_event().get_absolute_url()).status_code == 404


def test_an_unknown_number_is_not_there(client: Client) -> None:
    assert client.get("/events/999/").status_code == 404


def test_the_page_asks_the_same_number_of_questions_for_one_account_and_for_twenty(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    event = make_event()
    for _ in range(20):
        add_mention(event, make_document(), TARIFF)
        make_position(date="2025-04-10")
    client.get("/")  # counts what was written
    with django_assert_max_num_queries(12):
        client.get(event.get_absolute_url())


def test_an_editor_leaves_and_resolves_notes_on_the_events_own_page(editor_client: Client, client: Client) -> None:
    event = make_event()
    assert "Add an annotation" not in client.get(f"/events/{event.pk}/").content.decode()
    assert "Add an annotation" in editor_client.get(f"/events/{event.pk}/").content.decode()
    response = editor_client.post(f"/review/events/{event.pk}/notes/", {"text": "Check the **rate**.", "tags": ""})
    assert response.headers["Location"] == f"/events/{event.pk}/#notes"
    html = editor_client.get(f"/events/{event.pk}/").content.decode()
    assert "<strong>rate</strong>" in html
    assert "Resolve" in html


def test_an_editor_sees_the_chain_of_an_event_that_was_taken_off(client: Client, editor: User) -> None:
    first, taken_off = make_event(side="us", title="US raises its tariff"), make_event()
    decide(Verb.REJECT, by=editor, event=taken_off, because="It belongs to another dispute.")
    EventLink.objects.create(source=taken_off, target=first, type="responds_to")
    client.force_login(editor)
    assert 'id="chain"' in client.get(taken_off.get_absolute_url()).content.decode()
    assert 'id="chain"' not in client.get(first.get_absolute_url()).content.decode()


def test_the_page_costs_few_questions(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    event = make_event()
    for number in range(8):
        add_mention(event, make_document(f"China raised its tariff, wire {number} said."), TARIFF)
    client.get("/")  # counts what was written
    with django_assert_max_num_queries(12):
        page_of(client, event)


def test_a_stated_link_to_what_no_text_tells_is_shown_in_its_words(client: Client) -> None:
    event = make_event()
    link = {"type": "follows", "quote": "it came after the winter talks"}
    add_mention(
        event, make_document("China raised its tariff; it came after the winter talks."), {**TARIFF, "links": [link]}
    )
    page = " ".join(client.get(f"/events/{event.pk}/").content.decode().split())
    assert "one that no text here tells: <q>it came after the winter talks</q>" in page
