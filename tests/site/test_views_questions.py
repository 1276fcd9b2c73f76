"""No reading page asks the database more than twelve questions, however much there is to show."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.builders import TARIFF, add_mention, make_document, make_event, make_position
from tradewatch.records.decisions import decide
from tradewatch.records.models import Annotation, EventLink
from tradewatch.vocabulary import Verb

pytestmark = pytest.mark.django_db

MOST = 12
FILTER = "kind=tariff&side=china&actor=china&issue=reciprocal-tariffs&source=news-house&from=2025-01&to=2025-12"


@pytest.fixture
def places(editor: User) -> dict[str, int]:
    """An event with all that one can have: accounts that differ, answers, positions, notes, decisions on names."""
    before, event, after = (make_event(date=f"2025-04-{day:02d}") for day in (9, 11, 13))
    for number in range(6):
        link = {"type": "follows", "quote": "it came after the talks"}
        told = {**TARIFF, "date": f"2025-04-{10 + number}", "side": "us" if number % 2 else "china", "links": [link]}
        add_mention(event, make_document(f"China raised its tariff, wire {number} said."), told)
    for source, target in ((event, before), (after, event)):
        EventLink.objects.create(source=source, target=target, type="responds_to")
    for number in range(12):
        position = make_position(make_document(f"“We will fight,” the ministry said, {number}."), date="2025-04-10")
    for text in ("Is this right?", "And this?"):
        note = Annotation.objects.create(event=event, text=text)
        decide(Verb.ANNOTATE, by=editor, event=event, annotation=note)
    decide(Verb.CORRECT, by=editor, event=event, field="actors", before=["china"], after=["united-states"])
    return {"event": event.pk, "document": position.document_id or 0}


@pytest.mark.parametrize(
    "address",
    [
        "/",
        f"/?{FILTER}",
        f"/?{FILTER}&q=tariff",
        "/?q=tariff&sort=confidence",
        "/?event={event}",
        f"/?{FILTER}&q=tariff&event={{event}}",
        "/?side=us&kind=talks",
        "/?side=mars",
        "/events/{event}/",
        "/events/{event}/cite.bib",
        "/actors/",
        "/actors/china/",
        "/issues/",
        "/issues/reciprocal-tariffs/",
        "/sources/",
        "/sources/{document}/",
        "/positions/",
        "/positions/?speaker=mofcom&issue=soybeans&source=news-house&q=fight&from=2025-01",
        "/positions/matrix/",
        "/events.csv?side=china&actor=china",
        "/positions.json",
    ],
)
def test_a_page_asks_twelve_questions_at_most(
    address: str, client: Client, places: dict[str, int], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/actors/")  # counts what was written
    with django_assert_max_num_queries(MOST):
        response = client.get(address.format(**places))
        list(response)  # the whole of a file
    assert response.status_code in (200, 422)
