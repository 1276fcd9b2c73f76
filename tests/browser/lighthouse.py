"""Lighthouse over the pages that matter, as a reader gets them: gunicorn, collected files, the sample articles.

`make lighthouse` runs it; it needs Node with npx and a chromium. Prints the median of five runs a page and category,
and exits with 1 where one is below 95.
"""

import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "lighthouse"
RUNS = 5
TRIES = 3  # of one run
ENOUGH = 95
CATEGORIES = ("performance", "accessibility", "best-practices")
PORT = int(os.environ.get("PORT", "8937"))
SITE = f"http://127.0.0.1:{PORT}"


def main() -> int:
    """The exit status: 0 where every median is high enough."""
    BUILD.mkdir(parents=True, exist_ok=True)
    os.environ.update(
        TRADEWATCH_DATA=str(BUILD / "var"),
        TRADEWATCH_PUBLIC="on",
        TRADEWATCH_HTTPS="off",
        DJANGO_SETTINGS_MODULE="tradewatch.settings",
        CHROME_PATH=shutil.which("chromium") or "",
    )
    cookie, event = prepare()
    pages = {"timeline": "/", "event": f"/events/{event}/", "review": "/review/"}
    with served():
        medians = {name: median_of(name, path, cookie if name == "review" else "") for name, path in pages.items()}
    for name, scores in medians.items():
        sys.stdout.write(
            f"{name:10}" + "".join(f"{category} {scores[category]:>3}  " for category in CATEGORIES) + "\n"
        )
    return 0 if all(score >= ENOUGH for scores in medians.values() for score in scores.values()) else 1


def prepare() -> tuple[str, int]:
    """A database with the sample articles; the cookie of a logged-in editor, and an event with a date."""
    for command in (["migrate"], ["collectstatic", "--noinput"], ["demo"]):
        # `demo` ends with 1 where a file cannot be read, HTML without the extra `web`.
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, check=False, stdout=subprocess.DEVNULL)
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    from tradewatch.records.models import Event

    editor = User.objects.get(username="editor")
    client = Client()
    client.force_login(editor)
    event = Event.objects.visible_to(editor).exclude(earliest=None).order_by("-sources", "pk")[0]
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}", event.pk


@contextmanager
def served() -> Iterator[None]:
    """The site behind gunicorn, as `make demo` serves it."""
    command = [sys.executable, "-m", "gunicorn", "tradewatch.wsgi", "--bind", SITE.removeprefix("http://"), "--threads", "4"]  # fmt: skip
    server = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        wait_for_the_site()
        yield
    finally:
        server.terminate()
        server.wait()


def wait_for_the_site() -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", PORT), timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The site did not come up.")


def median_of(name: str, path: str, cookie: str) -> dict[str, int]:
    """The median of five runs by category, of 100."""
    runs = [scores_of(name, path, cookie, at) for at in range(RUNS)]
    return {category: round(statistics.median(run[category] for run in runs)) for category in CATEGORIES}


def scores_of(name: str, path: str, cookie: str, at: int) -> dict[str, float]:
    """One run; its report is kept under build/."""
    report = BUILD / f"{name}-{at}.json"
    command = [
        "npx", "--yes", "lighthouse@12", SITE + path, "--quiet", "--output=json", f"--output-path={report}",
        f"--only-categories={','.join(CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]  # fmt: skip
    if cookie:
        command.append(f"--extra-headers={json.dumps({'Cookie': cookie})}")
    for _ in range(TRIES - 1):  # now and then it misses the start of the page, and says so
        if subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode == 0:
            break
    else:
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    found = json.loads(report.read_text())["categories"]
    return {category: 100 * found[category]["score"] for category in CATEGORIES}


if __name__ == "__main__":
    sys.exit(main())
