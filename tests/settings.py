"""The product's settings as tests need them: plain HTTP, public reading, quick passwords, static files uncollected."""

import os

os.environ["TRADEWATCH_HTTPS"] = "off"
os.environ["TRADEWATCH_PUBLIC"] = "on"

from tradewatch.settings import *  # noqa: F403 - the environment comes first
from tradewatch.settings import STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
