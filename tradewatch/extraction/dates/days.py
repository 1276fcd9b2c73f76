"""Days that count from the day of saying: "Thursday", "yesterday", "tonight"; times of day; "the week of Oct. 20"."""

import re
from datetime import date, timedelta

from tradewatch.extraction.dates import words as w
from tradewatch.extraction.dates.context import Context
from tradewatch.extraction.dates.forms import Found
from tradewatch.extraction.dates.named import nearest_day
from tradewatch.extraction.dates.tense import Tense
from tradewatch.extraction.dates.timex import first_day, precision_of_timex, shifted, week_of
from tradewatch.extraction.dates.values import Meaning, Reader

_WEEK = 7


def _weekday(found: Found, context: Context) -> Meaning | None:
    number = w.weekday_number(found.match["weekday"])
    if found.match["plural"]:
        return Meaning(timex=f"XXXX-WXX-{number + 1}", source="set")
    which = w.last_word(found.match["which"])
    base = context.said_on
    if found.match["week"]:  # "on Monday of last week"
        step = w.STEPS.get(w.last_word(found.match["week"]), 0)
        day = base + timedelta(number - base.weekday() + step * _WEEK)
        return Meaning(timex=day.isoformat(), source="deictic")
    if (found.match["beside"] or "").endswith("last"):  # "the Thursday before last"
        back = (base.weekday() - number) % _WEEK or _WEEK
        return Meaning(timex=(base - timedelta(back + _WEEK)).isoformat(), source="deictic")
    if context.is_history and context.last_day and precision_of_timex(context.last) == "day":
        base = context.last_day
    day = _beside_told(number, which, found, context) or _weekday_meant(number, which, base, found, context)
    return _with_daypart(found, Meaning(timex=day.isoformat(), source="weekday"))


def _weekday_meant(number: int, which: str, base: date, found: Found, context: Context) -> date:
    back = (base.weekday() - number) % 7
    if which == "this":
        return base + timedelta(number - base.weekday())
    if which == "next":
        return base + timedelta(7 - base.weekday() + number)
    if w.STEPS.get(which) == -1:
        # "Last Monday" on a Tuesday is not yesterday.
        return base - timedelta(back if back > 1 else back + _WEEK)
    if which in ("coming", "following"):
        return base + timedelta((7 - back) % 7 or 7)
    if back == 0:
        return base
    is_ahead = context.tense(found) is Tense.FUTURE and not _names_past_act(found, context)
    return base + timedelta(7 - back) if is_ahead else base - timedelta(back)


def _beside_told(number: int, which: str, found: Found, context: Context) -> date | None:
    """ "that Friday", "the Friday before": counted from a day that the paragraph has named; None where it has not."""
    beside, told = (found.match["beside"] or "").lower(), context.day_just_named(found)
    if told is None or context.is_history or not (beside or which in ("that", "following", "previous")):
        return None
    if beside == "before" or which == "previous":
        return told - timedelta((told.weekday() - number) % _WEEK or _WEEK)
    ahead = (number - told.weekday()) % _WEEK
    return told + timedelta(ahead if which == "that" else ahead or _WEEK)


_PAPER_OF = re.compile(
    r"\b(?:reports?|statement|posts?|notices?|orders?|letters?|announcements?|interview|decision|ruling|summary)"
    r"\s(?:of|from|dated|(?:published|issued|released)\son)\s(?:late\s|early\s)?\Z",
    re.IGNORECASE,
)
_PAST_ACT = re.compile(
    r"['’]s\s(?:\w+\s)?(?:ruling|decision|announcement|statement|report|attack|order|close|news|vote|strike|remarks|comments"
    r"|call|agreement|move|action|incident|crash|accident|session|bombing|arrest|defeat|victory)s?\b",
    re.IGNORECASE,
)


def _names_past_act(found: Found, context: Context) -> bool:
    """True for "Wednesday's ruling", "a report of Wednesday": what bears its weekday has mostly happened."""
    before = context.text[max(0, found.start - 40) : found.start]
    return _PAST_ACT.match(context.text, found.end, found.end + 50) is not None or bool(_PAPER_OF.search(before))


def _with_daypart(found: Found, meaning: Meaning) -> Meaning:
    if not found.daypart:
        return meaning
    return Meaning(timex=meaning.timex + w.DAYPARTS[found.daypart], source=meaning.source)


def _today(found: Found, context: Context) -> Meaning | None:
    if found.match["night"]:
        return _this_night(found.match["night"].lower(), context.said_on)
    word = found.match["word"].lower()
    if (
        word == "today"
        and re.match(r"['’]s\s(?!\w+ing\b)", context.text[found.end : found.end + 8])
        and not _dated_noun(found, context)
    ):
        return Meaning(timex="PRESENT_REF", source="reference")
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if found.match["over"]:
        step *= 2
    meaning = Meaning(timex=shifted(context.said_on, "day", step), source="deictic")
    if word == "tonight":
        return Meaning(timex=meaning.timex + "TNI", source="deictic")
    return _with_daypart(found, meaning)


_DATED_NOUN = re.compile(
    r"['’]s\s(?:\w+\s)?(?:announcements?|meetings?|talks|sessions?|rulings?|decisions?|hearings?|votes?|statements?|reports?|orders?"
    r"|actions?|moves?|trading|newspapers?|editions?|agreements?|news|summit|call|briefing|deadline|attack|signing)\b",
    re.I,
)


def _dated_noun(found: Found, context: Context) -> bool:
    """True for "today's ruling"; "today's world" means these times."""
    return _DATED_NOUN.match(context.text, found.end, found.end + 50) is not None


def _this_night(words: str, said_on: date) -> Meaning:
    step = -1 if words.startswith("last") else 0
    return Meaning(timex=shifted(said_on, "day", step) + w.DAYPARTS[words.rsplit(maxsplit=1)[-1]], source="deictic")


def _clock(found: Found, context: Context) -> Meaning | None:
    """A time of day by itself: a time of the day of saying in news, of no known day as a date of the record."""
    if found.match["word"] and not re.search(
        r"\b(?:at|by|around|about|until|till|before|after|from|since)\s\Z",
        context.text[max(0, found.start - 8) : found.start],
    ):
        return None
    day = context.said_on.isoformat()
    if context.is_history:
        day = context.last[:10] if precision_of_timex(context.last) == "day" else ""
    return Meaning(timex=day + clock_time(found.match) if day else "", source="deictic", edtf="")


def clock_time(match: re.Match[str]) -> str:
    """ "12:01 a.m." → T00:01, "18:40" → T18:40, "noon" → T12:00."""
    if match["word"]:
        return "T24:00" if match["word"].lower() == "midnight" else "T12:00"
    if match["military"]:
        return f"T{match['military'][:2]}:{match['military'][2:4]}"
    if match["hour24"]:
        return f"T{int(match['hour24']):02d}:{match['minute24']}"
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"T{hour:02d}:{match['minute'] or '00'}"


def _weekof(found: Found, context: Context) -> Meaning | None:
    year = int(found.match["year"]) if found.match["year"] else None
    month, day = w.month_number(found.match["month"]), int(re.sub(r"\D", "", found.match["day"]))
    if year is None:
        named = nearest_day(month, day, context.said_on, context.tense(found))
    else:
        named = first_day(f"{year:04d}-{month:02d}-{day:02d}")
    return Meaning(timex=week_of(named), source="explicit") if named else None


READERS: dict[str, Reader] = {"weekday": _weekday, "today": _today, "clock": _clock, "weekof": _weekof}
