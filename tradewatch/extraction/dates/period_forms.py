"""The forms of quarters, holidays, durations and repeated times: "Q3 2025", "90 days", "every week"."""

from tradewatch.extraction.dates import words as w
from tradewatch.extraction.dates.checks import is_holiday, named
from tradewatch.extraction.dates.forms import NUMBERS, Rule

FORMS = [
    Rule(
        name="span",
        firsts="the last past next first previous coming following final these this recent",
        pattern=(
            r"(?:(?:the|this|these)\s)?(?:last|past|next|first|previous|coming"
            rf"|following|final|preceding)\s(?P<number>{w.NUMBER}|{w.VAGUE})[-\s]"
            rf"(?P<unit>{w.UNIT})s?\b"
        ),
    ),
    Rule(
        name="duration",
        firsts=NUMBERS,
        pattern=(
            rf"{w.ABOUT}?(?P<number>{w.NUMBER}|{w.VAGUE})[-\s](?:(?:full|long|straight"
            r"|consecutive|whole|calendar|business|working|trading|additional"
            rf"|more)\s)?(?P<unit>{w.UNIT})(?P<s>s)?(?:-long)?\b(?!-(?:old|earlier"
            r"|ago)\b|\s(?:old|of age)\b)"
        ),
    ),
    Rule(
        name="quarter",
        firsts="the first second third fourth latter # last next this year q fiscal its that",
        pattern=(
            rf"(?:(?:the|its|their|this|that)\s)?(?:(?P<before>{w.YEAR}|fiscal\s{w.YEAR}"
            r"|year-ago|year-earlier|last\syear['’]s|this\syear['’]s|next\syear['’]s)\s)?"
            r"(?:fiscal[-\s]|calendar\s)?(?:year['’]?s\s)?(?P<ordinal>first|second"
            r"|third|fourth|last|latter|1st|2nd|3rd|4th)[-\s](?:fiscal[-\s]|calendar[-\s])?"
            r"(?P<unit>quarter|half)\b(?:,?\s(?:of\s)?(?:fiscal\s)?(?:year\s)?"
            rf"(?P<year>{w.YEAR}))?"
        ),
    ),
    Rule(
        name="q",
        firsts="q h # the",
        pattern=(
            rf"(?:(?:the\s)?(?P<before>{w.YEAR})\s)?(?:(?P<unit>[QH])(?P<n>[1-4])"
            r"\b|(?P<n2>[1-4])(?P<unit2>[QH])(?:\b|(?=\d\d\b)))(?:\s?(?:of\s|FY\s?)?"
            rf"(?P<year>{w.YEAR}|['’]\d\d\b|(?<=[QH])\d\d\b(?!%|[.,]\d)))?"
        ),
    ),
    Rule(
        name="period",
        firsts="the that this same latest year # current",
        pattern=(
            r"(?:(?:the|that|this)\s)?(?P<which>same|latest|current|most\srecent"
            r"|comparable|corresponding|year-earlier|year-ago|comparable\syear-ago"
            rf"|prior-year|{w.YEAR})\s(?P<unit>quarter|period|half)\b"
        ),
    ),
    Rule(
        name="months_of",
        firsts="the",
        pattern=(
            r"the\s(?P<which>last|final|closing|first|opening)\s(?P<count>two|three|four|five|six)\smonths\sof\s"
            rf"(?:(?P<year>{w.YEAR})|(?P<said>this|last|next|the)\syear)\b"
        ),
    ),
    Rule(
        name="years_ahead",
        firsts="each every all a",
        pattern=(
            r"(?:(?:each|every|all)\sof|a\syear\s(?:for|over|in|during|through))\sthe\s"
            r"(?:(?:next|following|coming|subsequent|succeeding)\s(?P<count>two|three|four|five)\s(?:calendar\s)?years"
            r"|(?P<after>two|three|four|five)\s(?:calendar\s)?years\s"
            r"(?:after|afterwards?|thereafter|that\sfollow|following|to\scome|ahead))\b"
        ),
    ),
    Rule(
        # "the last day of July", "the second week of April"
        name="within_month",
        firsts="the",
        pattern=(
            r"the\s(?P<ordinal>very\slast|first|second|third|fourth|last|final)\s(?P<unit>day|week)\sof\s"
            rf"(?P<month>{w.MONTH})(?:,?\s(?P<year>{w.YEAR}))?"
        ),
        holds=named,
    ),
    Rule(
        name="holiday",
        firsts=(
            "thanksgiving christmas new labor independence election memorial veterans halloween valentine last boxing "
            "the"
        ),
        pattern=(
            r"(?:(?P<which>last|this|next)\s|the\sday\s(?P<beside>before|after)\s)?(?P<holiday>Thanksgiving(?:\sDay)?"
            r"|Christmas(?:\s(?:Day|Eve))?|New\sYear['’]?s?\s(?:Day|Eve)|Labor\sDay"
            r"|Independence\sDay|Election\sDay|Memorial\sDay|Veterans\sDay|Halloween"
            rf"|Valentine['’]s\sDay|Boxing\sDay)\b(?:,?\s(?P<year>{w.YEAR}))?"
        ),
        holds=is_holiday,
    ),
    Rule(
        name="set",
        firsts="each every daily weekly monthly quarterly annually yearly annual per",
        pattern=(
            rf"(?:each|every|per)\s(?:other\s)?(?P<unit>{w.UNIT}|{w.WEEKDAY}|{w.MONTH})\b"
            r"|(?P<word>daily|weekly|monthly|quarterly|annually|yearly)\b"
        ),
    ),
    Rule(
        name="reference",
        firsts="now currently nowadays at recently lately previously formerly the future",
        pattern=(
            r"(?P<reference>now|currently|nowadays|at\spresent|at\sthe\smoment"
            r"|at\sthis\stime|recently|lately|previously|formerly|the\s(?:near\s)?future"
            r"|the\s(?:recent\s)?past)\b(?!-)"
        ),
    ),
]
