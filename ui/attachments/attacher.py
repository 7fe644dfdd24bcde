"""Brings files into the workbook and gives them out again: what every place that shows attachments has in common."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from storage import FileProblem
from ui.attachments.handing_out import HandingOut
from ui.attachments.reading import FileReader
from ui.copies import safe_name
from ui.desk import Desk
from ui.exporting.bar import ProgressLine
from workbook.contents import GivenFile
from workbook.operations import AttachFiles, Problem, RemoveRecords
from workbook.records import Attachment


class Attacher(QObject):
    """Attaches to one record at a time; files are read by a worker while the window goes on."""

    def __init__(self, desk: Desk, place: QBoxLayout, parent: QWidget) -> None:
        """Show progress in `place` while there is any."""
        super().__init__(parent)
        self.desk, self._place, self._window = desk, place, parent
        self._hands = HandingOut(desk, parent)
        self.bar: ProgressLine | None = None
        self.reader: FileReader | None = None
        self._target = ("", "")
        desk.at_end.append(self._stop)

    def choose(self, type_name: str, record_id: str) -> None:
        """Ask which files to attach."""
        folder = self.desk.preferences.attach_folder or str(Path.home())
        names, _ = QFileDialog.getOpenFileNames(self._window, "Attach files", folder, "All files (*)")
        if names:
            self.desk.preferences.attach_folder = str(Path(names[0]).parent)
            self.attach(type_name, record_id, [Path(name) for name in names])

    def attach(self, type_name: str, record_id: str, paths: Sequence[Path]) -> None:
        """Read files and attach them to a record in one step."""
        if self.reader is not None:
            self.desk.say("Other files are being read; wait for them, or cancel.", "warning")
            return
        self._target = (type_name, record_id)
        self.bar = ProgressLine()
        self.bar.cancel_requested.connect(self._on_cancel_requested)
        self._place.addWidget(self.bar)
        self.bar.begin("The attachment")
        self.bar.follow("Reading", 0, 0)
        self.reader = FileReader(self.desk.bridge.workbook, paths, self)
        self.reader.progressed.connect(self.bar.follow)
        self.reader.finished.connect(self._on_finished)
        self.reader.cancelled.connect(self._on_cancelled)
        self.reader.start()

    def paste(self, type_name: str, record_id: str, given: QMimeData) -> bool:
        """Attach what lies on the clipboard or was dropped: files, or a picture; says whether there was anything."""
        paths = local_files(given)
        if paths:
            self.attach(type_name, record_id, paths)
            return True
        image = given.imageData() if given.hasImage() else None
        if not isinstance(image, QImage) or image.isNull():
            return False
        now = datetime.datetime.now().astimezone()
        file = GivenFile(f"Picture {now:%Y-%m-%d %H.%M.%S}.png", _as_png(image))
        self._do(type_name, record_id, (file,), ())
        return True

    def open(self, attachment: Attachment) -> None:
        """Hand a copy to the desktop."""
        content = self._content(attachment)
        known = None if content is None else self._hands.open(attachment.name, content)
        if known:
            self.desk.say(f"A copy of {attachment.name} was opened; what is changed there does not come back here.")
        elif known is not None:
            self.desk.say(f"No program for {attachment.name} was found; save it, and open it by hand.", "warning")

    def save(self, attachment: Attachment) -> None:
        """Write an attachment where the person says."""
        content = self._content(attachment)
        if content is None:
            return
        suggested = Path(self.desk.preferences.attach_folder or Path.home()) / safe_name(attachment.name)
        path = self._hands.save(content, suggested, "Save the attachment as", "All files (*)")
        if path is not None:
            self.desk.preferences.attach_folder = str(path.parent)

    def remove(self, *attachments: Attachment) -> None:
        """Remove attachments; taking it back is offered instead of asking first."""
        operation = RemoveRecords("attachments", tuple(one.id for one in attachments))
        if attachments and self.desk.bridge.do(operation, self):
            said = f"Removed {operation.values['record']}."
            self.desk.say(said, "information", ("Undo", lambda: self.desk.start("undo")))

    def _content(self, attachment: Attachment) -> bytes | None:
        if not attachment.sha256:
            where = f"it is kept at {attachment.path}" if attachment.path else "attach it again where it is at hand"
            said = f"The file {attachment.name} itself is not in this workbook, only its name; {where}."
            self.desk.say(said, "warning")
            return None
        return self._hands.content(attachment.sha256)

    def _do(self, type_name: str, record_id: str, files: tuple[GivenFile, ...], problems: tuple[Problem, ...]) -> None:
        attached = AttachFiles(type_name, record_id, files)
        refused = self.desk.bridge.attempt(attached, self) if files else ()
        if refused or not files:
            self._forget()
        if refused or problems:
            self.desk.say(" ".join(problem.sentence for problem in (*problems, *refused)), "warning")
        else:
            held = self.desk.bridge.formats.size(sum(len(file.content) for file in files))
            said = f"Attached {attached.values['files']} to {attached.values['record']} ({held})."
            self.desk.say(said, "information", ("Undo", lambda: self.desk.start("undo")))

    def _forget(self) -> None:
        """Give up what was written for a step that is not made."""
        try:
            self.desk.bridge.workbook.forget_ahead()
        except FileProblem as problem:
            self.desk.say(str(problem), "warning")

    def _done(self) -> None:
        reader, self.reader = self.reader, None
        bar, self.bar = self.bar, None
        if reader is not None:
            reader.deleteLater()
        if bar is not None:
            bar.end()
            bar.deleteLater()

    def _stop(self) -> None:
        """End a reading that goes on, before the workbook closes."""
        if self.reader is not None:
            self.reader.cancel()
            self.reader.wait()

    def _on_finished(self, files: tuple[GivenFile, ...], problems: tuple[Problem, ...]) -> None:
        self._done()
        self._do(*self._target, files, problems)

    def _on_cancelled(self) -> None:
        self._done()
        self.desk.say("Nothing was attached.")

    def _on_cancel_requested(self) -> None:
        if self.reader is not None and self.bar is not None:
            self.bar.cancel.setEnabled(False)
            self.reader.cancel()


def local_files(given: QMimeData) -> list[Path]:
    """Return the files of this computer that somebody drags or has copied."""
    return [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
