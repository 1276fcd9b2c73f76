"""How an event is cited: in a sentence, and for the programs that keep references."""

from collections.abc import Callable
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from tradewatch.records.models import Event
from tradewatch.vocabulary import ReviewState

# What BibTeX takes for markup; a reference manager shows the characters themselves.
_TEX = str.maketrans({character: f"\\{character}" for character in "#$%&_{}"} | {"\\": r"\textbackslash{}"})


def citation_of(event: Event, address: str) -> str:
    """How the event is cited; says when nobody has checked it."""
    day = timezone.localdate()
    return f"Tradewatch, “{event}”, {_version(event)}, as of {day.day} {day:%B %Y}. {address}"


def _version(event: Event) -> str:
    checked = "" if event.review_state == ReviewState.ACCEPTED else ", machine-read and not checked"
    return f"event {event.pk}, version {event.version}{checked}"


def bibtex_of(event: Event, address: str, day: date) -> str:
    """The citation for BibTeX and what reads it."""
    fields = {
        "title": str(event).translate(_TEX),
        "organization": "Tradewatch",
        "year": str(day.year),
        "note": f"{_version(event)}, as of {day.isoformat()}".capitalize(),
        "url": address,
        "urldate": day.isoformat(),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{tradewatch-{event.pk}-{event.version},", *lines, "}", ""])


def ris_of(event: Event, address: str, day: date) -> str:
    """The citation in RIS, one tag a line: a web page, with the day that it was read."""
    rows = [
        ("TY", "ELEC"),
        ("TI", str(event)),
        ("PB", "Tradewatch"),
        ("PY", str(day.year)),
        ("N1", _version(event).capitalize()),
        ("UR", address),
        ("Y2", f"{day:%Y/%m/%d}"),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows)


_FORMS: dict[str, tuple[Callable[[Event, str, date], str], str]] = {
    "bib": (bibtex_of, "application/x-bibtex"),
    "ris": (ris_of, "application/x-research-info-systems"),
}


@require_safe
def cite(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """The citation of an event as a file: 404 where the reader may not see it, or for a form that is not kept."""
    if form not in _FORMS:
        raise Http404
    event = get_object_or_404(Event.objects.visible_to(request.user), pk=number)
    written, kind = _FORMS[form]
    text = written(event, request.build_absolute_uri(event.get_absolute_url()), timezone.localdate())
    response = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="tradewatch-event-{event.pk}.{form}"'
    return response
