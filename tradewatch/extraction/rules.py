"""The lexicon as loaded from `lexicon/*.toml`: rules as data, each with examples that fire and others that must not."""

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from tradewatch.extraction.forms import forms_of
from tradewatch.extraction.rulebook import Cue, Lexicon, LinkCue, Rule, Subject, VerbForm, WordClass
from tradewatch.extraction.shorthand import SHORT
from tradewatch.extraction.sieve import Wording, wording
from tradewatch.extraction.weights import FILE as WEIGHTS
from tradewatch.extraction.weights import load_weights
from tradewatch.vocabulary import Action, Kind, LinkType, Stance, Status, Topic

RULES_VERSION = "1"  # raised by whoever changes what the mechanics do with the same lexicon
FOLDER = Path(__file__).parent / "lexicon"
_Made = TypeVar("_Made")
SUBJECTS = ("list", "rule", "notices", "goods", "party", "case")
WAYS = (
    "back", "told", "anywhere", "called", "pointing", "question", "mirrors", "causing", "at_once",
    "whole", "deal", "later", "leading", "soon", "likewise", "out_of",
)  # fmt: skip
_NOT_OURS = frozenset({"boilerplate.toml"})


class LexiconError(ValueError):
    """A rule that cannot be used; the message names its file and the rule."""


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon of the program. Raises LexiconError where a rule, or the table of weights, is not fit for use."""
    try:
        load_weights()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LexiconError(f"{WEIGHTS.name} cannot be used ({error}); `manage.py learn` writes it anew.") from error
    return lexicon_from(FOLDER)


def lexicon_from(folder: Path) -> Lexicon:
    """The lexicon that the TOML files of `folder` hold. Raises LexiconError."""
    files = [path for path in sorted(folder.glob("*.toml")) if path.name not in _NOT_OURS]
    tables = [(path.name, _parsed(path)) for path in files]
    families = {key: value for _, table in tables for key, value in table.get("families", {}).items()}
    rules = tuple(_each(tables, "rule", lambda row, where: _rule(with_families(row, families, where), where)))
    irregular: dict[str, Sequence[str]] = {}
    terms: dict[str, Wording] = {}
    words: dict[str, frozenset[str]] = {}
    for name, table in tables:
        irregular |= table.get("irregular", {})
        words |= {key: frozenset(value) for key, value in table.get("words", {}).items()}
        terms |= {key: _regex(value, f"{name}, term “{key}”") for key, value in table.get("terms", {}).items()}
    return Lexicon(
        rules=rules,
        objects=tuple(_each(tables, "object", _word_class)),
        issues=tuple(_each(tables, "issue", _issue)),
        cues=tuple(_each(tables, "cue", _cue)),
        stances=tuple(_each(tables, "stance", _stance)),
        subjects=tuple(_each(tables, "subject", _subject)),
        links=tuple(_each(tables, "link", _link)),
        terms=terms,
        words=words,
        verb_forms=_verb_forms(rules, irregular),
        verb_rules=_by_object(rules, lambda rule: rule.verbs),
        noun_rules=_by_object(rules, lambda rule: rule.nouns),
        fingerprint=_fingerprint([*files, *folder.glob(WEIGHTS.name)]),
    )


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path.name}: {error}") from error


def _fingerprint(files: Iterable[Path]) -> str:
    digest = hashlib.sha256(RULES_VERSION.encode())
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _each(
    tables: Sequence[tuple[str, dict[str, Any]]], sort: str, made: Callable[[dict[str, Any], str], _Made]
) -> Iterator[_Made]:
    seen: dict[str, str] = {}
    for name, table in tables:
        for number, row in enumerate(table.get(sort, []), start=1):
            where = f"{name}, {sort} “{row.get('id', f'number {number}')}”"
            if not row.get("id"):
                raise LexiconError(f"{where}: it has no id.")
            if row["id"] in seen:
                raise LexiconError(f"{where}: {seen[row['id']]} has one of that id.")
            for proof in ("examples", "counterexamples"):
                if not row.get(proof):
                    raise LexiconError(f"{where}: it has no {proof}.")
            seen[row["id"]] = name
            try:
                yield made(row, where)
            except TypeError as error:
                raise LexiconError(f"{where}: {error}") from error


def _regex(source: str, where: str, made: Callable[[str, re.RegexFlag], Any] = wording) -> Any:
    for short, words in SHORT.items():
        source = source.replace(short, words)
    try:
        return made(source, re.IGNORECASE)
    except re.error as error:
        raise LexiconError(f"{where}: its pattern cannot be read: {error}.") from error


def _checked(value: str, words: Iterable[str], where: str) -> str:
    if value not in {str(word) for word in words}:
        raise LexiconError(f"{where}: “{value}” is no word of the codebook.")
    return value


def _proofs(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": row["id"], "examples": tuple(row["examples"]), "counterexamples": tuple(row["counterexamples"])}


def with_families(row: dict[str, Any], families: Mapping[str, Sequence[str]], where: str) -> dict[str, Any]:
    """The row with each "@name" among its verbs and nouns replaced by the words of that family."""
    spelt: dict[str, Any] = {}
    for key in ("verbs", "nouns"):
        words = row.get(key, ())
        unknown = next((word for word in words if word.startswith("@") and word[1:] not in families), "")
        if unknown:
            raise LexiconError(f"{where}: there is no family “{unknown}”.")
        if words:
            named = [families[word[1:]] if word.startswith("@") else (word,) for word in words]
            spelt[key] = list(dict.fromkeys(verb for family in named for verb in family))
    return {**row, **spelt}


def _rule(row: dict[str, Any], where: str) -> Rule:
    _checked(row.get("kind", ""), Kind, where)
    _checked(row.get("action", ""), Action, where)
    for key, words in (("status", Status), ("issue", Topic)):
        if row.get(key):
            _checked(row[key], words, where)
    has_words = bool((row.get("verbs") or row.get("nouns")) and row.get("objects"))
    if has_words == bool(row.get("pattern")):
        raise LexiconError(f"{where}: it needs either verbs or nouns with objects, or a pattern.")
    given: dict[str, Any] = {key: tuple(row[key]) for key in ("verbs", "nouns", "objects") if key in row}
    given |= {"pattern": _regex(row["pattern"], where)} if "pattern" in row else {}
    # Asked only where the rule has matched: as one pattern more in the sieve it would cost every sentence.
    given |= {"unless": _regex(row["unless"], where, made=re.compile)} if "unless" in row else {}
    rest = {key: value for key, value in row.items() if key not in given and key not in _proofs(row)}
    return Rule(**_proofs(row), **given, **rest)


def _word_class(row: dict[str, Any], where: str) -> WordClass:
    return WordClass(
        **_proofs(row),
        pattern=_regex(rf"\b(?:{row['pattern']})", where),
        side=row.get("side", ""),
        sort=row.get("sort", ""),
        article=row.get("article", ""),
        points=row.get("points", False),
    )


def _issue(row: dict[str, Any], where: str) -> WordClass:
    _checked(row["id"], Topic, where)
    return _word_class(row, where)


def _cue(row: dict[str, Any], where: str) -> Cue:
    if row.get("effect") == "status":
        _checked(row.get("value", ""), Status, where)
    if row.get("effect") == "action":
        _checked(row.get("value", ""), Action, where)
    given: dict[str, Any] = {key: frozenset(row[key]) for key in ("forms", "kinds", "actions") if key in row}
    given |= {key: row[key] for key in ("effect", "value", "where", "said") if key in row}
    return Cue(**_proofs(row), pattern=_regex(row["pattern"], where), **given)


def _stance(row: dict[str, Any], where: str) -> Cue:
    return _cue({**row, "effect": "stance", "value": _checked(row.get("value", ""), Stance, where)}, where)


def _subject(row: dict[str, Any], where: str) -> Subject:
    return Subject(
        **_proofs(row),
        pattern=_regex(rf"\b(?:{row['pattern']})", where),
        name=row.get("name", ""),
        sort=_checked(row.get("sort", ""), SUBJECTS, where),
        side=row.get("side", ""),
        owner=row.get("owner", ""),
        kinds=frozenset(_checked(kind, Kind, where) for kind in row.get("kinds", ())),
    )


def _link(row: dict[str, Any], where: str) -> LinkCue:
    return LinkCue(
        **_proofs(row),
        pattern=_regex(rf"\b(?:{row['pattern']})", where),
        type=_checked(row.get("type", ""), LinkType, where),
        way=_checked(row.get("way", ""), WAYS, where),
    )


def _verb_forms(rules: Sequence[Rule], irregular: Mapping[str, Sequence[str]]) -> dict[str, tuple[VerbForm, ...]]:
    found: dict[str, list[VerbForm]] = {}
    for verb in sorted({verb for rule in rules for verb in rule.verbs}, key=lambda v: (-len(v.split()), v)):
        head, *particle = verb.split()
        for form, tags in forms_of(head, irregular).items():
            found.setdefault(form, []).append(VerbForm(verb=verb, tags=tags, particle=tuple(particle)))
    return {form: tuple(readings) for form, readings in found.items()}


def _by_object(rules: Sequence[Rule], words_of: Callable[[Rule], Sequence[str]]) -> dict[tuple[str, str], Rule]:
    found: dict[tuple[str, str], Rule] = {}
    for rule in rules:
        for word in words_of(rule):
            for thing in rule.objects:
                other = found.setdefault((word, thing), rule)
                if other is not rule:
                    raise LexiconError(f"rule “{rule.id}”: “{word}” with {thing} belongs to “{other.id}” already.")
    return found
