"""Reference data: taken over from files, and never over an editor's head."""

from datetime import date
from pathlib import Path

import pytest
from django.contrib.auth.models import Group

from tradewatch.ingestion.names import fingerprint, gazetteer_from_tables
from tradewatch.ingestion.reference import FOLDER, BadReference, load_reference
from tradewatch.records.models import Actor, Alias, Issue, Publisher, Role
from tradewatch.vocabulary import Topic

pytestmark = pytest.mark.django_db


def test_loading_twice_changes_nothing() -> None:
    first = load_reference()
    assert first.new > 100
    again = load_reference()
    assert (again.new, again.changed, again.kept) == (0, 0, [])
    assert set(Issue.objects.values_list("slug", flat=True)) == {topic.value for topic in Topic}
    assert Group.objects.filter(name="editors").exists()


def test_what_an_editor_changed_or_added_stays() -> None:
    load_reference()
    actor = Actor.objects.get(slug="he-lifeng")
    actor.name = "He Lifeng (Vice Premier)"
    actor.save()
    Alias.objects.create(actor=actor, text="the vice premier from Fujian")
    loaded = load_reference()
    actor.refresh_from_db()
    assert actor.name == "He Lifeng (Vice Premier)"
    assert actor.aliases.filter(text="the vice premier from Fujian").exists()
    assert loaded.kept == ["actor he-lifeng: name"]


def test_what_the_file_says_anew_is_taken_over_where_no_editor_touched_it(tmp_path: Path) -> None:
    load_reference()
    for name in ("actors", "issues", "publishers"):
        text = (FOLDER / f"{name}.toml").read_text()
        (tmp_path / f"{name}.toml").write_text(text.replace('name = "The White House"', 'name = "White House"'))
    assert load_reference(tmp_path).changed == 1
    assert Publisher.objects.filter(name="White House").exists()


def changed_copy(folder: Path, before: str, after: str) -> Path:
    """The reference files, with one passage of the actors changed."""
    for name in ("actors", "issues", "publishers"):
        text = (FOLDER / f"{name}.toml").read_text()
        (folder / f"{name}.toml").write_text(text.replace(before, after))
    return folder


def test_a_name_that_an_editor_removed_is_not_put_back() -> None:
    load_reference()
    Alias.objects.get(actor__slug="united-states", text="USG").delete()
    assert load_reference().new == 0
    assert not Alias.objects.filter(text="USG").exists()


def test_a_name_that_the_file_drops_goes_unless_an_editor_had_added_it(tmp_path: Path) -> None:
    load_reference()
    loaded = load_reference(changed_copy(tmp_path, '"USG"', '"Uncle Sam"'))
    assert (loaded.new, loaded.dropped) == (1, 1)
    assert not Alias.objects.filter(text="USG").exists()
    Alias.objects.create(actor=Actor.objects.get(slug="united-states"), text="USG")
    load_reference(tmp_path)
    assert Alias.objects.filter(text="USG").exists()


ONE = "[[actor]]\nslug = 'a-b'\nname = 'A B'\nkind = 'person'\nside = 'us'\n"


def with_role(folder: Path, role: str) -> Path:
    for name in ("issues", "publishers"):
        (folder / f"{name}.toml").write_text((FOLDER / f"{name}.toml").read_text())
    (folder / "actors.toml").write_text(f"{ONE}roles = [{role}]\n")
    return folder


def test_the_end_of_a_term_is_taken_over_unless_an_editor_gave_another(tmp_path: Path) -> None:
    load_reference(with_role(tmp_path, "{title = 'Envoy', from = '2025-01-20'}"))
    role = Role.objects.get(actor__slug="a-b")
    load_reference(with_role(tmp_path, "{title = 'Envoy', from = '2025-01-20', to = '2025-06'}"))
    role.refresh_from_db()
    assert str(role.end) == "2025-06-30"
    role.end = date(2025, 7, 1)
    role.save()
    load_reference(with_role(tmp_path, "{title = 'Envoy', from = '2025-01-20', to = '2025-08'}"))
    role.refresh_from_db()
    assert str(role.end) == "2025-07-01"


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("{from = '2025'}", "row 1 .a-b.*title"),
        ("{title = 'Envoy', from = '2025-02-30'}", "2025-02-30"),
        ("{title = 'Envoy', from = '2025-03', to = '2025-01'}", "ends before it begins"),
    ],
)
def test_a_bad_role_is_named_with_its_row(tmp_path: Path, role: str, said: str) -> None:
    with pytest.raises(BadReference, match=said):
        load_reference(with_role(tmp_path, role))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[issue]]\nslug = 'soybeans'\n", "row 1.*“name”"),
        ("[[issue]]\nslug = 'cheese'\nname = 'Cheese'\nmeaning = 'x'\n", "“cheese” is no slug"),
        ("[[issue", "no TOML"),
        ("[issue]\nslug = 1", r"must begin with \[\[issue"),
    ],
)
def test_a_bad_file_is_named_with_its_row_and_changes_nothing(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "issues.toml").write_text(text)
    with pytest.raises(BadReference, match=said):
        load_reference(tmp_path)
    assert not Issue.objects.exists()


def test_an_alias_that_an_editor_adds_changes_the_fingerprint_of_the_names() -> None:
    load_reference()
    before = fingerprint(gazetteer_from_tables())
    assert fingerprint(gazetteer_from_tables()) == before
    Alias.objects.create(actor=Actor.objects.get(slug="china"), text="the Middle Kingdom")
    assert fingerprint(gazetteer_from_tables()) != before
