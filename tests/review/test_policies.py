"""Whatever an editor may not do is told them in sentences that a person understands."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from tests.builders import make_event, make_position
from tradewatch.review import acts, arrangement, policies
from tradewatch.vocabulary import LinkType

REVIEW = Path(__file__).resolve().parents[2] / "tradewatch" / "review"
_REFUSALS = {"NotAllowed", "BadValue", "ValidationError"}


def refusals() -> Iterator[str]:
    """Every sentence with which an act or a field is refused in the code of the desk; "…" stands for what is put in."""
    for path in sorted(REVIEW.rglob("*.py")):
        for call in (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            texts = [text for text in map(_text, call.args) if text and " " in text]
            yield from texts if name in _REFUSALS else ()


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return ""


@pytest.mark.parametrize("said", sorted(set(refusals())))
def test_a_refusal_is_a_sentence(said: str) -> None:
    assert re.match(r"[A-Z“…]", said), "it begins as a sentence does"
    assert said.endswith((".", "…")), "it ends as a sentence does"
    assert not re.search(r"_|\bNone\b|\bpk\b|\bid\b", said), "it speaks of what people know"


def test_there_are_refusals_to_read() -> None:
    assert len(set(refusals())) > 30


@pytest.mark.django_db
def test_each_act_on_what_is_rejected_or_merged_says_what_to_do_first(editor: User) -> None:
    event, other, position = make_event(accounts=[{}, {}]), make_event(), make_position()
    acts.reject(event, by=editor, because="A rumour.")
    acts.reject(position, by=editor, because="A rumour.")
    event.refresh_from_db()
    position.refresh_from_db()
    said = {
        "accepting": "event", "correcting": "position", "merging": "event", "splitting": "event", "linking": "event",
    }  # fmt: skip
    doing: dict[str, Callable[[], object]] = {
        "accepting": lambda: acts.accept(event, by=editor),
        "correcting": lambda: acts.correct(position, "stance", "demand", by=editor, because="x"),
        "merging": lambda: arrangement.merge(event, into=other, by=editor),
        "splitting": lambda: arrangement.split(event, [event.mentions.all()[0]], by=editor),
        "linking": lambda: arrangement.link(other, event, LinkType.FOLLOWS, by=editor),
    }
    for name, act in doing.items():
        with pytest.raises(policies.NotAllowed, match=f"Restore the rejected {said[name]} before {name} it."):
            act()
    gone = make_event()
    arrangement.merge(gone, into=other, by=editor)
    gone.refresh_from_db()
    with pytest.raises(policies.NotAllowed, match="This event was merged into another one: undo the merger before"):
        acts.accept(gone, by=editor)


@pytest.mark.django_db
def test_what_rests_on_a_decision_is_named_with_its_author_its_act_and_its_day(editor: User) -> None:
    version = make_event().mentions.all()[0].first_version
    values = {"kind": "talks", "action": "hold", "status": "occurred", "side": "both", "date": "2025-09-14"}
    made = arrangement.create(version, 0, 12, values, by=editor)
    acts.correct(made, "effective", "2025-09-15", by=editor, because="So it says.")
    creation = made.decisions.order_by("pk")[0]
    said = r"Undo what rests on it first: mira corrected its field “Applies from” on \d+ \w+ \d{4}\."
    with pytest.raises(policies.NotAllowed, match=said):
        acts.undo(creation, by=editor)
