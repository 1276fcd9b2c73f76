"""A filter said in a phrase that a person would use."""

from collections.abc import Mapping, Sequence

from tradewatch import edtf


def sentence(noun: str, labels: Mapping[str, Sequence[str]], *, since: str, until: str, text: str) -> str:
    """ "tariff events by China that ease, from 1 April 2025, with “soybean”"; "all events" where nothing narrows."""
    if not any(labels.values()) and not (since or until or text):
        return f"all {noun}"
    before = [_or(labels[key]).lower() for key in ("review_state", "status", "kind") if labels.get(key)]
    after = [phrase.format(_or(labels[key])) for key, phrase in _PHRASES.items() if labels.get(key)]
    window = _window(since, until)
    quoted = f"with “{text}”" if text else ""
    return " ".join(part for part in (*before, noun, *after, window, quoted) if part)


_PHRASES = {
    "side": "by {}",
    "speaker": "of {}",
    "stance": "that {}",
    "action": "that {}",
    "direction": "whose direction is “{}”",
    "actor": "involving {}",
    "issue": "on {}",
    "source": "reported by {}",
}


def _or(words: Sequence[str]) -> str:
    words = list(words)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _window(since: str, until: str) -> str:
    if since and until:
        return f"between {edtf.wording(since)} and {edtf.wording(until)}"
    if since:
        return f"since {edtf.wording(since)}"
    return f"until {edtf.wording(until)}" if until else ""
