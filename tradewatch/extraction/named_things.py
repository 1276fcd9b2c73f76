"""Whether two acts fall upon the same thing, told from the names that their titles give it."""

import re
from functools import lru_cache

_HEAD = re.compile(
    r"^(?:export licences for|exports of|export controls on|sanctions on|controls on|summons of|joint venture for"
    r"|an? (?:[\w-]+ ){0,3}(?:inquiry into|review of|review)|review of) ",
    re.IGNORECASE,
)
_COUNT = re.compile(r"^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?=\w)", re.IGNORECASE)
_ONE_NAME = (
    "gallium, germanium and antimony",
    "tungsten, tellurium and three other metals",
    "coal, LNG, oil and machinery",
)
# What nobody speaks of without its name.
_ALWAYS_NAMED = frozenset({"Section 301 exclusions"})
# What a firm sells, whatever its name.
_WARES = frozenset({"chip", "good", "product"})
# What goes by the name of its papers, whatever goods they are on.
_PAPERS = re.compile(r"^(?:export-control )?(?:notices|announcements|rules|measures) of \d")
# Each side has one list of those names: the American "export control list" is the Entity List.
_ALIKE = {"rare-earth magnets": "rare earths", "Nvidia over Mellanox": "Nvidia", "Entity List": "Export Control List"}


@lru_cache(maxsize=4096)
def things_of(subject: str) -> frozenset[str]:
    """The names of the things that a subject holds: "export licences for gallium and magnets" → both."""
    rest, found = "" if subject.endswith(("inquiry", "summons")) else _HEAD.sub("", subject), set[str]()
    for name in _ONE_NAME:
        if name in rest:
            found.add(name)
            rest = rest.replace(name, "")
    for name in re.split(r", | and ", rest):
        bare = _COUNT.sub("", name.strip())
        if "TikTok" in bare:
            bare = "TikTok"
        if bare and bare != "cargoes":  # of whatever goods
            found.add(_ALIKE.get(bare, bare))
    return frozenset(found)


def may_be_same_thing(one: str, other: str) -> bool:
    """False where both name what they fall upon and share none of it; "Nvidia chips" may be "Nvidia's H20 chips"."""
    ours, theirs = things_of(one), things_of(other)
    if not ours or not theirs:
        return not (ours | theirs) & _ALWAYS_NAMED
    if ours & theirs or any(_PAPERS.match(name) for name in ours ^ theirs):
        return True
    return any(_is_general_for(a, b) or _is_general_for(b, a) for a in ours for b in theirs)


def _is_general_for(broad: str, narrow: str) -> bool:
    """True of a firm and its wares, and of chips and one sort of them: every word of the one is the other's too.

    Goods made with a thing are no sort of it: "foreign goods with Chinese rare earths" are none.
    """
    words, others = (_words(name.partition(" with ")[0]) for name in (broad, narrow))
    return words < others or (bool(words - _WARES) and words - _WARES < others - _WARES and bool(words & _WARES))


def _words(name: str) -> set[str]:
    """Of "US soybeans" and "US soybean exporters" the words are alike."""
    return {word.removesuffix("'s").lower().removesuffix("s") for word in name.split()}
