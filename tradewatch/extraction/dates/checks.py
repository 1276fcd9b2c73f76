"""What a pattern cannot tell: whether the words that it matches are a time here, by what stands around them."""

import re

from tradewatch.extraction.dates import words as w


def named(match: re.Match[str]) -> bool:
    """True when the month is written as a name: "may" and "march" in lower case are verbs."""
    return match["month"][0].isupper()


def consecutive(match: re.Match[str]) -> bool:
    """True for "June 9 and 10" and for any "25-26"; "April 2 and 9" are two dates."""
    first, last = (int(re.sub(r"\D", "", match[name])) for name in ("day", "day2"))
    if match["to"].strip() in ("and", "&"):
        return last == first + 1 and named(match)
    return last > first and named(match)


_PREPOSITION = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|last|next|this|of|early|late|later|mid|and|or|to|between|through|during|before"
    r"|after|for|around|past|previous|every|each|beginning|starting|ending|ended|effective|as of|on)\s|mid-|[–—-])\Z",
    re.IGNORECASE,
)
_AFTER_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November),?\s\Z")
_SHORT_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\Z", re.IGNORECASE)


# "a May deal", "the March tariffs"
_DETERMINER = re.compile(r"\b(?:an?|the|that|its|their)\s\Z", re.IGNORECASE)
_OF_DEAL = re.compile(
    r"\s(?:trade\s|tariff\s|export\s)?(?:deals?|agreements?|truce|accord|talks|summit|pact|pause|framework|consensus|tariffs?|duties"
    r"|controls|orders?|announcements?|notices?|increases?|rounds?)\b"
)


def month_alone(match: re.Match[str]) -> bool:
    """True for "October", "in May", "April, May and June"; false for "May we …", "Jan Smith" and "the March"."""
    word, text = match["month"], match.string
    if not word[0].isupper() or _SHORT_MONTH.match(word):
        return False
    if match["which"]:
        return True
    if word not in ("May", "March", "MAY", "MARCH", "Mar.", "Sept"):
        is_person = re.match(r"\s[A-Z][a-z]+['’]s\b", text[match.end() : match.end() + 20])  # "June Weller's"
        return not is_person or word not in ("April", "June")
    before = text[max(0, match.start() - 14) : match.start()]
    if _OF_DEAL.match(text, match.end()) and _DETERMINER.search(before):
        return True
    return bool(_PREPOSITION.search(before) or _AFTER_MONTH.search(before))


def is_holiday(match: re.Match[str]) -> bool:
    """True for "Labor Day" and "by Christmas"; false for "Christmas trees"."""
    if match["holiday"] != "Christmas" or match["year"] or match["which"] or match["beside"]:
        return match["holiday"][0].isupper()
    before = match.string[max(0, match.start() - 8) : match.start()]
    after = match.string[match.end() : match.end() + 2]
    is_placed = re.search(r"\b(?:at|by|before|after|until|on|since|for)\s\Z", before) is not None
    return is_placed and not re.match(r"\s\w|['’-]", after)


_IN_SEASON = re.compile(r"\b(?:in|over|during|throughout|by|until|through|since)\s\Z", re.IGNORECASE)


_DATE_AND = re.compile(rf"\b(?:{w.MONTH})\s{w.DAY},?\s(?:and|or)\s\Z", re.IGNORECASE)


def follows_date(match: re.Match[str]) -> bool:
    """True for the second day of "April 2 and 9"; a number before a noun ("April 2 and 9 firms") is none."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    after = match.string[match.end() : match.end() + 2]
    if not before.endswith((" and ", " or ")):
        return False
    return _DATE_AND.search(before) is not None and not re.match(r"\s[a-z]|[-–]\w", after)


def is_season(match: re.Match[str]) -> bool:
    """True for "spring 2025", "last fall", "over the winter"; false for "the fall of", "spring a surprise"."""
    if match["year"] or match["spelled"] or match["before"] or (match["which"] and match["which"].lower() != "the"):
        return True
    before = match.string[max(0, match.start() - 11) : match.start()]
    is_placed = _IN_SEASON.search(before) is not None and not match.string.startswith(" of", match.end())
    return bool(match["which"]) and is_placed


_IT_IS = re.compile(
    r"\b(?:it\sis|it['’]s|it\shas\sbeen|it['’]s\sbeen)\s(?:now\s|just\s|only\s|barely\s)?\Z", re.IGNORECASE
)


def it_is(match: re.Match[str]) -> bool:
    """True for "it is two weeks since …", false for "in the two weeks since"."""
    return _IT_IS.search(match.string, max(0, match.start() - 24), match.start()) is not None


def no_title(match: re.Match[str]) -> bool:
    """False for "This Week" in the middle of a sentence: a programme's name."""
    return not (match["unit"][0].isupper() and not match["unit"].isupper())


_NUMBER_SIGN = re.compile(r"(?:[$€£¥#@&=+*_\\]\s?|[\w.,:/][.,:/]|\w-|\d\s?|\bNos?\.?\s|[A-Z]\d*|§\s?)\Z")
# "mid-2025", "1914-1918", "31 May-1 June": what may stand before the dash.
PREFIXED = re.compile(rf"\b(?:mid|pre|post|early|late|{w.MONTH}|{w.YEAR})\s?[-–—]\Z", re.IGNORECASE)
# "Resolution 1701", "Made in China 2025", "Windows 2000": a name that ends in a number.
_NUMBERED_THING = re.compile(
    r"(?<![.!?:]\s)(?<!\n)\b(?!(?:In|Since|Until|Till|By|From|Of|During|Before|After|For|Around|To|And|Through|Throughout"
    r"|As|At|The|Early|Late|Mid|Between|On|Spring|Summer|Fall|Autumn|Winter|Christmas|Circa|About|Over|Or|But|With|Then|When"
    r"|Because|Year|Fiscal|Whereas|While|Though|Although|If|So|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Q[1-4]|H[12]|Timeline|Calendar|Not|Now)\b)[A-Z][\w.&]*\s\Z"
)


# "section 1702(a)", "heading 2025", "page 1999"
_SECTION = re.compile(
    r"\b(?:sections?|titles?|chapters?|(?:sub)?headings?|pages?|rules?|parts?|paragraphs?|notes?|lines?|rooms?|flights?|bills?)\s\Z",
    re.IGNORECASE,
)


def is_year(match: re.Match[str]) -> bool:
    """True for "2025" and "the 1990s"; false for "$2025", "No. 2019", "2,019", "2019 jobs" and "B-2019"."""
    before = match.string[max(0, match.start("year") - 30) : match.start("year")]
    if match.start("year") == match.start() and _NUMBERED_THING.search(before):
        return False
    if PREFIXED.search(before):
        return True
    if _SECTION.search(before) or match.string.startswith("(", match.end()):
        return False
    return match.start("year") > match.start() or not _NUMBER_SIGN.search(before)
