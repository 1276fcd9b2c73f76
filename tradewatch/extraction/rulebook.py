"""What the lexicon holds, as values: rules, classes of objects, cues and terms, each with its own proof."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tradewatch.extraction.sieve import Sifted, Wording

SAYINGS = ("demand", "oppose", "threaten", "offer", "support", "concede", "assess", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What words report an act: verbs and nouns with the classes of their objects, or a pattern of its own.

    `strength` is how often, of the readings it gives, the act is there (0 to 1). `status` and `side` are given where
    the words settle them by themselves: "off the table" is a threat dropped, "Entity List" is American.
    """

    id: str
    kind: str
    action: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    pattern: Wording | None = None
    unless: re.Pattern[str] | None = None  # words of the sentence that stop the rule
    status: str = ""
    side: str = ""
    issue: str = ""  # what it is about, where the words settle that: "a stay of enforcement" is TikTok's
    strength: float = 0.8
    last: bool = False  # only where no other rule has read the same words
    article: str = ""  # only in an article that names this word time and again
    apart: bool = False  # the words before its trigger may tell of another act: "one inquiry … and a second into"
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordClass:
    """Words of one sort: a class of things acted upon ("tariff", "port_fee"), or an issue and the words that raise it.

    Earlier classes win where two overlap. `side` says whose the thing is, where its name settles that.
    """

    id: str
    pattern: Wording
    side: str = ""
    sort: str = ""  # the class that it is of, where its id is another: "the app" is of "tiktok"
    article: str = ""  # only in an article that names this word, or one of those that "|" parts, time and again
    points: bool = False  # words that only point back at the measure told before: "the order", "the move"
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Words for what acts of some kinds (all, where none is given) fall upon, and the name that a title gives it.

    `sort` is list, rule, notices, goods, party or case; "{many}" in the name is the pattern's group of that name.
    Earlier subjects win where two overlap.
    """

    id: str
    pattern: Wording
    name: str
    sort: str
    side: str = ""
    owner: str = ""  # the side that alone controls its export, or looks into it
    kinds: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCue:
    """Words that say how an act stands to an earlier one: `type` is a vocabulary.LinkType value.

    `way` is where the two stand: the lexicon's file of links says which ways there are, `answers` and `deals` follow
    them.
    """

    id: str
    type: str
    way: str
    pattern: Wording
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words around a trigger that change how firmly the act is asserted, or what it is; or words that carry a stance.

    `where` is the text that `pattern` searches: left or right of the trigger, or the sentence. `effect` is "status",
    "action", "drop" or "stance", `value` the status, action or stance, `said` the reason in words.
    """

    id: str
    pattern: Wording
    effect: str
    value: str = ""
    where: str = "left"
    said: str = ""
    forms: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    actions: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbForm:
    """One reading of a word as a form of a verb: "rolled" is past of "roll back" where "back" follows."""

    verb: str
    tags: frozenset[str]
    particle: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """The rules as loaded from `lexicon/*.toml`; `fingerprint` changes whenever any of them or a weight does."""

    rules: tuple[Rule, ...] = ()
    objects: tuple[WordClass, ...] = ()
    issues: tuple[WordClass, ...] = ()
    cues: tuple[Cue, ...] = ()
    stances: tuple[Cue, ...] = ()
    subjects: tuple[Subject, ...] = ()
    links: tuple[LinkCue, ...] = ()
    terms: Mapping[str, Wording] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    verb_forms: Mapping[str, tuple[VerbForm, ...]] = field(default_factory=dict)
    verb_rules: Mapping[tuple[str, str], Rule] = field(default_factory=dict)
    noun_rules: Mapping[tuple[str, str], Rule] = field(default_factory=dict)
    fingerprint: str = ""

    @cached_property
    def patterns(self) -> Sifted[Rule]:
        """The rules that have a pattern, but for those that come last."""
        return Sifted((rule.pattern, rule) for rule in self.rules if rule.pattern and not rule.last)

    @cached_property
    def article_words(self) -> frozenset[str]:
        """The words that classes of things and rules want an article to name time and again."""
        asked = {one.article for one in self.objects} | {one.article for one in self.rules}
        return frozenset(asked - {""})

    @cached_property
    def last_patterns(self) -> Sifted[Rule]:
        """The rules that have a pattern and come last."""
        return Sifted((rule.pattern, rule) for rule in self.rules if rule.pattern and rule.last)

    @cached_property
    def sifted_objects(self) -> Sifted[WordClass]:
        """The classes of things acted upon."""
        return Sifted((sort.pattern, sort) for sort in self.objects)

    @cached_property
    def sifted_cues(self) -> Sifted[Cue]:
        """The words around a trigger that say how firmly it is asserted."""
        return Sifted((cue.pattern, cue) for cue in self.cues)

    @cached_property
    def sifted_issues(self) -> Sifted[WordClass]:
        """The issues."""
        return Sifted((issue.pattern, issue) for issue in self.issues)

    @cached_property
    def sifted_sayings(self) -> Sifted[tuple[str, Wording]]:
        """The verbs of saying by the stance that they tell, the more telling ones first."""
        told = [(name, self.terms[f"says_{name}".rstrip("_")]) for name in SAYINGS]
        return Sifted((pattern, (name, pattern)) for name, pattern in told)

    @cached_property
    def sifted_subjects(self) -> Sifted[Subject]:
        """What acts fall upon, by the name that titles give it."""
        return Sifted((subject.pattern, subject) for subject in self.subjects)

    @cached_property
    def sifted_links(self) -> Sifted[LinkCue]:
        """The words that link acts."""
        return Sifted((cue.pattern, cue) for cue in self.links)
