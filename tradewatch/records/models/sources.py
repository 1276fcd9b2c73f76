"""Where words come from: publishers, documents and their versions, and the runs that read them."""

from django.db import models
from django.db.models import F, Q

from tradewatch.vocabulary import Genre, Side


class Publisher(models.Model):
    """Who publishes; `hosts` and `marks` are what its pages are recognised by."""

    slug = models.SlugField(unique=True, max_length=80)
    name = models.CharField(max_length=200)
    genre = models.CharField(max_length=12, choices=Genre.choices())
    side = models.CharField(max_length=5, choices=Side.choices())
    hosts = models.JSONField(default=list, blank=True)
    marks = models.JSONField(default=list, blank=True)
    sample = models.BooleanField(default=False, help_text="Made up for demonstration.")
    note = models.TextField(blank=True)
    reference = models.JSONField(default=dict, editable=False, help_text="What the reference file said last.")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class IngestionRun(models.Model):
    """One call of `ingest`: what it was given, under which rules, and what came of it."""

    started = models.DateTimeField()
    finished = models.DateTimeField(null=True, blank=True, help_text="Empty: still going, or killed.")
    paths = models.JSONField(default=list)
    rules = models.CharField(max_length=64, help_text="Fingerprint of the rules.")
    gazetteer = models.CharField(max_length=64, help_text="Fingerprint of the names.")
    report = models.JSONField(
        default=dict, help_text="The closing table, and each refusal and warning with its reason."
    )

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"run {self.pk}"


class Input(models.Model):
    """One file as it was last read. It is skipped while its text, the rules and the names are all the same."""

    path = models.TextField(unique=True)
    digest = models.CharField(max_length=64, help_text="SHA-256 of its bytes.")
    rules = models.CharField(max_length=64)
    gazetteer = models.CharField(max_length=64)
    run = models.ForeignKey(IngestionRun, on_delete=models.PROTECT, related_name="inputs")
    report = models.JSONField(default=dict, help_text="Articles, what was dropped and why, warnings.")

    def __str__(self) -> str:
        return self.path


class Document(models.Model):
    """One article, known by its canonical address, else its path, and its place on that page."""

    address = models.TextField(help_text="Canonical URL, else the path as it was given.")
    place = models.PositiveSmallIntegerField(default=0, help_text="0 for the first article of its page.")
    publisher = models.ForeignKey(Publisher, null=True, blank=True, on_delete=models.PROTECT, related_name="documents")
    publisher_name = models.CharField(
        max_length=200, blank=True, help_text="As the page gives it, where it is not known."
    )
    origin = models.CharField(max_length=200, help_text="Who wrote it: copies of one report share an origin.")
    url = models.URLField(max_length=2000, blank=True)
    current = models.ForeignKey(
        "DocumentVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="As last read."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["address", "place"], name="one_document_a_place_of_an_address"),
        ]

    def __str__(self) -> str:
        told = self.current.title or self.current.lead[:80] if self.current else ""
        return told or self.address


class DocumentVersion(models.Model):
    """One wording of a document: the article as cut. Its text never changes."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the text.")
    text = models.TextField()
    title = models.TextField(blank=True)
    lead = models.TextField(blank=True)
    byline = models.TextField(blank=True)
    dateline = models.TextField(blank=True)
    genre = models.CharField(max_length=12, choices=Genre.choices())
    published = models.DateField(null=True, blank=True, help_text="The day that relative dates count from.")
    published_at = models.DateTimeField(null=True, blank=True)
    published_offset = models.SmallIntegerField(
        null=True, blank=True, help_text="Minutes east of UTC, as the page gave it."
    )
    updated_at = models.DateTimeField(null=True, blank=True)
    in_scope = models.BooleanField()
    scope_reason = models.TextField(blank=True)
    unread = models.JSONField(
        default=list, blank=True, help_text="[{start, end, rule, why}, …]: what looked like an act but was not read."
    )
    first_run = models.ForeignKey(IngestionRun, on_delete=models.PROTECT, related_name="versions")

    class Meta:
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "digest"], name="one_version_a_text"),
            models.UniqueConstraint(fields=["document", "number"], name="versions_are_numbered_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="versions_are_numbered_from_one"),
            models.CheckConstraint(
                condition=Q(updated_at__isnull=True)
                | Q(published_at__isnull=True)
                | Q(updated_at__gte=F("published_at")),
                name="a_text_is_not_updated_before_it_is_published",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title or self.lead[:60]} (version {self.number})"
