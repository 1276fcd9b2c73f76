"""What the lexicon holds, as values: rules, classes of objects, cues and terms, each with its own proof."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What words report an act: verbs and nouns with the classes of their objects, or a pattern of its own.

    `strength` is how often, of the readings it gives, the act is there (0 to 1). `status`, `side` and `issue` are
    given where the words settle them by themselves ("off the table" is a threat dropped, "Entity List" is American).
    """

    id: str
    kind: str
    action: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None  # words of the sentence that stop the rule
    status: str = ""
    side: str = ""
    issue: str = ""
    strength: float = 0.8
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectClass:
    """A class of things that acts act upon: "tariff", "port_fee", "talks" …; earlier classes win where two overlap."""

    id: str
    pattern: re.Pattern[str]
    side: str = ""  # whose it is, where its name settles that
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words left or right of a trigger that change how firmly the act is asserted, or what it is.

    `effect` is "status", "action" or "drop", `value` the status or action, `said` the reason in words.
    """

    id: str
    where: str  # left, right, clause: the text that `pattern` searches
    pattern: re.Pattern[str]
    effect: str
    value: str
    said: str
    forms: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    actions: frozenset[str] = frozenset()
    genres: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The rules as loaded from `lexicon/*.toml`; `fingerprint` changes whenever any of them does."""

    rules: tuple[Rule, ...] = ()
    objects: tuple[ObjectClass, ...] = ()
    cues: tuple[Cue, ...] = ()
    terms: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    # lower-case form → (verb, tags), and the rules of (verb or noun, object class)
    verb_forms: Mapping[str, tuple[tuple[str, frozenset[str]], ...]] = field(default_factory=dict)
    verb_rules: Mapping[tuple[str, str], Rule] = field(default_factory=dict)
    noun_rules: Mapping[tuple[str, str], Rule] = field(default_factory=dict)
    particles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fingerprint: str = ""
