"""The names that reading knows, from the tables: an alias that an editor adds counts at the next run."""

import hashlib

from tradewatch.extraction.datatypes import Gazetteer, KnownActor, KnownPublisher
from tradewatch.records.models import Actor, Publisher


def gazetteer_from_tables() -> Gazetteer:
    """All actors and publishers, in the order of their slugs. Four queries."""
    actors = Actor.objects.prefetch_related("aliases", "roles").order_by("slug")
    return Gazetteer(
        actors=tuple(
            KnownActor(
                slug=actor.slug,
                name=actor.name,
                kind=actor.kind,
                side=actor.side,
                aliases=tuple(sorted(alias.text for alias in actor.aliases.all())),
                roles=tuple((role.title, role.start, role.end) for role in actor.roles.all()),
            )
            for actor in actors
        ),
        publishers=tuple(
            KnownPublisher(
                slug=publisher.slug,
                name=publisher.name,
                genre=publisher.genre,
                side=publisher.side,
                hosts=tuple(publisher.hosts),
                marks=tuple(publisher.marks),
            )
            for publisher in Publisher.objects.order_by("slug")
        ),
    )


def fingerprint(gazetteer: Gazetteer) -> str:
    """What changes whenever any name does: 64 hexadecimal digits."""
    return hashlib.sha256(repr(gazetteer).encode()).hexdigest()
