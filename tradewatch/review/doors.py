"""The desk's door: editors come in, analysts are told why not, and everybody else is sent to the login."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from tradewatch.review import policies


class DeskRequest(HttpRequest):
    """A request of somebody who is logged in."""

    user: User
    htmx: HtmxDetails


View = Callable[..., HttpResponseBase]


def editors_only(view: View) -> View:
    """The view for editors; a page with a sentence (403) for other accounts; the login for nobody."""

    @wraps(view)
    def guarded(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return _login(request)
        try:
            policies.check_can_decide(request.user)
        except policies.NotAllowed as refusal:
            return refused(request, str(refusal))
        return view(request, *args, **kwargs)

    return guarded


def refused(request: DeskRequest, said: str) -> HttpResponse:
    """The page that says why somebody may not do this."""
    return render(request, "review/refused.html", {"said": said}, status=403)


def _login(request: DeskRequest) -> HttpResponse:
    # An act cannot be repeated by a link: after the login the queue opens.
    after = request.get_full_path() if request.method in ("GET", "HEAD") else reverse("review")
    if request.htmx:
        # A redirect would put the login page into the part of a page that htmx asked for.
        return HttpResponseClientRedirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': after})}")
    return redirect_to_login(after)
