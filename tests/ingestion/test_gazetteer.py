"""The gazetteer of the reference files."""

from datetime import date
from pathlib import Path

from tradewatch.ingestion.gazetteer import gazetteer_from_files


def test_the_reference_files_become_actors_and_publishers() -> None:
    gazetteer = gazetteer_from_files(Path(__file__).parents[2] / "fixtures" / "reference")
    trump = next(actor for actor in gazetteer.actors if actor.slug == "donald-trump")
    assert (trump.kind, trump.side) == ("person", "us")
    assert trump.roles[0][1:] == (date(2025, 1, 20), None)
    assert any(publisher.slug == "white-house" and publisher.genre == "official" for publisher in gazetteer.publishers)
