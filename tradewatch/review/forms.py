"""What an editor types at the desk, read into the record's values; every refusal is a sentence at its field."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy

from tradewatch.records.accounts import EVENT_FIELDS, POSITION_FIELDS
from tradewatch.review.acts import LONGEST_NOTE, LONGEST_REASON
from tradewatch.review.dates_typed import DateTyped
from tradewatch.review.names_typed import NAMES, ActorsTyped, OneActorTyped
from tradewatch.review.new_actors import NamesNewActor
from tradewatch.review.values import LONGEST
from tradewatch.review.widgets import Area, Hidden, Line, OneOf, SomeOf
from tradewatch.review.words import WordsPlace
from tradewatch.vocabulary import Action, Direction, Kind, Side, Stance, Status, Topic

_TO_CHOOSE = ("", "choose")
_UNDERIVED = ("", "as the rule derives it")


class Completed(Line):
    """A text that the list of actors on the page completes; as one types, the server adds those known by an alias."""

    def __init__(self) -> None:
        super().__init__(
            attrs={
                "list": NAMES,
                "autocomplete": "off",
                "hx-get": reverse_lazy("review-actors"),
                "hx-target": f"#{NAMES}",
                "hx-swap": "innerHTML",
                "hx-trigger": "input changed delay:200ms",
                "hx-sync": "this:replace",
            }
        )


class LineTyped(forms.CharField):
    """A line of text."""

    widget = Line


class OneWord(forms.ChoiceField):
    """A word of a closed list."""

    widget = OneOf


class ReasonForm(forms.Form):
    """Why, and what the editor had before them: the version, the values shown (sealed), the newest decision."""

    version = forms.IntegerField(min_value=0, widget=Hidden)
    seen = forms.CharField(required=False, widget=Hidden)
    newest = forms.IntegerField(required=False, widget=Hidden)
    because = LineTyped(required=False, max_length=LONGEST_REASON, label="Reason")
    rests_on = forms.IntegerField(required=False)

    def because_needed(self) -> bool:
        """True where a reason stands; otherwise the form says that one is wanted."""
        if self.cleaned_data.get("because"):
            return True
        self.add_error("because", "Say why: the reason goes into the history.")
        return False


class EventForm(NamesNewActor, ReasonForm):
    """Every field of an event that an editor can set, but for its figures, which are rows of their own."""

    title = LineTyped(max_length=LONGEST["title"])
    kind = OneWord(choices=Kind.choices())
    action = OneWord(choices=Action.choices())
    status = OneWord(choices=Status.choices())
    side = OneWord(choices=Side.choices())
    date = DateTyped(required=False)
    effective = DateTyped(required=False)
    ends = DateTyped(required=False)
    actors = ActorsTyped(required=False)
    more_actors = ActorsTyped(required=False, widget=Completed)
    issues = forms.MultipleChoiceField(required=False, choices=Topic.choices(), widget=SomeOf)
    instruments = forms.CharField(required=False, max_length=1000, widget=Area(2))
    direction = OneWord(required=False, choices=[*Direction.choices(), _UNDERIVED])
    summary = forms.CharField(required=False, max_length=LONGEST["summary"], widget=Area(3))

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _complete_dates(self, year)

    def clean_instruments(self) -> list[dict[str, str]]:
        """ "EO: 14257" a line → [{"scheme": "EO", "number": "14257"}]."""
        return [_instrument(line) for line in str(self.cleaned_data["instruments"]).splitlines() if line.strip()]

    def typed(self) -> dict[str, Any]:
        """The values by field, in the record's forms."""
        values = {name: self.cleaned_data[name] for name in self.cleaned_data if name in _EVENT_VALUES}
        new = self.new_actor()
        made = [new.slug] if new else []
        values["actors"] = list(dict.fromkeys([*values["actors"], *self.cleaned_data["more_actors"], *made]))
        return values


class PositionForm(NamesNewActor, ReasonForm):
    """Every field of a position."""

    speaker = OneActorTyped(required=False, widget=Completed)
    side = OneWord(choices=Side.choices())
    issue = OneWord(required=False, choices=[("", "not known"), *Topic.choices()])
    stance = OneWord(choices=Stance.choices())
    date = DateTyped(required=False)
    quote = forms.CharField(max_length=LONGEST["quote"], widget=Area(3))

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _complete_dates(self, year)

    def typed(self) -> dict[str, Any]:
        values = {name: self.cleaned_data[name] for name in ("speaker", "side", "issue", "stance", "date", "quote")}
        new = self.new_actor()
        return {**values, "speaker": new.slug} if new else values


