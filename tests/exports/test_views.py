"""The file holds exactly the list on screen, and a spreadsheet can open it safely."""

import csv
import io
import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from tests.builders import make_event, make_position
from tradewatch.records.columns import EVENT_COLUMNS, cells
from tradewatch.records.models import Event
from tradewatch.review import acts

pytestmark = pytest.mark.django_db

HEAD = [
    "id",
    "url",
    "title",
    "summary",
    "kind",
    "action",
    "status",
    "direction",
    "date",
    "effective",
    "ends",
    "side",
    "actors",
    "issues",
    "instruments",
    "measures",
    "review_state",
    "confidence",
    "sources",
    "origins",
    "links",
]


def body(response: Any) -> str:
    return b"".join(response.streaming_content).decode("utf-8")


def rows(client: Client, address: str) -> list[dict[str, str]]:
    response = client.get(address)
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(body(response), newline="")))


def test_the_columns_stand_in_their_order(client: Client) -> None:
    text = body(client.get("/events.csv"))
    assert text == ",".join(HEAD) + "\r\n"


def test_a_cell_holds_what_the_record_holds(client: Client) -> None:
    event = make_event()
    (row,) = rows(client, "/events.csv")
    assert row["id"] == str(event.pk)
    assert row["url"] == f"http://testserver/events/{event.pk}/"
    assert row["measures"] == "rate 125 percent (added) on US goods, before 84"
    assert row["actors"] == "china; united-states"
    assert row["summary"] == ""


def test_the_file_holds_the_filtered_list_and_all_its_pages(client: Client) -> None:
    make_event(side="us")
    wanted = [make_event(date=f"2025-04-{day:02d}").pk for day in range(1, 29)]
    asked = "/events.csv?side=china&after=2025-04-20~0~1&event=3"
    assert [int(row["id"]) for row in rows(client, asked)] == wanted


def test_what_a_reader_may_not_see_is_in_no_file(client: Client, editor: User, settings: Settings) -> None:
    event = make_event()
    acts.reject(event, by=editor, because="Not of this dispute.")
    make_event(date="2025-03-03")
    assert len(rows(client, "/events.csv")) == 1
    settings.TRADEWATCH_SHOW_UNCHECKED = False
    assert rows(client, "/events.csv") == []


@pytest.mark.parametrize("start", ["=1+1", "+49", "-cmd", "@SUM(A1)", "\tx", "\rx"])
def test_a_text_that_looks_like_a_formula_is_made_harmless(editor: User, client: Client, start: str) -> None:
    event = make_event()
    Event.objects.filter(pk=event.pk).update(summary=start)
    (row,) = rows(client, "/events.csv")
    assert row["summary"] == f"'{start}"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(title=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60))
def test_any_text_survives_the_way_out_and_back(title: str) -> None:
    event = Event(pk=7, title=title, kind="tariff", confidence=0.5)
    column = next(column for column in EVENT_COLUMNS if column.name == "title")
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerow(cells(event, [column], site=""))
    buffer.seek(0)
    (row,) = csv.reader(buffer) or [[""]]
    assert (row[0] if row else "") in (title, f"'{title}")


def test_a_filter_that_cannot_be_read_exports_nothing_and_says_why(client: Client) -> None:
    response = client.get("/events.csv?side=mars&from=2025-13-40")
    assert response.status_code == 422
    assert "“mars”" in response.content.decode()
    assert "2025-13-40" in response.content.decode()


def test_positions_leave_with_their_quotes(client: Client) -> None:
    make_position()
    (row,) = rows(client, "/positions.csv?speaker=mofcom")
    assert row["quote"].startswith("“We will fight")


def test_json_holds_the_same_rows_in_the_contracts_forms(client: Client) -> None:
    make_event()
    (row,) = json.loads(body(client.get("/events.json")))
    assert list(row) == HEAD
    assert row["measures"][0]["high"] == 125
    assert json.loads(body(client.get("/events.json?side=both"))) == []


def test_a_longer_list_asks_no_more_questions(client: Client, django_assert_num_queries: Any) -> None:
    for day in range(1, 13):
        make_event(date=f"2025-04-{day:02d}")
    with django_assert_num_queries(5):
        body(client.get("/events.csv"))


def test_nothing_leaves_where_reading_needs_a_login(client: Client, settings: Settings) -> None:
    settings.TRADEWATCH_PUBLIC = False
    assert client.get("/events.csv").status_code == 302
