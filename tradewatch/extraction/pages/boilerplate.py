"""The lines of a page that are no part of an article, by the rules of `lexicon/boilerplate.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_LEXICON = Path(__file__).parent.parent / "lexicon" / "boilerplate.toml"
# No line of a page's furniture is longer.
_LONGEST = 600


class RuleWithoutProof(ValueError):
    """A rule of the lexicon lacks its examples or counterexamples, or does not keep to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoilerplateRule:
    """A form of line that is dropped, why, and what it says of its article."""

    id: str
    reason: str
    pattern: re.Pattern[str]
    ends: bool = False
    opens_list: bool = False
    genre: str = ""
    most_words: int = 100


@lru_cache(maxsize=1)
def boilerplate_rules() -> tuple[BoilerplateRule, ...]:
    """The rules in the order of the lexicon. Raises RuleWithoutProof."""
    return tuple(_proven(row) for row in _lexicon().get("line", []))


@lru_cache(maxsize=1)
def topic_words() -> frozenset[str]:
    """Words that show that a stretch of a page speaks of the dispute."""
    return frozenset(_lexicon()["topic"]["words"])


def _lexicon() -> dict[str, Any]:
    return tomllib.loads(_LEXICON.read_text(encoding="utf-8"))


def _proven(row: Mapping[str, object]) -> BoilerplateRule:
    rule = BoilerplateRule(
        id=str(row["id"]),
        reason=str(row["reason"]),
        pattern=re.compile(str(row["pattern"]), re.IGNORECASE),
        ends=bool(row.get("ends", False)),
        opens_list=bool(row.get("opens_list", False)),
        genre=str(row.get("genre", "")),
        most_words=int(str(row.get("most_words", 100))),
    )
    examples, counterexamples = _texts(row, "examples"), _texts(row, "counterexamples")
    if not examples or not counterexamples:
        raise RuleWithoutProof(f"{rule.id} has no examples or no counterexamples.")
    wrong = [text for text in examples if not _matches(rule, text)] + [
        text for text in counterexamples if _matches(rule, text)
    ]
    if wrong:
        raise RuleWithoutProof(f"{rule.id} does not keep to “{wrong[0]}”.")
    return rule


def _texts(row: Mapping[str, object], name: str) -> list[str]:
    texts = row.get(name, [])
    return [str(text) for text in texts] if isinstance(texts, list) else []


def _matches(rule: BoilerplateRule, text: str) -> bool:
    return rule.pattern.fullmatch(text) is not None and len(text.split()) <= rule.most_words


@lru_cache(maxsize=4096)
def rule_for(text: str) -> BoilerplateRule | None:
    """The first rule whose form the whole of `text` has."""
    if len(text) > _LONGEST:
        return None
    return next((rule for rule in boilerplate_rules() if _matches(rule, text)), None)
