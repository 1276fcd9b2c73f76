"""`demo`: one command fills an empty database and says how to log in; once more, it fills nothing twice."""

import re
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import call_command

from tests.ingestion.plain_reading import plain_reading
from tradewatch.ingestion import runs
from tradewatch.records.models import Document
from tradewatch.records.rights import is_editor

pytestmark = pytest.mark.django_db


def logins() -> dict[str, str]:
    """Names and passwords as the command prints them."""
    out = StringIO()
    call_command("demo", stdout=out)
    return dict(re.findall(r"Log in as “(\w+)” with the password (\S+)", out.getvalue()))


def test_the_demo_can_be_repeated_and_prints_passwords_that_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("trafilatura")
    monkeypatch.setattr(runs, "read_page", plain_reading)
    first, count = logins(), Document.objects.count()
    assert count > 10
    second = logins()
    assert "No change" in capsys.readouterr().out
    assert Document.objects.count() == count
    assert first["editor"] != second["editor"]
    for name, password in second.items():
        assert authenticate(username=name, password=password) == User.objects.get(username=name)
    assert is_editor(User.objects.get(username="editor"))
    assert not is_editor(User.objects.get(username="analyst"))
