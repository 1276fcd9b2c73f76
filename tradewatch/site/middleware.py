"""Reading is public, or behind the login, by one setting."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import resolve_url
from django_htmx.http import HttpResponseClientRedirect

_ALWAYS_OPEN = ("/login/", "/logout/", "/static/", "/health/", "/admin/login/")


class ReadingNeedsLogin:
    """Sends everybody who is not logged in to the login, unless `TRADEWATCH_PUBLIC` is on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.TRADEWATCH_PUBLIC or request.user.is_authenticated or request.path.startswith(_ALWAYS_OPEN):
            return self.get_response(request)
        if request.headers.get("HX-Request") == "true":
            # A redirect would put the login page into the part of a page that htmx asked for.
            return HttpResponseClientRedirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': request.path})}")
        return redirect_to_login(request.get_full_path())
