"""Makes trackers for several partners beside the window, and puts on record which were written."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from exports.edition import Cancelled, Edition, NotMade, Progress
from exports.writing import NotWritten, free_path, write_whole
from ui.desk import Say
from ui.documents.offered import DOCUMENTS
from ui.documents.sending import not_on_record, sending, to_send
from ui.exporting.bar import ProgressLine
from ui.exporting.job import Job
from ui.exporting.naming import file_name
from ui.exporting.runs import edition_in, edition_of
from ui.problems import problems_of
from ui.session import Session
from ui.trackers.send_dialog import SendDialog, Wish
from workbook.problems import Refused
from workbook.records import Partner
from workbook.returning.issuing import Sent
from workbook.workbook import Workbook


@dataclass
class Written:
    """What came of a wish: the trackers that are on the disk, and why there are no more of them."""

    sent: list[Sent] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    is_cancelled: bool = False


class Sending(QObject):
    """One wish at a time; the window goes on working meanwhile."""

    def __init__(self, say: Say, window: QWidget) -> None:
        super().__init__(window)
        self._say, self._window = say, window
        self.bar = ProgressLine()
        self.bar.cancel_requested.connect(self._on_cancel_requested)
        self.job: Job | None = None
        self._keep: Callable[[Written], None] | None = None

    def ask(self, session: Session, chosen: Collection[str | None] = ()) -> None:
        """Ask to whom trackers go, with these ticked, and make them."""
        if self.job is not None:
            self._say("Trackers are being made; wait for them, or cancel them.", "warning")
            return
        session.commit()
        dialog = SendDialog(session.desk, chosen, self._window)
        dialog.exec()
        wish = dialog.wish
        dialog.deleteLater()
        if wish is not None:
            session.desk.preferences.export_folder = str(wish.folder)
            self.begin(session, wish)

    def begin(self, session: Session, wish: Wish) -> None:
        """Make trackers of the plan as it stands now, whatever is edited meanwhile."""
        desk, workbook = session.desk, session.bridge.workbook
        asked = edition_in(edition_of(desk, session.opened.workbook_id), wish.language)
        edition = to_send(workbook, replace(asked, personal=wish.names, due=wish.due))
        job = self.job = Job(partial(_written, workbook, edition, wish), self)
        self._keep = partial(self._put_on_record, session, edition, wish)
        job.progressed.connect(self.bar.follow)
        job.finished.connect(lambda written: self._end(job, written))
        job.failed.connect(lambda error: self._fail(job, error))
        job.cancelled.connect(lambda: self._end(job, Written(is_cancelled=True)))
        self.bar.begin("Trackers")
        job.start()

    def stop(self) -> None:
        """Stop before the workbook closes; what is written until then is put on record."""
        job = self.job
        if job is not None:
            job.cancel()
            job.wait()
            self._end(job, job.made if isinstance(job.made, Written) else Written(is_cancelled=True))

    def _end(self, job: Job, written: Written) -> None:
        keep = self._keep
        if self._forget(job) and keep is not None:
            keep(written)

    def _fail(self, job: Job, error: Exception) -> None:
        if self._forget(job):
            raise error

    def _forget(self, job: Job) -> bool:
        """Let go of a job; says whether it is the one that was waited for."""
        is_current = self.job is job
        job.deleteLater()
        if is_current:
            self.job, self._keep = None, None
            self.bar.end()
        return is_current

    def _put_on_record(self, session: Session, edition: Edition, wish: Wish, written: Written) -> None:
        """Keep what was written as one step, and say what came of the wish."""
        bridge, said = session.bridge, [_in_short(written, wish)]
        problems: Sequence[object] = ()
        if written.sent:
            operation = sending(edition, written.sent, bridge.today(), wish.due, replaces=wish.replaces)
            problems = bridge.attempt(operation, self)
            said += [not_on_record(problems)] if problems else []
        ways: list[tuple[str, Callable[[], object]]] = []
        ways += [("Show in folder", partial(_show, wish.folder))] if written.sent else []
        ways += [("Undo", lambda: session.desk.start("undo"))] if written.sent and not problems else []
        self._say(" ".join([*said, *written.why]), "warning" if problems or written.why else "information", *ways)

    def _on_cancel_requested(self) -> None:
        if self.job is not None:
            self.bar.cancel.setEnabled(False)
            self.job.cancel()


def _written(workbook: Workbook, edition: Edition, wish: Wish, progress: Progress) -> Written:
    """Make and write one tracker after the other; what is written stays, whatever comes after it."""
    written = Written()
    try:
        for number, partner_id in enumerate(wish.to):
            _write(workbook, edition, wish, partner_id, written, partial(_told, progress, number, len(wish.to)))
    except Cancelled:
        written.is_cancelled = True
    except (NotWritten, NotMade, Refused) as error:
        written.why += [str(problem) for problem in problems_of(error)]
    return written


def _write(
    workbook: Workbook, edition: Edition, wish: Wish, partner_id: str | None, written: Written, progress: Progress
) -> None:
    partner = edition.book.one(Partner, partner_id)
    document = DOCUMENTS["tracker" if partner is None else "partner_tracker"]
    who = "" if partner is None else f"{partner.code} {partner.short_name or partner.name}"
    progress(f"Tracker of {who}" if who else "Tracker of the whole plan", 0, 0)
    content = document.make(workbook, edition, partner_id or "", progress)
    path = free_path(wish.folder, file_name(edition.book, ("Tracker", who), document.suffix), content)
    if not path.exists():
        write_whole(path, content)
    written.sent.append(Sent(partner_id, path.name))


def _told(progress: Progress, number: int, count: int, what: str, _done: int, _of: int) -> None:
    """Count whole trackers, whatever is counted inside of one."""
    progress(what, number, count)


def _in_short(written: Written, wish: Wish) -> str:
    made, whole = len(written.sent), len(wish.to)
    if not made:
        return "No tracker was made; it was cancelled." if written.is_cancelled else "No tracker was made."
    trackers = "1 tracker is" if made == 1 else f"{made} trackers are"
    if made == whole:
        return f"{trackers} in {wish.folder}."
    why = "; the others were cancelled" if written.is_cancelled else ""
    return f"{trackers} in {wish.folder}, of {whole}{why}."


def _show(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
