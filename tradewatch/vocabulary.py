"""The closed word lists of the codebook, each word with its meaning.

Everything that names a kind, an action, a side … takes the word from here: the models' choices, the rules of the
lexicon, the filter language, the export columns. A word's `label` is what a reader sees, its `meaning` the help text.
"""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of a closed list: its value is what is stored, its label and meaning are what people read."""

    label: str
    meaning: str

    # The defaults serve type checkers alone: Kind("tariff") looks a word up and makes none.
    def __new__(cls, value: str, label: str = "", meaning: str = "") -> Self:
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        word.meaning = meaning
        return word

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """(stored value, label) in the order of the codebook, as a model field takes them."""
        return [(word.value, word.label) for word in cls]


class Kind(Word):
    """What sort of act an event is."""

    TALKS = "talks", "Talks", "a negotiating round, meeting, call, summit or visit between the two governments"
    TARIFF = "tariff", "Tariff", "a duty on imports threatened, announced, imposed, changed, suspended or exempted"
    EXPORT_CONTROL = "export_control", "Export control", "a licence requirement, ban, list or rule on exports"
    PURCHASE = "purchase", "Purchase", "goods bought, ordered, promised or no longer bought"
    AGREEMENT = "agreement", "Agreement", "a framework, consensus, truce, deal or joint statement reached"
    INVESTIGATION = "investigation", "Investigation", "an inquiry into trade or competition opened, paused or ended"
    PORT_FEE = "port_fee", "Port fee", "charges on the other side's ships"
    CORPORATE = "corporate", "Corporate", "one firm's deal, divestiture, licence or purchase ban"
    LEGAL = "legal", "Legal", "a court's ruling, a WTO case, a rule about persons or substances"


class Action(Word):
    """What the act does."""

    HOLD = "hold", "hold", "a meeting takes place"
    THREATEN = "threaten", "threaten", "a harm is announced on a condition; the threat itself is the act"
    PROPOSE = "propose", "propose", "a draft or an offer is put forward"
    ANNOUNCE = "announce", "announce", "intent is made known without terms of its own"
    IMPOSE = "impose", "impose", "a measure is decided with its own terms"
    RAISE = "raise", "raise", "a measure in force is made heavier"
    LOWER = "lower", "lower", "a measure in force is made lighter"
    SUSPEND = "suspend", "suspend", "a measure is paused or put off"
    EXTEND = "extend", "extend", "a suspension or a truce is prolonged"
    LIFT = "lift", "lift", "a measure in force is ended"
    WITHDRAW = "withdraw", "withdraw", "a threat or proposal that never took effect is dropped"
    RESUME = "resume", "resume", "what had stopped starts again"
    APPROVE = "approve", "approve", "consent is given"
    REJECT = "reject", "reject", "consent is refused"
    AGREE = "agree", "agree", "the two sides, or a buyer and a seller, come to terms"


class Status(Word):
    """How firmly a text says that something happened."""

    OCCURRED = "occurred", "occurred", "the text asserts it as done"
    PLANNED = "planned", "planned", "somebody with the power to do it says it will be done"
    EXPECTED = "expected", "expected", "predicted, hoped, inferred or hedged"
    DENIED = "denied", "denied", "the text says it did not happen"


class Side(Word):
    """Who acts."""

    US = "us", "United States", "the United States, its bodies and its firms"
    CHINA = "china", "China", "China, its bodies and its firms"
    BOTH = "both", "Both sides", "the two together"
    OTHER = "other", "Other", "somebody else"


class Topic(Word):
    """What an act or a position is about. (The codebook calls it an issue.)"""

    RECIPROCAL_TARIFFS = "reciprocal-tariffs", "Reciprocal tariffs", "the tariffs of April 2025 and the answers to them"
    FENTANYL_TARIFFS = "fentanyl-tariffs", "Fentanyl tariffs", "the tariffs that the US put on China over opioids"
    RARE_EARTHS = "rare-earths", "Rare earths", "controls on rare earths, their magnets and technology"
    CRITICAL_MINERALS = "critical-minerals", "Critical minerals", "gallium, germanium, antimony, tungsten and the like"
    SOYBEANS = "soybeans", "Soybeans", "trade in soybeans"
    AGRICULTURE = "agriculture", "Agriculture", "trade in other farm goods"
    ENERGY = "energy", "Energy", "trade in coal, oil and gas"
    CHIPS = "chips", "Chips", "semiconductors, their tools and their software"
    ENTITY_LISTS = "entity-lists", "Entity lists", "lists of parties that may not be traded with"
    PORT_FEES = "port-fees", "Port fees", "charges on the other side's ships"
    TIKTOK = "tiktok", "TikTok", "TikTok's divestiture in the United States"
    DE_MINIMIS = "de-minimis", "De minimis", "the duty-free treatment of small parcels"
    FENTANYL_COOPERATION = "fentanyl-cooperation", "Fentanyl cooperation", "working together against opioids"
    AVIATION = "aviation", "Aviation", "aircraft, engines and parts"
    VISAS = "visas", "Visas", "entry of students and other persons"
    SHIPBUILDING = "shipbuilding", "Shipbuilding", "the building of ships and cranes"
    OTHER = "other", "Other", "something else in the dispute"


class Stance(Word):
    """What a speaker does with words on an issue."""

    DEMAND = "demand", "demand", "asks the other side for something"
    OFFER = "offer", "offer", "holds something out"
    SUPPORT = "support", "support", "approves an act or a policy"
    OPPOSE = "oppose", "oppose", "speaks against an act or a policy"
    THREATEN = "threaten", "threaten", "announces a harm on a condition"
    CONCEDE = "concede", "concede", "gives up a thing demanded or threatened before"
    ASSESS = "assess", "assess", "judges how things stand"


class MeasureKind(Word):
    """What a figure of an act measures."""

    RATE = "rate", "rate", "a duty in percent or percentage points"
    DURATION = "duration", "duration", "a time in days or months"
    QUANTITY = "quantity", "quantity", "tonnes, aircraft or entities"
    VALUE = "value", "value", "money, or money per tonne"
    THRESHOLD = "threshold", "threshold", "a share or a sum from which a rule applies"


class Unit(Word):
    """The unit of a figure."""

    PERCENT = "percent", "%", "hundredths"
    POINTS = "percentage points", "points", "a difference between two percentages"
    OWNERSHIP = "percent of ownership", "% owned", "the share that an owner holds"
    USD = "USD", "US dollars", "US dollars"
    USD_PER_TONNE = "USD per tonne", "US dollars per tonne", "US dollars for each net tonne"
    CNY_PER_TONNE = "CNY per tonne", "yuan per tonne", "yuan for each net tonne"
    TONNES = "tonnes", "tonnes", "metric tonnes"
    AIRCRAFT = "aircraft", "aircraft", "aircraft"
    ENTITIES = "entities", "entities", "firms, bodies or persons on a list"
    DAYS = "days", "days", "days"
    MONTHS = "months", "months", "months; a year is twelve"


class Basis(Word):
    """What a rate is counted from."""

    ADDED = "added", "added", "on top of the duties before"
    TOTAL = "total", "total", "all duties together"
    CHANGE = "change", "change", "the difference that the act makes"
    NONE = "", "", "no rate, or not known"


class LinkType(Word):
    """How a later act stands to an earlier one."""

    RESPONDS_TO = "responds_to", "responds to", "retaliates for, answers"
    IMPLEMENTS = "implements", "implements", "carries out"
    SUSPENDS = "suspends", "suspends", "pauses or puts off"
    EXTENDS = "extends", "extends", "prolongs"
    WITHDRAWS = "withdraws", "withdraws", "drops a threat, lifts a measure"
    REPLACES = "replaces", "replaces", "puts another measure in its place"
    FOLLOWS = "follows", "follows", "comes after, as a further step"
    BREACHES = "breaches", "breaches", "breaks"


class Genre(Word):
    """What kind of text a document is; the order is the order of trust when accounts differ."""

    OFFICIAL = "official", "official", "an act, statement or release of a government body"
    NEWS = "news", "news", "a report of a newspaper, agency or trade paper"
    STATE_MEDIA = "state_media", "state media", "a report of an outlet that a government runs"
    ANALYSIS = "analysis", "analysis", "a law firm's note, a think tank's paper, a market report"
    OPINION = "opinion", "opinion", "a column or a blog; shown and marked, never counted as an origin"


class Direction(Word):
    """Whether an act makes the dispute sharper; derived, and an editor may override it with a reason."""

    ESCALATES = "escalates", "escalates", "makes the dispute sharper"
    EASES = "eases", "eases", "makes it milder"
    NEITHER = "neither", "neither", "does neither, or cannot be told"


class ReviewState(Word):
    """How far editors have dealt with an event or a position."""

    UNCHECKED = "unchecked", "unchecked", "read by the machine, seen by nobody"
    DOUBTED = "doubted", "doubted", "unchecked, and the machine has a reason to doubt it"
    ACCEPTED = "accepted", "accepted", "an editor has checked it"
    REJECTED = "rejected", "rejected", "an editor has taken it off the timeline"
    MERGED = "merged", "merged", "it is part of another event"
    WITHDRAWN = "withdrawn", "withdrawn", "no text reports it any more"


class Verb(Word):
    """What an editor, or a run in its own name, can decide."""

    ACCEPT = "accept", "accepted", "every field stands as it is"
    CORRECT = "correct", "corrected", "one field has another value"
    REJECT = "reject", "rejected", "off the timeline, kept with its evidence"
    RESTORE = "restore", "restored", "a rejection is taken back"
    CREATE = "create", "created", "a new event from a passage"
    MERGE = "merge", "merged", "two events are one"
    SPLIT = "split", "split", "some mentions make an event of their own"
    MOVE = "move", "moved a mention of", "a mention belongs to another event"
    ADD_PASSAGE = "add_passage", "added a passage to", "more words report it"
    REMOVE_PASSAGE = "remove_passage", "removed a passage from", "these words do not report it"
    LINK = "link", "linked", "it stands to another event in a stated way"
    UNLINK = "unlink", "unlinked", "it does not"
    ANNOTATE = "annotate", "annotated", "a note for other people"
    RESOLVE = "resolve", "resolved a note on", "a note is dealt with"
    NOT_DUPLICATE = "not_duplicate", "told apart", "two events that look alike are two"
    DISMISS_READING = "dismiss_reading", "dismissed a reading of", "a new reading does not change what was decided"
    UNDO = "undo", "undid", "an earlier decision no longer counts"
