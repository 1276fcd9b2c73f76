"""Answers that are still good: what a reader has is not sent again, and one state of the record makes a page once.

An answer of the reading pages depends on the version of the data, on the program, on the day, on the address, on who
asks and may see what, and on what htmx says; its ETag is made of these. Whoever has that answer still is told so; to
readers who are not logged in the page as made for the one before is given, if it holds nothing of its own.
"""

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from tradewatch.records.querysets import states_visible_to
from tradewatch.records.version import Version, hold, release, version_now

# Where only the record is shown. The desk shows forms, and what an editor's session keeps.
_READING = ("tradewatch.timeline.", "tradewatch.exports.")
_MOST_KEPT = 200
_LARGEST_KEPT = 400_000


class Kept:
    """A page as made, and as packed for whoever takes gzip: packing takes longer than all the rest."""

    def __init__(self, response: HttpResponse) -> None:
        self.plain = response.content
        self.packed = gzip.compress(response.content, 6)
        self.headers = dict(response.items())

    def given(self, request: HttpRequest) -> HttpResponse:
        """An answer of its own, which other middleware may change."""
        if "gzip" not in request.headers.get("Accept-Encoding", ""):
            return HttpResponse(self.plain, headers=self.headers)
        headers = {**self.headers, "Content-Encoding": "gzip", "ETag": f"W/{self.headers['ETag']}"}
        response = HttpResponse(self.packed, headers=headers)
        patch_vary_headers(response, ("Accept-Encoding",))
        return response


_kept: OrderedDict[str, Kept] = OrderedDict()


class FreshByVersion:
    """Answers 304, or with the page kept, where nothing has changed since it was made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            response = self.get_response(request)
        finally:
            held = vars(request).pop("_held", None)
            if held:
                release(held)
        tag: str | None = vars(request).get("_made_of")
        if tag and response.status_code == 200 and not response.has_header("ETag"):
            _mark(response, tag)
            kept = _keep(tag, request, response)
            return kept.given(request) if kept else response
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: Any, _given: Any
    ) -> HttpResponseBase | None:
        """The answer, if it is known before the view is asked."""
        if request.method not in ("GET", "HEAD") or not view.__module__.startswith(_READING) or get_messages(request):
            return None
        version = version_now()
        tag = _tag_of(request, version)
        vars(request).update(_made_of=tag, _held=hold(version))
        unchanged = get_conditional_response(request, etag=tag)
        if unchanged is not None and unchanged.status_code == 304:
            _mark(unchanged, tag)
            return unchanged
        kept = None if request.user.is_authenticated else _kept.get(tag)
        return kept.given(request) if kept else None


def _mark(response: HttpResponseBase, tag: str) -> None:
    response["ETag"] = tag
    patch_vary_headers(response, ("Cookie", "HX-Request", "HX-Target"))
    # Asked for anew each time: the answer to that is quick.
    patch_cache_control(response, no_cache=True, private=True)


def forget() -> None:
    """Keep no page."""
    _kept.clear()


def _tag_of(request: HttpRequest, version: Version) -> str:
    """The ETag of what would be answered. The version comes first: what is read later can only be newer."""
    reader = request.user
    htmx = sorted((name, value) for name, value in request.headers.items() if name.lower().startswith("hx-"))
    parts = (
        version,
        program(),
        timezone.localdate(),
        request.build_absolute_uri(),
        htmx,
        states_visible_to(reader),
        settings.DEBUG,
        # A reader's page has the token of its forms in it, and shows what the reader may do.
        (reader.pk, sorted(reader.get_all_permissions()), reader.is_staff, reader.get_username())
        if reader.is_authenticated
        else "",
        request.COOKIES.get(settings.CSRF_COOKIE_NAME, "") if reader.is_authenticated else "",
    )
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


@cache
def program() -> str:
    """A mark of the program as installed, templates and all: another release makes other pages of the same record."""
    mark = hashlib.sha256()
    for folder in (settings.BASE_DIR / "tradewatch", settings.BASE_DIR / "templates"):
        for file in sorted(folder.rglob("*")):
            if file.suffix in (".py", ".html", ".css", ".js", ".toml"):
                found = file.stat()
                mark.update(f"{file} {found.st_size} {found.st_mtime_ns}\n".encode())
    return mark.hexdigest()[:16]


def _keep(tag: str, request: HttpRequest, response: HttpResponseBase) -> Kept | None:
    """Keep a page for the next reader, unless it is one reader's own: a login, a form's token, a cookie."""
    is_own = request.user.is_authenticated or "CSRF_COOKIE_NEEDS_UPDATE" in request.META or bool(response.cookies)
    if request.method != "GET" or is_own or not isinstance(response, HttpResponse):
        return None
    if len(response.content) > _LARGEST_KEPT:
        return None
    kept = _kept[tag] = Kept(response)
    while len(_kept) > _MOST_KEPT:
        _kept.popitem(last=False)
    return kept
