"""Copies that are read back before they count, and a set that keeps itself small."""

import datetime
from pathlib import Path

import pytest

import storage
from storage.backups import _verify
from storage.connections import connect
from tests.storage.making import ANA, add_partner, left_alone, partner_names, small_file
from workbook.contents import GivenFile
from workbook.operations import AttachFiles

START = datetime.datetime(2027, 3, 1, 9, 0, tzinfo=datetime.UTC)


def test_a_copy_is_the_same_workbook(tmp_path: Path) -> None:
    path, copy = small_file(tmp_path), tmp_path / "copy.cpw"
    with storage.open_workbook(path, ANA) as opened:
        assert opened.save_copy(copy) == ()
        with pytest.raises(storage.FileExists):
            opened.save_copy(copy)
        with storage.open_workbook(copy, ANA) as other:
            assert other.workbook_id == opened.workbook_id
            assert other.workbook.fingerprint == opened.workbook.fingerprint
            assert not other.workbook.book.difference(opened.workbook.book)


def test_a_copy_that_reads_back_differently_is_refused(tmp_path: Path) -> None:
    path = small_file(tmp_path)
    with pytest.raises(storage.CopyDiffers):
        _verify(path, tmp_path / "copy.cpw", (3, "another hash"))
    content = path.read_bytes()
    path.write_bytes(content[:-4096])
    with pytest.raises(storage.CopyDiffers):
        _verify(path, tmp_path / "copy.cpw", (8, ""))


def test_backups_rotate(tmp_path: Path) -> None:
    """Twenty days with three backups a day: the newest ten, and the last one of fourteen days."""
    folder = tmp_path / "backups"
    with storage.open_workbook(small_file(tmp_path), ANA) as opened:
        for day in range(20):
            for hour in (0, 3, 6):
                add_partner(opened, f"Partner {day} {hour}")
                moment = START + datetime.timedelta(days=day, hours=hour)
                assert storage.rotate_backups(opened.store, folder, moment) is not None
        kept = storage.backups_in(folder, opened.workbook_id)
    assert [one.at for one in kept[-10:]] == [
        START + datetime.timedelta(days=day, hours=hour)
        for day, hour in [(16, 6), (17, 0), (17, 3), (17, 6), (18, 0), (18, 3), (18, 6), (19, 0), (19, 3), (19, 6)]
    ]
    assert {one.at.date() for one in kept} == {(START + datetime.timedelta(days=day)).date() for day in range(6, 20)}
    assert len(kept) == 10 + 10
    assert storage.check_file(kept[0].path) == ()


def test_a_file_that_is_only_called_like_a_backup_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    with storage.open_workbook(small_file(tmp_path), ANA) as opened:
        other = folder / f"plan~{opened.workbook_id[-8:]}~20271399T250000Z~7.cpw"
        other.touch()
        assert storage.rotate_backups(opened.store, folder, START) is not None
        assert len(storage.backups_in(folder, opened.workbook_id)) == 1
    assert other.exists()


def test_the_newest_backup_is_found_by_id_or_by_a_name_that_only_one_workbook_had(tmp_path: Path) -> None:
    folder, path, other = tmp_path / "backups", small_file(tmp_path), small_file(tmp_path, "other.cpw")
    assert storage.newest_backup_of(path, folder) is None
    with storage.open_workbook(path, ANA) as opened:
        for hour in range(2):
            add_partner(opened, f"Partner {hour}")
            last = storage.rotate_backups(opened.store, folder, START + datetime.timedelta(hours=hour))
    path.rename(tmp_path / "called otherwise.cpw")
    found = storage.newest_backup_of(tmp_path / "called otherwise.cpw", folder)
    assert found is not None
    assert found.path == last

    path.write_bytes(b"nothing is left of it")
    assert storage.newest_backup_of(path, folder) == found
    storage.bring_back(found, tmp_path / "back.cpw")
    assert storage.check_file(tmp_path / "back.cpw") == ()

    other.rename(path)
    with storage.open_workbook(path, ANA) as opened:
        storage.rotate_backups(opened.store, folder, START)
    path.write_bytes(b"nothing is left of it")
    assert storage.newest_backup_of(path, folder) is None, "two workbooks were called so"


def test_no_backup_is_made_when_nothing_changed_and_those_of_others_stay(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    other = small_file(tmp_path, "other.cpw")
    with storage.open_workbook(other, ANA) as opened:
        theirs = storage.rotate_backups(opened.store, folder, START)
    assert theirs is not None
    with storage.open_workbook(small_file(tmp_path), ANA) as opened:
        assert storage.rotate_backups(opened.store, folder, START, newest=1, days=1) is not None
        with left_alone(theirs):
            assert storage.rotate_backups(opened.store, folder, START + datetime.timedelta(hours=1)) is None
        add_partner(opened)
        storage.rotate_backups(opened.store, folder, START + datetime.timedelta(hours=2), newest=1, days=1)
        assert len(storage.backups_in(folder, opened.workbook_id)) == 1
    assert theirs.exists()


def test_copies_that_grew_apart_have_backups_of_their_own_though_they_stand_at_the_same_number(tmp_path: Path) -> None:
    folder, path, copy = tmp_path / "backups", small_file(tmp_path), tmp_path / "conflicted copy.cpw"
    with storage.open_workbook(path, ANA) as opened:
        opened.save_copy(copy)
    made = []
    for number, file in enumerate((path, copy)):
        with storage.open_workbook(file, ANA) as opened:
            add_partner(opened, f"Partner of {file.name}")
            made.append(storage.rotate_backups(opened.store, folder, START + datetime.timedelta(hours=number)))
            assert storage.rotate_backups(opened.store, folder, START + datetime.timedelta(hours=2)) is None
    seqs = [one.seq for one in storage.backups_in(folder, opened.workbook_id)]
    assert (None in made, len(seqs), len(set(seqs))) == (False, 2, 1)


def test_a_backup_lets_others_write_between_its_parts_and_holds_what_they_wrote(tmp_path: Path) -> None:
    with storage.open_workbook(small_file(tmp_path), ANA) as opened:
        partner = opened.workbook.book.records("partners")[0]
        film = GivenFile("film.mp4", bytes(range(256)) * 90_000)
        opened.workbook.do(AttachFiles("partners", partner.id, (film,)))
        before = opened.workbook.seq
        target = connect(tmp_path / "copy.cpw", "rwc")
        try:
            last = opened.store.copy_into(target, lambda: add_partner(opened, f"Choir {opened.workbook.seq}"))
        finally:
            target.close()
        assert last == opened.store.last
        assert last[0] > before + 1
        names = partner_names(opened)
    with storage.open_workbook(tmp_path / "copy.cpw", ANA) as copy:
        assert partner_names(copy) == names
        assert copy.workbook.content(film.sha256) == film.content
        assert storage.check_file(copy.store) == ()


def test_backups_of_large_files_take_bounded_room(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with storage.open_workbook(small_file(tmp_path), ANA) as opened:
        room = 5 * opened.path.stat().st_size
        for hour in range(8):
            add_partner(opened, f"Partner {hour}")
            storage.rotate_backups(opened.store, folder, START + datetime.timedelta(hours=hour), room=room)
        kept = storage.backups_in(folder, opened.workbook_id)
        assert 3 <= len(kept) <= 5
        assert kept[-1].seq == opened.workbook.seq
        add_partner(opened)
        storage.rotate_backups(opened.store, folder, START + datetime.timedelta(hours=9), room=1)
        assert len(storage.backups_in(folder, opened.workbook_id)) == 3
