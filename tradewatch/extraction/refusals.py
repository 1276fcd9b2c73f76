"""Why a trigger gives no event: no side of the dispute acts, a third country is meant, or the words are not of it."""

import re
from datetime import date

from tradewatch.extraction.clauses import clause_start
from tradewatch.extraction.dating import FIRST_DAY
from tradewatch.extraction.holders import Holder
from tradewatch.extraction.left_out import is_left_out
from tradewatch.extraction.parsing import Reading
from tradewatch.extraction.scenes import Acting, Scene
from tradewatch.extraction.sums import is_sum
from tradewatch.extraction.thirds import falls_on_third
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Action, Kind

_PLACED = re.compile(
    r"\b(?:(?:in|at|near|outside|to|from|left|leave|leaves|leaving|departed|via|quit)(?: the)?"
    r"|(?:sidelines|margins|fringes|city|port|capital) of (?:the |an? )?) ?$",
    re.I,
)
_PLACE_AFTER = re.compile(
    r"(?:'s)? (?:[a-z]+ )?(?:city|capital|port|resort|town|island|airport|air base|sidelines|summit|forum"
    r"|leaders' (?:week|meeting))\b",
    re.I,
)
_PHASE_ONE = re.compile(r"\bphase[- ]one\b", re.I)  # the deal of 2020 with China
_COURT = re.compile(r"\b(?:courts?|justices|judges|bench|IEEPA|appeal|Federal Circuit|case was)\b", re.I)
_JUDGES = re.compile(r"\b(?:courts?|justices|judges|bench|IEEPA|Federal Circuit)\b", re.I)
_AT_SEA = re.compile(
    r"\b(?:ships?|vessels?|ports?|shipping|ship(?:build|yard)\w*|maritime|carriers?|tonnage|freighters?|tankers?|hulls?"
    r"|harbou?rs?)\b",
    re.I,
)
FIRM_REACH = 50  # characters around an act in which a firm is named as taking part in it
_FIRM = re.compile(
    r"\b(?:chief executive|CEO|Jensen|Huang|Nvidia|AMD|Ortberg|Boeing|Tim Cook|Musk|lawmakers?|senators?|lobbyists?"
    r"|executives)\b"
)
# Firms that buy each other: "took control of … two years after the deal was announced".
_TAKEOVER = re.compile(
    r"\b(?:acqui(?:red?|res|ring|sition)|takeover|merger|took control of|buyout|shareholders|Autotalks|Mellanox)\b",
    re.I,
)
# "a complaint against the rise to 20%", "a supplement to its request, which brings the increase into the case"
_CASE_ABOUT = re.compile(
    r"\b(?:complaint|request for consultations|lawsuit|suit|case|challenge|dispute)s?\b[^;.]{0,60}?"
    r"\b(?:to (?:cover|include|take in)|bring(?:s|ing)|add(?:s|ed|ing)|against|over|about)"
    r"(?: (?:the|that|this|its|latest|new|second))* $",
    re.I,
)
_INTO_CASE = re.compile(r"[^;.,]{0,30}? (?:in)?to (?:the|its|that) (?:case|complaint|dispute|suit|request)\b", re.I)
# "the Dow dropped 878 points, or 1.9%": what a market does, unless somebody else is named as doing it
_MARKET = re.compile(
    r"\b(?:Dow(?: Jones)?|Nasdaq|S&P|Russell 2000|Hang Seng|Nikkei|FTSE|CSI 300|stocks?|shares|futures"
    r"|equities|ind(?:ex|exes|ices)|benchmarks?|yields?|bitcoin|yuan|dollar|crude|oil prices)\b",
    re.I,
)
_TARIFF = re.compile(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax(?:es)?|China|Chinese|Beijing|Washington|Trump)\b", re.I
)
MARKET_REACH = 110  # characters from a market to what it does
_TITLE = re.compile(r'"(?:Announcement|Notice|Circular|Decision|Measures|Regulations?|Law|Catalogue) [^"]{10,400}"')
_OTHER_LEADERS = re.compile(
    r"\b(?:Putin|Zelensk\w+|Modi|Carney|Sheinbaum|Lula|Netanyahu|Starmer|Macron|Merz|von der Leyen|[SŠ]ef[cč]ovi[cč]"
    r"|Ishiba|Takaichi|Albanese|Lee Jae[- ]myung)\b"
)
# "at a closed meeting with a bank's clients", "a dinner with donors", "met farmers": no side of the dispute
_NO_SIDE_MET = re.compile(
    r"\b(?:meet(?:s|ings?)?|met|talks?|dinner|lunch|calls?|conversations?|sessions?|spoke|speak(?:s|ing)?|sat down)"
    r"(?: (?:again|privately|briefly|behind closed doors))?(?: (?:with|to|of|for))?"
    r" (?:(?!and\b|after\b|before\b|in\b|on\b|that\b)[\w.'-]+ ){0,4}?"
    r"(?:clients?|customers|investors|bankers|donors|supporters|reporters|journalists|farmers|growers|voters"
    r"|shareholders|lawmakers|senators|governors|executives|staff|students|workers|union leaders|mayors|allies)\b"
    r"(?!,? (?:and|or|as well as) (?!\w+ed\b|said|told|wrote|spoke))",
    re.I,
)
# "Announcement No. 72 of November 9 suspends the ban": what the paper of that day does
_PAPER_UNDOES = re.compile(
    r"(?: \d{1,2})?(?:, 20\d\d)?,? (?:also |now |then |therefore )?"
    r"(?:suspend|lift|eas|end|extend|prolong|revok|cancel|terminat|withdr|stop|exempt|remov|amend|postpon|paus)\w*\b"
)
# "two rivals were named in a bill": what lawmakers would like is not in force
_IN_BILL = re.compile(
    r"\b(?:named|listed|included|targeted|mentioned|singled out) (?:in|by) (?:an?|the|another) (?:[\w.'-]+ ){0,3}?"
    r"(?:bill|draft|lawsuit|complaint|petition)\b",
    re.I,
)
INAUGURATED = date(2025, 1, 20)
EARLIER_REACH = 90  # characters after an act in which its clause tells of an earlier time
_BETWEEN_THE_TWO = frozenset({Kind.TALKS, Kind.AGREEMENT})


