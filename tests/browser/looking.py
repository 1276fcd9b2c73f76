"""A page looked at: by axe (WCAG 2.2 A and AA, and its best practices), for its width, and kept as a picture under build/."""

import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SCREENS = Path(__file__).resolve().parents[2] / "build" / "screens"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def faults_of(page: Page, name: str) -> list[str]:
    """What axe finds on the page as it stands, and whether it is wider than its screen; none where all is well.

    `name` is that of its picture.
    """
    SCREENS.mkdir(parents=True, exist_ok=True)
    file = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "timeline"
    # The caret is left alone: hiding it would leave style attributes behind, which the policy of the site refuses.
    page.screenshot(path=SCREENS / f"{file}.png", caret="initial")
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    found = []
    for violation in results.response["violations"]:
        nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:2])
        found.append(f"{name}: {violation['id']} ({violation['help']}): {nodes}")
    wide, screen = page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
    if wide > screen:
        found.append(f"{name}: {wide} px wide on a screen of {screen}")
    return found
