"""Whom a pronoun means that is the subject of an act."""

import re

from tradewatch.extraction.clauses import clause_start
from tradewatch.extraction.holders import Holder, main_subject, nearest_subject
from tradewatch.extraction.scenes import LANDS, OTHER_SIDE, Acting, Scene
from tradewatch.extraction.triggers import Finding

# "The US put duties on imports from China and it hit back": who answers is the other one.
_ANSWERS = re.compile(r"(?:hit|hits|struck|strikes?|fired|fires?|punched) back|retaliat|respond|repl[iy]|counter", re.I)
_UNDERGOES = re.compile(r"\b(?:it|they|which) (?:was|were|is|are|has been|have been|had been)(?: \w+ly)? \Z", re.I)
# "… as it", "As Trump may visit, China announced that it has": of the subject right before
_OF_NEAREST = re.compile(
    r"\b(?:(?:as|when|after|while|because) it"
    r"|(?:announced|said|confirmed|disclosed|revealed) (?:that )?it (?:has|had|will|would)(?: \w+ly)?) ?\Z"
)
_NAMES = {"us": "(?:US|U\\.S\\.|America|American|Washington|Trump)", "china": "(?:China|Chinese|Beijing)"}


def meant_by(pronoun: re.Match[str], limit: int, finding: Finding, scene: Scene) -> Acting | None:
    """Whom a pronoun means: "he" the person named last, "it hit back" the other side, else the sentence's subject."""
    text, word = scene.text, pronoun[1].lower()
    opening = next(iter(scene.holders), None)
    if opening and opening.side == "other" and opening.start <= len("The ") and word == "it":
        return Acting(side="other", how="subject", words=opening.text, weight=0.8)  # "Malaysia said it might …"
    person = _person_before(limit, scene) if word in ("he", "she") else None
    # "China struck back at the tariffs announced by Trump, saying it would …": the sentence's own subject.
    start = scene.tokens[clause_start(scene.tokens, finding.index)].start if scene.tokens else 0
    near = [one for one in scene.holders if one.start >= start]  # "… while China said it would cut": its own clause
    main = person or main_subject(text, limit, near, scene.lexicon)
    main = main or main_subject(text, limit, scene.holders, scene.lexicon)
    if main and person is None and word == "it" and _OF_NEAREST.search(text, 0, limit):
        main = nearest_subject(text, 0, limit, scene.holders, scene.lexicon) or main
    if main is None:
        side = _who_did_it(finding, scene)
        return Acting(side=side, how="before", words="", weight=0.7) if side else None
    other = OTHER_SIDE.get(main.side) if person is None and _ANSWERS.match(text, finding.start) else None
    if other and re.search(rf"\b{_NAMES[other]}\b", text[main.end : limit]):
        return Acting(side=other, how="before", words=pronoun[0].strip(), weight=0.7)
    return Acting(side=main.side, how="subject", words=main.text, weight=0.85, slug=main.slug)


def _who_did_it(finding: Finding, scene: Scene) -> str:
    """Who is told of before; where "it" undergoes the act ("the list on which it was put"), whose act was told last."""
    undergoes = finding.voice == "pattern" and _UNDERGOES.search(scene.text, 0, finding.start)
    return scene.told if undergoes and scene.follows and scene.told in OTHER_SIDE else scene.before


def _person_before(limit: int, scene: Scene) -> Holder | None:
    """Whom "he" means in "On Trump's Liberation Day, he announces …": the person named last, in whatever case."""
    named = [one for one in scene.holders if one.end <= limit and one.slug]
    persons = [one for one in named if one.slug not in LANDS and one.side in OTHER_SIDE]
    return persons[-1] if persons else None
