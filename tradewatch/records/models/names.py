"""Who acts and what about: actors with their dated roles and names, and the issues."""

from django.db import models
from django.db.models import F, Q

from tradewatch.vocabulary import Side, Topic


class Actor(models.Model):
    """A person, body, company, country or bloc that takes part in the dispute."""

    class Kind(models.TextChoices):
        PERSON = "person", "person"
        GOVERNMENT_BODY = "government_body", "government body"
        COMPANY = "company", "company"
        COUNTRY = "country", "country"
        BLOC = "bloc", "bloc"
        ORGANISATION = "organisation", "organisation"

    slug = models.SlugField(unique=True, max_length=80)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=16, choices=Kind)
    side = models.CharField(max_length=5, choices=Side.choices())
    note = models.TextField(blank=True)
    reference = models.JSONField(default=dict, editable=False, help_text="What the reference file said last.")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(side__in=[side.value for side in Side]), name="an_actor_has_a_known_side"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Role(models.Model):
    """An office that an actor held, and from when to when; an empty end is open."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="roles")
    title = models.CharField(max_length=200)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["actor", "start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(end__isnull=True) | Q(end__gte=F("start")),
                name="a_role_does_not_end_before_it_starts",
            ),
            models.UniqueConstraint(fields=["actor", "title", "start"], name="one_row_a_term_of_office"),
        ]

    def __str__(self) -> str:
        return self.title


class Alias(models.Model):
    """A name that texts use for an actor."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=200)
    from_reference = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["text"]
        verbose_name_plural = "aliases"
        constraints = [models.UniqueConstraint(fields=["actor", "text"], name="an_actor_has_a_name_once")]

    def __str__(self) -> str:
        return self.text


class Issue(models.Model):
    """What acts and positions are about; the list is the codebook's."""

    slug = models.SlugField(unique=True, max_length=40, choices=Topic.choices())
    name = models.CharField(max_length=80)
    meaning = models.TextField(blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    reference = models.JSONField(default=dict, editable=False, help_text="What the reference file said last.")

    class Meta:
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name
