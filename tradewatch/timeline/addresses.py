"""Addresses of single pages, hundreds of which a list names: each is worked out once."""

from functools import lru_cache

from django.urls import reverse


@lru_cache(maxsize=4096)
def address_of_actor(slug: str) -> str:
    return reverse("actor", args=[slug])


@lru_cache(maxsize=16_384)
def address_of_event(number: int) -> str:
    return reverse("event", args=[number])


@lru_cache(maxsize=16_384)
def address_of_source(number: int) -> str:
    return reverse("source", args=[number])
