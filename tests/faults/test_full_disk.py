"""No room left: the edit is refused in one sentence, and everything before it is there."""

import shutil
import tempfile
from pathlib import Path

import pytest

import storage
from tests.faults.disks import small_disk
from tests.storage.making import ANA, few_operations, is_one_sentence, partner_names, small_file
from workbook.operations import AddRecord

LONG_NOTE = "A note that takes room. " * 800


def fill_up(opened: storage.OpenWorkbook) -> storage.FileFull:
    with pytest.raises(storage.FileFull) as caught:
        add_many(opened)
    assert is_one_sentence(str(caught.value))
    return caught.value


def add_many(opened: storage.OpenWorkbook) -> None:
    for number in range(1000):
        opened.workbook.do(AddRecord("partners", {"name": f"Partner {number}", "note": LONG_NOTE}))


def test_an_edit_that_finds_no_room_is_refused_and_the_next_one_goes_on(tmp_path: Path) -> None:
    with small_disk(tmp_path, 2000) as disk:
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(400_000))
        path = disk / "plan.cpw"
        with storage.create(path, ANA, few_operations()) as opened:
            fill_up(opened)
            before = opened.workbook.book
            assert len(partner_names(opened)) > 3
            assert storage.check_file(opened.store) == ()

            ballast.unlink()
            opened.workbook.do(AddRecord("partners", {"name": "After", "note": LONG_NOTE}))
            assert len(before.difference(opened.workbook.book)) == 1

        with storage.open_workbook(path, ANA) as again:
            assert partner_names(again)[-1] == "After"
            assert storage.check_file(again.store) == ()


def test_a_file_on_a_full_disk_opens(tmp_path: Path) -> None:
    with small_disk(tmp_path, 2000) as disk:
        path = disk / "plan.cpw"
        with storage.create(path, ANA, few_operations()) as opened:
            fill_up(opened)
            names = partner_names(opened)
        (disk / "ballast").write_bytes(bytes(disk_left(disk)))

        with storage.open_workbook(path, ANA) as again:
            assert partner_names(again) == names


def disk_left(disk: Path) -> int:
    return shutil.disk_usage(disk).free


def test_a_new_file_that_finds_no_room_is_not_begun(tmp_path: Path) -> None:
    with small_disk(tmp_path, 200) as disk:
        with pytest.raises(storage.FileFull):
            storage.create(disk / "plan.cpw", ANA, [AddRecord("partners", {"name": "A", "note": LONG_NOTE})] * 9)
        assert list(disk.iterdir()) == []


def test_a_copy_that_finds_no_room_names_the_copy_and_leaves_nothing(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    with small_disk(tmp_path, 100) as disk, storage.open_workbook(path, ANA) as opened:
        with pytest.raises(storage.FileFull, match=r"“copy\.cpw”"):
            opened.save_copy(disk / "copy.cpw")
        assert list(disk.iterdir()) == []


def test_no_room_for_a_look_is_not_taken_for_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = small_file(tmp_path)
    with small_disk(tmp_path, 100) as disk:
        monkeypatch.setattr(tempfile, "tempdir", str(disk))
        with pytest.raises(storage.NoRoomForCopy) as caught:
            storage.open_workbook(path, ANA)
    assert is_one_sentence(str(caught.value))


def test_a_limit_on_the_size_of_files_loses_nothing(tmp_path: Path) -> None:
    """The same without a disk of its own, so that it runs for everybody."""
    resource = pytest.importorskip("resource", reason="only POSIX limits the size of files")
    path = small_file(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with storage.open_workbook(path, ANA) as opened:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 8192, hard))
        try:
            with pytest.raises(storage.FileProblem) as caught:
                add_many(opened)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert is_one_sentence(str(caught.value))
        opened.workbook.do(AddRecord("partners", {"name": "After"}))
        names = partner_names(opened)

    with storage.open_workbook(path, ANA) as again:
        assert partner_names(again) == names
        assert storage.check_file(again.store) == ()
