"""The chosen clause: heading, text with its words in braces, what fills them, and what the partners think of it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QWidget

from ui.desk import Desk
from ui.forms.field_row import FieldRow
from ui.icons import icon
from ui.layouts import button, column, label, wrapping_row
from ui.pages.agreements.placeholders import FilledCard, PlaceholderMarks
from ui.pages.agreements.words import NEEDS, WORDINGS
from ui.unkept import Unkept
from workbook.agreements import ComposedClause
from workbook.operations import EditRecord
from workbook.records import RECORD_TYPES, Agreement, Clause

_TYPE = RECORD_TYPES["clauses"]
_SEALED = (
    "Sealed. The document as it was signed is on the tab Signing; beside this is how it would read today. An amendment "
    "changes it."
)
_NAMES = ("heading", "body", "assessment", "comment")


class ClauseEditor(QScrollArea):
    """Each field that is left is one step. `typed` tells that the text is being written, before it is kept."""

    typed = Signal()
    reset_requested = Signal()
    leave_out_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.clause_id = ""
        self._agreement: Agreement | None = None
        self._values: Mapping[str, str] = {}
        self.rows = {name: FieldRow(_TYPE.by_name[name], desk.bridge) for name in _NAMES}
        self.standing = label("", "muted", wrap=True)
        self.hint = label("", "information", wrap=True)
        self.filled = FilledCard(desk)
        self.reset = button("Library wording", "", "Give this clause the library's heading and text again")
        self.reset.setIcon(icon("arrow-counter-clockwise"))
        self.leave_out = button("Leave out", "", "Keep this clause here, but not in the document")
        self.leave_out.setIcon(icon("eye-slash"))
        self._lay_out()
        text = self.rows["body"].editor.control
        assert isinstance(text, QPlainTextEdit)
        self.text = text
        self.marks = PlaceholderMarks(text.document())
        for field_row in self.rows.values():
            field_row.edit_requested.connect(self._on_edit_requested)
        text.textChanged.connect(self._on_typed)
        self.reset.clicked.connect(self.reset_requested)
        self.leave_out.clicked.connect(self.leave_out_requested)

    def show_clause(
        self, agreement: Agreement, one: ComposedClause, values: Mapping[str, str], *, is_sealed: bool
    ) -> None:
        """Show a clause; what is being typed in the one before is asked for first."""
        is_other = one.clause.id != self.clause_id
        if is_other:
            self.commit()
            self.clause_id = one.clause.id
            for name, field_row in self.rows.items():
                field_row.put_value(getattr(one.clause, name))
            self.verticalScrollBar().setValue(0)
        self._agreement, self._values = agreement, values
        clause = self.desk.bridge.book.one(Clause, one.clause.id) or one.clause
        for name, field_row in self.rows.items():
            field_row.show_value(getattr(clause, name))
            field_row.show_findings(self.desk.findings.of_field(_TYPE.name, clause.id, name))
        said = f"{NEEDS[one.need].capitalize()} at this level · {WORDINGS[one.wording]}"
        self.standing.setText(_SEALED if is_sealed else said)
        self.text.setReadOnly(is_sealed)
        for name in ("heading", "assessment", "comment"):
            self.rows[name].editor.setEnabled(not is_sealed)
        self.hint.setText(one.hint)
        self.hint.setVisible(bool(one.hint))
        self.reset.setEnabled(not is_sealed and one.wording not in ("library", "own"))
        self.leave_out.setEnabled(not is_sealed)
        self.leave_out.setText("Take in again" if clause.left_out else "Leave out")
        self.marks.show_values(values)
        self._show_filled()

    @property
    def draft(self) -> str | None:
        """The text as it is being written, None where it is the one that is kept."""
        editor = self.rows["body"].editor
        return editor.draft() if self.clause_id and editor.is_touched() else None

    def go_to(self, field: str) -> None:
        """Put the cursor into a field."""
        if field in self.rows:
            self.rows[field].editor.control.setFocus()
            self.ensureWidgetVisible(self.rows[field])

    def commit(self) -> None:
        """Ask for what is being typed."""
        if self.desk.bridge.book.one(Clause, self.clause_id) is None:
            return
        for field_row in self.rows.values():
            if field_row.editor.is_touched():
                field_row.commit()

    def unkept(self) -> list[Unkept]:
        """Return what was typed and could not be kept."""
        if self.desk.bridge.book.one(Clause, self.clause_id) is None:
            return []
        return [
            Unkept(_TYPE.name, self.clause_id, name, one.field.title, one.editor.draft())
            for name, one in self.rows.items()
            if one.editor.is_touched()
        ]

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("The chosen clause")
        self.setMinimumWidth(300)
        content = QWidget()
        content.setProperty("role", "scrolled")
        box = column(content, "small")
        box.setContentsMargins(4, 0, 8, 8)
        tools = wrapping_row(gap="small")
        tools.addWidget(self.reset)
        tools.addWidget(self.leave_out)
        tools.addStretch(1)
        box.addWidget(self.standing)
        box.addWidget(self.rows["heading"])
        box.addWidget(self.rows["body"])
        box.addLayout(tools)
        box.addWidget(self.hint)
        box.addWidget(self.filled)
        box.addWidget(self.rows["assessment"])
        box.addWidget(self.rows["comment"])
        box.addStretch(1)
        self.setWidget(content)

    def _show_filled(self) -> None:
        if self._agreement is not None:
            self.filled.show_wording(self._agreement, self.text.toPlainText(), self._values)

    def _on_typed(self) -> None:
        if self.draft is not None:
            self._show_filled()
            self.typed.emit()

    def _on_edit_requested(self, field: str, value: Any) -> None:
        problems = self.desk.bridge.attempt(EditRecord(_TYPE.name, self.clause_id, {field: value}), self)
        if problems:
            self.rows[field].refuse(" ".join(dict.fromkeys(problem.sentence for problem in problems)))
            return
        clause = self.desk.bridge.book.one(Clause, self.clause_id)
        if clause is not None:
            self.rows[field].put_value(getattr(clause, field))
