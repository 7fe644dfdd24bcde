"""A file, folder or drive that goes away while it is open: the edit is refused, and the plan can still be saved."""

import shutil
from pathlib import Path

import pytest

import storage
from tests.faults.disks import small_disk
from tests.storage.making import ANA, add_partner, few_operations, is_one_sentence, partner_names, small_file


def refuse_edit(opened: storage.OpenWorkbook) -> None:
    names, seq = partner_names(opened), opened.workbook.seq
    with pytest.raises(storage.FileVanished) as caught:
        add_partner(opened)
    assert is_one_sentence(str(caught.value))
    assert (partner_names(opened), opened.workbook.seq) == (names, seq)


def test_a_deleted_file_takes_no_more_edits_and_can_be_saved_elsewhere(tmp_path: Path) -> None:
    path, copy = small_file(tmp_path), tmp_path / "copy.cpw"
    with storage.open_workbook(path, ANA) as opened:
        book = opened.workbook.book
        path.unlink()
        refuse_edit(opened)
        assert opened.save_copy(copy) == ()

    with storage.open_workbook(copy, ANA) as again:
        assert not again.workbook.book.difference(book)
        assert storage.check_file(again.store) == ()


def test_a_renamed_folder_takes_no_edits_until_it_is_back(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "stick", tmp_path / "gone"
    folder.mkdir()
    path = small_file(folder)
    with storage.open_workbook(path, ANA) as opened:
        folder.rename(elsewhere)
        refuse_edit(opened)
        elsewhere.rename(folder)
        add_partner(opened, "Back again")

    with storage.open_workbook(path, ANA) as again:
        assert partner_names(again)[-1] == "Back again"


def test_another_file_under_the_same_name_is_not_written(tmp_path: Path) -> None:
    path, other = small_file(tmp_path), small_file(tmp_path, "other.cpw", edits=9)
    with storage.open_workbook(path, ANA) as opened:
        shutil.copyfile(other, tmp_path / "new")
        (tmp_path / "new").replace(path)
        refuse_edit(opened)
    assert path.read_bytes() == other.read_bytes()


def test_a_drive_that_is_pulled_out_leaves_the_plan_in_memory(tmp_path: Path) -> None:
    with small_disk(tmp_path, 4000) as disk:
        opened = storage.create(disk / "plan.cpw", ANA, few_operations())
    with opened:
        refuse_edit(opened)
        opened.save_copy(tmp_path / "saved.cpw")
        book = opened.workbook.book
    with storage.open_workbook(tmp_path / "saved.cpw", ANA) as again:
        assert not again.workbook.book.difference(book)


def test_the_plan_is_saved_from_memory_when_the_file_cannot_be_read_any_more(tmp_path: Path) -> None:
    path, copy = small_file(tmp_path), tmp_path / "copy.cpw"
    with storage.open_workbook(path, ANA) as opened:
        opened.store.raw.execute("PRAGMA cache_size = 0")
        content = bytearray(path.read_bytes())
        content[4096:] = bytes(len(content) - 4096)
        path.write_bytes(content)
        book = opened.workbook.book

        notices = opened.save_copy(copy)

    assert "not its history" in notices[0]
    with storage.open_workbook(copy, ANA) as again:
        assert not again.workbook.book.difference(book)
        assert again.workbook_id == opened.workbook_id
