"""What becomes of an event's parts in a merger."""

from tradewatch.records.models import Event
from tradewatch.review.fates import FATES


def test_no_field_of_an_event_is_without_a_fate() -> None:
    assert {
        field.get_accessor_name() if field.auto_created and not field.concrete else field.name
        for field in Event._meta.get_fields()
    } == set(FATES)  # type: ignore[union-attr]
