"""Reports: their table and form, the words above the figures of each section, and issuing one for good."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.edition import Edition, Progress
from exports.languages import formats_in
from exports.pdf.pages import Drawn
from ui.desk import Desk
from ui.exporting.runs import edition_of
from ui.forms.fields_dialog import FieldsDialog, asked
from ui.layouts import button
from ui.pages.record_panel import RecordPanel
from ui.pages.seal_card import SealCard
from ui.preview.fixing import SealDialog
from ui.widgets.to_do import ToDo, ToDoCard
from workbook.book import Book
from workbook.operations import AddRecord, EditRecord, Operation, RemoveRecords
from workbook.records import Report, ReportNarrative
from workbook.sealing import is_sealed
from workbook.sealing.operations import IssueReport
from workbook.vocabularies import REPORT_SECTIONS
from workbook.workbook import Workbook

_LEAD = (
    "These pages are kept as they are given out, with the state of the plan behind them. Afterwards the report is no "
    "longer edited; a correction is a new report."
)
_MOST = 70
_WORDS = "The figures come by themselves. Say in a few words what they mean; the reader looks here first."


class ReportsPanel(RecordPanel):
    """What stands under the form belongs to the report that is chosen."""

    def __init__(self, desk: Desk, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, "reports", icon_name, parent)
        self.issue_button = button("Issue this report…", "", "Keep the report exactly as it is given out")
        self.issue_button.clicked.connect(self.issue)
        self.add_tool(self.issue_button)
        self.issued = SealCard(desk, "reports")
        self.narratives = ToDoCard("In words, section by section", "")
        inner = self.side.form.widget()
        box = inner.layout() if inner is not None else None
        assert isinstance(box, QVBoxLayout)
        box.addWidget(self.narratives)
        box.addWidget(self.issued)
        self.view.record_chosen.connect(lambda _id: self.show_book())
        self.follow("reports", "report_narratives", "seals")
        self.show_book()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found = dict(super().offers())
        if self.view.current_id() and self.issue_button.isEnabled():
            found["issue_report"] = self.issue
        return found

    @property
    def report(self) -> Report | None:
        """The report that is chosen."""
        return self.desk.bridge.book.one(Report, self.view.current_id())

    def show_book(self) -> None:
        report = self.report
        sealed = report is not None and is_sealed(self.desk.bridge.book, "reports", report.id)
        self.issue_button.setEnabled(report is not None and not sealed and report.status != "issued")
        self.narratives.setVisible(report is not None)
        if report is None:
            self.issued.hide()
            return
        self.issued.show_record(report.id)
        sections = report.sections or REPORT_SECTIONS.keys
        self.narratives.show_all([self._section(report, key, is_fixed=sealed) for key in sections])

    def issue(self) -> None:
        """Show what is given out, and keep it."""
        report = self.report
        if report is None:
            return
        self.commit()
        dialog = issue_dialog(self.desk, report, self.window())
        dialog.exec()
        done = dialog.operation
        dialog.deleteLater()
        if done is not None:
            label = self.desk.bridge.book.label("reports", report.id)
            self.desk.say(f"{label} is issued.", "information", ("Undo", partial(self.desk.start, "undo")))

    def _section(self, report: Report, key: str, *, is_fixed: bool) -> ToDo:
        held = _narrative(self.desk, report, key)
        words = " ".join(held.wording.split()) if held is not None else "nothing yet"
        said = words if len(words) <= _MOST else f"{words[:_MOST]}…"
        mark, role = ("check-circle", "good") if held is not None else ("circle-dashed", "muted")
        write = None if is_fixed else partial(self._write, report, key)
        return ToDo(
            f"{REPORT_SECTIONS.title(key)}: {said}", "", mark, role, "" if is_fixed else "Write…", write, write, key
        )

    def _write(self, report: Report, key: str) -> None:
        if asked(narrative_dialog(self.desk, report, key, self.window())) is not None:
            self.desk.say("Kept.", "information", ("Undo", partial(self.desk.start, "undo")))


def issue_dialog(desk: Desk, report: Report, parent: QWidget) -> SealDialog:
    """Return the dialog that issues a report."""
    language = report.language or desk.bridge.book.plan.language or "en"
    label = desk.bridge.book.label("reports", report.id)
    words = {"title": f"Issue {label}", "lead": _LEAD, "action": "Issue", "language": language}
    now = edition_of(desk, desk.workbook_id)
    edition = replace(now, book=_as_issued(now.book, report), formats=formats_in(language))
    return SealDialog(
        desk,
        words,
        edition,
        partial(_pages, desk.bridge.workbook, report.id),
        lambda pdf, by, _reason: IssueReport(report.id, pdf, by, language),
        parent,
    )


def _as_issued(book: Book, report: Report) -> Book:
    """Let the document call itself what it is once it has been given out, and no draft."""
    return book.apply(EditRecord("reports", report.id, {"status": "issued"}).plan(book))


def narrative_dialog(desk: Desk, report: Report, key: str, parent: QWidget) -> FieldsDialog:
    """Return the dialog for the words of one section; with nothing in it they are taken away."""
    held = _narrative(desk, report, key)

    def make(values: Mapping[str, Any]) -> Operation:
        if held is not None and not values["wording"].strip():
            return RemoveRecords("report_narratives", (held.id,))
        if held is not None:
            return EditRecord("report_narratives", held.id, values)
        return AddRecord("report_narratives", {**values, "report": report.id, "section": key})

    given = {"wording": held.wording if held is not None else ""}
    dialog = FieldsDialog(desk.bridge, "report_narratives", ("wording",), given, make, parent)
    dialog.lay_out(REPORT_SECTIONS.title(key), _WORDS, "Keep")
    return dialog


def _narrative(desk: Desk, report: Report, key: str) -> ReportNarrative | None:
    found = desk.bridge.book.where(ReportNarrative, report=report.id, section=key)
    return found[0] if found else None


def _pages(workbook: Workbook, report_id: str, edition: Edition, progress: Progress) -> Drawn:
    from exports.catalogue import made
    from exports.kinds import KINDS
    from exports.pdf.pages import page_sizes
    from ui.documents.wanting import wanted_for

    kind = KINDS["report"]
    pdf = made(kind, ".pdf", edition, wanted_for(kind, workbook, edition, report_id, progress))
    return Drawn(pdf, page_sizes(pdf))
