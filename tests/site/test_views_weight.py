"""What a page weighs on its way to the reader."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.browser.spring import make_spring

pytestmark = pytest.mark.django_db


def compressed(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def test_styles_and_scripts_of_a_page_weigh_60_kb_at_most(client: Client) -> None:
    page = client.get("/").content.decode()
    names = re.findall(r'(?:src|href)="/static/([^"]+\.(?:css|js))"', page)
    assert "tradewatch/panel.js" in names
    found = [finders.find(name) for name in names]
    assert sum(compressed(Path(str(file)).read_bytes()) for file in found) < 60_000


def test_the_first_page_weighs_60_kb_at_most(client: Client) -> None:
    make_spring(50)
    assert compressed(client.get("/").content) < 60_000
