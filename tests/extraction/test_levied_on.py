"""A duty is the other side's than the one from which the goods come."""

import pytest

from tests.extraction.reading import acts


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("It put forward duties of up to 60% on trailers from China on Monday, which Beijing noted.", "us"),
        ("China welcomed the cut in duties on goods from China on Monday.", "us"),
        ("China raised its duties on goods from the United States to 40% on Wednesday.", "china"),
        ("China protested against the duties on Chinese goods and imposed duties of 5% on American cork.", "china"),
    ],
)
def test_whose_the_duty_is(sentence: str, side: str) -> None:
    assert [act.endswith(side) for act in acts(sentence) if act.startswith("tariff")] == [True]
