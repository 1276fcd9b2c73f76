"""The values of a facet as HTML."""

from tradewatch.records.facets import Facet, Option
from tradewatch.timeline.facetted import options_as_html


def option(value: str = "us", label: str = "United States", count: int = 3, *, checked: bool = False) -> Option:
    return Option(value=value, label=label, count=count, checked=checked)


def written(*options: Option, key: str = "actor", focus: int = -1) -> list[str]:
    return str(options_as_html(Facet(key=key, label="", options=list(options)), focus)).split("\n")


def test_a_name_is_shown_as_text_and_begins_with_a_capital() -> None:
    (html,) = written(option(label="a <b> & co"))
    assert "<span>A &lt;b&gt; &amp; co</span>" in html
    assert '<label for="f-actor-us"><input type="checkbox" id="f-actor-us" name="actor" value="us">' in html


def test_a_value_says_whether_it_is_chosen_and_whether_it_would_leave_anything() -> None:
    chosen, other = written(option(checked=True, count=0), option())
    assert " checked>" in chosen
    assert '<span class="is-zero">' in chosen
    assert " checked>" not in other
    assert "is-zero" not in other


def test_a_kind_has_its_shape() -> None:
    assert 'href="#k-talks"' in written(option("talks", "Talks"), key="kind")[0]
    assert "<svg" not in written(option())[0]


def test_the_focus_goes_to_the_first_value_that_was_not_there_before() -> None:
    assert ["autofocus" in html for html in written(option(), option(), option(), focus=1)] == [False, True, False]
