"""Every page by axe (WCAG 2.2 A and AA), light and dark, on a desk and on a phone; and none is wider than its screen."""

import pytest
from django.contrib.auth.models import User

from tests.browser.conftest import Opens, log_in
from tests.browser.looking import faults_of
from tradewatch.records.models import Document, Event, Position
from tradewatch.review import acts

pytestmark = pytest.mark.browser


def addresses() -> list[str]:
    event = Event.objects.order_by("pk").first()
    document = Document.objects.order_by("pk").first()
    position = Position.objects.order_by("pk").first()
    assert event is not None
    assert document is not None
    rejected = Event.objects.order_by("-pk").first()
    assert rejected is not None
    acts.reject(rejected, by=User.objects.get(username="mira"), because="For this test.")
    return [
        "/",
        "/?side=china&kind=tariff&from=2025-04",
        "/?q=zebra",
        "/?side=mars",
        f"/events/{event.pk}/",
        f"/events/{rejected.pk}/",
        "/events/999999/",
        "/positions/",
        "/actors/",
        "/actors/china/",
        "/issues/soybeans/",
        "/sources/",
        f"/sources/{document.pk}/",
        "/login/",
        "/review/",
        f"/review/events/{event.pk}/",
        *([f"/review/positions/{position.pk}/"] if position else []),
    ]


@pytest.mark.parametrize(
    ("width", "dark"), [(1440, False), (1440, True), (390, False)], ids=["desk", "desk, dark", "phone"]
)
def test_no_page_shuts_anybody_out(record: None, opens: Opens, width: int, *, dark: bool) -> None:
    page = opens("/", width=width, dark=dark)
    log_in(page)
    found: list[str] = []
    for address in addresses():
        page.goto(address)
        found += faults_of(page, f"{address} {width}{' dark' if dark else ''}")
    assert not found, "\n".join(found)
