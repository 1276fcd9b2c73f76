"""The computed record: events with their measures and links, and positions. Every row here is the fold's result."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from tradewatch import edtf
from tradewatch.records.models.names import Actor, Issue
from tradewatch.records.models.sources import Document, DocumentVersion, IngestionRun
from tradewatch.records.querysets import EventQuerySet, PositionQuerySet
from tradewatch.vocabulary import (
    Action,
    Basis,
    Direction,
    Kind,
    LinkType,
    MeasureKind,
    ReviewState,
    Side,
    Stance,
    Status,
    Unit,
)


def _one_of(
    field: str, words: list[tuple[str, str]], name: str, *, also: tuple[str, ...] = ()
) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(**{f"{field}__in": [*(value for value, _ in words), *also]}), name=name)


def _ordered(earliest: str, latest: str, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{earliest}__isnull": True})
        | Q(**{f"{latest}__isnull": True})
        | Q(**{f"{latest}__gte": F(earliest)}),
        name=name,
    )


class Event(models.Model):
    """One act, done, planned, threatened or expected, by an identifiable side, at a time. Its number is permanent."""

    title = models.TextField(blank=True)
    summary = models.TextField(blank=True, help_text="Written by editors alone.")
    kind = models.CharField(max_length=14, choices=Kind.choices())
    action = models.CharField(max_length=8, choices=Action.choices())
    status = models.CharField(max_length=8, choices=Status.choices())
    side = models.CharField(max_length=5, choices=Side.choices())
    direction = models.CharField(max_length=9, choices=Direction.choices())
    date = models.CharField(max_length=40, blank=True, help_text="EDTF; empty: not known.")
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    effective = models.CharField(max_length=40, blank=True)
    effective_earliest = models.DateField(null=True, blank=True)
    effective_latest = models.DateField(null=True, blank=True)
    ends = models.CharField(max_length=40, blank=True)
    ends_earliest = models.DateField(null=True, blank=True)
    ends_latest = models.DateField(null=True, blank=True)
    listed_on = models.DateField(
        help_text="Where the list has it: earliest, else latest, else the end of the first source's month."
    )
    undated = models.BooleanField(default=False)
    actors = models.ManyToManyField(Actor, related_name="events", blank=True)
    issues = models.ManyToManyField(Issue, related_name="events", blank=True)
    instruments = models.JSONField(default=list, blank=True)
    confidence = models.FloatField(default=0)
    sources = models.PositiveIntegerField(default=0, help_text="Documents that report it.")
    origins = models.PositiveIntegerField(default=0, help_text="Independent origins of them; opinion is not counted.")
    conflicts = models.JSONField(
        default=dict, blank=True, help_text="{field: [{value, documents}, …]} where accounts differ."
    )
    review_state = models.CharField(max_length=9, choices=ReviewState.choices(), default=ReviewState.UNCHECKED.value)
    queue_reasons = models.JSONField(default=list, blank=True, help_text="Why it waits for an editor, in words.")
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="absorbed")
    state_reason = models.TextField(blank=True, help_text="Why it was rejected or withdrawn.")
    version = models.PositiveIntegerField(default=0, help_text="Raised by every decision and every change of the fold.")

    objects: ClassVar[EventQuerySet] = EventQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["listed_on", "undated", "id"]
        indexes = [
            models.Index(fields=["listed_on", "undated", "id"], name="events_in_order"),
            models.Index(fields=["review_state", "listed_on"], name="events_by_review_state"),
            models.Index(fields=["confidence", "id"], name="events_by_confidence"),
        ]
        constraints = [
            _one_of("kind", Kind.choices(), "an_event_has_a_known_kind"),
            _one_of("action", Action.choices(), "an_event_has_a_known_action"),
            _one_of("status", Status.choices(), "an_event_has_a_known_status"),
            _one_of("side", Side.choices(), "an_event_has_a_known_side"),
            _one_of("direction", Direction.choices(), "an_event_has_a_known_direction"),
            _one_of("review_state", ReviewState.choices(), "an_event_has_a_known_review_state"),
            _ordered("earliest", "latest", "an_event_does_not_end_before_it_begins"),
            _ordered("effective_earliest", "effective_latest", "effect_does_not_end_before_it_begins"),
            _ordered("ends_earliest", "ends_latest", "an_end_does_not_end_before_it_begins"),
            models.CheckConstraint(
                condition=Q(review_state="merged", merged_into__isnull=False)
                | (~Q(review_state="merged") & Q(merged_into__isnull=True)),
                name="merged_means_merged_into_one",
            ),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="an_event_is_not_merged_into_itself"),
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=1), name="an_events_confidence_is_a_share"
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"event {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.pk])

    @property
    def date_words(self) -> str:
        return edtf.wording(self.date)


class Measure(models.Model):
    """A figure of an act; `low` alone is "at least", `high` alone "at most"."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="measures")
    ordinal = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=9, choices=MeasureKind.choices())
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    previous = models.FloatField(null=True, blank=True)
    unit = models.CharField(max_length=20, choices=Unit.choices())
    object = models.TextField(blank=True)
    basis = models.CharField(max_length=6, blank=True, choices=Basis.choices())
    effective = models.CharField(max_length=40, blank=True)
    conflicting = models.BooleanField(default=False, help_text="Another account gives another figure for it.")

    class Meta:
        ordering = ["event", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["event", "ordinal"], name="measures_are_numbered_once"),
            models.CheckConstraint(
                condition=Q(low__isnull=False) | Q(high__isnull=False), name="a_measure_has_a_figure"
            ),
            _one_of("kind", MeasureKind.choices(), "a_measure_has_a_known_kind"),
            _one_of("unit", Unit.choices(), "a_measure_has_a_known_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.low}–{self.high} {self.unit}"


class EventLink(models.Model):
    """How a later event stands to an earlier one, with the words that say so, or as an editor's inference."""

    source = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="links")
    target = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="linked_from")
    type = models.CharField(max_length=11, choices=LinkType.choices())
    quote = models.TextField(blank=True)
    inferred = models.BooleanField(default=True)

    class Meta:
        ordering = ["source", "id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "type"], name="one_link_a_pair_and_type"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="an_event_does_not_link_to_itself"),
            models.CheckConstraint(condition=Q(inferred=True) | ~Q(quote=""), name="a_link_is_quoted_or_inferred"),
            _one_of("type", LinkType.choices(), "a_link_has_a_known_type"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.type} {self.target_id}"


class EventLikeness(models.Model):
    """Two events that may be one: what the last grouping could not decide, for the reviewer. Computed, not kept."""

    one = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+")
    weight = models.FloatField()
    because = models.TextField(help_text="The reasons of resemblance, in words.")
    run = models.ForeignKey(IngestionRun, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-weight", "id"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="two_events_are_alike_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="the_lower_number_comes_first"),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} may be {self.other_id}"


