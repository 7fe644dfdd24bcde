"""The form of one record, built from its declarations in the order of its surface."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.attachments.drops import FormDrops
from ui.attachments.part import AttachmentsPart
from ui.desk import Desk
from ui.dialogs.ask_text import ask_text
from ui.findings import in_words
from ui.forms.field_row import FieldRow, FindingLine
from ui.forms.similar import SimilarHint
from ui.layouts import clear, column, frame, label
from ui.tables.drawing import SEVERITY_ICONS
from ui.theme import room, space
from ui.unkept import Unkept
from ui.widgets.card import LineButton
from workbook.book import PLAN_ID
from workbook.changes import ChangeSet
from workbook.checks import Finding
from workbook.operations import AcceptFinding, AddRecord, EditRecord, EditSeveral, Operation
from workbook.records import RECORD_TYPES
from workbook.similarity import SIMILAR_BY
from workbook.surfaces import FORM_SECTIONS

_WITHOUT_ATTACHMENTS = (
    "attachments", "snapshots", "seals", "acceptances", "thresholds", "term_names", "drift_classes", "translations",
)  # fmt: skip
_WIDEST = 720
_COMPARED = 1_000
"""How many of the chosen records are looked at to see whether a field differs among them."""
_LAID_OUT = 40
"""Milliseconds after which findings that have just been shown have found their room."""


class RecordForm(QScrollArea):
    """Shows a record and asks for its edits, each field when the person is done with it.

    While several records are chosen an edit goes into all of them, and `spread` says into how many.
    """

    spread = Signal(int)

    def __init__(self, desk: Desk, type_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.type_name, self.record_id = desk, type_name, ""
        self.rows: dict[str, FieldRow] = {}
        self.several: tuple[str, ...] = ()
        self._whole = column(gap="tight")
        self._summary: tuple[Finding, ...] = ()
        self._drafts: dict[str, dict[str, str]] = {}
        self.attachments = AttachmentsPart(desk, type_name) if type_name not in _WITHOUT_ATTACHMENTS else None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._body())
        if self.attachments is not None:
            FormDrops(self, self.attachments)
        desk.bridge.changed.connect(self._on_changed)
        desk.findings.changed.connect(self._show_findings)

    def show_record(self, record_id: str) -> None:
        """Show a record; what was typed and not committed in the one before is asked for first."""
        if record_id == self.record_id:
            return
        self.commit()
        self._drafts[self.record_id] = {one.field: one.text for one in self._refused()}
        self.record_id = record_id
        self._show_values()
        for name, text in self._drafts.pop(record_id, {}).items():
            self.rows[name].editor.put_draft(text)
            self.rows[name].commit()
        self.verticalScrollBar().setValue(0)

    def show_several(self, record_ids: tuple[str, ...]) -> None:
        """Let edits go into these records, the shown one among them; with nothing only into the shown one."""
        if record_ids == self.several:
            return
        self.several = record_ids
        self._show_differences()

    def commit(self) -> None:
        """Ask for what is being typed, as before closing or printing."""
        if self._record() is not None:
            for field_row in self.rows.values():
                if field_row.editor.is_touched():
                    field_row.commit()

    def unkept(self) -> list[Unkept]:
        """Return what was typed and refused, in this record and in those that were shown before."""
        found = self._refused()
        for record_id, texts in self._drafts.items():
            if self.desk.bridge.book.get(self.type_name, record_id) is not None:
                found += [self._named(record_id, name, text) for name, text in texts.items()]
        return found

    def go_to(self, field: str) -> None:
        """Bring a field into view and put the cursor into it."""
        field_row = self.rows.get(field)
        if field_row is not None:
            field_row.editor.control.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(_LAID_OUT, field_row, lambda: self.ensureWidgetVisible(field_row, 0, space("huge")))

    def _body(self) -> QWidget:
        record_type = RECORD_TYPES[self.type_name]
        inner = QWidget()
        inner.setMaximumWidth(room(_WIDEST))
        box = column(inner, "medium")
        box.setContentsMargins(space("large"), space("medium"), space("large"), space("wide"))
        box.addLayout(self._whole)
        for number, (heading, names) in enumerate(FORM_SECTIONS[self.type_name]):
            if number:
                box.addWidget(frame("rule"))
            if heading:
                box.addWidget(label(heading, "heading", wrap=True))
            for name in names:
                field_row = FieldRow(record_type.by_name[name], self.desk.bridge)
                field_row.edit_requested.connect(self._on_edit_requested)
                self.rows[name] = field_row
                box.addWidget(field_row)
                field_row.editor.setEnabled(name not in record_type.key and not record_type.by_name[name].fixed)
        if self.attachments is not None:
            box.addWidget(frame("rule"))
            box.addWidget(self.attachments)
        self._add_similar(box)
        box.addStretch(1)
        outer = QWidget()
        outer.setProperty("role", "scrolled")
        side = column(outer, "")
        side.addWidget(inner)
        return outer

    def _add_similar(self, box: QVBoxLayout) -> None:
        """Warn under the name, while it is typed, of a record that may be the same."""
        if "name" in self.rows and self.type_name in SIMILAR_BY:
            hint = SimilarHint(self.desk.bridge, self.type_name, self.rows, lambda: self.record_id)
            hint.open_requested.connect(lambda record_id: self.desk.go_to(self.type_name, record_id))
            box.insertWidget(box.indexOf(self.rows["name"]) + 1, hint)
            self.similar = hint

    def _record(self) -> object:
        book = self.desk.bridge.book
        return book.plan if self.type_name == "plan" else book.get(self.type_name, self.record_id)

    def _refused(self) -> list[Unkept]:
        if self._record() is None:
            return []
        touched = ((name, one.editor) for name, one in self.rows.items() if one.editor.is_touched())
        return [self._named(self.record_id, name, editor.draft()) for name, editor in touched]

    def _named(self, record_id: str, name: str, text: str) -> Unkept:
        return Unkept(self.type_name, record_id, name, self.rows[name].field.title, text)

    def _show_values(self) -> None:
        record = self._record()
        self.setEnabled(record is not None)
        if record is not None:
            for name, field_row in self.rows.items():
                field_row.put_value(getattr(record, name))
        if self.attachments is not None:
            is_there = self.desk.bridge.book.get(self.type_name, self.record_id) is not None
            self.attachments.show_record(self.record_id if is_there else "")
        self._show_findings()

    def _show_differences(self) -> None:
        """Leave a field empty in which the chosen records differ, so that any value can be given to all of them."""
        shown, book = self._record(), self.desk.bridge.book
        records = [book.get(self.type_name, record_id) for record_id in self.several[:_COMPARED]]
        for name, field_row in self.rows.items():
            values = {getattr(record, name) for record in records if record is not None}
            if shown is not None:
                field_row.show_differs(getattr(shown, name), differs=len(values) > 1)

    def _show_findings(self) -> None:
        findings = self.desk.findings
        self._show_summary(tuple(findings.of_record(self.type_name, self.record_id)))
        for name, field_row in self.rows.items():
            field_row.show_findings(findings.of_field(self.type_name, self.record_id, name), self._accept)

    def _show_summary(self, found: tuple[Finding, ...]) -> None:
        """List what is open about the record, each line leading to its field."""
        if found == self._summary:
            return
        self._summary = found
        clear(self._whole)
        for one in found:
            if one.field in self.rows:
                line = LineButton(in_words(one), "", SEVERITY_ICONS[one.severity], one.severity)
                line.clicked.connect(lambda _checked=False, field=one.field: self.go_to(field))
                self._whole.addWidget(line)
            else:
                whole = FindingLine(one, self._accept)
                whole.setContentsMargins(8, 4, 8, 4)
                self._whole.addWidget(whole)

    def _accept(self, found: Finding) -> None:
        """Ask for the reason why the team lives with a finding, and write it down."""
        reason = ask_text("Accept this finding", "&Reason", "Why you can live with it", self.window())
        if reason:
            bridge = self.desk.bridge
            bridge.do(AcceptFinding(found.rule, found.id, reason, bridge.today()), self)

    def _on_edit_requested(self, field: str, value: object) -> None:
        problems = self.desk.bridge.attempt(self._operation(field, value), self)
        field_row = self.rows[field]
        if problems:
            field_row.refuse(" ".join(dict.fromkeys(problem.sentence for problem in problems)))
            return
        field_row.put_value(getattr(self._record(), field))
        if self.several:
            self.spread.emit(len(self.several))

    def _operation(self, field: str, value: object) -> Operation:
        """Return the edit; a partnership that has not been described yet begins with it."""
        if self.type_name == "plan" and self.desk.bridge.book.get("plan", PLAN_ID) is None:
            path = self.desk.bridge.path
            return AddRecord("plan", {"title": path.stem if path else "New partnership", field: value})
        if self.several:
            return EditSeveral(self.type_name, {record_id: {field: value} for record_id in self.several})
        return EditRecord(self.type_name, self.record_id, {field: value})

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        record = self._record()
        if record is None:
            return
        own = [change for change in change_set.changes if change.id == self.record_id]
        names = {name for change in own for name in (change.after or {})}
        if any(change.action == "added" for change in own):
            names = set(self.rows)
        targets = {change.type for change in change_set.changes}
        names |= {name for name, row in self.rows.items() if row.field.is_reference and row.field.target in targets}
        for name in names & set(self.rows):
            self.rows[name].show_value(getattr(record, name))
        if self.several:
            self._show_differences()
