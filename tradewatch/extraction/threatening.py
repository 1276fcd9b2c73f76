"""Who utters a threat threatens: "otherwise, he posted on Monday, duties would go up by 50 points"."""

import re
from dataclasses import replace

from tradewatch.extraction.modality import Assertion
from tradewatch.extraction.parsing import Parsed
from tradewatch.extraction.scenes import Acting
from tradewatch.vocabulary import Action, Kind

# A word of saying with its speaker, put in or told last: ", he posted on Monday," or ", the president said".
_UTTERED = re.compile(
    r"[,;\"] (?:(?P<us>[Hh]e|(?:(?:US|U\.S\.) )?(?:[Pp]resident )?(?:Donald )?(?:Mr\.? )?Trump|[Tt]he president"
    r"|(?:the )?White House|(?:Scott )?Bessent|(?:Howard )?Lutnick)"
    r"|(?P<china>(?:the |its |China's )?(?:[Cc]ommerce |[Ff]oreign |[Ff]inance )?ministry|MOFCOM|Beijing))"
    r" (?:has |had )?(?:said|says|wrote|writes|posted|declared|warned|vowed|threatened|told|added|announced)\b"
)


def by_utterer(acting: Acting, assertion: Assertion, kind: str, whole: Parsed) -> Acting:
    """The side that acts; of a threatened duty, that of who is said to utter it."""
    if assertion.action != Action.THREATEN or kind != Kind.TARIFF:
        return acting
    found = _UTTERED.search(whole.text)
    side = ("us" if found["us"] else "china") if found else acting.side
    return (
        replace(acting, side=side, how="subject", words=found[0].strip(), slug="")
        if side != acting.side and found
        else acting
    )
