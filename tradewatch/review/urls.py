"""Addresses of the desk, under /review/."""

from django.urls import URLPattern, path

from tradewatch.review import (
    views_bulk,
    views_decide,
    views_links,
    views_merge,
    views_new,
    views_notes,
    views_queue,
    views_split,
    views_words,
)
from tradewatch.review.shelves import EVENTS, POSITIONS, Shelf

DECISIONS = ("accept", "reject", "restore", "dismiss")


def _addresses_of(shelf: Shelf) -> list[URLPattern]:
    one, given = f"{shelf.name}/<int:number>", {"shelf": shelf}
    return [
        path(f"{one}/", views_queue.item, given, name=f"review-{shelf.one}"),
        path(f"{one}/save/", views_decide.decide, {**given, "act": "save"}, name=f"review-{shelf.one}-save"),
        path(f"{one}/words/", views_words.words, given, name=f"review-{shelf.one}-words"),
        path(f"{one}/revert/", views_links.revert, given, name=f"review-{shelf.one}-revert"),
        path(f"{one}/take/", views_links.take, given, name=f"review-{shelf.one}-take"),
        path(f"articles/<int:number>/new-{shelf.one}/", views_new.new, given, name=f"review-new-{shelf.one}"),
        path(f"{shelf.name}/bulk/", views_bulk.bulk, given, name=f"review-{shelf.name}-bulk"),
        path(f"{one}/notes/", views_notes.annotate, given, name=f"review-{shelf.one}-notes"),
        *(
            path(f"{one}/{act}/", views_decide.decide, {**given, "act": act}, name=f"review-{shelf.one}-{act}")
            for act in DECISIONS
        ),
    ]


urlpatterns: list[URLPattern] = [
    path("", views_queue.queue, {"shelf": EVENTS}, name="review"),
    path("events/", views_queue.queue, {"shelf": EVENTS}, name="review-events"),
    path("positions/", views_queue.queue, {"shelf": POSITIONS}, name="review-positions"),
    *_addresses_of(EVENTS),
    *_addresses_of(POSITIONS),
    path("events/<int:number>/merge/", views_merge.merge, name="review-event-merge"),
    path("events/<int:number>/told-apart/", views_merge.told_apart, name="review-event-told-apart"),
    path("events/<int:number>/split/", views_split.split, name="review-event-split"),
    path("events/<int:number>/links/", views_links.link, name="review-event-links"),
    path("notes/<int:number>/resolve/", views_notes.resolve, name="review-note-resolve"),
    path("decisions/<int:number>/undo/", views_notes.undo, name="review-decision-undo"),
    path("actors/", views_queue.actors, name="review-actors"),
    path("leave/", views_queue.leave, name="review-leave"),
    path("keys/", views_queue.keys, name="review-keys"),
]
