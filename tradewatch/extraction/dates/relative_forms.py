"""The forms of times that count from another: "Thursday", "last month", "two weeks ago", "9 a.m.", "early"."""

from tradewatch.extraction.dates import words as w
from tradewatch.extraction.dates.checks import is_season, it_is, named, no_title
from tradewatch.extraction.dates.forms import NUMBERS, Rule

PARTS = (
    r"(?:early|late|mid|(?:the\s)?(?:very\s)?(?:beginning|start|end|close|middle|turn|course|rest|remainder)\sof"
    r"|(?:the\s)?(?:early|late|later|latter|middle)(?:\spart)?(?:\sof)?|earlier|later)"
)
WHICH = (
    r"(?:(?:this|the)\s(?:past|last|coming|next|previous|following|same|current|present|preceding|prior|ensuing|latest|very"
    r"|entire|whole|full)|this|that|last|next|past|previous|coming|following|current|same|the)"
)

FORMS = [
    Rule(
        name="weekday",
        firsts=(
            "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs "
            "fri sat sun this last next on past the coming that"
        ),
        pattern=(
            r"(?:(?P<which>(?:this\s|the\s)?(?:past|last|coming|next|previous"
            rf"|following|same)|this|that|the)\s)?(?P<weekday>{w.WEEKDAY}|{w.WEEKDAY_SHORT})"
            r"(?P<plural>s\b)?(?:(?<=day)\s(?P<beside>before\slast|before|after)(?=[.,;:]|\sthat\b))?"
            r"(?:(?<=day)\sof\s(?P<week>this|last|next|the\s(?:past|coming|previous|following))\sweek\b)?"
        ),
        holds=lambda m: m["weekday"][0].isupper() and ((m["which"] or "").lower() != "the" or bool(m["beside"])),
    ),
    Rule(
        name="today",
        firsts="today yesterday tomorrow tonight the last this",
        pattern=(
            r"(?:(?P<over>the\sday\s(?:before|after)\s)?(?P<word>today|yesterday"
            r"|tomorrow|tonight)|(?P<night>last\snight|this\s(?:morning|afternoon"
            r"|evening)))\b"
        ),
    ),
    Rule(
        name="daypart",
        firsts="morning afternoon evening night mornings nights the mid late early",
        pattern=(
            r"(?:the\s)?(?:(?:mid|late|early)[-\s])?(?P<daypart>morning|afternoon"
            r"|evening|night)(?P<plural>s)?\b"
        ),
    ),
    Rule(
        name="clock",
        firsts="# noon midnight midday",
        pattern=rf"{w.CLOCK}",
    ),
    Rule(
        name="unit",
        firsts="this that last next past previous coming following current same the",
        pattern=(
            rf"(?P<which>{WHICH})\s(?P<fiscal>(?:fiscal|calendar|full|marketing"
            rf"|financial)[-\s])?(?P<unit>{w.LONG_UNIT}|morning|afternoon|evening"
            r"|night)\b(?!-)(?!\s(?:ago|earlier|later)\b)"
        ),
        holds=no_title,
    ),
    Rule(
        # "on the telephone before the week is out"
        name="before_out",
        firsts="before ere the",
        pattern=r"(?:(?:before|ere)\sthe\s(?P<unit>week|month|year)\s(?:is|was)\s(?:out|over|up|done|through)\b)",
    ),
    Rule(
        name="season",
        firsts="# this that last next past previous coming following the spring summer fall autumn winter",
        pattern=(
            rf"(?:(?P<which>{WHICH})\s)?(?:(?P<before>{w.YEAR})\s)?(?:(?:early"
            r"|late|mid)[-\s])?(?P<season>spring|summer|fall|autumn|winter)\b"
            rf"(?:,?(?:\sof)?\s(?:(?P<year>{w.YEAR})|(?P<spelled>{w.SPELLED_YEAR})))?"
        ),
        holds=is_season,
    ),
    Rule(
        # of the day told before
        name="in_the_day",
        firsts="earlier later",
        pattern=r"(?:earlier|later)\s(?:in|on)\sthe\s(?:same\s)?day\b",
    ),
    Rule(
        name="near",
        firsts="the a that",
        pattern=(
            r"(?:(?:the|that)\s(?:very\s)?(?P<unit>day|week|month|year|night|morning)\s"
            r"(?P<side>before|after|earlier|later)\b(?!\s(?:yesterday|tomorrow)))"
        ),
    ),
    Rule(
        # "a year ago tomorrow", "two weeks ago today": the day itself.
        name="ago_to_the_day",
        firsts=NUMBERS,
        pattern=(rf"(?P<number>{w.NUMBER})\s(?P<unit>week|month|year)s?\sago\s(?P<word>today|yesterday|tomorrow)\b"),
    ),
    Rule(
        name="ago",
        firsts=NUMBERS,
        pattern=(
            rf"{w.ABOUT}?(?P<number>{w.NUMBER}|{w.VAGUE})[-\s](?P<unit>{w.UNIT})s?"
            r"(?:\sor\s(?:so|more))?\s(?P<side>ago|earlier|later|before(?!\s(?:he"
            r"|she|it|they|we|the|his|her|their|its)\b)|from\snow"
            r"|hence|afterwards?|after\sthat|before\sthat|previously)\b(?!\sthan\b)"
        ),
    ),
    Rule(
        # "it is two weeks since Bloomberg reported": two weeks ago.
        name="since",
        firsts=NUMBERS,
        pattern=rf"{w.ABOUT}?(?P<number>{w.NUMBER})\s(?P<unit>day|week|fortnight|month|year)s?\ssince\b",
        holds=it_is,
    ),
    Rule(
        name="some_later",
        firsts="days weeks the",
        pattern=(
            r"(?:(?P<unit>day|week)s\s(?P<side>later|afterwards|earlier|after\sthat|before\sthat)\b"
            r"|the\s(?:following|ensuing|subsequent)\s(?P<on>day|week)s\b"
            r"|the\s(?P<that>day|week)s\s(?:that\sfollowed|after\sthat)\b)"
        ),
    ),
    Rule(
        name="yearago",
        firsts="year",
        pattern=r"year[-\s](?:ago|earlier)\b",
    ),
    Rule(
        name="partyear",
        firsts="year yearend the end",
        pattern=r"(?:the\s)?(?:year-end|yearend|year['’]s\send|year\send)\b",
    ),
    Rule(
        name="weekof",
        firsts="the week",
        pattern=(
            rf"(?:the\s)?week\s(?:of|beginning|starting|commencing)\s(?P<month>{w.MONTH})\s"
            rf"(?P<day>{w.DAY})(?:,?\s(?P<year>{w.YEAR}))?"
        ),
        holds=named,
    ),
    Rule(
        name="part",
        firsts=("early late mid the beginning start end close middle course rest remainder earlier later turn latter"),
        pattern=rf"{PARTS}(?=[-\s])",
    ),
]
