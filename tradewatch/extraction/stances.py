"""What a speaker does with words: the stance that the verb of saying tells, else the one that the words tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tradewatch.extraction.datatypes import KnownActor
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.sieve import Wording
from tradewatch.vocabulary import Side, Stance

_FEWEST = 4  # words of a statement that says something
# Who announces or promises sets out what comes, and judges nothing.
_NO_JUDGING = ("announc", "promis", "pledg", "signal", "indicat", "hint", "respond", "report", "pointed", "assur")
_OF_ONESELF = frozenset({Stance.OFFER, Stance.THREATEN, Stance.CONCEDE})
_BUT = re.compile(r",? but (?:that )?")
_SAID = re.compile(r"\A\s*(?:that\b|[,.:;\"])|[,\"]\s*\Z")  # words after "added" that are said, and not added to a list
_US = re.compile(r"\bU\.S\.")
_COURTS = frozenset({"cit", "cafc", "supreme-court"})
_OWN_NAMES = re.compile(r"(?:washington|us|united states|america|beijing|china|he|she|we|i|they) $", re.IGNORECASE)
_PERSONAL = frozenset({"person"})
_BY_ITSELF = r"(?<!\bon )(?<!\bto )(?<!\bwith )(?<!\bof )(?<!\bfrom )(?<!\bfor )(?<!\bagainst )(?<!\bin )\b(?:the )?"
_THINGS = "(?:goods|imports|products|exports|ships|vessels|firms|companies|cars|apps?)"  # they act on nobody
_OTHER_ACTS: dict[str, re.Pattern[str]] = {
    Side.US: re.compile(_BY_ITSELF + rf"(?:china|beijing|chinese(?! {_THINGS}))\b", re.IGNORECASE),
    Side.CHINA: re.compile(_BY_ITSELF + r"(?:us|united states|washington|trump|americans?)\b", re.IGNORECASE),
}
_NOBODY = re.compile(r"(?!)")
_OTHERS: dict[str, str] = {Side.US: "of_china", Side.CHINA: "of_america"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A stance, the rule that gave it, and the words that it rests on."""

    stance: str
    rule: str
    words: str


def stance_of(verb: str, verb_stance: str, content: str, speaker: KnownActor, lexicon: Lexicon) -> Stand | None:
    """The stance of words said with a verb by an actor; None for a plain report, which takes no stand."""
    content = _US.sub("US", content)
    told = _by_whom(_at_last(content, lexicon) or _told(content, lexicon), content, speaker.side, lexicon)
    if not told and lexicon.terms["finds"].fullmatch(verb) and speaker.slug not in _COURTS:
        return None  # a ruling on a case, which judges nobody
    by_verb = _of_verb(verb, verb_stance, content, told, lexicon)
    if by_verb or (told and told.stance != Stance.ASSESS):
        return by_verb or told
    if verb_stance and verb.lower().startswith("den"):
        return Stand(stance=Stance.ASSESS, rule="says-assess", words=verb)
    if _is_own_conduct(content, speaker.side, lexicon):
        return _of_own_conduct(content, speaker.kind, speaker.side, lexicon)
    threat = _own_threat(content, speaker, lexicon)
    if not threat and verb_stance and (told or _says_enough(verb, content)):
        return Stand(stance=Stance.ASSESS, rule="says-assess", words=verb)
    return threat or told or _stated(verb, content, lexicon)


def _says_enough(verb: str, content: str) -> bool:
    """A denial says enough by itself; of other verbs of judging a word or two are a name, and no judgement."""
    return len(content.split()) >= _FEWEST or verb.lower().startswith("den")


def _own_threat(content: str, speaker: KnownActor, lexicon: Lexicon) -> Stand | None:
    """What a man says that he or his country will do to the other: "that Washington would put controls on …"."""
    found = lexicon.terms["own_threaten"].search(content) if speaker.kind in _PERSONAL else None
    if not found or not _OWN_NAMES.search(content[: found.start()]):
        return None
    stand = Stand(stance=Stance.THREATEN, rule="own-threaten", words=found[0])
    return _by_whom(stand, content, speaker.side, lexicon)


def _by_whom(told: Stand | None, content: str, side: str, lexicon: Lexicon) -> Stand | None:
    """A stance that only its own subject can take is, told of the other side, no more than how things stand."""
    if not told or told.stance not in _OF_ONESELF:
        return told
    before = content[: content.find(told.words)]
    clause = before[max(before.rfind(mark) for mark in ",;") + 1 :]
    other = _OTHER_ACTS[side].search(f"{clause}{told.words}") if side in _OTHER_ACTS else None
    if other and other.end() <= len(clause) and not lexicon.terms["of_oneself"].search(clause, other.end()):
        return Stand(stance=Stance.ASSESS, rule="of-the-other", words=told.words)
    return told


