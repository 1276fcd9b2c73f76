"""What becomes of each part of an event when it is merged into another one: no field is left without a fate."""

UNITED = "of both, each once"
TRUSTED = "as decided for the event that stays, else by trust: official first, then the more precise, then the older"
KEPT = "that of the event that stays"
COMPUTED = "follows from the rest"
NONE = "not touched"

# Every field of the table `Event`, by name; `records.fold` is what does it.
FATES = {
    "kind": TRUSTED,
    "action": TRUSTED,
    "status": TRUSTED,
    "side": TRUSTED,
    "date": TRUSTED,
    "effective": TRUSTED,
    "ends": TRUSTED,
    "title": TRUSTED,
    "summary": KEPT,
    "direction": "as decided for the event that stays, else as the rule derives it",
    "actors": UNITED,
    "issues": UNITED,
    "instruments": UNITED,
    "measures": "of both, figures that differ side by side",
    "mentions": "go to the event that stays, with their words",
    "links": "carried over to the event that stays",
    "linked_from": "carried over to the event that stays",
    "annotations": "stay where they were left, and are shown with the event that stays",
    "decisions": "stay where they were taken, and are undone there",
    "decisions_elsewhere": "stay where they were taken, and are undone there",
    "groupings": NONE,
    "absorbed": "lead on to the event that stays",
    "merged_into": "the merged one names the event that stays",
    "id": "the merged one keeps its number, and its address leads to the event that stays",
    "review_state": KEPT,
    "state_reason": KEPT,
    "version": "raised on both",
    **dict.fromkeys(
        (
            "earliest", "latest", "effective_earliest", "effective_latest", "ends_earliest", "ends_latest", "listed_on",
            "undated", "confidence", "sources", "origins", "conflicts", "queue_reasons",
        ),
        COMPUTED,
    ),
}  # fmt: skip
