"""The stylesheet and the script of every page: many small files to work on, one of each to send.

A request costs a browser more than the few hundred bytes that it brings, so `collectstatic` joins the parts, in the
order in which they stand here. Where nothing is collected (development, tests) a page asks for the parts themselves.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLES = "tradewatch/all.css"
SCRIPTS = "tradewatch/all.js"
PARTS = {
    STYLES: [
        "tokens.css",
        "base.css",
        "controls.css",
        "layout.css",
        "parts/marks.css",
        "parts/overview.css",
        "parts/facets.css",
        "parts/list.css",
        "parts/event.css",
        "parts/evidence.css",
        "parts/desk.css",
        "parts/tables.css",
        "parts/positions.css",
        "parts/messages.css",
        "states.css",
        "print.css",
    ],
    SCRIPTS: ["keys.js", "toast.js", "newtab.js", "history.js", "chips.js", "panel.js", "window.js", "tip.js"],
}


class BundledStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # whitenoise tells no types
    """Static files as whitenoise serves them (hashed names, compressed), and the two bundles among them."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Join the parts that were collected, then hash and compress as ever. OSError where a part is missing."""
        if not dry_run:
            for bundle in PARTS:
                parts = [Path(self.path(name)).read_text(encoding="utf-8") for name in parts_of(bundle)]
                Path(self.path(bundle)).write_text("\n".join(parts), encoding="utf-8")
                paths[bundle] = (self, bundle)
        yield from super().post_process(paths, dry_run=dry_run, **options)


def parts_of(bundle: str) -> list[str]:
    """The names of its files, in their order."""
    return [f"tradewatch/{part}" for part in PARTS[bundle]]


def styles_as_links() -> SafeString:
    """The stylesheets of every page, as elements of its head."""
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', _addresses(STYLES))


def scripts_as_elements() -> SafeString:
    """Our scripts of every page, as elements of its head; each waits until the page is parsed."""
    return format_html_join("\n", '<script src="{}" defer></script>', _addresses(SCRIPTS))


def _addresses(bundle: str) -> list[tuple[str]]:
    names = [bundle] if isinstance(staticfiles_storage, BundledStorage) else parts_of(bundle)
    return [(static(name),) for name in names]