class Position(models.Model):
    """Who said what on which issue, with the words; known by where the quote stood when it was first read."""

    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="positions")
    first_version = models.ForeignKey(
        DocumentVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    start = models.PositiveIntegerField(default=0, help_text="Offset of the quote in the first version.")
    ordinal = models.PositiveSmallIntegerField(default=0)
    speaker = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="positions")
    side = models.CharField(max_length=5, choices=Side.choices())
    issue = models.ForeignKey(Issue, null=True, blank=True, on_delete=models.PROTECT, related_name="positions")
    stance = models.CharField(max_length=8, choices=Stance.choices())
    quote = models.TextField()
    date = models.CharField(max_length=40, blank=True, help_text="EDTF day of the statement.")
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    listed_on = models.DateField(
        help_text="Where the list has it: earliest, else latest, else the end of its source's month."
    )
    confidence = models.FloatField(default=0)
    review_state = models.CharField(max_length=9, choices=ReviewState.choices(), default=ReviewState.UNCHECKED.value)
    queue_reasons = models.JSONField(default=list, blank=True)
    state_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)

    objects: ClassVar[PositionQuerySet] = PositionQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["listed_on", "id"]
        indexes = [models.Index(fields=["listed_on", "id"], name="positions_in_order")]
        constraints = [
            models.UniqueConstraint(fields=["first_version", "start", "ordinal"], name="one_position_a_place"),
            _one_of("side", Side.choices(), "a_position_has_a_known_side"),
            _one_of("stance", Stance.choices(), "a_position_has_a_known_stance"),
            _one_of("review_state", ReviewState.choices(), "a_position_has_a_known_review_state"),
            _ordered("earliest", "latest", "a_statement_does_not_end_before_it_begins"),
        ]

    def __str__(self) -> str:
        return self.quote

    @property
    def date_words(self) -> str:
        return edtf.wording(self.date)
