"""What every test may use: users of each group, and settings that need no proxy."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.fixtures import Settings

from tests.builders import make_user

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture(autouse=True)
def plain_settings(settings: Settings) -> None:
    """Plain HTTP, public reading, quick passwords, static files straight from their folders."""
    settings.SECURE_SSL_REDIRECT = False
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    settings.TRADEWATCH_PUBLIC = True
    settings.TRADEWATCH_SHOW_UNCHECKED = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # WhiteNoise warns when nothing has been collected; tests ask pages, not files.
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "whitenoise" not in name]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


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
