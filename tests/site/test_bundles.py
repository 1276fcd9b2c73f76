"""Many small files of CSS and JavaScript to work on, one of each to send."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django.fixtures import Settings

from tradewatch.site import bundles
from tradewatch.site.bundles import PARTS, SCRIPTS, STYLES, parts_of

STATIC = Path(bundles.__file__).parent / "static"
OF_THE_DESK = {"tradewatch/words.js", "tradewatch/unsaved.js"}


@pytest.fixture
def collected(settings: Settings, tmp_path: Path) -> Path:
    """Where static files were collected as they are for readers."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "tradewatch.site.bundles.BundledStorage"},
    }
    call_command("collectstatic", "--noinput", "--verbosity", "0")
    return tmp_path


def asked_for(client: Client) -> list[str]:
    return re.findall(r'(?:src|href)="/static/(tradewatch/[^"]+\.(?:css|js))"', client.get("/login/").content.decode())


@pytest.mark.django_db
def test_a_page_of_collected_files_asks_for_one_stylesheet_and_one_script(client: Client, collected: Path) -> None:
    names = asked_for(client)
    assert [re.sub(r"\.[0-9a-f]{12}\.", ".", name) for name in names] == [STYLES, SCRIPTS]
    assert all((collected / name).exists() and (collected / f"{name}.br").exists() for name in names)


@pytest.mark.parametrize("bundle", [STYLES, SCRIPTS])
def test_a_bundle_holds_its_parts_in_their_order(collected: Path, bundle: str) -> None:
    whole = (collected / bundle).read_text()
    places = [whole.find((STATIC / name).read_text()) for name in parts_of(bundle)]
    assert -1 not in places
    assert places == sorted(places)


def test_collecting_again_after_a_change_gives_the_bundle_another_name(
    collected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(collected.glob("tradewatch/all.*.css"))
    monkeypatch.setitem(PARTS, STYLES, PARTS[STYLES][:-1])
    call_command("collectstatic", "--noinput", "--verbosity", "0")
    assert len(set(collected.glob("tradewatch/all.*.css")) - before) == 1


def test_a_part_that_is_missing_stops_the_collecting(collected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PARTS, SCRIPTS, [*PARTS[SCRIPTS], "gone.js"])
    with pytest.raises(FileNotFoundError, match=r"gone\.js"):
        call_command("collectstatic", "--noinput", "--verbosity", "0")


@pytest.mark.django_db
def test_where_nothing_is_collected_a_page_asks_for_the_parts(client: Client) -> None:
    assert asked_for(client) == [*parts_of(STYLES), *parts_of(SCRIPTS)]


def test_no_file_is_left_out() -> None:
    there = {str(path.relative_to(STATIC)) for ending in ("css", "js") for path in STATIC.rglob(f"*.{ending}")}
    assert {*parts_of(STYLES), *parts_of(SCRIPTS)} == there - OF_THE_DESK
