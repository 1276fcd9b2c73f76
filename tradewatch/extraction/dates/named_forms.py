"""The forms of days, months and years that are named: "Oct. 30, 2025", "25-26 October", "in May", "the 1990s"."""

from tradewatch.extraction.dates import words as w
from tradewatch.extraction.dates.checks import consecutive, follows_date, is_year, month_alone, named
from tradewatch.extraction.dates.forms import MONTHS, Rule

# "2,000 workers", "1500 points": what follows a number that is no year.
NO_COUNT = (
    r"(?!\d|[-–](?!(?:1[4-9]|20)\d\d\b)\d|/\d|[-\s](?:percent|per\s?cent|million|billion|thousand|people|jobs|shares"
    r"|points|miles|feet|units|tons|tonnes|workers|employees|troops|pages|members|cars|women|men|km|yards|meters|metres"
    r"|barrels|dollars|yuan|euros|hours|days|weeks|months|years|votes|houses|homes|students|companies|firms|items|products)\b)"
)

ORDINAL = r"(?:[12]?(?:1st|2nd|3rd)|[12]?[04-9]th|1[1-3]th|30th|31st)"

FORMS = [
    Rule(
        name="iso",
        firsts="#",
        pattern=(
            r"(?P<year>(?:1[5-9]|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
            r"(?![\d/.-]*\d)(?:T?\s?(?P<hour24>\d\d):(?P<minute24>\d\d)(?::\d\d)?"
            r"(?:Z|[+-]\d\d:?\d\d)?)?"
        ),
    ),
    Rule(
        name="slash",
        firsts="#",
        pattern=r"\d{1,2}(?P<mark>[/-])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?![\d/-])",
    ),
    Rule(
        # "9-Oct-25" of a table, "09.10.2025".
        name="tabular",
        firsts="#",
        pattern=(
            r"\d{1,2}(?:(?P<mark>[-/])(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?P=mark)(?:20)?\d\d"
            r"|\.\d{1,2}\.20\d\d)(?![\d/.-]*\d)"
        ),
    ),
    Rule(
        name="compact",
        firsts="#",
        pattern=r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b",
    ),
    Rule(
        name="month_day",
        firsts=f"{MONTHS} last next this",
        pattern=(
            rf"(?:(?P<which>last|next|this(?:\scoming)?)\s)?(?P<month>{w.MONTH})\s"
            rf"(?:the\s)?(?P<day>{w.DAY})(?:,?\s(?P<year>{w.YEAR})(?!\s(?:percent"
            r"|people)))?"
        ),
        holds=named,
    ),
    Rule(
        name="days",
        firsts=MONTHS,
        pattern=(
            rf"(?P<month>{w.MONTH})\s(?P<day>{w.DAY})(?P<to>\s?[-–—]\s?|\s(?:and"
            rf"|to|through|&)\s)(?P<day2>{w.DAY})(?:,?\s(?P<year>{w.YEAR}))?"
        ),
        holds=consecutive,
    ),
    Rule(
        name="day_month",
        firsts="# the",
        pattern=(
            rf"(?:the\s)?(?P<day>{w.DAY})(?:(?<=[a-z])\sof)?\s(?P<month>{w.MONTH})(?:,?\s"
            rf"(?P<year>{w.YEAR}))?"
        ),
        holds=named,
    ),
    Rule(
        # "4" in "on 4 and 9 April": the month stands with its partner.
        name="shared_day",
        firsts="#",
        pattern=(
            rf"(?P<day>{w.DAY})(?=(?:,\s{w.DAY})?,?\s(?:and|or)\s{w.DAY}\s(?P<month>{w.MONTH})"
            rf"(?:,?\s(?P<year>{w.YEAR}))?)"
        ),
        holds=named,
    ),
    Rule(
        # "9" in "on April 2 and 9, 2025".
        name="second_day",
        firsts="#",
        pattern=rf"(?P<day>{w.DAY})(?:,\s(?P<year>{w.YEAR}))?",
        holds=follows_date,
    ),
    Rule(
        name="days_month",
        firsts="#",
        pattern=(
            rf"(?P<day>{w.DAY})(?P<to>\s?[-–—]\s?|\s(?:and|to|&)\s)(?P<day2>{w.DAY})"
            rf"(?:\sof)?\s(?P<month>{w.MONTH})(?:,?\s(?P<year>{w.YEAR}))?"
        ),
        holds=consecutive,
    ),
    Rule(
        name="month_year",
        firsts=MONTHS,
        pattern=rf"(?P<month>{w.MONTH})(?:,?\sof|,)?\s(?:(?P<year>{w.YEAR})|(?P<spelled>{w.SPELLED_YEAR}))",
        holds=named,
    ),
    Rule(
        name="month",
        firsts=f"{MONTHS} last next this past",
        pattern=(
            rf"(?:(?P<which>(?:this\s)?(?:last|next|past|coming)|this)\s)?(?P<month>{w.MONTH})"
            r"(?!\s\d{1,2}\b)"
        ),
        holds=month_alone,
    ),
    Rule(
        name="ordinal_day",
        firsts="the",
        pattern=(
            rf"the\s(?P<day>{ORDINAL})(?:\s(?:and|to)\s(?:the\s)?(?P<day2>{ORDINAL}))?"
            r"(?:(?P<of>\sof\s(?:that|the\ssame|this|the)\smonth)\b"
            r"|(?!\s(?!(?:and|but|or|when|which|that|with|the|its?|they|we|he|she|in|at|by|for|as|after|before|until|till|through"
            r"|was|were|is|are|has|have|had|will|would|came|went|followed|added|no|both|all|an?)\b)[a-z]+\b))"
        ),
    ),
    Rule(
        name="decade",
        firsts="the # s",
        pattern=(
            r"(?:the\s)?(?:(?:early|late|mid|middle)[-\s](?:to[-\s]late[-\s])?)?"
            r"(?:the\s)?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b|(?:the\s)?['’](?P<short>[2-9]0)s\b"
        ),
    ),
    Rule(
        name="century",
        firsts="the #",
        pattern=r"(?:the\s)?(?P<n>1\d|20|21)(?:th|st)[-\s]century\b",
    ),
    Rule(
        name="years",
        firsts="# the marketing fiscal",
        pattern=(
            r"(?:the\s)?(?:(?:marketing|fiscal|financial|crop|school|academic)\syear\s)?"
            rf"(?P<year>{w.YEAR})(?:\s?/\s?(?P<slashed>(?:19|20)?\d\d)|\s?[-–—]\s?"
            r"(?P<dashed>\d\d))\b(?![-–/]\d)(?:\s(?P<kind>(?:marketing|fiscal"
            r"|financial|crop|school|academic)\syear|season))?"
        ),
    ),
    Rule(
        name="year",
        firsts="# fiscal the year fy calendar",
        pattern=(
            r"(?:(?:the\s)?(?:(?:fiscal|calendar|financial|marketing)\s(?:year\s)?"
            rf"|year\s)|FY\s?)?(?P<year>{w.YEAR}){NO_COUNT}"
        ),
        holds=is_year,
    ),
    Rule(
        name="spelled_year",
        firsts="nineteen eighteen the two",
        pattern=(
            rf"(?:the\syear\s)?(?P<spelled>{w.SPELLED_YEAR})\b(?!\s(?:percent|people"
            r"|dollars|men|women|jobs))"
        ),
        holds=lambda m: not m[0].lower().startswith("two"),
    ),
]
