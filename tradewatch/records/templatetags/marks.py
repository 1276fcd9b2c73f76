"""Marks and labels. Position says who, fill says direction, shape says kind; colour only repeats what the words say."""

from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from tradewatch.vocabulary import Action, Direction, Genre, Kind, ReviewState, Side, Stance, Status, Word

register = template.Library()

_CLASS = {Direction.ESCALATES: "is-esc", Direction.EASES: "is-ease", Direction.NEITHER: "is-neu"}
_BADGE = {Side.US: "US", Side.CHINA: "CN", Side.BOTH: "US+CN", Side.OTHER: "Other"}
_STANCE = {
    Stance.DEMAND: "is-esc",
    Stance.OPPOSE: "is-esc",
    Stance.THREATEN: "is-esc",
    Stance.OFFER: "is-ease",
    Stance.SUPPORT: "is-ease",
    Stance.CONCEDE: "is-ease",
}
_SIGN = {"is-esc": "▲", "is-ease": "▽", "is-neu": "–"}
_STATUS = {Status.PLANNED: "planned", Status.EXPECTED: "expected, not confirmed", Status.DENIED: "denied"}
_HALO = mark_safe('<circle class="halo" r="9"/>')
_STRIKE = mark_safe('<path class="strike" d="M-8 8L8 -8"/>')
_NOT_CHECKED = mark_safe('<span class="rv rv-machine">not checked yet</span>')
_CHECKED = {
    ReviewState.ACCEPTED: mark_safe('<span class="rv">checked</span>'),
    ReviewState.DOUBTED: mark_safe('<span class="rv rv-queried">in doubt</span>'),
}
_WORDS: dict[str, type[Word]] = {
    "kind": Kind,
    "action": Action,
    "status": Status,
    "side": Side,
    "stance": Stance,
    "direction": Direction,
    "review_state": ReviewState,
    "genre": Genre,
}
_LABELS = {name: {word.value: word.label for word in words} for name, words in _WORDS.items()}


@register.filter
def word(value: str, vocabulary: str) -> str:
    """The label of a word of a closed list: {{ "port_fee"|word:"kind" }} → "Port fee"."""
    return _LABELS[vocabulary].get(value, value)


def is_threat(event: Any) -> bool:
    """True for what is said and not yet done: a threat or a proposal that would sharpen the dispute."""
    return event.action in (Action.THREATEN, Action.PROPOSE) and event.direction == Direction.ESCALATES


@register.filter
def direction_class(event: Any) -> str:
    """The classes that fill a mark: solid escalates, half is a threat, hollow eases, grey neither."""
    return _CLASS[Direction(event.direction)] + (" is-threat" if is_threat(event) else "")


@register.simple_tag
def mark(event: Any, size: int = 20) -> SafeString:
    """An event's mark; a dotted halo is planned or expected, a stroke denied."""
    extra = _HALO if event.status in (Status.PLANNED, Status.EXPECTED) else ""
    if event.status == Status.DENIED:
        extra = _STRIKE
    return _svg(event.kind, direction_class(event), size, extra)


@register.simple_tag
def kind_mark(kind: str, fill: str = "is-neu", size: int = 16) -> SafeString:
    """The mark of a kind, grey unless `fill` says otherwise, for keys and filters."""
    return _svg(kind, fill, size, "")


@lru_cache(maxsize=1024)
def _svg(kind: str, classes: str, size: int, extra: str) -> SafeString:
    return format_html(
        '<svg class="g {}" width="{}" height="{}" viewBox="-10 -10 20 20" aria-hidden="true">'
        '<use href="#k-{}"/>{}</svg>',
        classes,
        size,
        size,
        kind,
        extra,
    )


@register.simple_tag
@lru_cache(maxsize=len(Side))
def side_badge(side: str) -> SafeString:
    """The side in two letters, in full for whoever hovers or listens."""
    known = Side(side)
    return format_html('<span class="side" title="{}">{}</span>', known.label, _BADGE[known])


@register.simple_tag
def act_words(event: Any) -> SafeString:
    """Kind and action, and to a screen reader the direction that the colour repeats."""
    return _act(event.kind, event.action, event.direction, direction_words(event))


@lru_cache(maxsize=1024)
def _act(kind: str, action: str, direction: str, said: str) -> SafeString:
    return format_html(
        '<span class="act {}"><span class="kind">{}</span> {}<span class="vh">, {}</span></span>',
        _CLASS[Direction(direction)],
        Kind(kind).label,
        Action(action).label,
        said,
    )


@register.filter
def direction_words(event: Any) -> str:
    """ "threat, not in force", "escalates", "eases" or "neither"."""
    return "threat, not in force" if is_threat(event) else Direction(event.direction).label


@register.simple_tag
def status_badge(event: Any) -> SafeString | str:
    """A label for whatever is not simply done; nothing for what occurred."""
    return _status(event.status)


@lru_cache(maxsize=len(Status))
def _status(status: str) -> SafeString | str:
    words = _STATUS.get(Status(status))
    return format_html('<span class="status status-{}">{}</span>', status, words) if words else ""


@register.simple_tag
def checked_words(row: Any) -> SafeString:
    """Whether somebody has looked at an event or a position."""
    return _CHECKED.get(row.review_state, _NOT_CHECKED)


@register.simple_tag
@lru_cache(maxsize=len(Stance))
def stance_words(stance: str) -> SafeString:
    """A stance with its sign: solid up for pressure, hollow down for easing, a dash for judging."""
    fill = _STANCE.get(Stance(stance), "is-neu")
    return format_html(
        '<span class="stance {}"><span aria-hidden="true">{}</span> {}</span>', fill, _SIGN[fill], Stance(stance).label
    )


@register.simple_tag
def confidence_bars(confidence: float) -> SafeString:
    """How sure the machine is, as a word and three bars: low below a half, high from 0.8."""
    level = 1 if confidence < 0.5 else 2 if confidence < 0.8 else 3
    bars = format_html_join("", "<i{}></i>", ((mark_safe(' class="on"') if at < level else "",) for at in range(3)))
    words = {1: "low", 2: "medium", 3: "high"}[level]
    return format_html('<span class="conf" aria-hidden="true">{}</span> {}', bars, words)
