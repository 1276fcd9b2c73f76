"""Days that go by what happened on them or by their place: "inauguration day", "the last day of July"."""

from calendar import monthrange
from datetime import date

from tradewatch.extraction.dates import words as w
from tradewatch.extraction.dates.checks import named
from tradewatch.extraction.dates.context import Context
from tradewatch.extraction.dates.forms import Found, Rule
from tradewatch.extraction.dates.named import nearest_month_year, year_given
from tradewatch.extraction.dates.values import Meaning, Reader

FIRST_TERM = 2017
TERM = 4  # years between two inaugurations; every one follows a leap year
MIDDLE = 15  # the last day of a month's first half
LIBERATION_DAY = date(2025, 4, 2)  # what the president called the day of the reciprocal tariffs (EO 14257)

_TILL_TWENTY = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
]  # fmt: skip
_SPELLED = {  # the longest first, as a pattern wants them
    "thirty-first": 31, "thirtieth": 30, **{f"twenty-{word}": 21 + n for n, word in enumerate(_TILL_TWENTY[:9])},
    **{word: 1 + n for n, word in enumerate(_TILL_TWENTY)},
}  # fmt: skip

FORMS = [
    Rule(
        name="inauguration",
        firsts="inauguration the his trump president day",
        pattern=(
            r"(?:Inauguration\sDay\b"
            r"|(?:the\s)?(?:day|evening|night|afternoon|morning)\sof\s(?:the|his|Trump['’]s)\s(?:second\s)?inauguration\b"
            r"|(?:his|Trump['’]s|the\spresident['’]s|President\sTrump['’]s)\s(?:very\s)?first\sday\s"
            r"(?:back(?:\sin\s(?:office|power|the\sWhite\sHouse))?|in\s(?:office|power|the\sWhite\sHouse)|as\spresident)\b"
            r"|(?:the\s)?day\s(?:on\swhich\s|that\s|when\s)?(?:he|Trump|President\sTrump|the\spresident)\s(?:was\s"
            r"(?:sworn\sin|inaugurated)|took\soffice|(?:returned|came\sback|went\sback)\sto\s(?:office|power|the\sWhite\sHouse))\b"
            r"|day\sone\sof\s(?:his|Trump['’]s|the)\s(?:new\s|second\s)?(?:term|presidency|administration)\b)"
        ),
    ),
    Rule(
        name="day_of_month",
        firsts="the",
        pattern=rf"the\s(?P<which>last|final|first)\sday\sof\s(?P<month>{w.MONTH})(?:,?\s(?P<year>{w.YEAR}))?",
        holds=named,
    ),
    Rule(
        name="spelled_day",
        firsts="the",
        pattern=(rf"the\s(?P<day>{'|'.join(_SPELLED)})\s(?:day\s)?of\s(?P<month>{w.MONTH})(?:,?\s(?P<year>{w.YEAR}))?"),
        holds=named,
    ),
    Rule(
        name="half_of_month",
        firsts="the first second",
        pattern=rf"(?:the\s)?(?P<which>first|second)\shalf\sof\s(?P<month>{w.MONTH})(?:,?\s(?P<year>{w.YEAR}))?",
        holds=named,
    ),
    Rule(name="liberation", firsts="liberation", pattern=r"Liberation\sDay\b", holds=lambda m: m[0][0].isupper()),
]


def _inauguration(_found: Found, context: Context) -> Meaning | None:
    """The last 20 January on which a president took office: 2025-01-20 for all that was said in the four years on.

    In texts from before the dispute somebody else's first day in office is as likely.
    """
    said_on = context.said_on
    if said_on.year < FIRST_TERM:
        return None
    year = said_on.year - (said_on.year - 1) % TERM
    day = date(year, 1, 20)
    day = day if day <= said_on else date(year - TERM, 1, 20)
    return Meaning(timex=day.isoformat(), source="explicit")


def _liberation(found: Found, context: Context) -> Meaning | None:
    """2 April 2025 for what was said since it was announced; other lands' Liberation Days bear their name before."""
    before = context.text[max(0, found.start - 14) : found.start]
    if context.said_on.year < LIBERATION_DAY.year or before.rstrip().endswith(("'s", "’s", "ean", "lian", "tch")):
        return None
    return Meaning(timex=LIBERATION_DAY.isoformat(), source="explicit")


def _half_of_month(found: Found, context: Context) -> Meaning:
    """ "the first half of October": the first to the 15th."""
    month = w.month_number(found.match["month"])
    year = year_given(found, context) or context.inherited_year(found)
    year = year or nearest_month_year(month, context.said_on, context.tense(found))
    is_first = found.match["which"].lower() == "first"
    days = (1, MIDDLE) if is_first else (MIDDLE + 1, monthrange(year, month)[1])
    span = "/".join(date(year, month, day).isoformat() for day in days)
    return Meaning(timex=f"{year:04d}-{month:02d}", source="explicit", edtf=span)


def _spelled_day(found: Found, context: Context) -> Meaning | None:
    """ "the twelfth of May", "the Fourth of July"."""
    month, day = w.month_number(found.match["month"]), _SPELLED[found.match["day"].lower()]
    year = year_given(found, context) or context.inherited_year(found)
    year = year or nearest_month_year(month, context.said_on, context.tense(found))
    return Meaning(timex=date(year, month, day).isoformat(), source="explicit")


def _day_of_month(found: Found, context: Context) -> Meaning | None:
    """ "the last day of July": the 31st."""
    month = w.month_number(found.match["month"])
    year = year_given(found, context) or context.inherited_year(found)
    year = year or nearest_month_year(month, context.said_on, context.tense(found))
    day = 1 if found.match["which"] == "first" else monthrange(year, month)[1]
    return Meaning(timex=date(year, month, day).isoformat(), source="explicit")


READERS: dict[str, Reader] = {
    "inauguration": _inauguration, "liberation": _liberation, "day_of_month": _day_of_month,
    "spelled_day": _spelled_day, "half_of_month": _half_of_month,
}  # fmt: skip
