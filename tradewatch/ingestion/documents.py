"""Articles into documents and their versions: a known text is found again, a new one is added, none is changed."""

import hashlib
from datetime import date, datetime, time
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from zoneinfo import ZoneInfo

from django.utils import timezone

from tradewatch.extraction.datatypes import Article, ArticleReading
from tradewatch.records.models import Document, DocumentVersion, IngestionRun, Publisher

_TRACKING = ("utm_", "fbclid", "gclid", "mc_")


def address_of(article: Article) -> str:
    """The canonical address: the URL without fragment and tracking parameters, else the path."""
    if not article.url:
        return article.path
    parts = urlsplit(article.url)
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query) if not key.startswith(_TRACKING)])
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", query, ""))


def digest_of(text: str) -> str:
    """What a version goes by: SHA-256 of its text."""
    return hashlib.sha256(text.encode()).hexdigest()


def store(reading: ArticleReading, run: IngestionRun) -> tuple[DocumentVersion, DocumentVersion | None]:
    """(the article's version, now its document's current one; the one that was current before, if it was another)."""
    article = reading.article
    publisher = Publisher.objects.filter(slug=article.publisher).first()
    known = {
        "publisher": publisher,
        "publisher_name": publisher.name if publisher else article.publisher[:200],
        "origin": publisher.slug if publisher else (article.publisher or article.byline or article.path)[:200],
        "url": article.url[:2000],
    }
    document, _ = Document.objects.select_related("current").get_or_create(
        address=address_of(article), place=article.place, defaults=known
    )
    before = document.current
    version = _version(document, reading, run)
    document.current = version
    for name, value in known.items():
        setattr(document, name, value)
    document.save()
    return version, before if before and before.pk != version.pk else None


def _version(document: Document, reading: ArticleReading, run: IngestionRun) -> DocumentVersion:
    article = reading.article
    told = _told(reading)
    digest = digest_of(article.text)
    version = document.versions.filter(digest=digest).first()
    if version is None:
        number = document.versions.count() + 1
        return DocumentVersion.objects.create(
            document=document, number=number, digest=digest, text=article.text, first_run=run, **told
        )
    if any(getattr(version, name) != value for name, value in told.items()):
        # The same words read better: a date found, a byline told from a caption. The text itself stays.
        for name, value in told.items():
            setattr(version, name, value)
        version.save(update_fields=list(told))
    return version


def _told(reading: ArticleReading) -> dict[str, object]:
    article = reading.article
    published, updated = _aware(article.published_at), _aware(article.updated_at)
    if published and updated and updated < published:
        updated = None
    return {
        "title": article.title,
        "lead": article.lead,
        "byline": article.byline,
        "dateline": article.dateline,
        "genre": article.genre,
        "published": _plain_day(article.published),
        "published_at": published,
        "published_offset": _offset(article.published_at),
        "updated_at": updated,
        "in_scope": reading.in_scope,
        "scope_reason": reading.scope_reason,
        "unread": [
            {"start": one.start, "end": one.end, "rule": one.rule, "why": one.why}
            for one in (reading.unread if reading.in_scope else ())
        ],
    }


def _plain_day(day: date | None) -> date | None:
    return day.date() if isinstance(day, datetime) else day


def _aware(moment: datetime | date | None) -> datetime | None:
    """A time with a zone; one that the page gave without is taken for UTC, and `published_offset` stays empty."""
    if moment is None:
        return None
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    return moment if timezone.is_aware(moment) else moment.replace(tzinfo=ZoneInfo("UTC"))


def _offset(moment: datetime | None) -> int | None:
    if moment is None or not isinstance(moment, datetime):
        return None
    offset = moment.utcoffset()
    return int(offset.total_seconds() // 60) if offset is not None else None
