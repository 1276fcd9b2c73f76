"""What tells caches that the record has moved on: written by the database itself, so that no writer forgets."""

from django.db import models

EVERY_EVENT = 0


class Change(models.Model):
    """One row written to a table that pages show. Triggers (migration 0006) write these, and drop the oldest.

    The last row is the version of the data. Its token is chance: two states of the record never share one, even where
    a transaction was rolled back or a backup was restored.
    """

    number = models.BigAutoField(primary_key=True)
    token = models.CharField(max_length=40)
    event = models.BigIntegerField(
        null=True, help_text="The event whose place in the census may be another now; 0: any event's; empty: none's."
    )

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}-{self.token}"
