"""How the desk answers: its part of the page to htmx, the whole page otherwise, and redirects that keep the filter."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from tradewatch.review.asked import Asked, asked_in
from tradewatch.review.desk import Opened
from tradewatch.review.doors import DeskRequest
from tradewatch.review.queue import (
    Queue,
    last_decision_of,
    last_run,
    next_of,
    numbers_of,
    progress_on,
    queue_of,
    taken_together,
    waiting_elsewhere,
)
from tradewatch.review.sentences import what_was_done
from tradewatch.review.shelves import Shelf

FORM = ".desk-form"
# What htmx may ask for, by the element that it will replace.
PARTIALS = {"desk": "review/desk.html#desk"}
HERE = "here"  # the anchor of the open item's words
KEYS_OFF = "review_keys_off"


def desk_with(request: DeskRequest, shelf: Shelf, opened: Opened | None, *, status: int = 200) -> HttpResponse:
    """The desk with an item on it, or with none where nothing waits. To htmx a refused form comes alone, so that the
    article stays where the editor was reading."""
    asked = asked_in(request.GET, shelf)
    if asked.problems and status == 200:
        opened, status = None, 422
    here = opened.item.pk if opened else None
    queue = queue_of(shelf, asked.waiting, order=asked.order, here=here, name=asked.name)
    alone = bool(request.htmx and status == 422 and opened and opened.sheet.is_refused)
    template = "review/form.html" if alone else _template(request)
    response = render(request, template, _context(request, shelf, opened, asked, queue), status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    if request.htmx and status != 200:
        # What is wrong takes the focus; the article must not be scrolled into its place.
        response["HX-Reswap"] = "outerHTML show:none"
    if alone:
        response["HX-Retarget"] = FORM
    if request.htmx and request.method == "GET":
        response["HX-Push-Url"] = request.get_full_path()
    return response


def screen_with(
    request: DeskRequest, shelf: Shelf, template: str, *, here: int | None = None, status: int = 200, **shown: Any
) -> HttpResponse:
    """The desk with a screen of its own (a merger, a split, a list) where the article and the form stand otherwise."""
    asked = asked_in(request.GET, shelf)
    queue = queue_of(shelf, asked.waiting, order=asked.order, here=here, name=asked.name)
    context = {**_context(request, shelf, None, asked, queue), "screen": template, **shown}
    response = render(request, _template(request), context, status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    if request.htmx and request.method == "GET":
        response["HX-Push-Url"] = request.get_full_path()
    return response


def _template(request: DeskRequest) -> str:
    return PARTIALS.get(request.htmx.target or "", "review/desk.html") if request.htmx else "review/desk.html"


def _context(request: DeskRequest, shelf: Shelf, opened: Opened | None, asked: Asked, queue: Queue) -> dict[str, Any]:
    last = last_decision_of(request.user)
    return {
        "shelf": shelf,
        "opened": opened,
        "queue": queue,
        "asked": asked,
        "kept": asked.kept,
        "sent": f"?{request.GET.urlencode()}" if request.GET else "",
        "progress": progress_on(shelf, len(queue.numbers)),
        "elsewhere": waiting_elsewhere(shelf),
        "last": last,
        "last_words": what_was_done(last).lower() if last else "",
        "last_together": taken_together(last) if last else 1,
        "last_run": None if opened else last_run(),
        "keys_on": not request.session.get(KEYS_OFF),
    }


def next_after(request: DeskRequest, shelf: Shelf, number: int) -> int | None:
    """The item that comes after one in the queue as it was filtered; to be asked before it is decided about."""
    asked = asked_in(request.GET, shelf)
    return next_of(numbers_of(asked.waiting, asked.order, name=asked.name), number)


def go_to(request: DeskRequest, shelf: Shelf, number: int | None, *, document: str = "") -> HttpResponseRedirect:
    """On to an item, in the queue as it was filtered; to the queue itself where there is none."""
    kept = asked_in(request.GET, shelf).kept
    if number is None:
        return HttpResponseRedirect(f"{shelf.address}{kept}")
    if document.isdecimal():
        kept = f"{kept}{'&' if kept else '?'}document={document}"
    return HttpResponseRedirect(f"{shelf.address_of(number)}{kept}#{HERE}")
