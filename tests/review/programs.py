"""Programs of the project run over a database file of their own: a copy of the tests' database, already migrated."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
FILE = "tradewatch.sqlite3"


def database_in(folder: Path) -> Path:
    """The file, with every table of the tests' database and what stands in them now."""
    connection.ensure_connection()
    with closing(sqlite3.connect(folder / FILE)) as file:
        connection.connection.backup(file)
    return folder / FILE


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """What a Python program makes of the database in a folder."""
    kept = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    environment = {**kept, "TRADEWATCH_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
