"""A record that is made up for measuring."""

import pytest
from django.test import Client

from tradewatch.ingestion.made_up import make_up
from tradewatch.ingestion.page_addresses import pages_to_time
from tradewatch.ingestion.reference import FOLDER, load_reference
from tradewatch.records.models import Event, Mention, Position

pytestmark = pytest.mark.django_db


@pytest.fixture
def _record() -> None:
    load_reference(FOLDER)
    make_up(30)


@pytest.mark.usefixtures("_record")
def test_it_has_so_many_events_with_three_mentions_each_and_their_words_stand_in_the_texts() -> None:
    assert (Event.objects.count(), Mention.objects.count(), Position.objects.count()) == (30, 90, 10)
    for mention in Mention.objects.prefetch_related("passages__version"):
        for passage in mention.passages.all():
            assert passage.version.text[passage.start : passage.end] == passage.quote


@pytest.mark.usefixtures("_record")
def test_every_page_that_is_timed_answers(client: Client, editor_client: Client) -> None:
    for page in pages_to_time():
        for address in page.addresses[:1]:
            answer = (editor_client if page.for_editors else client).get(address, headers=dict(page.headers))
            assert answer.status_code in (200, 302, 410), address