_EVENT_VALUES = (
    frozenset(EventForm.base_fields)
    - frozenset(ReasonForm.base_fields)
    - frozenset(NamesNewActor.base_fields)
    - {"more_actors"}
)


def _complete_dates(form: forms.Form, year: int) -> None:
    for field in form.fields.values():
        if isinstance(field, DateTyped):
            field.year = year


def _instrument(line: str) -> dict[str, str]:
    scheme, colon, number = (part.strip() for part in line.partition(":"))
    if not (scheme and colon and number):
        raise ValidationError(f"“{line.strip()}” is no scheme and number such as “EO: 14257”.")
    return {"scheme": scheme, "number": number}


class NewItemForm(NamesNewActor, WordsPlace):
    """What a new item needs: its words, and why the editor makes it."""

    because = LineTyped(required=False, max_length=LONGEST_REASON, label="Reason")

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _complete_dates(self, year)
        self.order_fields(["words", "start", "end", *(name for name in self.fields if name != "because")])

    def typed(self) -> dict[str, Any]:
        """The values of the fields that were filled in, in the record's forms."""
        apart = {*NewItemForm.base_fields}
        typed = {name: value for name, value in self.cleaned_data.items() if name not in apart and value}
        new = self.new_actor()
        if new and "actors" in self.fields:
            return {**typed, "actors": [*typed.get("actors", []), new.slug]}
        return {**typed, "speaker": new.slug} if new else typed

    @property
    def of_item(self) -> list[forms.BoundField]:
        """The fields without those of a new actor, which stand by themselves."""
        return [bound for bound in self if bound.name not in NamesNewActor.base_fields]


class NewEventForm(NewItemForm):
    """The fields without which an event is none, and those that one would set at once; the rest is set at the desk."""

    kind = OneWord(choices=[_TO_CHOOSE, *Kind.choices()])
    action = OneWord(choices=[_TO_CHOOSE, *Action.choices()])
    status = OneWord(choices=Status.choices(), initial=Status.OCCURRED.value)
    side = OneWord(choices=[_TO_CHOOSE, *Side.choices()])
    date = DateTyped(required=False)
    effective = DateTyped(required=False, label="Applies from")
    actors = ActorsTyped(required=False, widget=Completed)
    issues = forms.MultipleChoiceField(required=False, choices=Topic.choices(), widget=SomeOf)
    title = LineTyped(required=False, max_length=LONGEST["title"], label="Title (empty: made from the rest)")


class NewPositionForm(NewItemForm):
    """Who said it, for whom, about what and how."""

    speaker = OneActorTyped(required=False, widget=Completed)
    side = OneWord(choices=[_TO_CHOOSE, *Side.choices()])
    stance = OneWord(choices=[_TO_CHOOSE, *Stance.choices()])
    issue = OneWord(required=False, choices=[("", "not known"), *Topic.choices()])
    date = DateTyped(required=False)


class NoteForm(forms.Form):
    """An annotation: its text in CommonMark, its tags, and what it is about."""

    text = forms.CharField(
        max_length=LONGEST_NOTE,
        widget=Area(2),
        label="Add an annotation",
        error_messages={"required": "Write the note first."},
    )
    tags = LineTyped(required=False, max_length=200, label="Tags")
    about = LineTyped(required=False, max_length=40, label="On")
    parent = forms.IntegerField(required=False)

    def clean_about(self) -> tuple[str, int | None]:
        """ "field:date" → ("date", None), "passage:12" → ("", 12), "" → ("", None)."""
        what, _, which = str(self.cleaned_data["about"]).partition(":")
        if what == "field" and which in (*EVENT_FIELDS, *POSITION_FIELDS):
            return which, None
        if what == "passage" and which.isdecimal():
            return "", int(which)
        if what:
            raise ValidationError("A note is on the whole, on a field, or on a quote.")
        return "", None

    def clean_tags(self) -> list[str]:
        """ "figure, date" → ["figure", "date"]."""
        tags = [" ".join(tag.split()).lower() for tag in str(self.cleaned_data["tags"]).split(",")]
        return list(dict.fromkeys(tag for tag in tags if tag))
