"""Every state of the desk by axe (WCAG 2.2 A and AA): light, dark and on a phone; and none is wider than its screen."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opens, log_in
from tests.browser.looking import faults_of
from tests.builders import TARIFF, make_document, make_event, make_position, make_run, make_user
from tradewatch.records.folding import refold
from tradewatch.records.models import Event, EventLikeness, Reading
from tradewatch.review import acts, arrangement
from tradewatch.vocabulary import LinkType

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def prepared(editor: User) -> tuple[Event, Event]:
    """An event with edits, links, notes, a history and a new reading; and another that is nearly the same."""
    version = make_document("China raised its tariff to 125%. It answered the increase. “We will fight,” it said.")
    event = make_event(version=version, quote="China raised its tariff to 125%.")
    make_position(version, quote="We will fight")
    other = make_event(date="2025-04-12", accounts=[{}, {"status": "planned"}], confidence=0.3)
    acts.correct(event, "status", "planned", by=editor, because="It says will.")
    acts.correct(event, "actors", ["china"], by=editor, because="It acts alone.")
    arrangement.link(event, other, LinkType.RESPONDS_TO, by=editor, quote="answered the increase")
    arrangement.link(other, event, LinkType.FOLLOWS, by=editor)
    note = acts.annotate(event, "Is it **so**?", by=editor, tags=["figure"], field="date")
    acts.annotate(event, "Yes.", by=editor, parent=note)
    acts.accept(event, by=editor)
    mention = event.mentions.get()
    Reading.objects.create(
        mention=mention, run=make_run(), version=version, values={**TARIFF, "date": "2025-04-10"}, confidence=0.9
    )
    EventLikeness.objects.create(one=event, other=other, weight=0.55, because="both raise", run=make_run())
    refold([event.pk, other.pk])
    return event, other


def states(page: Page, event: Event, other: Event, editor: User) -> Iterator[str]:
    """Go to each state; its name."""
    page.goto(f"/review/events/{event.pk}/")
    page.evaluate("document.querySelectorAll('main details').forEach((details) => { details.open = true; })")
    yield "an event, everything open"
    page.goto(f"/review/events/{other.pk}/?kind=tariff&reason=rate")
    yield "a doubted event in a filtered queue"
    page.get_by_role("button", name="Save corrections").last.click()
    expect(page.get_by_role("alert")).to_be_visible()
    yield "a refused form"
    page.goto(f"/review/events/{other.pk}/")
    page.locator("#id_date").fill("8 Apr")
    page.locator("#id_because").fill("From the order.")
    acts.correct(other, "date", "2025-04-09", by=editor, because="Read again.")
    page.get_by_role("button", name="Save corrections").last.click()
    expect(page.locator("#conflict")).to_be_visible()
    yield "a conflict"
    page.goto(f"/review/events/{event.pk}/")
    page.locator("#id_date").fill("8 Apr, or so")
    page.get_by_label("Add an annotation").fill("Is it so?")
    page.get_by_role("button", name="Add annotation").click()
    expect(page.locator(".desk-form")).to_contain_text("not saved yet")
    yield "what was typed and not saved"
    for name, address in {
        "choosing whom to merge with": f"/review/events/{event.pk}/merge/",
        "nothing found to merge with": f"/review/events/{event.pk}/merge/?seek=zebra",
        "a merge preview": f"/review/events/{event.pk}/merge/?with={other.pk}",
        "a split": f"/review/events/{other.pk}/split/",
        "a new event": f"/review/articles/{event.mentions.get().first_version_id}/new-event/?start=0&end=5",
        "a new position": f"/review/articles/{event.mentions.get().first_version_id}/new-position/",
        "a bulk preview": "/review/events/bulk/",
        "a filter that is none": "/review/?side=mars",
        "an empty part of the queue": "/review/?kind=port_fee",
        "positions": "/review/positions/",
    }.items():
        page.goto(address)
        yield name
    page.goto(f"/review/events/{event.pk}/")
    page.evaluate("document.getElementById('keys-help').showPopover()")
    yield "the help for keys"


@pytest.mark.parametrize(
    ("width", "dark"), [(1440, False), (1440, True), (390, False)], ids=["desk", "desk, dark", "phone"]
)
def test_no_state_of_the_desk_shuts_anybody_out(opens: Opens, width: int, *, dark: bool) -> None:
    make_user("mira")
    okon = make_user("okon")
    event, other = prepared(okon)
    page = opens("/login/", width=width, dark=dark)
    log_in(page)
    found: list[str] = []
    for state in states(page, event, other, okon):
        found += faults_of(page, f"desk {state} {width}{' dark' if dark else ''}")
    assert not found, "\n".join(found)
