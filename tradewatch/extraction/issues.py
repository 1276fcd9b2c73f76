"""What an act or a position is about: the issues whose words stand near it."""

from collections.abc import Iterator, Sequence
from datetime import date

from tradewatch.edtf import bounds_of
from tradewatch.extraction.rulebook import Lexicon
from tradewatch.extraction.triggers import Finding
from tradewatch.vocabulary import Kind, Topic

_ONLY_OTHER_KINDS = {
    Topic.PORT_FEES: {Kind.PORT_FEE, Kind.AGREEMENT, Kind.TALKS},
    Topic.TIKTOK: {Kind.CORPORATE, Kind.AGREEMENT, Kind.TALKS, Kind.LEGAL},
    Topic.FENTANYL_TARIFFS: {Kind.TARIFF, Kind.AGREEMENT, Kind.TALKS, Kind.LEGAL},
    Topic.RECIPROCAL_TARIFFS: {Kind.TARIFF, Kind.AGREEMENT, Kind.TALKS, Kind.LEGAL},
    Topic.DE_MINIMIS: {Kind.TARIFF},
    Topic.VISAS: {Kind.LEGAL, Kind.TALKS, Kind.AGREEMENT},
    Topic.SOYBEANS: {Kind.PURCHASE, Kind.TARIFF, Kind.AGREEMENT, Kind.TALKS},
    Topic.AGRICULTURE: {Kind.PURCHASE, Kind.TARIFF, Kind.AGREEMENT, Kind.TALKS, Kind.INVESTIGATION},
}
_TARIFFS = frozenset({Topic.DE_MINIMIS, Topic.FENTANYL_TARIFFS, Topic.RECIPROCAL_TARIFFS})
_BY_SORT = {
    "port_fee": Topic.PORT_FEES,
    "de_minimis": Topic.DE_MINIMIS,
    "tiktok": Topic.TIKTOK,
    "affiliates_rule": Topic.ENTITY_LISTS,
    "listing": Topic.ENTITY_LISTS,
    "rare_earth_control": Topic.RARE_EARTHS,
    "aircraft": Topic.AVIATION,
    "firm_licence": Topic.CHIPS,
    "visas": Topic.VISAS,
}

# In these weeks every new duty of either side was of one round: on fentanyl in February and March, then the reciprocal
# ones until both went down in Geneva.
_ROUNDS = (
    (date(2025, 2, 1), date(2025, 3, 31), Topic.FENTANYL_TARIFFS),
    (date(2025, 4, 2), date(2025, 5, 14), Topic.RECIPROCAL_TARIFFS),
)
_BEYOND = frozenset({Topic.CHIPS, Topic.SHIPBUILDING, Topic.DE_MINIMIS, Topic.AVIATION, Topic.TIKTOK})


def issues_named(text: str, lexicon: Lexicon, *, within: str = "") -> tuple[str, ...]:
    """The issues that words of a plain text raise, in the order of the lexicon.

    `within` is the sentence that a part of one stands in: it has been sifted, and a part holds no more than it does.
    """
    may_be = lexicon.sifted_issues.for_text(within or text)
    return tuple(issue.id for issue in may_be if issue.pattern.seek(text))


def _fitting(words: str, kind: Kind, lexicon: Lexicon, *, within: str = "") -> Iterator[str]:
    named = issues_named(words, lexicon, within=within)
    return (issue for issue in named if kind in _ONLY_OTHER_KINDS.get(Topic(issue), {kind}))


def issues_of(
    finding: Finding,
    near: str,
    sentence: str,
    lexicon: Lexicon,
    *,
    heading: str = "",
    article: Sequence[str] = (),
    day: str = "",
) -> tuple[str, ...]:
    """The issues of an act: those of its kind that words of the sentence `near` it raise.

    Where none do, that of its heading, of the article, of the round of duties to which its `day` belongs, or "other".
    """
    kind = Kind(finding.rule.kind)
    found = list(_fitting(near, kind, lexicon, within=sentence))
    if not found and heading and kind == Kind.TARIFF:
        found = [issue for issue in _fitting(heading, kind, lexicon) if issue in _TARIFFS]
    own = _BY_SORT.get(finding.thing.sort) if finding.thing else finding.rule.issue
    if own and str(own) not in found:
        found.insert(0, str(own))
    if own in (Topic.DE_MINIMIS, Topic.PORT_FEES) or (kind == Kind.TARIFF and Topic.DE_MINIMIS in found):
        found = [
            issue for issue in found if issue in (own, Topic.DE_MINIMIS, Topic.FENTANYL_TARIFFS, Topic.SHIPBUILDING)
        ]
    if kind == Kind.TARIFF and not found and len(article) == 1:
        found = list(article)
    if kind == Kind.TARIFF and not {Topic.FENTANYL_TARIFFS, Topic.RECIPROCAL_TARIFFS, *_BEYOND}.intersection(found):
        found += _of_round(day)
    return tuple(dict.fromkeys(found)) or (str(Topic.OTHER),)


def _of_round(day: str) -> Iterator[str]:
    """The issue of all duties put on, raised or lowered on a day; none for a day outside the rounds, or for no day."""
    if not day:
        return
    when = bounds_of(day)
    for first, last, issue in _ROUNDS:
        if when.earliest and when.latest and first <= when.earliest and when.latest <= last:
            yield str(issue)