def _of_verb(verb: str, verb_stance: str, content: str, told: Stand | None, lexicon: Lexicon) -> Stand | None:
    """What the verb alone decides: "urged" demands whatever follows; a warning may only foretell."""
    if lexicon.terms["finds"].fullmatch(verb):
        return Stand(stance=Stance.ASSESS, rule="finds", words=verb)
    if verb_stance == Stance.THREATEN and not verb.lower().startswith("threat"):
        return _of_a_warning(verb, content, told, lexicon)
    if verb_stance and verb_stance != Stance.ASSESS:
        return Stand(stance=verb_stance, rule=f"says-{verb_stance}", words=verb)
    return None


def _of_a_warning(verb: str, content: str, told: Stand | None, lexicon: Lexicon) -> Stand:
    """Who warns or vows threatens where he tells what he will do; who warns of what will come assesses."""
    if not verb.lower().startswith(("warn", "caution")):
        words = {word.strip('.,;"') for word in content.lower().split()}
        helps = words & lexicon.words["offered"] and not words & lexicon.words["threatened"]
        stance = Stance.OFFER if helps else Stance.THREATEN
        return Stand(stance=stance, rule=f"vows-{stance}", words=verb)
    if told and told.stance != Stance.ASSESS:
        return told
    if lexicon.terms["bleak_warning"].search(content) or not lexicon.terms["will_do"].search(content):
        return Stand(stance=Stance.ASSESS, rule="warns-of-an-outcome", words=verb)
    return Stand(stance=Stance.THREATEN, rule=f"says-{Stance.THREATEN}", words=verb)


def _is_own_conduct(content: str, side: str, lexicon: Lexicon) -> bool:
    """True where a speaker tells what he or his side does or will do, and not how things stand."""
    found = lexicon.terms["own_conduct"].match(content)
    if found and content.lstrip()[:1] == '"' and lexicon.terms["third_person"].search(found[0]):
        return False
    return bool(found and not lexicon.terms[_OTHERS.get(side, "of_either_side")].search(found[0]))


def _stated(verb: str, content: str, lexicon: Lexicon) -> Stand | None:
    """A flat statement assesses where it tells what something is or means, and not only terms and times."""
    if not verb or verb.lower().startswith(_NO_JUDGING) or len(content.split()) < _FEWEST:
        return None
    if verb.lower().startswith("add") and not _SAID.search(content):
        return None  # "added 80 firms"
    if not lexicon.terms["judging"].search(content) or (
        '"' not in content and lexicon.terms["plain_report"].search(content)
    ):
        return None
    return Stand(stance=Stance.ASSESS, rule="states", words=verb)


def _at_last(content: str, lexicon: Lexicon) -> Stand | None:
    """What is said after "but": "that the door was open, but that pressure was the wrong way"."""
    told = _told(content[found.end() :], lexicon) if (found := _BUT.search(content)) else None
    return told if told and told.stance != Stance.ASSESS else None


def _told(content: str, lexicon: Lexicon, among: Sequence[Stance] = tuple(Stance)) -> Stand | None:
    """The stance whose words stand first; words that only judge how things are count where no others stand."""
    found = [
        (cue.value == Stance.ASSESS, hit.start(), Stand(stance=cue.value, rule=cue.id, words=hit[0]))
        for cue in lexicon.stances
        if cue.value in among and (hit := cue.pattern.search(content))
    ]
    return min(found, key=lambda row: row[:2])[2] if found else None


def _of_own_conduct(content: str, kind: str, side: str, lexicon: Lexicon) -> Stand | None:
    """ "He would add 100%" threatens where one man says it; a body that says so announces, and takes no stand."""
    for stance in (Stance.OFFER, Stance.THREATEN):
        found = lexicon.terms[f"own_{stance}"].search(content)
        if found and stance == Stance.OFFER and _OTHER_ACTS.get(side, _NOBODY).search(content, 0, found.start()):
            continue  # "We have noted that the US side will approve the sales."
        if found and (stance == Stance.OFFER or kind in _PERSONAL):
            return Stand(stance=stance, rule=f"own-{stance}", words=found[0])
    return None


def stance_of_document(text: str, lexicon: Lexicon) -> Stand | None:
    """The stance of a sentence in which a body speaks for itself; None for what only sets out a measure."""
    text = _US.sub("US", text)
    for stance in (Stance.THREATEN, Stance.OPPOSE, Stance.DEMAND, Stance.OFFER, Stance.SUPPORT, Stance.ASSESS):
        found = _searched(lexicon.terms[f"document_{stance}"], text)
        if found:
            return Stand(stance=stance, rule=f"document-{stance}", words=found)
    return None


def stance_of_judgement(text: str, lexicon: Lexicon) -> Stand | None:
    """The stance of a sentence in which the signer of an order judges the other side; None where he only orders."""
    if not lexicon.terms["own_judgement"].search(text) or lexicon.terms["operative"].search(text):
        return None
    return _told(text, lexicon, among=(Stance.ASSESS, Stance.SUPPORT, Stance.DEMAND))


def _searched(pattern: Wording, text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""
