"""The file holds exactly the list on screen, and a spreadsheet can open it safely."""

import csv
import io
import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from tests.builders import make_event, make_position
from tradewatch.exports import writing
from tradewatch.records.columns import EVENT_COLUMNS
from tradewatch.records.models import Event
from tradewatch.review import acts

pytestmark = pytest.mark.django_db

HEAD = [column.name for column in EVENT_COLUMNS]


def streamed(client: Client, address: str) -> Any:
    response: Any = client.get(address)
    return response.streaming_content


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


@pytest.mark.parametrize("address", ["/events.csv", "/events.json", "/positions.csv", "/positions.json"])
def test_a_filter_that_cannot_be_read_exports_nothing_and_says_why(client: Client, address: str) -> None:
    response = client.get(f"{address}?side=mars&from=2025-13-40&q=%00")
    assert response.status_code == 422
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    said = response.content.decode()
    assert "“mars” is not a side that the timeline knows.\n  Possible: us, china, both, other\n" in said
    assert "2025-13-40" in said
    assert "NUL" in said


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "tradewatch-events-as-of-DAY.csv"),
        ("from=2025-04-01&to=2025-05", "tradewatch-events-from-2025-04-01-to-2025-05-as-of-DAY.csv"),
        ("to=2025~", "tradewatch-events-to-2025-as-of-DAY.csv"),
    ],
)
def test_a_file_is_named_for_its_window_and_the_day_on_which_the_list_was_so(
    client: Client, query: str, name: str
) -> None:
    response = client.get(f"/events.csv?{query}")
    wanted = name.replace("DAY", timezone.localdate().isoformat())
    assert response.headers["Content-Disposition"] == f'attachment; filename="{wanted}"'


def test_a_file_can_be_asked_for_but_not_written_to(client: Client) -> None:
    assert client.head("/events.csv").status_code == 200
    assert client.post("/events.csv").status_code == 405


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


def test_rows_leave_in_batches_with_a_few_questions_for_each(
    client: Client, django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(1, 13):
        make_event(date=f"2025-04-{day:02d}")
    monkeypatch.setattr(writing, "BATCH", 5)
    with django_assert_num_queries(
        2 + 3 * 4
    ):  # the version, the list; actors, issues, measures, links of three batches
        chunks = [chunk.decode() for chunk in streamed(client, "/events.csv")]
    assert [chunk.count("\r\n") for chunk in chunks] == [1 + 5, 5, 2]


@pytest.mark.parametrize("number", [0, 1, 4, 5, 6, 10])
def test_json_is_whole_wherever_a_batch_ends(client: Client, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(writing, "BATCH", 5)
    made = [make_event(date=f"2025-04-{day:02d}").pk for day in range(1, number + 1)]
    assert [row["id"] for row in json.loads(body(client.get("/events.json")))] == made
    assert [int(row["id"]) for row in rows(client, "/events.csv")] == made


def test_a_number_is_the_same_in_every_file(client: Client) -> None:
    first, second = make_event(), make_event(side="us")
    assert [row["id"] for row in rows(client, "/events.csv?side=us")] == [str(second.pk)]
    assert [row["id"] for row in rows(client, "/events.csv?sort=-date")] == [str(second.pk), str(first.pk)]


def test_nothing_leaves_where_reading_needs_a_login(client: Client, settings: Settings) -> None:
    settings.TRADEWATCH_PUBLIC = False
    assert client.get("/events.csv").status_code == 302
