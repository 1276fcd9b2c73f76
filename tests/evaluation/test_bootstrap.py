"""What an interval promises."""

import pytest

from tradewatch.evaluation.bootstrap import Bootstrap


def test_the_same_texts_give_the_same_interval() -> None:
    hits, of = [1, 0, 2, 3], [2, 1, 2, 5]
    one, other = (Bootstrap(4).share(hits, of) for _ in range(2))
    assert one == other
    assert one.value == pytest.approx(0.6)


def test_an_interval_holds_its_share_and_narrows_with_more_texts() -> None:
    few, many = (Bootstrap(10 * times).share([1, 0] * 5 * times, [1] * 10 * times) for times in (1, 10))
    widths = []
    for share in (few, many):
        assert share.low is not None
        assert share.high is not None
        assert share.low < 0.5 < share.high
        widths.append(share.high - share.low)
    assert widths[1] < widths[0] / 2


def test_texts_are_drawn_whole() -> None:
    """Ten events of one text that stand or fall together are one piece of evidence, not ten."""
    together = Bootstrap(10).share([10] * 5 + [0] * 5, [10] * 10)
    apart = Bootstrap(100).share([1] * 50 + [0] * 50, [1] * 100)
    assert together.low is not None
    assert apart.low is not None
    assert together.low < apart.low - 0.1


def test_the_interval_is_the_textbooks() -> None:
    """Of 100 tosses with 50 hits, 95 % of draws lie within 1.96 standard errors of a half."""
    share = Bootstrap(100).share([1] * 50 + [0] * 50, [1] * 100)
    assert share.low == pytest.approx(0.5 - 1.96 * 0.05, abs=0.015)
    assert share.high == pytest.approx(0.5 + 1.96 * 0.05, abs=0.015)


def test_nothing_to_count_is_no_share_and_no_interval() -> None:
    for texts in (0, 3):
        share = Bootstrap(texts).share([0] * texts, [0] * texts)
        assert (share.value, share.low, share.high) == (None, None, None)


def test_one_text_alone_gives_a_share_without_an_interval() -> None:
    share = Bootstrap(3).share([0, 2, 0], [0, 4, 0])
    assert (share.value, share.low, share.high) == (0.5, None, None)
