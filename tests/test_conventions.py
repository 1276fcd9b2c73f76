"""The house's taste, where no linter knows it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "tradewatch"
LONGEST_MODULE = 300
LEFTOVER_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "services", "service"}
# Where readers are served, every question to the record goes through `visible_to`.
PUBLIC_PACKAGES = ("timeline", "exports")
RECORD = ("Event", "Position")


def modules() -> list[Path]:
    return sorted(path for path in PROGRAM.rglob("*.py") if "migrations" not in path.parts)


def templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


def named(paths: list[Path]) -> list[object]:
    return [pytest.param(path, id=str(path.relative_to(ROOT))) for path in paths]


@pytest.mark.parametrize("path", named(modules()))
def test_a_module_has_one_job_and_fits_on_a_few_screens(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", named(modules()))
def test_no_module_is_named_for_its_form(path: Path) -> None:
    names = {part.removesuffix(".py") for part in path.relative_to(PROGRAM).parts}
    assert not names & LEFTOVER_NAMES


@pytest.mark.parametrize("path", named([path for path in modules() if path.read_text().strip()]))
def test_a_module_says_what_it_is_for(path: Path) -> None:
    if path.name in ("apps.py",) or "management" in path.parts:
        return
    assert ast.get_docstring(ast.parse(path.read_text()))


@pytest.mark.parametrize("path", named([path for name in PUBLIC_PACKAGES for path in (PROGRAM / name).rglob("*.py")]))
def test_the_public_side_asks_only_for_what_is_visible(path: Path) -> None:
    for line in unguarded_questions(path.read_text()):
        pytest.fail(f"{path.relative_to(ROOT)}: “{line}” does not go through visible_to")


def unguarded_questions(code: str) -> Iterator[str]:
    """Lines that ask Event or Position for rows by any other door."""
    for line in code.splitlines():
        if re.search(rf"\b({'|'.join(RECORD)})\.objects\b(?!\.visible_to\()", line) and "# any state:" not in line:
            yield line.strip()


@pytest.mark.parametrize("path", named(templates()))
def test_a_template_loads_nothing_from_another_host(path: Path) -> None:
    assert not re.search(r"""(?:src|href|action)=["'](?:https?:)?//""", path.read_text())


@pytest.mark.parametrize("path", named(templates()))
def test_a_template_has_no_inline_script_or_style(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=[\"']|javascript:|hx-on", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)


@pytest.mark.parametrize("path", named(templates()))
def test_every_form_that_writes_carries_a_token(path: Path) -> None:
    for form in re.findall(r"<form\b[^>]*method=\"post\".*?</form>", path.read_text(), flags=re.S | re.I):
        assert "{% csrf_token %}" in form


def test_tests_stand_where_their_modules_stand() -> None:
    """tests/<package>/test_<word>*.py: the first word after `test_` belongs to a module or folder of that package."""
    lost = []
    for path in sorted((ROOT / "tests").glob("*/test_*.py")):
        package = PROGRAM / path.parent.name
        if not package.is_dir():
            continue
        names = {entry.stem for entry in package.rglob("*.py")} | {
            entry.name for entry in package.rglob("*") if entry.is_dir()
        }
        subject = path.stem.removeprefix("test_")
        if not any(subject == name or subject.startswith(f"{name}_") for name in names):
            lost.append(str(path.relative_to(ROOT)))
    assert lost == []


def test_every_module_of_weight_has_tests() -> None:
    """A package with code has a folder of tests."""
    for package in sorted(entry for entry in PROGRAM.iterdir() if entry.is_dir() and (entry / "__init__.py").exists()):
        assert list((ROOT / "tests" / package.name).glob("test_*.py")), f"no tests for {package.name}"
