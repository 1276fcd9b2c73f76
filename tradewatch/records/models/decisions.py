"""What editors decide: rows that are appended, and never changed or deleted; and the notes they leave."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from tradewatch.records.models.events import Event, Position
from tradewatch.records.models.evidence import Mention, Passage
from tradewatch.records.models.sources import IngestionRun
from tradewatch.vocabulary import Verb


class Annotation(models.Model):
    """A note in CommonMark for other people, on an event, a position, one of their fields, or a passage."""

    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.PROTECT, related_name="annotations")
    position = models.ForeignKey(Position, null=True, blank=True, on_delete=models.PROTECT, related_name="annotations")
    passage = models.ForeignKey(Passage, null=True, blank=True, on_delete=models.PROTECT, related_name="annotations")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replies")
    field = models.CharField(max_length=20, blank=True)
    text = models.TextField()
    tags = models.JSONField(default=list, blank=True)
    resolved = models.BooleanField(default=False, help_text="Computed from the decisions.")
    withdrawn = models.BooleanField(default=False, help_text="Computed: the decision that made it was undone.")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(event__isnull=False, position__isnull=True) | Q(event__isnull=True, position__isnull=False),
                name="a_note_is_on_an_event_or_a_position",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Decision(models.Model):
    """One act of an editor, or of a run in its own name: who, when, what, from, to, why."""

    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    run = models.ForeignKey(IngestionRun, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
    verb = models.CharField(max_length=15, choices=Verb.choices())
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
    position = models.ForeignKey(Position, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
    other = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions_elsewhere",
        help_text="The other event of a merge, split, move, link, unlink or not_duplicate.",
    )  # fmt: skip
    annotation = models.ForeignKey(
        Annotation, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    mentions = models.ManyToManyField(Mention, blank=True, related_name="decisions")
    field = models.CharField(max_length=20, blank=True)
    before = models.JSONField(null=True, blank=True)
    after = models.JSONField(null=True, blank=True)
    because = models.TextField(blank=True)
    details = models.JSONField(default=dict, blank=True)
    undoes = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone_by")
    batch = models.PositiveIntegerField(null=True, blank=True, help_text="Acts done, and undone, together.")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(by__isnull=False, run__isnull=True) | Q(by__isnull=True, run__isnull=False),
                name="somebody_decides",
            ),
            models.CheckConstraint(
                condition=Q(event__isnull=False, position__isnull=True) | Q(event__isnull=True, position__isnull=False),
                name="a_decision_is_on_an_event_or_a_position",
            ),
            models.CheckConstraint(
                condition=Q(verb="undo", undoes__isnull=False) | (~Q(verb="undo") & Q(undoes__isnull=True)),
                name="only_undo_undoes",
            ),
            models.CheckConstraint(
                condition=Q(verb__in=[verb.value for verb in Verb]), name="a_decision_has_a_known_verb"
            ),
        ]

    def __str__(self) -> str:
        return f"decision {self.pk}: {self.verb}"
