"""Ten editors at once over one database file: one save in twenty through the forms of the desk, the others as the form does.

`python -m tests.review.ten_editors` prints what became of each save, and what the record says afterwards.
"""

import json
import random
import sys
import threading
from collections import Counter
from typing import Any

EDITORS, SAVES, EVENTS = 10, 20, 24
SEED = 20251030


class Editor(threading.Thread):
    """Saves a summary of its own, time after time, in one of a few events; after a conflict, the form that came back."""

    def __init__(self, number: int, names: list[str], events: list[int]) -> None:
        super().__init__()
        self.number, self.name, self.events = number, names[number], events
        self.answers: Counter[int] = Counter()
        self.fault = ""

    def run(self) -> None:
        from django.db import connection

        try:
            self._save_all()
        except Exception as error:  # noqa: BLE001 - whatever it was, the test tells it
            self.fault = repr(error)
        finally:
            connection.close()

    def _save_all(self) -> None:
        from django.contrib.auth.models import User
        from django.test import Client

        client, choice = Client(SERVER_NAME="localhost"), random.Random(SEED + self.number)  # noqa: S311
        client.force_login(User.objects.get(username=self.name))
        for save in range(SAVES):
            by_form, event = save == self.number, choice.choice(self.events)
            (self._send if by_form else self._save)(client, event, f"{self.name} {save}")

    def _save(self, _client: Any, number: int, summary: str) -> None:
        from django.contrib.auth.models import User

        from tradewatch.records.models import Event
        from tradewatch.review import acts

        editor = User.objects.get(username=self.name)
        while True:
            event = Event.objects.get(pk=number)
            try:
                acts.save(event, {"summary": summary}, version=event.version, by=editor, because="Said shortly.")
            except acts.Conflict:
                self.answers[409] += 1
            else:
                self.answers[302] += 1
                return

    def _send(self, client: Any, event: int, summary: str) -> None:
        from tests.review.sheet import fields_in, sheet_of

        address = f"/review/events/{event}/"
        fields = sheet_of(client, address, summary=summary, because="Said shortly.")
        while True:
            answer = client.post(f"{address}save/", fields)
            self.answers[answer.status_code] += 1
            if answer.status_code != 409:
                return
            page = answer.content.decode()
            assert 'id="conflict"' in page
            fields = fields_in(page)
            assert fields["summary"] == [summary], "what was typed is lost"


def main() -> None:
    import django

    django.setup()
    from django.db import connection

    from tests.builders import make_event, make_user
    from tradewatch.records.folding import check
    from tradewatch.records.models import Decision

    events = [make_event(date=f"2025-04-{day:02}").pk for day in range(1, EVENTS + 1)]
    names = [make_user(f"editor{number}").get_username() for number in range(EDITORS)]
    connection.close()
    editors = [Editor(number, names, events) for number in range(EDITORS)]
    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join()
    answers: Counter[int] = sum((editor.answers for editor in editors), Counter())
    told = {
        "faults": [editor.fault for editor in editors if editor.fault],
        "answers": {str(status): count for status, count in answers.items()},
        # In the order in which they were taken: each must begin with what the one before it left.
        "decisions": list(Decision.objects.order_by("pk").values_list("event", "field", "before", "after")),
        "untrue": check(),
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
