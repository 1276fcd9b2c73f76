"""A filter said in a phrase that a person would use."""

from collections.abc import Mapping, Sequence

from tradewatch import edtf

# Words that read otherwise inside a sentence than on a chip.
_WITHIN = {
    ("side", "us"): "the United States",
    ("side", "both"): "both sides",
    ("side", "other"): "others",
    ("issue", "other"): "other issues",
    ("direction", "escalates"): "escalate",
    ("direction", "eases"): "ease",
    ("direction", "neither"): "neither escalate nor ease",
}
_BEFORE_THE_NOUN = ("review_state", "status", "kind")
_AFTER_IT = {
    "side": "by {}",
    "speaker": "of {}",
    "actor": "involving {}",
    "issue": "on {}",
    "source": "reported by {}",
}
_QUOTES = '"“”'
_WHAT_THEY_DO = ("action", "stance", "direction")


def sentence(
    noun: str,
    named: Mapping[str, Sequence[str]],
    labels: Mapping[tuple[str, str], str],
    *,
    since: str = "",
    until: str = "",
    text: str = "",
) -> str:
    """The filter as a phrase; "all events" where nothing narrows. `named` are its values by key, `text` what is sought.

    "tariff events by the United States between 1 April and 31 May 2025 that mention “rare earth”"
    """
    said = {key: _either([_within(key, value, labels) for value in values]) for key, values in named.items() if values}
    before = [said[key] for key in _BEFORE_THE_NOUN if key in said]
    after = [phrase.format(said[key]) for key, phrase in _AFTER_IT.items() if key in said]
    deeds = " and ".join(f"that {said[key]}" for key in _WHAT_THEY_DO if key in said)
    mention = f"that mention {_quoted(text)}" if text else ""
    told = [part for part in (*before, noun, *after, deeds, _window(since, until), mention) if part]
    return " ".join(told) if len(told) > 1 else f"all {noun}"


def _within(key: str, value: str, labels: Mapping[tuple[str, str], str]) -> str:
    word = _WITHIN.get((key, value)) or labels[key, value]
    # "Port fees" is no name, "TikTok" is one.
    is_common = key in ("kind", "issue") and word[1:].islower()
    return word[0].lower() + word[1:] if is_common else word


def _either(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _window(since: str, until: str) -> str:
    if since and since == until:
        return f"{'on' if edtf.precision_of(since) == 'day' else 'in'} {edtf.wording(since)}"
    if since and until:
        return f"between {_without_the_same_year(since, until)} and {edtf.wording(until)}"
    if since:
        return f"since {edtf.wording(since)}"
    return f"until {edtf.wording(until)}" if until else ""


def _without_the_same_year(since: str, until: str) -> str:
    words = edtf.wording(since)
    return words.removesuffix(f" {until[:4]}") if len(since) > 4 and since[:4] == until[:4] else words


def _quoted(text: str) -> str:
    """The words in one pair of quotes, whether they were sought as words or as one phrase."""
    inner = text.strip(_QUOTES)
    return f"“{text if set(inner) & set(_QUOTES) else inner}”"
