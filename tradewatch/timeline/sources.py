"""The documents that the timeline has read, and the text of one with every passage marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Count, DateField, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from tradewatch.records.models import Document, DocumentVersion, Event, Input, Mention, Passage, Position
from tradewatch.records.querysets import states_visible_to
from tradewatch.records.templatetags.evidence import Marked

PER_PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A document in the list, and how many events and positions rest on it."""

    document: Document
    events: int
    statements: int


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """A page of documents by publisher, each with how many events and positions rest on it. Five queries at most.

    `after` is the number of the document that the page before ended with.
    """
    documents = _in_order(Document.objects.filter(current__isnull=False))
    total = documents.count()
    after = request.GET.get("after", "")
    if after:
        documents = _beyond(documents, after)
    found = list(documents.select_related("publisher", "current").defer("current__text")[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    counted = _counted(shown, request.user)
    context = {
        "shelves": [(name, list(rows)) for name, rows in groupby(counted, key=lambda one: publisher_of(one.document))],
        "total": total,
        "next_after": shown[-1].pk if len(found) > PER_PAGE else None,
        "past_the_end": bool(after) and not shown,
        "continued": bool(after),
    }
    return render(request, "timeline/sources.html", context)


def _in_order(documents: QuerySet[Document]) -> QuerySet[Document]:
    """By publisher, the newest first, those without a date last."""
    return documents.annotate(
        shelf=Coalesce("publisher__name", "publisher_name"),
        day=Coalesce("current__published", Value(date.min), output_field=DateField()),
    ).order_by("shelf", "-day", "pk")


def _beyond(documents: QuerySet[Document], after: str) -> QuerySet[Document]:
    """The documents after the one of that number; 404 where there is none."""
    if not (after.isdecimal() and len(after) < 19):
        raise Http404
    last: Any = get_object_or_404(documents, pk=int(after))
    same = Q(shelf=last.shelf)
    return documents.filter(
        Q(shelf__gt=last.shelf) | same & Q(day__lt=last.day) | same & Q(day=last.day, pk__gt=last.pk)
    )


def _counted(documents: Sequence[Document], reader: User | AnonymousUser) -> list[Listed]:
    """The documents with how many events and positions rest on each. Two queries."""
    numbers = [document.pk for document in documents]
    told = Mention.objects.filter(document__in=numbers, event__review_state__in=states_visible_to(reader))
    events = dict(told.order_by().values_list("document").annotate(count=Count("event", distinct=True)))
    said = Position.objects.visible_to(reader).filter(document__in=numbers)
    statements = dict(said.order_by().values_list("document").annotate(count=Count("pk")))
    return [
        Listed(document=one, events=events.get(one.pk, 0), statements=statements.get(one.pk, 0)) for one in documents
    ]


def publisher_of(document: Document) -> str:
    """The publisher's name, as known or as the page gives it."""
    if document.publisher:
        return document.publisher.name
    return document.publisher_name or "Publisher not known"


@require_safe
def source(request: HttpRequest, number: int) -> HttpResponse:
    """A document's text as it is now, or the version that the address names, with its passages marked."""
    document = get_object_or_404(Document.objects.select_related("publisher", "current__first_run"), pk=number)
    versions = list(document.versions.defer("text").select_related("first_run"))
    version = _version_named(request, document)
    context = {
        "document": document,
        "publisher": publisher_of(document),
        "version": version,
        "versions": versions,
        "passages": passages_in(version, request),
        "left_out": left_out_of(version),
    }
    return render(request, "timeline/source.html", context)


def _version_named(request: HttpRequest, document: Document) -> DocumentVersion:
    named = request.GET.get("version", "")
    if named:
        number = int(named) if named.isdecimal() and len(named) < 9 else 0
        return get_object_or_404(document.versions.select_related("document", "first_run"), number=number)
    if document.current is None:
        raise Http404
    return document.current


def left_out_of(version: DocumentVersion) -> list[tuple[str, str]]:
    """What of its page does not belong to the text, as (reason, the words), told by the run that read it first."""
    run = version.first_run
    inputs = Input.objects.filter(run=run).values_list("path", "report")
    paths = {path for path, report in inputs if version.document_id in report.get("documents", [])}
    dropped = run.report.get("dropped", []) if paths else []
    return [(reason, words) for path, reason, words in dropped if path in paths]


def passages_in(version: DocumentVersion, request: HttpRequest) -> list[Marked]:
    """The passages of a text that carry an event or a position which the reader may see. One query."""
    events = Event.objects.visible_to(request.user)
    positions = Position.objects.visible_to(request.user)
    counting = Q(shown=True) if version.pk == version.document.current_id else Q()
    found = (
        Passage.objects.filter(counting, version=version)
        .filter(Q(mention__event__in=events) | Q(position__in=positions))
        .select_related("mention__event", "position__speaker")
        .order_by("start", "end")
    )
    return [_marked(passage) for passage in found]


def _marked(passage: Passage) -> Marked:
    place = {"number": passage.pk, "start": passage.start, "end": passage.end}
    if passage.mention and passage.mention.event:
        event = passage.mention.event
        return Marked(**place, label=str(event.pk), href=event.get_absolute_url(), title=str(event))
    speaker = passage.position.speaker if passage.position else None
    address = f"{reverse('positions')}?speaker={speaker.slug}" if speaker else reverse("positions")
    return Marked(**place, label="said", href=address, title=f"Position of {speaker or 'an unnamed speaker'}")
