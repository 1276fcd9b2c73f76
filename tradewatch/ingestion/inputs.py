"""From the paths of a command line to files and their bytes; whatever cannot be read is refused by name."""

import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

KINDS = (".txt", ".md", ".html", ".json")
STANDARD_INPUT = "-"
LARGEST = 20_000_000  # bytes; the longest order of 2025 has under 200,000
DEEPEST = 32  # folders


class Refused(Exception):
    """An input that cannot be read; the message says why, `path` says which."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why

    def __reduce__(self) -> tuple[type["Refused"], tuple[str, str]]:
        """A refusal travels between processes by its two parts."""
        return type(self), (self.path, self.why)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file as it was found. `path` is what it is known by; `kind` its suffix, ".txt" for standard input."""

    path: str
    kind: str
    data: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def files_at(paths: Sequence[str]) -> Iterator[Path | str | Refused]:
    """The files below the paths, folders in order of name; "-" for standard input; a refusal for what is not there."""
    for path in paths:
        if path == STANDARD_INPUT:
            yield path
            continue
        place = Path(path)
        try:
            is_folder, is_there = place.is_dir(), place.exists()
        except OSError as error:
            yield Refused(path, f"it cannot be reached: {error.strerror}.")
            continue
        if is_folder:
            yield from _below(place, depth=0)
        elif is_there:
            yield place
        else:
            yield Refused(path, "there is no such file or folder.")


def _below(folder: Path, *, depth: int) -> Iterator[Path | Refused]:
    if depth > DEEPEST:
        yield Refused(str(folder), f"folders are nested deeper than {DEEPEST}.")
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Refused(str(folder), f"the folder cannot be read: {error.strerror}.")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            # A link to a folder can lead back up; a folder is read where it stands.
            if not entry.is_symlink():
                yield from _below(entry, depth=depth + 1)
        else:
            yield entry


def known_as(place: Path) -> str:
    """The one name of a file, however it was typed: from the working folder, where the file lies in or beside it."""
    whole = os.path.abspath(place)  # noqa: PTH100 - links stay as they are, unlike with resolve()
    near = os.path.relpath(whole)
    return whole if near.startswith(os.path.join(os.pardir, os.pardir)) else near  # noqa: PTH118


def shown(path: str) -> str:
    """The path as it can be printed and stored: bytes of a name that are no UTF-8 become question marks."""
    return path.encode("utf-8", "replace").decode()


def read(place: Path | str) -> File:
    """The file with its bytes. Raises Refused, saying why."""
    if isinstance(place, str):
        return _standard_input()
    path = known_as(place)
    if shown(path) != path:
        raise Refused(shown(path), "its name is not UTF-8; give it another.")
    kind = place.suffix.lower()
    if kind not in KINDS:
        raise Refused(path, f"“{kind or 'no suffix'}” is no kind of text that is read here; {', '.join(KINDS)} are.")
    try:
        about = place.stat()
        if not stat.S_ISREG(about.st_mode):
            # A pipe or a device may never end.
            raise Refused(path, "it is no plain file.")
        if about.st_size > LARGEST:
            raise Refused(path, f"it has {about.st_size:,} bytes; {LARGEST:,} is the most.")
        data = place.read_bytes()
    except OSError as error:
        raise Refused(path, f"it cannot be read: {error.strerror}.") from error
    return _checked(File(path=path, kind=kind, data=data))


def _standard_input() -> File:
    data = sys.stdin.buffer.read(LARGEST + 1)
    # A text without a name is known by itself: another one is another document, no new version of this.
    return _checked(File(path=f"standard input {hashlib.sha256(data).hexdigest()[:12]}", kind=".txt", data=data))


def _checked(file: File) -> File:
    if len(file.data) > LARGEST:
        raise Refused(file.path, f"it has more than {LARGEST:,} bytes.")
    if not file.data.strip():
        raise Refused(file.path, "it is empty.")
    if b"\x00" in file.data:
        raise Refused(file.path, "it is binary: it holds NUL bytes.")
    return file


def text_of(file: File) -> str:
    """The file's text, which must be UTF-8. Raises Refused, naming the line and byte that is not."""
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.data.count(b"\n", 0, error.start) + 1
        wrong = file.data[error.start]
        hint = " It looks like Windows-1252: save it as UTF-8." if 0x80 <= wrong <= 0x9F else ""
        raise Refused(file.path, f"it is not UTF-8: byte 0x{wrong:02x} in line {line}.{hint}") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
