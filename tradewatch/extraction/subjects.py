"""What an act falls upon, as a title names it: a list, the goods, an inquiry's firm, the way of a call.

Read from the words of the act's own part of its sentence; "" where they name nothing that a title could say.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from tradewatch.extraction.rulebook import Lexicon, Subject
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Kind, Topic

Named = tuple[int, str, str]  # where it stands, what it is (list, rule, notices, goods, party, case), its name
MOST_GOODS = 3
_WHOLES = (("soybean exporters", ("US soybeans",)), ("cargoes", ("US soybeans", "US farm goods")))
# What is made of them abroad is told by naming them too.
_MADE_ABROAD, _MADE_OF = "foreign goods with Chinese rare earths", frozenset({"rare earths", "rare-earth magnets"})
BY_POST = "parcels by post"
PARCELS = "small parcels"
# Rules of what the Postal Service does.
_OF_THE_POST = ("tariff.parcels_halted", "tariff.parcels_resumed", "tariff.post_office_")
# "As to unreliable entities, the measures of March have been stopped": of what all the sentence speaks.
_TOPIC = re.compile(
    r"\W*(?:As (?:to|for|regards|far as)|On|Regarding|Concerning|With regard to|In the case of) [^,;]{3,70},"
)
_LICENCE = re.compile(r"licen[cs]\w*|permits?\b|permission|authori[sz]ation", re.I)
_BAN = re.compile(
    r"\b(?:bans?|banned|prohibit\w*|barr(?:ed|ing|s)|may no longer leave|forb\w+|blocks?|cut off)\b", re.I
)
_LISTED = re.compile(
    r"\b(?:\d+|ten|eleven|twelve|\w+teen|twenty\S*|dozens?|two|three|four|five|six|seven|eight|nine) "
    r"(?:[\w.-]+ ){0,2}(?:firms|companies|entities|organi[sz]ations|names)\b",
    re.I,
)
_SORTS_OF_INQUIRY = (
    ("antitrust", re.compile(r"anti-?(?:trust|monopoly)|merger|market regulat\w+|mellanox", re.I)),
    ("anti-dumping", re.compile(r"dumping", re.I)),
    ("anti-discrimination", re.compile(r"discriminat\w+", re.I)),
    ("Section 301", re.compile(r"section 301|trade representative|\bUSTR\b|unreasonable", re.I)),
    ("Section 232", re.compile(r"section 232", re.I)),
)
_REVIEW = re.compile(r"\b(?:review\w*|assess\w*)\b", re.I)
_SUMMONS = re.compile(r"\b(?:summon\w*|called [^.;]{1,30} in|back ?doors?)\b", re.I)
_COURTS = (
    ("Supreme Court", re.compile(r"supreme court|justices", re.I)),
    ("appeals court", re.compile(r"appeals?\b|federal circuit|higher court", re.I)),
    ("trade court", re.compile(r"trade court|court of international trade|court for trade", re.I)),
)
_OF_ISSUE: Mapping[str, str] = {
    Topic.AVIATION: "Boeing jets",
    Topic.CHIPS: "Nvidia chips",
}  # what no word of the part names
_PHONE = re.compile(
    r"\b(?:(?:by |on the |over the )?(?:tele)?phone\w*|calls?\b(?! (?:for|on|upon|it|them)\b)|conversation|spoke|rang"
    r"|called (?=(?:up |President |Mr |Donald |his |her |the Chinese |the American )*"
    r"(?:Trump|Xi\b|He\b|Bessent|Greer|Li\b|Wang|counterpart|leader|president)))",
    re.I,
)
_ON_THE_PHONE = re.compile(r"\b(?:by|on the|over the) (?:tele)?phone\b", re.I)
_VIDEO = re.compile(r"\bvideo\b", re.I)
_ROUND = re.compile(r"\b(first|second|third|fourth|fifth|sixth) (?:round|time)\b", re.I)
_TALKS = re.compile(r"\b(?:talks|negotiat\w+|discussions?|rounds?|consultations?)\b", re.I)
_DEAL = re.compile(
    r"\b(joint statement|framework|truce|ceasefire|consensus|understanding|agreement|accord|outline|deal|terms)\b",
    re.I,
)
_CONFIRMED = re.compile(
    r"confirm(?:s|ed|ing|ation of)? (?:(?:the|details|of|its|their) ){0,4}"
    r"(Geneva|London|Stockholm|Madrid|Kuala Lumpur|Busan)\b",
    re.I,
)
_CARRIED_OUT = re.compile(r"\b(?:carry\w*|put\w*|implement\w*|follow\w*|since|after) [^.;]*", re.I)
_PLACED = re.compile(r"\b(?:in|of|of the) (Geneva|London|Stockholm|Madrid|Kuala Lumpur|Busan)\b")
_ON_ALL_GOODS = re.compile(
    r"[^,;.]{0,40}\bon (?:(?:almost |nearly |practically |virtually )?everything"
    r"|(?:all|every) (?:(?:of )?(?:its|their|the) |US |U\.S\. |American |Chinese )?"
    r"(?:goods|products?|imports?|merchandise))\b",
    re.I,
)
# "Ethane was among the goods that it let in", "some goods, ethane for one, were spared"
_AMONG = re.compile(
    r"\b(?:is|are|was|were|been|being) (?:also |just )?(?:among|one of|some of) (?:the |those |its |several )+"
    r"(?:[a-z]+ )?(?:goods|products|items|things|articles|imports|categories|lines)\b"
    r"|\b(?:some|certain|several|various) (?:[a-zA-Z]+ )?(?:goods|products|items|imports|categories),?"
    r" (?:such as|including|among them)\b",
    re.I,
)
_TIKTOK_TERMS = re.compile(r"divest\w*|sale\b|deal|transaction|transfer|agreement|framework|plan\b|qualified", re.I)


def subject_of(
    finding: Finding,
    text: str,
    borders: tuple[int, int],
    firms: Sequence[str],
    lexicon: Lexicon,
    *,
    side: str,
    alone: bool,
) -> str:
    """The name of what the act falls upon; `borders` are its part of the sentence `text`, `firms` those named there.

    `side` is whose act it is; where no other act is told in the sentence (`alone`), all of it may name the thing.
    """
    begin = min(borders[0], finding.begin) if finding.voice == "pattern" else borders[0]
    kind, near = Kind(finding.rule.kind), text[begin : borders[1]]
    if kind == Kind.TALKS:
        return _way_of_meeting(near)
    if finding.rule.id.startswith(_OF_THE_POST):
        return BY_POST
    if kind == Kind.TARIFF and (_ON_ALL_GOODS.match(text, finding.first) or _AMONG.search(near)):
        return ""  # whatever goods the sentence names besides, or only as one of many
    named = list(_named(near, kind, side, lexicon)) or (
        list(_named(text, kind, side, lexicon)) if alone or finding.rule.apart else []
    )
    topic = _TOPIC.match(text) if not named and kind == Kind.EXPORT_CONTROL else None
    named = list(_named(topic[0], kind, side, lexicon)) if topic else named
    read = {
        Kind.AGREEMENT: lambda: _deal(finding, near, text, named),
        Kind.EXPORT_CONTROL: lambda: _control(near, named, firms),
        Kind.INVESTIGATION: lambda: _inquiry(finding, near, text, named, firms),
        Kind.LEGAL: lambda: _case(finding, near, text, named),
        Kind.CORPORATE: lambda: _of_one_firm(finding, near, named, firms, side),
    }
    return read[kind]() if kind in read else _goods(named)


def goods_named(text: str, side: str, lexicon: Lexicon) -> list[str]:
    """All goods that a sentence names, under the names that a title gives them."""
    return [name for _, sort, name in _named(text, Kind.EXPORT_CONTROL, side, lexicon) if sort == "goods"]


def _named(near: str, kind: Kind, side: str, lexicon: Lexicon) -> Iterator[Named]:
    """What is named, in the order of the text, none overlapping another."""
    taken: list[tuple[int, int, Subject, str]] = []
    for subject in lexicon.sifted_subjects.for_text(near):
        of_other_side = subject.side and side in ("us", "china") and subject.side != side
        if of_other_side or (subject.kinds and kind not in subject.kinds):
            continue
        for found in subject.pattern.finditer(near):
            if any(begin < found.end() and found.start() < end for begin, end, _, _ in taken):
                continue
            groups = {key: value or "" for key, value in found.groupdict().items()}
            taken.append((found.start(), found.end(), subject, _filled(subject.name, groups)))
    seen: set[str] = set()
    for begin, _, subject, name in sorted(taken, key=lambda one: one[0]):
        if name not in seen:
            seen.add(name)
            yield begin, subject.sort, name


def _filled(name: str, groups: Mapping[str, str]) -> str:
    filled = " ".join(name.format(**groups).split())
    number = groups.get("many", "")
    return filled.replace(number, number.lower(), 1) if number else filled


def _first(named: Sequence[Named], *sorts: str) -> str:
    return next((name for sort in sorts for _, its, name in named if its == sort), "")


def _goods(named: Sequence[Named]) -> str:
    names = [name for _, sort, name in named if sort == "goods"]
    # The goods of a shipper and of a cargo, and a shipper named twice, are no further things.
    for whole, parts in _WHOLES:
        found = max((name for name in names if name.endswith(whole)), key=len, default="")
        names = [name for name in names if not found or name == found or not name.endswith((whole, *parts))]
    if _MADE_ABROAD in names:
        names = [name for name in names if name not in _MADE_OF]
    return _joined(names[:MOST_GOODS])


def _joined(names: Sequence[str]) -> str:
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"


def _control(near: str, named: Sequence[Named], firms: Sequence[str]) -> str:
    rule, party, goods = _first(named, "list", "rule"), _first(named, "party"), _goods(named)
    if rule or party:
        return rule or f"sanctions on {party}"
    if not goods:
        return _first(named, "notices") or _on_firms(near, firms)
    if _LICENCE.search(near) and "Nexperia" not in goods:
        return f"export licences for {goods}"
    return f"exports of {goods}" if _BAN.search(near) or "Nexperia" in goods else f"export controls on {goods}"


def _on_firms(near: str, firms: Sequence[str]) -> str:
    """The firms on whom a control falls; "" where many are listed: how many says more than who is among them."""
    if not firms or _LISTED.search(near):
        return ""
    return f"{'export licences for' if _LICENCE.search(near) else 'controls on'} {_joined(firms[:2])}"


def _inquiry(finding: Finding, near: str, text: str, named: Sequence[Named], firms: Sequence[str]) -> str:
    firm = finding.groups.get("b") if finding.rule.apart else ""  # the firm that the rule itself reads
    case = firm or _first(named, "case", "goods") or (firms[0] if firms else "")
    if _SUMMONS.search(near):
        return f"summons of {case}" if case else "summons"
    if "Phase One" in case:
        how = "a review of" if _REVIEW.search(text) else "a Section 301 inquiry into"
        return f"{how} {case}"
    sort = next((name for words in (near, text) for name, cue in _SORTS_OF_INQUIRY if cue.search(words)), "")
    article = "an" if sort.startswith("anti") or not sort else "a"
    told = f"{article} {sort} inquiry into {case}".replace("  ", " ") if case else sort and f"{article} {sort} inquiry"
    return f"a finding in {told}" if told and finding.rule.id == "investigation.determined" else told


def _case(finding: Finding, near: str, text: str, named: Sequence[Named]) -> str:
    case = "appeals court" if finding.rule.id == "legal.affirms_what" else _first(named, "case")
    read = finding.groups.get("b") or ""  # the court that the rule itself reads
    court = next((name for words in (read, near, text) for name, cue in _COURTS if cue.search(words)), "")
    return case or court


def _of_one_firm(finding: Finding, near: str, named: Sequence[Named], firms: Sequence[str], side: str) -> str:
    goods = next((name for _, sort, name in named if sort == "goods"), "")
    of_the_app = (
        "tiktok" in finding.rule.id
        or finding.rule.issue == Topic.TIKTOK
        or (finding.thing is not None and finding.thing.sort == "tiktok")
    )
    if goods == "TikTok" or (of_the_app and not goods):
        if _first(named, "case"):
            return "joint venture for TikTok"
        stays = finding.rule.action in (Action.SUSPEND, Action.EXTEND)
        sold = finding.rule.action == Action.REJECT or _TIKTOK_TERMS.search(near)
        return "TikTok divestiture plan" if sold and not stays else "TikTok ban"
    if goods and firms and firms[0].split(" ")[0] not in goods and goods.islower():
        return f"{firms[0]}'s {goods}"
    if finding.rule.issue == Topic.AVIATION and side == "us":
        return "jet-engine sales to COMAC"
    return goods or (firms[0] if firms else _OF_ISSUE.get(finding.rule.issue, ""))


def _deal(finding: Finding, near: str, text: str, named: Sequence[Named]) -> str:
    said = _DEAL.search(text, finding.begin, finding.end) or _DEAL.search(near)
    noun = said[1].lower().replace("agreement", "deal").replace("outline", "framework") if said else ""
    if finding.rule.id == "agreement.terms_published":
        return "terms of the truce"
    confirmed = _CONFIRMED.search(text, finding.begin)
    if confirmed:
        return f"confirmed {confirmed[1]} {noun or 'framework'}"
    if not noun:
        return ""
    about = " for TikTok" if _first(named, "goods") == "TikTok" else ""
    # "a framework for carrying out what was settled in Geneva" was not agreed there.
    place = _PLACED.search(_CARRIED_OUT.sub("", text))
    return f"{noun}{about}{f' in {place[1]}' if place else ''}"


def _way_of_meeting(near: str) -> str:
    number = _ROUND.search(near)
    if _VIDEO.search(near):
        return "video call"
    if number:
        return f"{number[1].lower()} round of trade talks"
    if _TALKS.search(near) and not _ON_THE_PHONE.search(near):
        return "trade talks"
    return "phone call" if _PHONE.search(near) else "meeting"