_EARLIER = re.compile(
    r"\b(?:(?:in|during|from|of|since|throughout|under)"
    r" (?:his|(?:Mr )?Trump's|Donald Trump's|the president's|the|Trump) (?:own )?"
    r"first (?:term|administration|presidency|stint|trade war|time in office|four years)"
    r"|(?:on|during|in) (?:the|his|last year's) (?:election |presidential )?campaign(?: trail)?|as a candidate"
    r"|under (?:former |then-)?(?:President )?(?:Joe )?Biden|by (?:the |former |then-)?(?:President )?(?:Joe )?Biden"
    r"|the Biden administration(?! had| left))\b",
    re.I,
)


# "Former President Joe Biden's government had heavily restricted …"
_BEFORE_THEM = re.compile(
    r"\b(?:Biden|Obama)(?:'s)?(?: (?:administration|government|White House))?(?: (?:also|had|first|\w+ly))* $"
)


def _is_of_first_term(finding: Finding, scene: Scene) -> bool:
    """True where the act's clause puts it in the years before 2025: "in his first term, …", "imposed under Biden"."""
    text = scene.text
    if (finding.rule.kind, finding.rule.action) == (Kind.PURCHASE, Action.AGREE) and _PHASE_ONE.search(text):
        return True  # "whether China kept the Phase One deal, in which it promised to buy far more"
    start = scene.tokens[clause_start(scene.tokens, finding.index)].start if scene.tokens else 0
    if _BEFORE_THEM.search(text, start, finding.first):
        return True
    opening, _, rest = text[start : finding.first].partition(",")
    if rest and _EARLIER.search(opening):
        return True
    after = re.split(r"[,;]", text[finding.last : finding.last + EARLIER_REACH], maxsplit=1)[0]
    return _EARLIER.search(after) is not None


