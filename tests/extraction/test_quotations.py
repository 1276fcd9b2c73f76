"""Quotations over several sentences."""

from tradewatch.extraction.clauses import plain
from tradewatch.extraction.quotations import as_heard
from tradewatch.extraction.sentences import sentences_in


def heard(text: str) -> list[tuple[str, bool]]:
    sentences = list(sentences_in(text))
    return [(plain(one.sentence.text)[:8], one.inside) for one in as_heard(sentences, plain(text))]


def test_the_sentence_that_closes_a_quotation_is_heard_first() -> None:
    assert heard("“It is unfair. It is wrong. It must end,” Greer said.") == [
        ("It must ", True),
        ('"It is u', False),
        ("It is wr", True),
    ]


def test_prose_keeps_its_order() -> None:
    assert heard("Greer spoke. “It is unfair,” he said. He left.") == [
        ("Greer sp", False),
        ('"It is u', False),
        ("He left.", False),
    ]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    assert heard("“It is unfair.\n\nGreer left.") == [('"It is u', False), ("Greer le", False)]
