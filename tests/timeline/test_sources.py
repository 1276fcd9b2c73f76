"""The documents that the timeline was read from, and the text of one with its passages."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.builders import TARIFF, add_mention, make_document, make_event, make_position, make_publisher, make_run
from tradewatch.records.decisions import decide
from tradewatch.records.models import DocumentVersion
from tradewatch.timeline import sources
from tradewatch.vocabulary import Verb

pytestmark = pytest.mark.django_db

TEXT = "Before it all.\n\nChina raised its tariff to 125% on Friday, and <b>said</b> so.\n\nAfter it all."


def text_of(client: Client, version: DocumentVersion, query: str = "") -> str:
    page = client.get(f"/sources/{version.document_id}/{query}").content.decode()
    return str(page.partition('aria-label="Text">')[2].partition("</section>")[0])


def test_documents_stand_under_their_publisher_with_what_rests_on_them(client: Client) -> None:
    version = make_document(title="The wire", publisher=make_publisher("harbour-wire"))
    make_event(version=version)
    make_position(version, quote=version.text)
    page = client.get("/sources/").content.decode()
    assert "Harbour Wire (sample)" in page
    row = page.partition("The wire</a>")[2].partition("</tr>")[0]
    assert row.count('<td class="num">1</td>') == 2


def second_version(first: DocumentVersion, text: str, **fields: object) -> DocumentVersion:
    """The document's text as it was read the next time."""
    given = {"genre": "news", "in_scope": True, **fields}
    second = DocumentVersion.objects.create(
        document=first.document, number=2, digest=text, text=text, first_run=make_run(), **given
    )
    first.document.current = second
    first.document.save()
    return second


def test_a_document_out_of_scope_says_why(client: Client) -> None:
    version = second_version(make_document(), "Steel.", in_scope=False, scope_reason="It is about the EU.")
    assert "out of scope: It is about the EU." in client.get("/sources/").content.decode()
    assert "It is about the EU." in client.get(f"/sources/{version.document_id}/").content.decode()


def test_the_text_is_whole_in_paragraphs_and_its_passages_are_marked_with_their_event(client: Client) -> None:
    version = make_document(TEXT)
    event = make_event(version=version, quote="China raised its tariff to 125%")
    text = text_of(client, version)
    assert text.count("<p>") == 3
    assert "<mark>China raised its tariff to 125%</mark>" in text
    assert f'<a href="/events/{event.pk}/" title="{event.title}">{event.pk}</a>' in text
    assert "&lt;b&gt;said&lt;/b&gt;" in text


def test_passages_that_overlap_keep_every_word_once_and_every_anchor(client: Client) -> None:
    version = make_document(TEXT)
    event = make_event(version=version, quote="raised its tariff")
    add_mention(event, version, TARIFF, quote="China raised its tariff to 125%")
    text = text_of(client, version)
    for passage in version.passages.all():
        assert f'id="p-{passage.pk}"' in text
    words = text.replace("</mark>", "").replace("<mark>", "")
    assert words.count("tariff to 125%") + words.count(" to 125%") >= 1
    assert text.count("raised its tariff") == 1


def test_a_passage_of_a_rejected_event_is_not_marked(client: Client, editor: User) -> None:
    version = make_document(TEXT)
    event = make_event(version=version, quote="China raised its tariff to 125%")
    decide(Verb.REJECT, by=editor, event=event, because="No.")
    assert "<mark>" not in text_of(client, version)


def test_an_older_version_is_shown_as_it_was_and_says_so(client: Client) -> None:
    old = make_document("The first wording.")
    second_version(old, "The second wording.")
    assert "The second wording." in text_of(client, old)
    assert "The first wording." in text_of(client, old, "?version=1")
    assert "The text was changed since" in client.get(f"/sources/{old.document_id}/?version=1").content.decode()


@pytest.mark.parametrize("version", ["9", "x", "-1", "99999999999999999999"])
def test_a_version_that_does_not_exist_is_not_there(version: str, client: Client) -> None:
    document = make_document().document
    assert client.get(f"/sources/{document.pk}/?version={version}").status_code == 404


def test_an_unknown_document_is_not_there(client: Client) -> None:
    assert client.get("/sources/999/").status_code == 404


def test_the_number_of_questions_does_not_grow_with_documents_and_passages(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    version = make_document(TEXT)
    event = make_event(version=version)
    for _ in range(20):
        add_mention(event, version, TARIFF)
        make_document()
    with django_assert_max_num_queries(6):
        client.get("/sources/")
    with django_assert_max_num_queries(9):
        client.get(f"/sources/{version.document_id}/")


def test_sources_go_on_page_by_page_each_document_once(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "PER_PAGE", 3)
    wanted = {
        make_document(published=day, publisher=make_publisher(slug), title=f"Report {slug} {day}").document_id
        for slug in ("northgate-wire", "east-quay")
        for day in (date(2025, 4, 2), date(2025, 4, 2), date(2025, 5, 1), None)
    }
    seen: list[int] = []
    address: str | None = "/sources/"
    while address:
        html = client.get(address).content.decode()
        seen += [int(number) for number in re.findall(r'href="/sources/(\d+)/"', html)]
        further = re.search(r'rel="next"\s+href="(\?after=\d+)"', html)
        address = f"/sources/{further.group(1)}" if further else None
    assert len(seen) == len(wanted)
    assert set(seen) == wanted


@pytest.mark.parametrize("after", ["x", "-1", "99", "9" * 30])
def test_a_place_among_the_sources_that_does_not_exist_is_not_there(after: str, client: Client) -> None:
    make_document()
    assert client.get(f"/sources/?after={after}").status_code == 404


def test_after_the_last_source_there_is_a_way_back(client: Client) -> None:
    document = make_document().document
    response = client.get(f"/sources/?after={document.pk}")
    assert response.status_code == 200
    assert "No source after this place" in response.content.decode()


def test_a_text_without_a_title_is_called_by_its_first_words(client: Client) -> None:
    version = make_document("Tariffs rise on Friday, a notice says.", title="")
    assert str(version.document) == "Tariffs rise on Friday, a notice says."
    version.lead = ""
    version.document.current = version
    assert str(version.document) == version.document.address
