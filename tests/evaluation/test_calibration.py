"""What the calibration table says of a confidence."""

from pathlib import Path
from typing import Any

import pytest

from tests.evaluation.told import BOUGHT, MET, article, event, judged_one, read_event
from tradewatch.evaluation.bootstrap import Bootstrap
from tradewatch.evaluation.calibration import EDGES, Bin, calibration


def bins_of(folder: Path, gold: list[dict[str, Any]], read: list[dict[str, Any]]) -> dict[float, Bin]:
    """The bins with an event in them, by their lower edge."""
    text = judged_one(folder, [article(*gold)], [article(*read)])
    return {one.low: one for one in calibration([text], Bootstrap(1)) if one.given}


@pytest.mark.parametrize(
    ("confidence", "edge"),
    [(0, 0.0), (0.49, 0.0), (0.5, 0.5), (0.6, 0.6), (0.7, 0.7), (0.89, 0.8), (0.9, 0.9), (1, 0.9)],
)
def test_a_confidence_on_an_edge_belongs_to_the_bin_that_begins_there(
    tmp_path: Path, confidence: float, edge: float
) -> None:
    assert list(bins_of(tmp_path, [event()], [read_event(confidence=confidence)])) == [edge]


def test_a_bin_says_how_many_of_its_events_were_found_and_how_many_are_right(tmp_path: Path) -> None:
    read = [
        read_event(confidence=0.92),
        read_event(MET, confidence=0.94, side="us"),
        read_event(BOUGHT, confidence=0.96),
        read_event(BOUGHT, kind="legal", confidence=0.3),
    ]
    bins = bins_of(tmp_path, [event(), event(MET)], read)
    assert (bins[0.9].given, bins[0.9].found.value, bins[0.9].right.value) == (3, 2 / 3, 1 / 3)
    assert bins[0.9].mean == pytest.approx(0.94)
    assert (bins[0.0].given, bins[0.0].found.value) == (1, 0.0)


def test_an_event_that_tells_an_optional_one_is_neither_right_nor_wrong(tmp_path: Path) -> None:
    assert bins_of(tmp_path, [event(optional=True)], [read_event(confidence=0.9)]) == {}


def test_events_without_a_confidence_are_left_out(tmp_path: Path) -> None:
    assert bins_of(tmp_path, [event()], [read_event()]) == {}


def test_the_bins_cover_every_confidence_once() -> None:
    bins = calibration([], Bootstrap(0))
    assert [one.low for one in bins] + [1.0] == list(EDGES)
    assert [one.high for one in bins] == list(EDGES[1:])
