"""Login, health, and the page for an error that nobody foresaw."""

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.views.decorators.http import require_safe


class SignIn(LoginView):
    """The login; a session ends with the browser unless the reader asks for two weeks."""

    template_name = "site/login.html"
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_valid(form)
        if not self.request.POST.get("remember"):
            self.request.session.set_expiry(0)
        return response

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """200 "ok" when the database answers; an error of the database is the server's error."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return HttpResponse("ok", content_type="text/plain")


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for an error that nobody foresaw. It asks the database nothing, which may be what failed."""
    template = loader.get_template("500.html")
    return HttpResponse(template.render({"htmx": request.headers.get("HX-Request") == "true"}), status=500)
