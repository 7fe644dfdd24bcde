"""Documents are put on the disk whole, for those to read who may."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.writing import NotWritten, free_path, write_whole

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights are told otherwise there")


@pytest.fixture
def secretive() -> Iterator[None]:
    """Let new files be for their maker alone, as some people have it."""
    usual = os.umask(0o077)
    yield
    os.umask(usual)


@pytest.mark.usefixtures("secretive")
def test_a_new_document_is_for_those_who_may_read_new_files(tmp_path: Path) -> None:
    write_whole(tmp_path / "report.pdf", b"%PDF-")

    assert (tmp_path / "report.pdf").stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("secretive")
def test_a_document_that_is_replaced_stays_with_those_who_could_read_it(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    path.chmod(0o664)

    write_whole(path, b"new")

    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o664)


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").mkdir()

    with pytest.raises(NotWritten, match="a folder has this name"):
        write_whole(tmp_path / "report.pdf", b"%PDF-")
    with pytest.raises(NotWritten, match="the folder does not exist"):
        write_whole(tmp_path / "nowhere" / "report.pdf", b"%PDF-")
    assert [one.name for one in tmp_path.iterdir()] == ["report.pdf"]


def test_a_document_finds_a_place_where_it_replaces_nothing(tmp_path: Path) -> None:
    name = "Tracker P-04.xlsx"
    (tmp_path / name).write_bytes(b"filled in")
    (tmp_path / "Tracker P-04 (2).xlsx").mkdir()
    assert free_path(tmp_path, name, b"new") == tmp_path / "Tracker P-04 (3).xlsx"
    (tmp_path / "Tracker P-04 (3).xlsx").write_bytes(b"new")
    assert free_path(tmp_path, name, b"new") == tmp_path / "Tracker P-04 (3).xlsx", "the very same is not doubled"
    assert free_path(tmp_path, name, b"newer") == tmp_path / "Tracker P-04 (4).xlsx"
