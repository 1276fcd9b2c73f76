"""How a page answers: whole, or to htmx the part that it asked for."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers


def page_or_partial(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    partials: Mapping[str, Sequence[str]],
    status: int = 200,
    address: str = "",
) -> HttpResponse:
    """The whole page; to htmx the partials that `partials` names for its target, the first one swapped in, others oob.

    `address` is what the address bar shows afterwards: the view's canonical query.
    """
    wanted = partials.get(request.headers.get("HX-Target", "")) if request.headers.get("HX-Request") == "true" else None
    if wanted is None:
        response = render(request, template, context, status=status)
    else:
        first, *others = wanted
        parts = [render_to_string(f"{template}#{first}", context, request)]
        parts += [render_to_string(f"{template}#{name}", {**context, "oob": True}, request) for name in others]
        response = HttpResponse("\n".join(parts), status=status)
        if address:
            response[_step(request.headers.get("HX-Current-URL", ""), address)] = address
    patch_vary_headers(response, ("HX-Request", "HX-Target"))
    return response


def _step(current: str, address: str) -> str:
    """The header that takes the browser to `address`.

    A new step of its history; the same step where only the words searched are typed on, so that "back" leads out of
    the search and not through its letters.
    """
    was, now = urlsplit(current), urlsplit(address)
    same_view = was.path == now.path and _but_for_the_words(was.query) == _but_for_the_words(now.query)
    return "HX-Replace-Url" if same_view else "HX-Push-Url"


def _but_for_the_words(query: str) -> list[tuple[str, list[str]]]:
    values = QueryDict(query)
    return sorted((key, ["…"] if key == "q" and any(found) else found) for key, found in values.lists())