def _is_in_office(reading: Reading) -> bool:
    """True of an article of January 2025, in which the administration before is the one that acts."""
    published = reading.article.published
    return published is not None and FIRST_DAY <= published <= INAUGURATED


# "analysts warn of higher tariffs", "economists expect …": who only speaks of an act does not do it.
_COMMENTATORS = re.compile(
    r"\b(?:analysts|economists|experts|critics|observers|commentators|investors|importers|retailers|businesses"
    r"|executives|lawmakers|senators|farmers|growers|(?:farm|trade) groups|associations|shippers|strategists|lawyers"
    r"|think tanks?)"
    r" (?:(?:have|had|also|now|still|say|said|who)\b ?){0,2}$",
    re.I,
)


def _is_commentators(finding: Finding, scene: Scene) -> bool:
    active = finding.voice == "active" and finding.rule.kind in (Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE)
    return active and _COMMENTATORS.search(scene.text, max(0, finding.start - 40), finding.start) is not None


def _is_in_title(finding: Finding, text: str) -> bool:
    """True of "Implementation" in the "Announcement on Measures for the Implementation of Tariffs on …"."""
    return any(found.start() < finding.start < found.end() for found in _TITLE.finditer(text))


def _is_what_case_is_about(finding: Finding, text: str) -> bool:
    """True of "rise" in "a complaint to cover the rise to 20%": it is told in another's name, and was done before."""
    named = finding.voice == "nominal" and finding.rule.kind in (Kind.TARIFF, Kind.EXPORT_CONTROL, Kind.PORT_FEE)
    if not named:
        return False
    before = _CASE_ABOUT.search(text, max(0, finding.first - 140), finding.first)
    return before is not None or _INTO_CASE.match(text, finding.last) is not None


def _told_already(finding: Finding, scene: Scene, acting: Acting, reading: Reading) -> str:
    """What makes words a part of the measure that was told just before, "" where they tell of an act of their own."""
    if is_left_out(finding, scene, acting, reading):
        return "the measure left it out from the first"
    return "a sum of what was told just before" if is_sum(finding, scene, acting, reading) else ""


def _is_of_market(finding: Finding, text: str) -> bool:
    """True of a rise or fall in points or percent of shares and the like, of which no duty is said."""
    if finding.rule.kind != Kind.TARIFF:
        return False
    begin = max(0, finding.first - MARKET_REACH)
    market = next(iter(_MARKET.finditer(text, begin, finding.last)), None)
    return market is not None and not _TARIFF.search(text, market.end(), finding.last + 40)


def _where_only_named(finding: Finding, text: str) -> str:
    """Where words that report an act elsewhere only name one."""
    if finding.voice in ("nominal", "active") and _is_in_title(finding, text):
        return "it stands in the title of a paper"
    if finding.rule.kind == Kind.TALKS and _NO_SIDE_MET.match(text, finding.start):
        return "those who are met are no side of the dispute"
    if finding.rule.kind == Kind.EXPORT_CONTROL and _IN_BILL.search(text, finding.begin):
        return "a bill names them, and no list"
    if _is_of_market(finding, text):
        return "it is what shares and prices did"
    if finding.rule.id == "export_control.dated" and _PAPER_UNDOES.match(text, finding.end):
        return "the paper does what its verb says"
    return "it is what a case is about" if _is_what_case_is_about(finding, text) else ""


