"""Whether two acts fall upon the same thing."""

import pytest

from tradewatch.extraction.named_things import may_be_same_thing, things_of


def test_a_subject_is_the_things_in_it_without_what_is_done_to_them_and_how_many() -> None:
    assert things_of("export licences for seven rare earths and superhard materials") == {
        "rare earths",
        "superhard materials",
    }
    assert things_of("an antitrust inquiry into Qualcomm") == {"Qualcomm"}
    assert things_of("a joint venture for TikTok") == things_of("TikTok ban") == {"TikTok"}
    assert things_of("exports of gallium, germanium and antimony") == {"gallium, germanium and antimony"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("export controls on rare-earth magnets", "export licences for five rare earths"),
        ("Nvidia chips", "Nvidia's H20 chips"),
        ("US soybeans", "three US soybean exporters"),
        ("three cargoes", "US soybeans"),
        ("Nvidia chips", "Nvidia's RTX Pro 6000D"),
        ("US goods", "US logs"),
        ("", "Unreliable Entity List"),
        ("export-control notices of 9 October", "export controls on rare earths"),
    ],
)
def test_what_may_be_the_same_thing(one: str, other: str) -> None:
    assert may_be_same_thing(one, other)
    assert may_be_same_thing(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Unreliable Entity List", "Export Control List"),
        ("Nvidia's H20 chips", "Nvidia's H200 chips"),
        ("US soybeans", "US logs"),
        ("rare earths", "export licences for foreign goods with Chinese rare earths"),
        ("an antitrust inquiry into Google", "an antitrust inquiry into Qualcomm"),
    ],
)
def test_what_cannot_be_the_same_thing(one: str, other: str) -> None:
    assert not may_be_same_thing(one, other)
    assert not may_be_same_thing(other, one)
