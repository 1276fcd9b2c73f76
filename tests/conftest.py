"""What every test may use: users of each group, and the texts beside the project."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.builders import make_user

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture
def editor(db: None) -> User:
    return make_user("mira")


@pytest.fixture
def second_editor(db: None) -> User:
    return make_user("okon")


@pytest.fixture
def analyst(db: None) -> User:
    return make_user("jonas", "analysts")


@pytest.fixture
def editor_client(editor: User) -> Client:
    client = Client()
    client.force_login(editor)
    return client


@pytest.fixture
def analyst_client(analyst: User) -> Client:
    client = Client()
    client.force_login(analyst)
    return client


@pytest.fixture
def shared() -> Path:
    """The folder of real texts beside the project; the test is skipped, saying so, where there is none."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the project")
    return SHARED
