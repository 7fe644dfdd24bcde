"""Asks what a state of the ledger needs to be known, with what was promised already filled in."""

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from ui.bridge import Bridge
from ui.editors.chosen import Box
from ui.icons import icon
from ui.layouts import button, column, label, row
from ui.pages.resources.asking import FieldRows
from ui.pages.resources.states import STATE_ICONS, state_title
from workbook.records import Resource
from workbook.resources import Facts, MoveLines, fitting_agreements, promised
from workbook.vocabularies import RESOURCE_STATUSES

_ASKED_ELSEWHERE = ("agreement", "note")


class MoveDialog(QDialog):
    """Moves lines to one state; Enter accepts what is filled in. Stays while something is refused."""

    def __init__(
        self,
        bridge: Bridge,
        lines: tuple[Resource, ...],
        targets: dict[str, str],
        asked: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge, self.lines, self.targets = bridge, lines, targets
        self.state = next(iter(targets.values()))
        self.heading = ", ".join(dict.fromkeys(map(state_title, targets.values())))
        self.setWindowTitle(f"Move to {self.heading.lower()}")
        self.setMinimumWidth(480)
        self.fields = FieldRows(bridge, (name for name in asked if name not in _ASKED_ELSEWHERE))
        self.reason = QLineEdit() if "note" in asked else None
        self.agreements = self._agreement_box() if "agreement" in asked else None
        self.done_move: MoveLines | None = None
        self._fill_in()
        self._lay_out()

    def accept(self) -> None:
        """Move the lines if it can be; else say why not and stay."""
        values = self.fields.values()
        if values is None:
            return
        operation = MoveLines(self.targets, self.bridge.today(), self._facts(values))
        problems = self.bridge.attempt(operation, self)
        if problems:
            self.fields.show_problems(problems)
            return
        self.done_move = operation
        super().accept()

    def _facts(self, values: dict[str, Any]) -> Facts:
        return Facts(
            values.get("delivered_on"),
            values.get("delivered_quantity"),
            values.get("delivered_value"),
            values.get("evidence") or None,
            self.agreements.currentData() if self.agreements is not None else None,
            self.reason.text() if self.reason is not None else "",
        )

    def _fill_in(self) -> None:
        line = self.lines[0]
        is_part = self.state == "part_delivered"
        whole = promised(line)
        given = {
            "delivered_on": self.bridge.today(),
            "delivered_quantity": line.delivered_quantity if is_part else whole.quantity,
            "delivered_value": line.delivered_value if is_part else whole.value,
            "evidence": line.evidence if len(self.lines) == 1 else "",
        }
        for name, field_row in self.fields.rows.items():
            field_row.put_value(given[name])

    def _agreement_box(self) -> Box:
        box = Box()
        box.setAccessibleName("Agreement that commits it")
        for agreement in fitting_agreements(self.bridge.book, self.lines[0]):
            box.addItem(self.bridge.book.label("agreements", agreement.id), agreement.id)
        box.addItem("None of them yet", None)
        return box

    def _lay_out(self) -> None:
        box = column(self, "medium", "wide")
        head = row()
        picture = label("")
        picture.setPixmap(icon(STATE_ICONS[self.state], "accent").pixmap(QSize(24, 24)))
        head.addWidget(picture)
        head.addWidget(label(self.heading, "title"), 1)
        box.addLayout(head)
        box.addWidget(label(self._about(), "muted", wrap=True))
        if self.agreements is not None:
            self._add_named(box, "Agreement", self.agreements)
        box.addWidget(self.fields)
        if self.reason is not None:
            self.reason.setPlaceholderText("Kept in the notes")
            self._add_named(box, "Why", self.reason)
        if self.state == "delivered" and len(self.lines) == 1:
            box.addWidget(label("If less has arrived than was promised, it becomes part-delivered.", "caption"))
        keep = button("Move", "primary")
        keep.setDefault(True)
        keep.clicked.connect(self.accept)
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        feet = row()
        feet.addStretch(1)
        feet.addWidget(cancel)
        feet.addWidget(keep)
        box.addSpacing(8)
        box.addLayout(feet)

    @staticmethod
    def _add_named(box: Any, title: str, control: QWidget) -> None:
        named = label(title, "label")
        named.setBuddy(control)
        control.setAccessibleName(title)
        box.addWidget(named)
        box.addWidget(control)

    def _about(self) -> str:
        if len(self.lines) == 1:
            who = self.bridge.book.label("resources", self.lines[0].id)
        else:
            who = f"{len(self.lines)} lines, each with what it promised"
        return f"{who}. {RESOURCE_STATUSES[self.state].help}"
