"""What becomes of an event's parts in a merger."""

from django.db.models import ForeignObjectRel

from tradewatch.records.models import Event
from tradewatch.review.fates import FATES


def test_no_field_of_an_event_is_without_a_fate() -> None:
    fields = {
        field.get_accessor_name() if isinstance(field, ForeignObjectRel) else field.name
        for field in Event._meta.get_fields()
    }
    assert fields == set(FATES)
