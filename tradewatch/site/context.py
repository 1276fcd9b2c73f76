"""What the shell of every page shows: the reader's rights and how many events wait for review."""

from typing import Any

from django.http import HttpRequest

from tradewatch.records.models import Event
from tradewatch.records.rights import is_editor


def shell(request: HttpRequest) -> dict[str, Any]:
    """`is_editor`, and for editors `waiting`, the number of events in the queue (one query)."""
    editor = is_editor(request.user)
    return {"is_editor": editor, "waiting": Event.objects.waiting().count() if editor else 0}
