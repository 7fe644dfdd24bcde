"""Attachments in the window: attached, dropped and pasted, opened as copies, saved, removed; nothing is ever run."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from ui.attachments.part import AttachmentLine, AttachmentsPart
from ui.attachments.reading import FileReader
from ui.copies import Copies, may_open, safe_name
from ui.pages.attachments_panel import AttachmentsPanel
from ui.pages.record_panel import RecordPanel
from ui.pages.tables_page import TablesPage
from ui.session import Session
from ui.workspace import Workspace
from workbook.contents import MOST_BYTES, fingerprint_of
from workbook.operations import Refused
from workbook.records import Attachment


@pytest.fixture
def panel(session: Session) -> RecordPanel:
    """The partners, the first one chosen."""
    session.go_to("partners", session.bridge.book.records("partners")[0].id)
    page = session.page
    assert isinstance(page, TablesPage)
    found = page.panel("partners")
    assert isinstance(found, RecordPanel)
    return found


@pytest.fixture
def part(panel: RecordPanel) -> AttachmentsPart:
    assert panel.form.attachments is not None
    return panel.form.attachments


def scan(folder: Path, name: str = "scan.pdf", content: bytes = b"%PDF scan") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def attach(part: AttachmentsPart, qtbot: QtBot, *paths: Path) -> tuple[Attachment, ...]:
    with qtbot.waitSignal(part.desk.bridge.changed):
        part.attacher.attach(part.type_name, part.record_id, paths)
    return part.desk.bridge.book.all(Attachment)


def lines(part: AttachmentsPart) -> list[AttachmentLine]:
    settle()
    return part.findChildren(AttachmentLine)


def test_all_attachments_stand_in_one_table_with_the_room_they_take(
    part: AttachmentsPart, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    attach(part, qtbot, scan(tmp_path), scan(tmp_path, "hall.pdf", b"x" * 3000))
    session.go_to("attachments")
    page = session.page
    assert isinstance(page, TablesPage)
    panel = page.panel("attachments")
    assert isinstance(panel, AttachmentsPanel)
    assert panel.total.text() == f"2 files, {session.bridge.formats.size(3009)} in all"
    assert panel.model.rowCount() == 2


def test_files_are_chosen_with_the_keyboard_and_stand_in_the_form(
    part: AttachmentsPart, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [str(scan(tmp_path)), str(scan(tmp_path, "hall.png", b"x" * 3000))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_given: (chosen, ""))
    with qtbot.waitSignal(session.bridge.changed):
        QTest.keyClick(part.attach_button, Qt.Key.Key_Space)
    said = [line.opener.accessibleName() for line in lines(part)]
    assert said == ["Open scan.pdf, PDF document, 9B", "Open hall.png, Picture, 2.9 kB"]
    assert part.total.text() == "2  ·  2.9 kB"
    assert session.bridge.workbook.next_undo is not None
    assert session.bridge.workbook.next_undo.title == "Attach 2 files to P-01 Culture Department"
    session.bridge.undo()
    assert lines(part) == []


def test_removing_is_undone(part: AttachmentsPart, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    attach(part, qtbot, scan(tmp_path))
    (line,) = lines(part)
    line.remove.click()
    assert session.bridge.book.count("attachments") == 0
    session.bridge.undo()
    (line,) = lines(part)
    assert line.save.isEnabled()


def test_what_cannot_be_attached_is_said_and_the_rest_is_kept(
    part: AttachmentsPart, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    huge = tmp_path / "film.mp4"
    with huge.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    attach(part, qtbot, huge, tmp_path, tmp_path / "gone.pdf", scan(tmp_path))
    said = workspace.message.text.text()
    assert "“film.mp4” has 50 MB, and a workbook keeps files of up to 50 MB" in said
    assert "is not a file" in said
    assert "“gone.pdf”" in said
    assert len(lines(part)) == 1


def test_a_reading_that_is_cancelled_attaches_nothing(
    part: AttachmentsPart, workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    part.attacher.attach(part.type_name, part.record_id, [scan(tmp_path)])
    assert part.attacher.bar is not None
    part.attacher.bar.cancel.click()
    qtbot.waitUntil(lambda: part.attacher.reader is None)
    assert workspace.message.text.text() == "Nothing was attached."
    assert session.bridge.book.count("attachments") == 0
    assert not session.bridge.workbook.has_content(fingerprint_of(b"%PDF scan"))


def test_what_files_hold_is_on_the_disk_before_the_step_and_goes_where_the_step_is_refused(
    part: AttachmentsPart, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    workbook = session.bridge.workbook
    reader = FileReader(workbook, [scan(tmp_path), scan(tmp_path, "empty.pdf", b"")])
    with qtbot.waitSignal(reader.finished):
        reader.start()
    reader.wait()
    content = fingerprint_of(b"%PDF scan")
    assert workbook.has_content(content)
    reader.deleteLater()
    part.attacher.attach(part.type_name, part.record_id, [tmp_path / "scan.pdf", tmp_path / "empty.pdf"])
    qtbot.waitUntil(lambda: part.attacher.reader is None)
    assert session.bridge.book.count("attachments") == 0
    assert not workbook.has_content(content)


def test_closing_while_files_are_read_waits_for_the_worker(part: AttachmentsPart, tmp_path: Path) -> None:
    part.attacher.attach(part.type_name, part.record_id, [scan(tmp_path, f"{n}.pdf", b"x" * 9000) for n in range(50)])


def test_files_dropped_on_a_line_of_text_come_to_the_record(
    part: AttachmentsPart, panel: RecordPanel, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    line = panel.form.rows["website"].editor.control
    assert isinstance(line, QLineEdit)
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(scan(tmp_path)))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, given, left, none)
    QApplication.sendEvent(line, over)
    with qtbot.waitSignal(session.bridge.changed):
        QApplication.sendEvent(panel.form.viewport(), QDropEvent(QPointF(5, 5), copy, given, left, none))
    assert line.text() == ""
    assert len(lines(part)) == 1


def test_a_picture_on_the_clipboard_is_attached(part: AttachmentsPart, session: Session, qtbot: QtBot) -> None:
    picture = QImage(64, 32, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(picture)
    part.attach_button.setFocus()
    QTest.keyClick(part.attach_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (attached,) = session.bridge.book.all(Attachment)
    assert attached.name.startswith("Picture ")
    assert attached.media_type == "image/png"
    assert QImage.fromData(session.bridge.workbook.content(attached.sha256)).size() == picture.size()
    assert session.bridge.workbook.at(session.bridge.workbook.seq - 1).count("attachments") == 0


def test_an_empty_clipboard_is_said(part: AttachmentsPart, workspace: Workspace) -> None:
    QGuiApplication.clipboard().setText("words")
    part.paste_button.click()
    assert "no picture and no file on the clipboard" in workspace.message.text.text()


def test_opening_hands_out_a_copy_that_goes_with_the_workbook(
    part: AttachmentsPart,
    workspace: Workspace,
    session: Session,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Path] = []

    def noted(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr("ui.copies.QDesktopServices.openUrl", noted)
    attach(part, qtbot, scan(tmp_path))
    lines(part)[0].opener.click()
    assert opened[0].name == "scan.pdf"
    assert opened[0].read_bytes() == b"%PDF scan"
    if os.name == "posix":
        assert opened[0].stat().st_mode & 0o777 == 0o400
        assert session.desk.copies.folder is not None
        assert session.desk.copies.folder.stat().st_mode & 0o777 == 0o700
    assert "does not come back here" in workspace.message.text.text()
    workspace.show_start()
    assert not opened[0].exists()


def test_programs_are_never_opened(
    part: AttachmentsPart, workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.copies.QDesktopServices.openUrl", lambda _url: pytest.fail("it was opened"))
    attach(part, qtbot, scan(tmp_path, "setup.exe", b"MZ"))
    lines(part)[0].opener.click()
    assert "may be a program or hold a script" in workspace.message.text.text()


@pytest.mark.parametrize(
    ("name", "safe", "opens"),
    [
        ("scan.pdf", "scan.pdf", True),
        ("../../.bashrc", "_.._.bashrc", False),
        ("a/b\\c:d.png", "a_b_c_d.png", True),
        ("invoice\u202efdp.exe", "invoicefdp.exe", False),
        ("letter.pdf.bat", "letter.pdf.bat", False),
        ("letter.pdf. ", "letter.pdf", True),
        ("con.txt", "_con.txt", True),
        ("drawing.svg", "drawing.svg", False),
        ("run.desktop", "run.desktop", False),
        ("", "file", False),
        (f"{'x' * 400}.pdf", f"{'x' * 56}.pdf", True),
    ],
)
def test_names_from_elsewhere_are_only_names(name: str, safe: str, opens: bool) -> None:
    assert safe_name(name) == safe
    assert may_open(name) is opens


def test_a_copy_of_a_program_is_not_even_written() -> None:
    copies = Copies()
    with pytest.raises(Refused, match="hold a script"):
        copies.made("run.sh", b"rm")
    assert copies.folder is None


def test_an_attachment_is_saved_where_one_wants_it(
    part: AttachmentsPart, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    attach(part, qtbot, scan(tmp_path))
    lines(part)[0].save.click()
    assert target.read_bytes() == b"%PDF scan"


def test_an_attachment_from_a_plan_file_says_that_only_its_name_is_here(
    part: AttachmentsPart, session: Session, workspace: Workspace
) -> None:
    from workbook.operations import AddRecord

    given = {"name": "deed.pdf", "record_type": "partners", "record_id": part.record_id}
    session.bridge.do(AddRecord("attachments", given))
    (line,) = lines(part)
    assert line.opener.accessibleName().startswith("Open deed.pdf: only its name is in this workbook")
    assert not line.save.isEnabled()
    line.opener.click()
    assert "not in this workbook, only its name" in workspace.message.text.text()
