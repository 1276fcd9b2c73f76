"""The names that reading knows, from the tables: an alias that an editor adds counts at the next run."""

import hashlib
from functools import cache
from pathlib import Path

from tradewatch.extraction.datatypes import Gazetteer, KnownActor, KnownPublisher
from tradewatch.records.models import Actor, Publisher

PROGRAM = Path(__file__).resolve().parents[1]


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


@cache
def fingerprint_of_rules() -> str:
    """What changes whenever reading does: of every file of the code and the lexicon that a reading goes through.

    A version number kept by hand would be forgotten once, and known files would then be skipped under new rules.
    """
    parts = [PROGRAM / name for name in ("edtf.py", "vocabulary.py")]
    for folder in ("titles", "extraction"):
        parts += sorted(path for path in (PROGRAM / folder).rglob("*") if path.suffix in (".py", ".toml"))
    digest = hashlib.sha256()
    for path in parts:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
