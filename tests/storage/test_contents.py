"""What attachments hold stands in the file: written with its record, checked when read, carried wherever it goes."""

import datetime
import hashlib
import random
import sqlite3
from pathlib import Path

import pytest

import storage
from storage.salvage import salvage
from storage.schemas import RELEASED
from tests.storage.making import ANA, BEN, add_partner, left_alone, small_file
from tests.storage.test_migrating import NEXT_RELEASE
from workbook.bringing import BringTogether
from workbook.contents import MOST_BYTES, GivenFile
from workbook.merging import meet
from workbook.operations import AttachFiles, Refused, RemoveRecords, RestoreRecord, TakeBack
from workbook.records import Attachment

SCAN = random.Random(1).randbytes(300_000)
PHOTO = random.Random(2).randbytes(70_000)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook whose first partner has a scan and a photo."""
    path = small_file(tmp_path)
    with storage.open_workbook(path, ANA) as opened:
        partner = opened.workbook.book.records("partners")[0]
        files = (GivenFile("Letter.PDF", SCAN), GivenFile("hall.jpg", PHOTO))
        opened.workbook.do(AttachFiles("partners", partner.id, files))
    return path


def attachments(opened: storage.OpenWorkbook) -> dict[str, Attachment]:
    return {one.name: one for one in opened.workbook.book.all(Attachment)}


def held(opened: storage.OpenWorkbook) -> dict[str, bytes]:
    return {name: opened.workbook.content(one.sha256) for name, one in attachments(opened).items()}


def alter(path: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    with connection:
        assert connection.execute(statement, values).rowcount > 0
    connection.close()


def rows_of(path: Path) -> int:
    connection = sqlite3.connect(path)
    (count,) = connection.execute("SELECT count(*) FROM contents").fetchone()
    connection.close()
    return int(count)


def test_what_was_attached_is_there_after_reopening(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        assert held(opened) == {"Letter.PDF": SCAN, "hall.jpg": PHOTO}
        letter = attachments(opened)["Letter.PDF"]
        assert (letter.code, letter.size, letter.media_type) == ("AT-01", 300_000, "application/pdf")
        assert letter.record_type == "partners"
        assert [entry.title for entry in opened.workbook.history()][-1] == "Attach 2 files to P-01 City Museum 2"
        assert storage.check_file(opened.store) == ()


def test_the_same_content_is_kept_once(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        library = opened.workbook.book.records("partners")[1]
        opened.workbook.do(AttachFiles("partners", library.id, (GivenFile("copy of letter.pdf", SCAN),)))
        assert held(opened)["copy of letter.pdf"] == SCAN
    assert rows_of(path) == 2


def test_adding_and_removing_are_undone_and_done_again_after_reopening(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        opened.workbook.undo()
        assert attachments(opened) == {}
    with storage.open_workbook(path, ANA) as opened:
        opened.workbook.redo()
        opened.workbook.do(RemoveRecords("attachments", (attachments(opened)["Letter.PDF"].id,)))
        assert list(attachments(opened)) == ["hall.jpg"]
    with storage.open_workbook(path, ANA) as opened:
        opened.workbook.undo()
        assert held(opened) == {"Letter.PDF": SCAN, "hall.jpg": PHOTO}


def test_attachments_go_and_come_back_with_their_record(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        partner = opened.workbook.book.records("partners")[0]
        opened.workbook.do(RemoveRecords("partners", (partner.id,)))
        assert attachments(opened) == {}
        opened.workbook.undo()
        assert held(opened)["hall.jpg"] == PHOTO


def test_going_back_to_before_a_record_takes_its_attachments_along(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        before = opened.workbook.at(1)
        partner = opened.workbook.book.records("partners")[0]
        opened.workbook.do(RestoreRecord(before, "partners", partner.id))
        assert attachments(opened) == {}, "going back to before the partner takes the attachments as well"


def test_adding_a_record_is_not_taken_back_while_something_is_attached_to_it(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        add_partner(opened, "Choir")
        (added,) = opened.workbook.history(opened.workbook.seq)
        choir = opened.workbook.book.records("partners")[-1]
        opened.workbook.do(AttachFiles("partners", choir.id, (GivenFile("song.mp3", b"la"),)))
        with pytest.raises(Refused, match=r"“song\.mp3” is now attached to it"):
            opened.workbook.do(TakeBack(added))


def test_a_step_that_is_refused_keeps_nothing(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        partner = opened.workbook.book.records("partners")[0]
        files = (GivenFile("fine.txt", b"fine"), GivenFile("film.mp4", bytes(MOST_BYTES + 1)), GivenFile("no.txt", b""))
        with pytest.raises(Refused) as refused:
            opened.workbook.do(AttachFiles("partners", partner.id, files))
        first, second = refused.value.problems
        assert "“film.mp4” has 50 MB, and a workbook keeps files of up to 50 MB" in first.sentence
        assert "“no.txt” is empty" in second.sentence
    assert rows_of(path) == 2


def test_a_content_that_was_altered_is_not_given_out_and_found_by_the_check(path: Path) -> None:
    alter(path, "UPDATE contents SET content = x'00' WHERE sha256 = ?", hashlib.sha256(SCAN).hexdigest())
    with storage.open_workbook(path, ANA) as opened:
        with pytest.raises(Refused, match="not what was attached"):
            held(opened)
        (problem,) = storage.check_file(opened.store)
        assert str(problem) == (
            "AT-01 Letter.PDF: The file “Letter.PDF” is missing or is not what was attached; attach it again."
        )
        partner = opened.workbook.book.records("partners")[0]
        opened.workbook.do(AttachFiles("partners", partner.id, (GivenFile("again.pdf", SCAN),)))
        assert held(opened)["Letter.PDF"] == SCAN, "the same content again heals what was damaged"
        assert storage.check_file(opened.store) == ()


def test_a_content_that_is_gone_is_told_also_where_only_the_history_has_it(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        opened.workbook.do(RemoveRecords("attachments", (attachments(opened)["Letter.PDF"].id,)))
    alter(path, "DELETE FROM contents")
    assert [str(problem) for problem in storage.check_file(path)] == [
        "AT-02 hall.jpg: The file “hall.jpg” is missing or is not what was attached; attach it again.",
        "History: “Letter.PDF” was attached once and is lost; undo could bring back its name only.",
    ]
    with storage.open_workbook(path, ANA) as opened:
        hall = attachments(opened)["hall.jpg"]
        assert not opened.workbook.has_content(hall.sha256)
        with pytest.raises(Refused, match="only its name; attach it again"):
            opened.workbook.content(hall.sha256)


def test_bringing_a_file_to_a_new_format_brings_its_contents(path: Path) -> None:
    with storage.open_workbook(path, ANA, release=NEXT_RELEASE) as opened:
        assert held(opened) == {"Letter.PDF": SCAN, "hall.jpg": PHOTO}


def test_copies_and_backups_hold_everything(path: Path, tmp_path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        assert opened.save_copy(tmp_path / "copy.cpw") == ()
        storage.backup(opened.store, tmp_path / "backup.cpw")
    for name in ("copy.cpw", "backup.cpw"):
        assert storage.check_file(tmp_path / name) == ()
        with storage.open_workbook(tmp_path / name, ANA, read_only=True) as opened:
            assert held(opened) == {"Letter.PDF": SCAN, "hall.jpg": PHOTO}


def test_a_copy_of_a_file_that_was_damaged_while_open_has_what_can_still_be_read(path: Path, tmp_path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        opened.store.raw.execute("PRAGMA cache_size = 0")
        content = bytearray(path.read_bytes())
        place = content.find(SCAN[120_000:120_064]) // 4096 * 4096
        content[place : place + 4096] = bytes(4096)
        log = content.find(b"Attach {files} to {record}") // 4096 * 4096
        content[log : log + 4096] = bytes(4096)
        path.write_bytes(content)

        said, lost = opened.save_copy(tmp_path / "copy.cpw")

    assert "holds the whole plan, but not its history" in said
    assert lost.startswith("AT-01 Letter.PDF: The file “Letter.PDF” is missing")
    with storage.open_workbook(tmp_path / "copy.cpw", ANA) as opened:
        assert opened.workbook.content(attachments(opened)["hall.jpg"].sha256) == PHOTO


def test_a_sound_file_is_rescued_with_what_its_attachments_hold(path: Path, tmp_path: Path) -> None:
    with left_alone(path):
        report = storage.rescue(path, path.parent.parent / f"{tmp_path.name}-rescued.cpw", ANA)
    assert report.lost == ()
    with storage.open_workbook(report.target, ANA) as opened:
        assert held(opened) == {"Letter.PDF": SCAN, "hall.jpg": PHOTO}
    report.target.unlink()


def test_a_rescue_carries_over_what_can_be_read_and_names_what_is_lost(path: Path, tmp_path: Path) -> None:
    content = bytearray(path.read_bytes())
    place = content.find(SCAN[120_000:120_064])
    content[place : place + 64] = bytes(64)
    path.write_bytes(content)

    report = storage.rescue(path, tmp_path / "rescued.cpw", ANA)

    assert [str(problem) for problem in report.lost] == [
        "AT-01 Letter.PDF: The file “Letter.PDF” is missing or is not what was attached; attach it again."
    ]
    with storage.open_workbook(report.target, ANA) as opened:
        assert opened.workbook.content(attachments(opened)["hall.jpg"].sha256) == PHOTO
        assert not opened.workbook.has_content(attachments(opened)["Letter.PDF"].sha256)


def test_whichever_page_is_lost_every_content_that_is_whole_is_found(path: Path) -> None:
    whole = path.read_bytes()
    both = {hashlib.sha256(SCAN).hexdigest(), hashlib.sha256(PHOTO).hexdigest()}
    without = 0
    for page in range(1, len(whole) // 4096):
        content = bytearray(whole)
        content[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
        path.write_bytes(content)
        path.with_name("template.cpw").unlink(missing_ok=True)
        without += not list(salvage(path, RELEASED).contents(both))
    assert without <= 1, "two contents share the one page that says where each begins, and no other"


def test_a_hostile_fingerprint_is_only_a_finding(path: Path) -> None:
    alter(path, "UPDATE contents SET sha256 = '../../evil' WHERE sha256 = ?", hashlib.sha256(PHOTO).hexdigest())
    said = [str(problem) for problem in storage.check_file(path)]
    assert said[0] == "Something is kept that is not what its fingerprint ../../evil says; rescue the file."
    assert "hall.jpg" in said[1]


def test_a_content_kept_ahead_stays_with_its_step_and_goes_without_one(path: Path) -> None:
    ahead, unused, known = GivenFile("a.txt", b"ahead"), GivenFile("b.txt", b"unused"), GivenFile("c.pdf", SCAN)
    with storage.open_workbook(path, ANA) as opened:
        for file in (ahead, unused, known):
            opened.workbook.keep_ahead(file)
        partner = opened.workbook.book.records("partners")[0]
        opened.workbook.do(AttachFiles("partners", partner.id, (ahead,)))
        opened.workbook.forget_ahead()
        assert not opened.workbook.has_content(unused.sha256)
        assert held(opened) == {"Letter.PDF": SCAN, "hall.jpg": PHOTO, "a.txt": b"ahead"}
        assert storage.check_file(opened.store) == ()
        opened.workbook.keep_ahead(unused)
    assert rows_of(path) == 4, "as after a crash before the step"
    with storage.open_workbook(path, ANA) as opened:
        assert rows_of(path) == 3
        assert set(opened.store.facts()) == {"id", "created", "program"}


def test_a_content_that_a_step_names_stays_whatever_was_written_down_beside_it(path: Path) -> None:
    sha256 = hashlib.sha256(SCAN).hexdigest()
    alter(path, "INSERT INTO workbook (key, value) VALUES (?, '')", f"ahead:{sha256}")
    with storage.open_workbook(path, ANA) as opened:
        assert held(opened)["Letter.PDF"] == SCAN
        assert f"ahead:{sha256}" not in opened.store.facts()


def test_copies_that_come_together_bring_what_their_attachments_hold(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "plan.cpw"
    other.parent.mkdir()
    other.write_bytes(path.read_bytes())
    plan, song, lost = GivenFile("plan.pdf", b"plan"), GivenFile("song.mp3", b"la"), GivenFile("gone.txt", b"gone")
    with storage.open_workbook(other, BEN) as theirs:
        library = theirs.workbook.book.records("partners")[1]
        theirs.workbook.do(AttachFiles("partners", library.id, (plan, song, lost, GivenFile("again.pdf", SCAN))))
    alter(other, "UPDATE contents SET content = x'00' WHERE sha256 = ?", lost.sha256)
    with storage.open_workbook(path, ANA) as ours, storage.open_workbook(other, BEN) as theirs:
        museum = ours.workbook.book.records("partners")[0]
        ours.workbook.do(AttachFiles("partners", museum.id, (GivenFile("own.txt", b"own"), song)))
        meeting = meet(ours.workbook, theirs.workbook, other.name)
        together = BringTogether(meeting, theirs.store.content, ours.workbook.has_content, datetime.date(2027, 1, 4))
        ours.workbook.do(together)
        assert set(together.contents) == {plan.sha256}, "what is here already is not written again"
        assert together.lost == ("gone.txt",)
        assert attachments(ours).pop("gone.txt").sha256 == ""
    with storage.open_workbook(path, ANA) as ours:
        assert {name: ours.workbook.content(one.sha256) for name, one in attachments(ours).items() if one.sha256} == {
            "Letter.PDF": SCAN,
            "hall.jpg": PHOTO,
            "own.txt": b"own",
            "song.mp3": b"la",
            "plan.pdf": b"plan",
            "again.pdf": SCAN,
        }
        assert len({one.code for one in ours.workbook.book.all(Attachment)}) == 8
        assert storage.check_file(ours.store) == ()
        ours.workbook.undo()
        ours.workbook.redo()
        assert ours.workbook.content(plan.sha256) == b"plan"
