"""Asks which document goes where, lets a worker make it, and says what came of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from exports.edition import Edition
from exports.languages import DOCUMENT_LANGUAGES, formats_in
from ui.appearance import paper_of
from ui.bridge import Bridge
from ui.desk import Desk, Say
from ui.dialogs.choose_record import choose_record
from ui.documents.offered import DOCUMENTS, Document
from ui.documents.sending import TRACKERS, not_on_record, sending, to_send
from ui.documents.wanting import agreed_in, logo_of
from ui.exporting.bar import ProgressLine
from ui.exporting.naming import file_name
from ui.exporting.worker import Worker
from ui.preferences import Preferences
from ui.problems import problems_of
from workbook.records import RECORD_TYPES
from workbook.returning.issuing import Sent
from workbook.workbook import Workbook

_CLOSED = "it was closed meanwhile."


class Exports(QObject):
    """One document at a time; the window goes on working meanwhile."""

    def __init__(self, say: Say, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._say, self._preferences, self._window = say, preferences, window
        self.bar = ProgressLine()
        self.bar.cancel_requested.connect(self._on_cancel_requested)
        self.worker: Worker | None = None
        self._afterwards: Callable[[Path], str] | None = None
        """Keeps what is to be kept of a document once it is written, or says why not."""

    def ask(self, key: str, desk: Desk, workbook_id: str, in_front: str = "") -> None:
        """Ask for what the document still needs to know, and begin; it is made of the record that is in front."""
        document = DOCUMENTS[key]
        if self.worker is not None:
            self._say("Another document is being made; wait for it, or cancel it.", "warning")
            return
        record_id = in_front or self._of_what(document, desk)
        if record_id is None:
            return
        folder = Path(self._preferences.export_folder or Path.home())
        suggested = folder / self._name(document, desk, record_id)
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self._about(document, desk, record_id),
            str(suggested),
            f"{document.kind_of_file} (*{document.suffix})",
        )
        if name:
            path = Path(name)
            self._preferences.export_folder = str(path.parent)
            edition, workbook = asked_edition(desk, workbook_id), desk.bridge.workbook
            if document.key in TRACKERS:
                self._send(document, desk.bridge, to_send(workbook, edition), record_id, path)
            else:
                self.begin(document, workbook, edition, record_id, path)

    def begin(self, document: Document, workbook: Workbook, edition: Edition, record_id: str, path: Path) -> None:
        """Make a document; the book in the edition stays as it is, whatever is edited meanwhile."""
        target = path if path.suffix.lower() == document.suffix else path.with_name(path.name + document.suffix)
        worker = Worker(lambda progress: document.make(workbook, edition, record_id, progress), target, self)
        worker.progressed.connect(self.bar.follow)
        worker.finished.connect(self._on_finished)
        worker.failed.connect(self._on_failed)
        worker.cancelled.connect(self._on_cancelled)
        self.worker = worker
        self.bar.begin(document.title)
        worker.start()

    def cancel(self) -> None:
        """Stop and wait, before the workbook closes."""
        if self._afterwards is not None:
            self._afterwards = lambda _made: not_on_record((_CLOSED,))
        if self.worker is not None:
            self.worker.cancel()
            self.worker.wait()

    def _send(self, document: Document, bridge: Bridge, edition: Edition, record_id: str, path: Path) -> None:
        """Make a tracker, and put on record that it is out once it is written."""
        self.begin(document, bridge.workbook, edition, record_id, path)
        self._afterwards = lambda made: _kept(bridge, edition, Sent(record_id or None, made.name))

    def _of_what(self, document: Document, desk: Desk) -> str | None:
        """Return the id of the record that the document is made of, "" for the whole plan, None for giving up."""
        if not document.of:
            return ""
        records = desk.bridge.book.records(document.of)
        if not records and document.of_required:
            page = RECORD_TYPES[document.of].titles
            add = f"There is nothing to make it of yet: the page {page} is empty."
            self._say(add, "warning", ("Go there", lambda: desk.go_to(document.of)))
            return None
        if len(records) <= 1:
            return records[0].id if records else ""
        return choose_record(desk.bridge, document.of, document.title, self._window)

    @staticmethod
    def _about(document: Document, desk: Desk, record_id: str) -> str:
        """Return the title of the dialog, which tells what the document is made of."""
        of = desk.bridge.book.label(document.of, record_id) if record_id else ""
        return f"{document.title}: {of}" if of else document.title

    @staticmethod
    def _name(document: Document, desk: Desk, record_id: str) -> str:
        book = desk.bridge.book
        code = getattr(book.get(document.of, record_id), "code", "") if document.of and record_id else ""
        return file_name(book, (document.title, code), document.suffix)

    def _done(self) -> None:
        self._afterwards = None
        self.bar.end()
        worker, self.worker = self.worker, None
        if worker is not None:
            worker.deleteLater()

    def _on_finished(self, path: Path) -> None:
        afterwards, self._afterwards = self._afterwards, None
        self._done()
        unkept = afterwards(path) if afterwards is not None else ""
        ways = (("Open", lambda: _open(path)), ("Show in folder", lambda: _open(path.parent)))
        self._say(f"{path.name} is in {path.parent}. {unkept}".rstrip(), "warning" if unkept else "information", *ways)

    def _on_failed(self, error: Exception) -> None:
        self._done()
        problems = problems_of(error)
        if not problems:
            raise error
        self._say(" ".join(problem.sentence for problem in problems), "error")

    def _on_cancelled(self) -> None:
        self._done()
        self._say("Nothing was written; the document was cancelled.")

    def _on_cancel_requested(self) -> None:
        if self.worker is not None:
            self.bar.cancel.setEnabled(False)
            self.worker.cancel()


def edition_of(desk: Desk, workbook_id: str) -> Edition:
    """Return what a document of the present state is made from."""
    workbook = desk.bridge.workbook
    return Edition(
        workbook.book,
        desk.bridge.today(),
        workbook.seq,
        workbook.fingerprint,
        workbook_id,
        formats_in(workbook.book.plan.language),
        desk.preferences.name_people,
        paper_of(desk.preferences),
        logo_of(workbook, workbook.book),
        agreed=agreed_in(workbook, workbook.book, workbook.seq),
    )


def asked_edition(desk: Desk, workbook_id: str) -> Edition:
    """Return the same in the language that the person chose for documents, if they chose one."""
    return edition_in(edition_of(desk, workbook_id), desk.preferences.document_language)


def edition_in(edition: Edition, language: str) -> Edition:
    """Return the same in a language in which documents are made; as it is where none, or another one, is named."""
    if language not in DOCUMENT_LANGUAGES:
        return edition
    return replace(edition, formats=formats_in(language), language=language)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _kept(bridge: Bridge, edition: Edition, sent: Sent) -> str:
    """Put on record that a tracker is out; returns why not, or nothing."""
    problems = bridge.attempt(sending(edition, (sent,), bridge.today()))
    return not_on_record(problems) if problems else ""
