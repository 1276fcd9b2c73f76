"""The day of an act that only the next sentence tells: "USTR said so on Wednesday", "It was signed on Monday"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tradewatch.extraction.datatypes import Candidate
from tradewatch.extraction.event_dates import NO_DATE
from tradewatch.extraction.parsing import Parsed, Reading
from tradewatch.extraction.quoting import quote_of
from tradewatch.vocabulary import Status

_BODY = (
    r"(?:It|They|He|USTR|MOFCOM|China|Beijing|Washington|Trump|The White House"
    r"|(?:The|Its|Their|China's|America's) (?:[\w-]+ ){0,3}?(?:ministry|commission|department|office|White House"
    r"|trade representative|president|administration|bureau|agency|government|customs))"
)
_WHAT = (
    r"(?:measures?|steps?|moves?|decisions?|changes?|rates?|dut(?:y|ies)|tariffs?|figures?|orders?|notices?|lists?"
    r"|extension|suspension|cuts?|increases?|rises?|details|text|paper|fees?)"
)
_PAPER = r"(?:executive )?(?:orders?|notices?|announcements?|decisions?|measures?|rules?|proclamation|paper|text)"
_MADE_KNOWN = r"(?:announced|published|issued|signed|unveiled|released|posted|gazetted|made public|dated|out)"
_SAID_SO = re.compile(
    rf"\W*(?:{_BODY}(?: (?:had|has|itself|first|also))* (?:sa(?:id|ys) so|made|let|confirmed|{_MADE_KNOWN}) ?"
    r"(?:(?:it|this|that|them|so|public|known|be)\b ?"
    rf"|(?:the|its|his|their|that|this) (?:new |latest |executive |higher |lower )*{_WHAT}\b ?)*"
    rf"|(?:(?:The|That|This|Its|His) {_PAPER}|It|This)"
    rf" (?:was|is|were|had been|came|bears the date of|dates from) ?{_MADE_KNOWN}? ?)"
    r"(?:late |early )?(?:on )?",
)


def dated_by_words(last: Candidate, whole: Parsed, reading: Reading) -> Iterator[Candidate]:
    """The act told just before, without a day of its own, with the day on which it was announced."""
    undated = not last.date.edtf or last.date.rule == "effective"
    if not undated or whole.findings or whole.sentence.paragraph != reading.memory.last_paragraph:
        return
    said = _SAID_SO.match(whole.text)
    day = next((one for one in whole.placed if said and one.part == "date" and 0 <= one.start - said.end() <= 1), None)
    if day is None:
        return
    reason = "a sentence that tells when the act before was announced"
    yield replace(
        last,
        status=str(Status.OCCURRED) if last.status == Status.PLANNED else last.status,
        date=replace(NO_DATE, edtf=day.expression.edtf, rule="follow_up", reason=reason, expression=day.expression),
        effective=last.date if last.date.rule == "effective" else last.effective,
        quote=quote_of(whole.sentence, 0, 1),
        trigger=whole.sentence.start,
        ordinal=0,
        rule=f"{last.rule}.said",
    )
