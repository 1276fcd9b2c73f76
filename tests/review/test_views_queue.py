"""The desk: who may sit at it, what lies on it, and in which order."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import TARIFF, add_mention, make_document, make_event, make_position, make_run
from tradewatch.records.folding import refold
from tradewatch.records.models import Event, Reading
from tradewatch.review import acts, arrangement
from tradewatch.review.templatetags.desk import short_reasons

pytestmark = pytest.mark.django_db


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == status
    return response.content.decode()


def test_an_event_lies_on_the_desk_with_its_words_its_fields_and_the_machines_reasons(editor_client: Client) -> None:
    version = make_document("China raised its tariff to 125% on Friday. Talks are to follow.", title="Beijing answers")
    event = make_event(version=version, quote="China raised its tariff to 125% on Friday.")
    html = page(editor_client, f"/review/events/{event.pk}/")
    assert "Beijing answers" in html
    assert 'class="span is-here"' in html
    assert "It is the nearest date in the sentence." in html
    assert 'value="2025-04-11"' in html
    assert "11 April 2025" in html


def test_a_position_lies_on_the_desk_too(editor_client: Client) -> None:
    position = make_position()
    html = page(editor_client, f"/review/positions/{position.pk}/")
    assert "We will fight to the end" in html
    assert "mofcom" in html


def test_the_queue_opens_with_what_has_most_consequence(editor_client: Client) -> None:
    plain = make_event(kind="talks", action="hold", measures=[], title="They meet", date="2025-05-10")
    rate = make_event()
    html = page(editor_client, "/review/")
    assert html.index(f"/review/events/{rate.pk}/") < html.index(f"/review/events/{plain.pk}/")
    assert "It changes a rate." in html


@pytest.mark.parametrize("order", ["confidence", "oldest", "no-such-order"])
def test_the_queue_can_be_put_in_another_order(editor_client: Client, order: str) -> None:
    make_event()
    page(editor_client, f"/review/?order={order}")


def test_an_empty_queue_says_so(editor_client: Client) -> None:
    assert "Nothing waits." in page(editor_client, "/review/")
    assert "Nothing waits." in page(editor_client, "/review/positions/")


def test_an_item_that_is_not_there_is_a_404(editor_client: Client) -> None:
    page(editor_client, "/review/events/99999/", 404)


def test_the_desk_is_for_editors(client: Client, analyst_client: Client) -> None:
    event = make_event()
    for address in ("/review/", f"/review/events/{event.pk}/"):
        assert client.get(address).status_code == 302
        assert "Only editors" in page(analyst_client, address, 403)


def test_htmx_gets_the_desk_alone_and_a_browser_the_page(editor_client: Client) -> None:
    event = make_event()
    whole = editor_client.get(f"/review/events/{event.pk}/")
    part = editor_client.get(f"/review/events/{event.pk}/", headers={"HX-Request": "true", "HX-Target": "desk"})
    assert b"<html" in whole.content
    assert b"<html" not in part.content
    assert b'id="desk"' in part.content
    assert "HX-Request" in part.headers["Vary"]


def test_a_rejected_event_can_be_looked_at_and_restored(editor: User, editor_client: Client) -> None:
    event = make_event()
    acts.reject(event, by=editor, because="Told twice.")
    html = page(editor_client, f"/review/events/{event.pk}/")
    assert "Told twice." in html
    assert "Restore" in html


def test_a_longer_queue_and_more_passages_ask_no_more_questions(
    editor_client: Client, django_assert_max_num_queries: Any
) -> None:
    version = make_document("One. Two. Three. Four. Five. Six.")
    event = make_event(version=version, quote="One.")
    with django_assert_max_num_queries(36) as few:
        page(editor_client, f"/review/events/{event.pk}/")
    for quote in ("Two.", "Three.", "Four.", "Five.", "Six."):
        make_event(version=version, quote=quote, side="us", date="2025-03-04")
    for day in range(1, 20):
        make_event(date=f"2025-06-{day:02d}")
    with django_assert_max_num_queries(len(few)):
        page(editor_client, f"/review/events/{event.pk}/")
    assert Event.objects.count() == 25


def test_the_queue_shows_the_part_that_the_address_names(editor_client: Client) -> None:
    make_event()
    talks = make_event(kind="talks", action="hold", measures=[], title="They meet in Geneva")
    html = page(editor_client, "/review/?kind=talks&order=oldest")
    assert "They meet in Geneva" in html
    assert "China raises its tariff" not in html
    assert f"/review/events/{talks.pk}/?kind=talks&amp;order=oldest" in html


@pytest.mark.parametrize("query", ["kind=war", "nokey=1", "from=2025-13-40"])
def test_a_filter_with_an_unknown_value_shows_no_queue_and_says_why(editor_client: Client, query: str) -> None:
    event = make_event()
    for address in ("/review/", f"/review/events/{event.pk}/"):
        html = page(editor_client, f"{address}?{query}", 422)
        assert "“" in html
        assert "China raises its tariff" not in html


def test_the_day_shows_what_is_done_and_offers_to_take_the_last_act_back(editor: User, editor_client: Client) -> None:
    done = make_event(title="China raises it once more")
    make_event()
    acts.accept(done, by=editor)
    html = page(editor_client, "/review/")
    assert "1 done today, 1 waiting" in html
    assert "Last: accepted “China raises it once more”" in html


def test_what_the_machine_read_stays_beside_what_an_editor_decided(editor: User, editor_client: Client) -> None:
    event = make_event()
    acts.correct(event, "date", "2025-04-10", by=editor, because="The tenth.")
    html = page(editor_client, f"/review/events/{event.pk}/")
    assert "Machine read <del>11 April 2025</del>" in " ".join(html.split())
    assert "Recorded: 10 April 2025" in html


def test_a_title_that_an_editor_wrote_stands_beside_the_machines(editor: User, editor_client: Client) -> None:
    event = make_event()
    acts.correct(event, "title", "Beijing answers", by=editor, because="Shorter.")
    html = " ".join(page(editor_client, f"/review/events/{event.pk}/").split())
    assert "Machine read <del>China raises its tariff on US goods to 125%</del>" in html


def test_sources_that_differ_stand_side_by_side_at_the_field(editor_client: Client) -> None:
    event = make_event(accounts=[{"date": "2025-05-13"}, {"date": "2025-05-14"}])
    html = page(editor_client, f"/review/events/{event.pk}/")
    assert "Sources differ: 13 May 2025 (1 source); 14 May 2025 (1 source)." in html


def test_another_article_can_be_laid_on_the_desk(editor_client: Client) -> None:
    first, second = make_document(title="The first report"), make_document(title="The second report", genre="official")
    event = make_event(version=first)
    add_mention(event, second, TARIFF)
    assert "<h2>The second report</h2>" in page(editor_client, f"/review/events/{event.pk}/")
    other = page(editor_client, f"/review/events/{event.pk}/?document={first.document_id}")
    assert "<h2>The first report</h2>" in other
    assert "<h2>The second report</h2>" in page(editor_client, f"/review/events/{event.pk}/?document=none")


def test_an_event_that_became_part_of_another_leads_there(editor: User, editor_client: Client) -> None:
    survivor, loser = make_event(title="The one that stays"), make_event()
    arrangement.merge(loser, into=survivor, by=editor)
    html = page(editor_client, f"/review/events/{loser.pk}/")
    assert f'href="/review/events/{survivor.pk}/"' in html
    assert 'data-key="a"' not in html


def test_an_event_without_words_says_so(editor: User, editor_client: Client) -> None:
    event = make_event()
    acts.accept(event, by=editor)
    lost = make_event()
    Reading.objects.create(
        mention=lost.mentions.get(), run=make_run(), version=make_document(), explanation=[], ended=True
    )
    refold([lost.pk])
    html = page(editor_client, f"/review/events/{lost.pk}/")
    assert "No text that the timeline has read reports it any more." in html


def test_single_keys_can_be_turned_off_and_stay_off(editor_client: Client) -> None:
    event = make_event()
    switch = re.compile(r'<input[^>]*id="keys-on"[^>]*checked')
    assert switch.search(page(editor_client, f"/review/events/{event.pk}/"))
    assert editor_client.post("/review/keys/").status_code == 204
    assert not switch.search(page(editor_client, f"/review/events/{event.pk}/"))
    editor_client.post("/review/keys/", {"keys": "on"})
    assert switch.search(page(editor_client, f"/review/events/{event.pk}/"))


def test_a_hostile_title_and_quote_are_text_on_the_desk(editor_client: Client) -> None:
    version = make_document("They said <b onclick=x>this</b> & more.", title="<script>alert(1)</script>")
    event = make_event(version=version, title="<img src=x onerror=alert(1)>")
    html = page(editor_client, f"/review/events/{event.pk}/")
    for markup in ("<script>alert", "<img src=x", "<b onclick"):
        assert markup not in html


def test_positions_ask_no_more_questions_when_there_are_more(
    editor_client: Client, django_assert_max_num_queries: Any
) -> None:
    version = make_document("One. Two. Three. Four.")
    position = make_position(version, quote="One.")
    with django_assert_max_num_queries(36) as few:
        page(editor_client, f"/review/positions/{position.pk}/")
    for quote in ("Two.", "Three.", "Four."):
        make_position(version, quote=quote, speaker=f"speaker-{quote[0].lower()}")
    with django_assert_max_num_queries(len(few)):
        page(editor_client, f"/review/positions/{position.pk}/")


def test_a_long_history_and_many_notes_ask_no_more_questions(
    editor: User, editor_client: Client, django_assert_max_num_queries: Any
) -> None:
    event = make_event()
    acts.annotate(event, "First.", by=editor)
    acts.correct(event, "date", "2025-04-01", by=editor, because="x")
    with django_assert_max_num_queries(36) as few:
        page(editor_client, f"/review/events/{event.pk}/")
    for day in range(2, 8):
        event.refresh_from_db()
        acts.correct(event, "date", f"2025-04-0{day}", by=editor, because="x")
        acts.annotate(event, f"Note {day}", by=editor)
    with django_assert_max_num_queries(len(few)):
        page(editor_client, f"/review/events/{event.pk}/")


def test_the_queue_is_narrowed_to_one_reason_and_the_address_keeps_it(editor_client: Client) -> None:
    doubtful = make_event(confidence=0.2, kind="talks", measures=[])
    plain = make_event(kind="talks", measures=[])
    html = editor_client.get(f"/review/events/{doubtful.pk}/?reason=low_confidence").content.decode()
    assert f"/review/events/{doubtful.pk}/?reason=low_confidence" in html
    assert f"/review/events/{plain.pk}/" not in html
    assert "the machine is not sure" in html
    response = editor_client.get("/review/?reason=none")
    assert response.headers["Location"].startswith(f"/review/events/{plain.pk}/?reason=none")


def test_a_reason_that_there_is_not_is_named(editor_client: Client) -> None:
    event = make_event()
    response = editor_client.get(f"/review/events/{event.pk}/?reason=boredom")
    assert response.status_code == 422
    assert "“boredom” is no reason why something waits." in response.content.decode()


def test_likely_duplicates_stand_in_one_short_line_of_the_queue() -> None:
    reasons = [
        {"code": "rate", "said": "It changes a rate."},
        {"code": "duplicate", "said": "It may be one with event 7: both raise.", "of": "7"},
        {"code": "duplicate", "said": "It may be one with event 9: both raise.", "of": "9"},
    ]
    assert short_reasons(Event(queue_reasons=reasons)) == ["It changes a rate.", "Likely duplicate of events 7, 9."]
    assert short_reasons(Event(queue_reasons=reasons[:2]))[1] == "Likely duplicate of event 7."
