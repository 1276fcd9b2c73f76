"""Reference data: taken over from files, and never over an editor's head."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group

from tradewatch.ingestion.names import fingerprint, gazetteer_from_tables
from tradewatch.ingestion.reference import FOLDER, BadReference, load_reference
from tradewatch.records.models import Actor, Alias, Issue, Publisher
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[issue]]\nslug = 'soybeans'\n", "row 1.*“name”"),
        ("[[issue]]\nslug = 'cheese'\nname = 'Cheese'\nmeaning = 'x'\n", "“cheese” is no slug"),
        ("[[issue", "no TOML"),
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
