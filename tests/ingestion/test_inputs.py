"""What is read of a path, and how what cannot be read is refused: by name, with the reason, and without stopping the rest."""

import os
from pathlib import Path

import pytest

from tradewatch.ingestion import inputs
from tradewatch.ingestion.inputs import File, Refused, files_at, known_as, read, text_of


def test_folders_are_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "a.txt", ".hidden.txt", "b/1.md"):
        (tmp_path / name).write_text("words")
    assert [str(place) for place in files_at([str(tmp_path)])] == [
        str(tmp_path / name) for name in ("a.txt", "b/1.md", "b/2.txt")
    ]


def test_a_file_is_known_by_one_name_however_it_is_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    for typed in ("texts/a.txt", "./texts/../texts/a.txt", str(tmp_path / "project" / "texts" / "a.txt")):
        assert known_as(Path(typed)) == "texts/a.txt"
    for typed in ("../shared/a.txt", str(tmp_path / "shared" / "a.txt")):
        assert known_as(Path(typed)) == "../shared/a.txt"
    assert known_as(Path("/far/away.txt")) == "/far/away.txt"


def test_a_folder_that_links_back_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(files_at([str(tmp_path)]))) == 1


def test_folders_beyond_all_depth_are_refused(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * (inputs.DEEPEST + 2))
    deep.mkdir(parents=True)
    (found,) = files_at([str(tmp_path)])
    assert isinstance(found, Refused)
    assert "nested deeper" in found.why


def test_a_path_that_is_not_there_is_named() -> None:
    (found,) = files_at(["no/such/place.txt"])
    assert isinstance(found, Refused)
    assert found.path == "no/such/place.txt"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "empty"),
        ("a.txt", b"\x7fELF\x00\x00", "binary"),
        ("a.pdf", b"%PDF", "no kind of text"),
        ("a", b"words", "no kind of text"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_the_reason(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Refused, match=why):
        read(tmp_path / name)


def test_a_file_whose_name_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("words")
    (found,) = files_at([str(tmp_path)])
    assert isinstance(found, Path)
    with pytest.raises(Refused, match=r"caf\?.txt: its name is not UTF-8"):
        read(found)


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(Refused, match="50,000,000 bytes"):
        read(tmp_path / "big.txt")


def test_what_never_ends_or_leads_nowhere_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    for place, why in (("pipe.txt", "no plain file"), ("link.txt", "cannot be read"), ("self.txt", "cannot be read")):
        with pytest.raises(Refused, match=why):
            read(tmp_path / place)
    (found,) = files_at(["x" * 5000])
    assert isinstance(found, Refused)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(Refused, match="cannot be read"):
        read(tmp_path / "a.txt")


def test_a_text_that_is_not_utf8_is_refused_with_its_line() -> None:
    file = File(path="a.txt", kind=".txt", data="first\nthe “second” line".encode("cp1252"))
    with pytest.raises(Refused, match=r"byte 0x93 in line 2.*Windows-1252"):
        text_of(file)


def test_line_ends_and_a_byte_order_mark_are_evened_out() -> None:
    assert text_of(File(path="a.txt", kind=".txt", data=b"\xef\xbb\xbfone\r\ntwo\rthree")) == "one\ntwo\nthree"
