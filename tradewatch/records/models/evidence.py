"""What sources say: mentions with their passages, what the machine read in them, and which event they belong to.

Rows here are appended and never changed, but for `Mention.event`, which the fold computes.
"""

from django.db import models
from django.db.models import F, Q

from tradewatch.records.models.sources import Document, DocumentVersion, IngestionRun


class Mention(models.Model):
    """One article's account of one event, known by where its trigger stood when it was first read."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="mentions")
    first_version = models.ForeignKey(DocumentVersion, on_delete=models.PROTECT, related_name="+")
    trigger = models.PositiveIntegerField(help_text="Offset of the trigger in the first version.")
    ordinal = models.PositiveSmallIntegerField(default=0, help_text="Tells accounts of one trigger apart.")
    event = models.ForeignKey(
        "Event",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="mentions",
        help_text="Computed by the fold.",
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["first_version", "trigger", "ordinal"], name="one_mention_a_trigger"),
        ]

    def __str__(self) -> str:
        return f"mention {self.pk}"


class Passage(models.Model):
    """Exact words of one version that carry a mention or a position: `quote == version.text[start:end]`."""

    mention = models.ForeignKey(Mention, null=True, blank=True, on_delete=models.PROTECT, related_name="passages")
    position = models.ForeignKey("Position", null=True, blank=True, on_delete=models.PROTECT, related_name="passages")
    version = models.ForeignKey(DocumentVersion, on_delete=models.PROTECT, related_name="passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    trigger = models.PositiveIntegerField(
        null=True, blank=True, help_text="Offset of the mention's trigger in this version."
    )
    run = models.ForeignKey(IngestionRun, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    retired = models.ForeignKey(
        IngestionRun,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The run that no longer read these words as this mention's.",
    )
    shown = models.BooleanField(
        default=True, help_text="Computed by the fold: the words stand in the current version and count."
    )
    decision = models.ForeignKey("Decision", null=True, blank=True, on_delete=models.PROTECT, related_name="passages")

    class Meta:
        ordering = ["version", "start"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="a_passage_has_words"),
            models.CheckConstraint(
                condition=Q(mention__isnull=True, position__isnull=False)
                | Q(mention__isnull=False, position__isnull=True),
                name="a_passage_carries_a_mention_or_a_position",
            ),
            models.CheckConstraint(
                condition=Q(run__isnull=True, decision__isnull=False) | Q(run__isnull=False, decision__isnull=True),
                name="a_passage_comes_from_a_run_or_a_decision",
            ),
            models.UniqueConstraint(fields=["mention", "version", "start", "end"], name="a_mention_has_a_passage_once"),
            models.UniqueConstraint(
                fields=["position", "version", "start", "end"], name="a_position_has_a_passage_once"
            ),
        ]

    def __str__(self) -> str:
        return self.quote


class Reading(models.Model):
    """What the machine made of a mention or a position in one run.

    `values` holds the fields in the export's names and forms (kind, action, status, date, effective, ends, side,
    actors, issues, instruments, measures, object, title; of a position speaker, side, issue, stance, date).
    `ended`: this run found nothing here any more, for the reason in `explanation`.
    """

    mention = models.ForeignKey(Mention, null=True, blank=True, on_delete=models.PROTECT, related_name="readings")
    position = models.ForeignKey("Position", null=True, blank=True, on_delete=models.PROTECT, related_name="readings")
    run = models.ForeignKey(IngestionRun, on_delete=models.PROTECT, related_name="readings")
    version = models.ForeignKey(DocumentVersion, on_delete=models.PROTECT, related_name="readings")
    values = models.JSONField(default=dict)
    confidence = models.FloatField(default=0)
    explanation = models.JSONField(default=list, help_text="[{field, rule, words, said}, …]")
    ended = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(mention__isnull=True, position__isnull=False)
                | Q(mention__isnull=False, position__isnull=True),
                name="a_reading_is_of_a_mention_or_a_position",
            ),
            models.CheckConstraint(condition=Q(confidence__gte=0, confidence__lte=1), name="confidence_is_a_share"),
            models.UniqueConstraint(fields=["mention", "run"], name="a_run_reads_a_mention_once"),
            models.UniqueConstraint(fields=["position", "run"], name="a_run_reads_a_position_once"),
        ]

    def __str__(self) -> str:
        return f"reading {self.pk}"


class Grouping(models.Model):
    """Reconciling's word that a mention belongs to an event; the latest row of a mention counts."""

    mention = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="groupings")
    event = models.ForeignKey("Event", on_delete=models.PROTECT, related_name="groupings")
    run = models.ForeignKey(IngestionRun, on_delete=models.PROTECT, related_name="groupings")
    because = models.TextField(blank=True, help_text="The reasons of resemblance, in words.")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"mention {self.mention_id} in event {self.event_id}"


class Linking(models.Model):
    """Which earlier event a mention's words link its own to: the event that `target`, another mention, belongs to.

    The rows of a mention's latest run count; one without a target says that this run found none.
    """

    mention = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="linkings")
    target = models.ForeignKey(Mention, null=True, blank=True, on_delete=models.PROTECT, related_name="linked_from")
    type = models.CharField(max_length=11, blank=True)
    quote = models.TextField(blank=True, help_text="The words of the mention's text that say so.")
    inferred = models.BooleanField(default=False, help_text="The words tell the act; the link follows.")
    run = models.ForeignKey(IngestionRun, on_delete=models.PROTECT, related_name="linkings")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["mention", "target", "type", "run"], name="a_run_links_two_once"),
            models.CheckConstraint(
                condition=Q(target__isnull=True, type="", quote="")
                | (Q(target__isnull=False) & ~Q(type="") & ~Q(quote="")),
                name="a_link_that_is_read_has_its_words",
            ),
        ]

    def __str__(self) -> str:
        return f"mention {self.mention_id} {self.type} mention {self.target_id}"
