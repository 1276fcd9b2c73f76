"""Whose a duty is that is itself the subject: "the duty on postal items from China … went to 120%"."""

import re

from tradewatch.extraction.clauses import clause_start
from tradewatch.extraction.scenes import Acting, Scene
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind

TARGET = re.compile(
    r"\b(?<!out )(?<!schedule )(?:on|against|from|of|for|to)\s+(?:a range of |all |most |some |certain |other |many "
    r"|imported |the "
    r"|every |imports of |imports from |products of |articles of |products from |goods (?:imported )?from "
    r"|exports from |[\d.,%]+ )*"
    r"(?:(?P<us>(?:U\.S\.|US\b|American?\b|United States)(?! (?:trading |trade )?(?:partners|allies)\b))"
    r"|(?P<china>Chin(?:a|ese)\b|PRC\b|People's Republic|Beijing\b))",
    re.IGNORECASE,
)
# "The duty on postal items from China … went to 120%": on whom it falls is said of what goes up.
_DUTY_SUBJECT = re.compile(
    r"\W*(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|[Aa]n?) (?:[\w-]+ ){0,3}?"
    r"(?:dut(?:y|ies)|tariffs?|rates?|lev(?:y|ies)|charges?|tax)\b[^,;.]{0,60}"
)
_ON_PARCELS = re.compile(
    r"\b(?:dut(?:y|ies)|tariffs?|rates?|lev(?:y|ies)|charges?|tax|amount) on (?:small |cheap |inbound )*"
    r"(?:postal|parcels?|packages|low-value)\b",
    re.IGNORECASE,
)
_MOVED = (("pattern", True), ("passive", False), ("passive", True))


def by_duty(finding: Finding, scene: Scene) -> Acting | None:
    """Whose the duty is that is a sentence's subject and "went to 120%" or "rose": the US alone has one on parcels."""
    if finding.rule.kind != Kind.TARIFF or (finding.voice, finding.rule.last) not in _MOVED:
        return None
    on_parcels = _ON_PARCELS.search(scene.text, 0, finding.start)
    if on_parcels:
        return Acting(side="us", how="issue", words=on_parcels[0], weight=0.8)
    if finding.voice == "passive":
        return None  # who did it is told in other ways
    start = scene.tokens[clause_start(scene.tokens, finding.index)].start if scene.tokens else 0
    subject = _DUTY_SUBJECT.match(scene.text, start, finding.start)
    if subject is None:
        return None
    target = TARGET.search(subject[0])
    return Acting(side="china" if target["us"] else "us", how="target", words=target[0], weight=0.8) if target else None
