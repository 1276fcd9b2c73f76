"""In whose ports a fee on ships is paid: that side charges it."""

import re

from tradewatch.extraction.scenes import Acting, Scene
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind

SHIPS_REACH = 70  # characters after a fee in which the ships are named that pay it
_PORTS = re.compile(
    r"\b(?:(?P<us>(?:US|U\.S\.|American) ports?"
    r"|(?:dock|berth|call|unload)\w*(?: at| in)? (?:America|the US|the United States)"
    r"|(?:in|at|into) (?:Long Beach|Los Angeles|Oakland|Savannah|Houston|Charleston|Norfolk|Tacoma|New Orleans))"
    r"|Chinese ports?|(?:dock|berth|call|unload)\w*(?: at| in)? China)\b"
)
_ON_SHIPS = re.compile(
    r"\b(?:on|for|against) (?:(?:all|some|the|certain|large|most) )*(?:(?P<us>US|U\.S\.|American)|Chin(?:ese|a))"
    r"(?:[- ][\w-]+){0,5}?[- ](?:ships|vessels|carriers|tonnage|hulls)\b"
    r"|\b(?:on|for|against) (?:\w+ ){0,2}(?:ships|vessels|carriers|tonnage|hulls)[^;,.]{0,20}?"
    r" (?:built|made|owned|operated|flagged|controlled)\b[^;,.]{0,20}? (?:in|by) (?:the )?"
    r"(?:(?P<them>US|U\.S\.|United States|America\w*)|Chin(?:ese|a))(?!\w)",
)


_PAYERS = re.compile(
    r"\b(?:(?P<us>US|U\.S\.|Americans?)|Chin(?:ese|a))(?!\w)[^;,.]{0,30}?"
    r"\b(?:ships?|vessels?|carriers?|operators?|owners?|tonnage)\b"
    r"|\b(?:[Ss]hips?|[Vv]essels?|[Cc]arriers?)\b[^;,.]{0,24}\b(?:built|made|owned|operated)\b"
    r"[^;,.]{0,14}? (?:in|by) (?:the )?(?:(?P<there>US|U\.S\.|America\w*)|Chin(?:a|ese))(?!\w)"
)
_PAID = frozenset({"port_fee.pay", "port_fee.charge_ships"})
OWNER_REACH = 14  # characters before "operators will pay" in which stands whose they are


def by_ports(finding: Finding, scene: Scene) -> Acting | None:
    """Fees are charged by the side in whose ports they are paid."""
    found = _PORTS.search(scene.text) if finding.rule.kind == Kind.PORT_FEE else None
    if found is None:
        return None
    return Acting(side="us" if found["us"] else "china", how="owner", words=found[0], weight=0.8)


def payers_port(finding: Finding, scene: Scene) -> Acting | None:
    """Who pays a fee does not charge it: "a ship built in China pays to dock in America"."""
    if finding.rule.id not in _PAID:
        return None
    found = _PAYERS.search(scene.text, max(0, finding.begin - OWNER_REACH), finding.end)
    if found is None:
        return by_ports(finding, scene) if finding.rule.id == "port_fee.pay" else None
    side = "china" if found["us"] or found["there"] else "us"
    return Acting(side=side, how="target", words=found[0], weight=0.8)


def by_ships(finding: Finding, scene: Scene) -> Acting | None:
    """Whose ships pay: fees on Chinese-built ships are American."""
    if finding.rule.kind != Kind.PORT_FEE or (finding.thing is None and finding.rule.id in _PAID):
        return None
    first, last = (finding.thing.start, finding.thing.end) if finding.thing else (finding.begin, finding.end)
    found = _ON_SHIPS.search(scene.text, first, last + SHIPS_REACH)
    if found is None:
        return None
    side = "china" if found["us"] or found["them"] else "us"
    return Acting(side=side, how="target", words=found[0], weight=0.8)
