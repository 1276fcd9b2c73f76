"""Lines between marks: from an act to what it answers."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.builders import make_event
from tradewatch.records.models import EventLink
from tradewatch.timeline.arcs import arcs_among
from tradewatch.timeline.overview import DrawnMark

pytestmark = pytest.mark.django_db


def mark(number: int) -> DrawnMark:
    return DrawnMark(
        number=number, title="", kind="tariff", action="raise", status="occurred", direction="escalates",
        x=float(number), y=0.0, line=None,
    )  # fmt: skip


def test_a_line_stands_at_both_of_its_ends_and_leads_to_the_earlier_act(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first, answer, alone = make_event(), make_event(), make_event()
    EventLink.objects.create(source=answer, target=first, type="responds_to")
    EventLink.objects.create(source=answer, target=first, type="follows")
    with django_assert_num_queries(1):
        arcs = arcs_among([mark(event.pk) for event in (first, answer, alone)])
    assert {number: [(arc.later.number, arc.earlier.number, arc.far.number) for arc in row] for number, row in arcs.items()} == {
        first.pk: [(answer.pk, first.pk, answer.pk)],
        answer.pk: [(answer.pk, first.pk, first.pk)],
    }  # fmt: skip


def test_what_is_not_drawn_has_no_line(client: Client) -> None:
    first, answer = make_event(side="us", date="2025-04-02"), make_event(date="2025-04-04")
    EventLink.objects.create(source=answer, target=first, type="responds_to")
    assert len(re.findall('class="ov-link', client.get("/").content.decode())) == 2
    assert "ov-link" not in client.get("/?side=china").content.decode()
