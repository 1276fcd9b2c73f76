"""The words that name times: months, weekdays, numbers, units, and the pieces of pattern that match them.

Every piece is written for `re.IGNORECASE`.
"""

import calendar
import re

MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}
WEEKDAYS = {name[:3].lower(): number for number, name in enumerate(calendar.day_name)}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "last": 0,
    "latter": 2,
}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
DAYPARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
STEPS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1,
    "next": 1, "coming": 1, "following": 1, "ensuing": 1,
}  # fmt: skip
UNIT_CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "fortnight": "W",
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ONES = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}

MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
WEEKDAY_SHORT = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\."
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?!%|[.,:]\d|\s(?:percent|per\s?cent|million|billion|trillion)\b)"
YEAR = r"(?:1[4-9]\d\d|20\d\d|2100)\b(?!%|[.,]\d)"
UNIT = r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centurie|century)"
LONG_UNIT = r"(?:day|weekend|week|month|quarter|year|decade|century)"
_ONE = "one|two|three|four|five|six|seven|eight|nine"
_TEN = "|".join(_TENS)
NUMBER = (
    rf"(?:\d{{1,4}}(?:\.\d+)?|(?:{_TEN})(?:[-\s](?:{_ONE})\b)?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    rf"|{_ONE}|(?:a\s)?couple\sof|(?:a\s|one\s)?half(?:\san?)?|(?:a\s|one\s)hundred|(?:a\s)?dozen|an?)"
)
VAGUE = r"(?:several|a\sfew|few|many|some|a\snumber\sof|dozens\sof|recent)"
ABOUT = (
    r"(?:(?:about|around|roughly|approximately|nearly|almost|more\sthan|less\sthan|fewer\sthan|at\sleast|at\smost|up\sto"
    r"|over|some)\s)"
)
ZONE = (
    r"(?:(?:GMT|UTC)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|[ECMP][SD]?T|BST|CES?T|HKT|JST|KST|SGT"
    r"|(?:eastern|central|mountain|pacific|local|Beijing|Shanghai|London|Greenwich|New\sYork|Washington|Hong\sKong)"
    r"(?:\s(?:standard|daylight|summer|mean))?\stime|Eastern|Pacific)\b"
)
CLOCK = (
    rf"(?:(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d)(?::\d\d)?)?\s?(?P<half>[ap])\.?m\b\.?"
    rf"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
    rf"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?=\s(?:GMT|UTC|hours)\b)(?:\shours)?"
    rf"|(?P<word>noon|midday|midnight)\b)(?:,?\s\(?(?P<zone>{ZONE})\)?)?"
)
SPELLED_YEAR = (
    rf"(?:(?:nineteen|eighteen)\s(?:(?:{_TEN})(?:[-\s](?:{_ONE})\b)?|(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve)"
    rf"|two\sthousand(?:\s(?:and\s)?(?:{_ONE})\b)?)"
)


def month_number(name: str) -> int:
    """ "Sept." → 9."""
    return MONTHS[name[:3].lower()]


def last_word(words: str | None) -> str:
    """ "the following" → "following"; "" for none."""
    return words.lower().rsplit(maxsplit=1)[-1] if words else ""


def weekday_number(name: str) -> int:
    """ "Tuesday" → 1, counting from Monday as 0."""
    return WEEKDAYS[name[:3].lower()]


def number_meant(words: str) -> float | None:
    """ "ninety" → 90, "a couple of" → 2, "half a" → 0.5, "several" → None."""
    words = " ".join(re.split(r"[-\s]+", words.lower()))
    if re.fullmatch(r"\d+(?:\.\d+)?", words):
        return float(words)
    if "half" in words:
        return 0.5
    for word, number in (("couple", 2), ("dozens", None), ("dozen", 12), ("hundred", 100)):
        if word in words:
            return number
    if words in ("a", "an"):
        return 1
    return _spelled(words)


def _spelled(words: str) -> float | None:
    total = 0
    for word in words.split():
        number = _TENS.get(word, _ONES.get(word))
        if number is None:
            return None
        total += number
    return total


def year_spelled(words: str) -> int | None:
    """ "nineteen ninety-six" → 1996, "two thousand five" → 2005."""
    head, _, tail = " ".join(re.split(r"[-\s]+", words.lower())).partition(" ")
    if head == "two":
        rest = _spelled(tail.removeprefix("thousand").replace(" and ", " ").strip() or "zero")
        return None if rest is None else 2000 + int(rest)
    rest = _spelled(tail)
    return None if rest is None else {"nineteen": 1900, "eighteen": 1800}[head] + int(rest)