def why_no_event(finding: Finding, scene: Scene, acting: Acting, reading: Reading) -> str:
    """The reason in words; "" where the trigger reports an act of the dispute."""
    if only_named := _where_only_named(finding, scene.text):
        return only_named
    third = falls_on_third(finding, scene)
    if third or (not _is_in_office(reading) and _is_of_first_term(finding, scene)):
        return f"it concerns {third}" if third else "it lies before 2025"
    if told := _told_already(finding, scene, acting, reading):
        return told
    if _is_commentators(finding, scene):
        return "those who only speak of it do not do it"
    ours = {"us", "china", "both", finding.rule.side} - {""}
    if acting.side not in ours:
        return f"“{acting.words}” is no side of the dispute" if acting.side else "nobody is named who acts"
    return _why_not_of_its_kind(finding, scene, acting, reading)


def _why_not_of_its_kind(finding: Finding, scene: Scene, acting: Acting, reading: Reading) -> str:
    if finding.rule.kind == Kind.TARIFF and acting.side == "us":
        other = reading.lexicon.terms["not_ours"].search(scene.text, max(0, finding.start - 40), finding.end + 160)
        if other and not reading.lexicon.terms["china"].search(scene.text):
            return f"“{other[0]}” is no duty on China"
    if finding.rule.kind == Kind.PORT_FEE and not _AT_SEA.search(reading.text):
        return "the article speaks of no ships"
    if finding.rule.kind == Kind.INVESTIGATION and acting.side == "us" and not _names_china(scene, reading):
        return "nothing says that the inquiry concerns China"
    needed = _OF_SOME_COURT.get(finding.rule.id)
    if needed and not needed.search(scene.text) and not _follows_court(reading):
        return "no court is named that would decide it"
    if finding.rule.kind in _BETWEEN_THE_TWO:
        return _why_not_between_the_two(scene, reading, finding)
    return ""


# By the rules whose words other bodies' cases share, what shows that a court's is meant.
_OF_SOME_COURT = {"legal.decision_due": _COURT, "legal.case_accepted": _JUDGES}


def _follows_court(reading: Reading) -> bool:
    """True where the act told last is a court's: "The case was accepted in September. A ruling may come in winter"."""
    last = reading.memory.last
    return last is not None and last.kind == Kind.LEGAL


def _names_china(scene: Scene, reading: Reading) -> bool:
    china = reading.lexicon.terms["china"]
    named = china.search(scene.text) or china.search(reading.article.title) or _PHASE_ONE.search(scene.text)
    return bool(named) or reading.between_the_two


def _is_place(text: str, holder: Holder) -> bool:
    """True of the country in which others meet: "in South Korea", "the South Korean city of", "the APEC sidelines"."""
    before = text[max(0, holder.start - 24) : holder.start]
    return bool(_PLACED.search(before) or _PLACE_AFTER.match(text, holder.end))


def _why_not_between_the_two(scene: Scene, reading: Reading, finding: Finding) -> str:
    terms = reading.lexicon.terms
    if finding.rule.kind == Kind.AGREEMENT and _TAKEOVER.search(scene.text) and not terms["both"].search(scene.text):
        return "firms agree, not the two sides"
    near = scene.text[max(0, finding.begin - FIRM_REACH) : finding.end + FIRM_REACH]
    named = [one.side for one in scene.holders if one.slug and one.slug not in ("china", "united-states")]
    if _FIRM.search(near) and not {"us", "china"} <= set(named) and not terms["both"].search(near):
        return "a firm meets or agrees, not the two sides"
    kinds = reading.gazetteer.kinds
    sides = {
        one.side
        for one in scene.holders
        if one.side != "other" or (kinds.get(one.slug) != "company" and not _is_place(scene.text, one))
    }
    sides |= {side for side in ("us", "china") if terms[side].search(scene.text)}
    if "both" in sides or {"us", "china"} <= sides:
        return ""
    if "other" in sides or _OTHER_LEADERS.search(scene.text):
        return "a third country takes part, and the two are not both named"
    if terms["their_talks"].search(scene.text) or reading.between_the_two:
        return ""
    return "nothing says that the two sides are the ones who meet or agree"
