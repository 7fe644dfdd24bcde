"""Asks what a state of the ledger needs to be known, with what was promised already filled in."""

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.bridge import Bridge
from ui.editors.chosen import Box
from ui.icons import icon
from ui.layouts import button, column, label, row
from ui.pages.resources.asking import FieldRows
from ui.pages.resources.states import STATE_ICONS, state_title
from ui.theme import room
from ui.widgets.dialog import Dialog
from workbook.records import Resource
from workbook.resources import Facts, MoveLines, promised
from workbook.resources.delivery import shared_agreements, undecided
from workbook.vocabularies import RESOURCE_STATUSES

_ASKED_ELSEWHERE = ("agreement", "note")


class MoveDialog(Dialog):
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
        self.states = tuple(dict.fromkeys(targets.values()))
        self.heading = ", ".join(map(state_title, self.states))
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
        """Fill in what is known: amounts are asked of one line only, and several lines never share their evidence."""
        given: dict[str, Any] = {"delivered_on": self.bridge.today()}
        if len(self.lines) == 1:
            line = self.lines[0]
            is_part = self.states == ("part_delivered",)
            whole = promised(line)
            given["delivered_quantity"] = line.delivered_quantity if is_part else whole.quantity
            given["delivered_value"] = line.delivered_value if is_part else whole.value
            given["evidence"] = line.evidence
        for name, field_row in self.fields.rows.items():
            field_row.put_value(given.get(name, field_row.field.default))

    def _agreement_box(self) -> Box:
        box = Box()
        box.setAccessibleName("Agreement that commits it")
        for agreement in shared_agreements(self.bridge.book, undecided(self.bridge.book, self._moving_to("committed"))):
            box.addItem(self.bridge.book.label("agreements", agreement.id), agreement.id)
        box.addItem("None of them yet", None)
        return box

    def _moving_to(self, *states: str) -> tuple[Resource, ...]:
        return tuple(line for line in self.lines if self.targets[line.id] in states)

    def _lay_out(self) -> None:
        box = column(self, "medium", "wide")
        head = row()
        picture = label("")
        picture.setPixmap(
            icon(STATE_ICONS[self.states[0]] if len(self.states) == 1 else "arrow-right", "accent").pixmap(
                QSize(room(24), room(24))
            )
        )
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
        if len(self.lines) > 1:
            box.addWidget(label(self._about_several(), "caption", wrap=True))
        elif self.states == ("delivered",):
            box.addWidget(label("If less has arrived than was promised, it becomes part-delivered.", "caption"))
        box.addSpacing(8)
        box.addLayout(self.feet(button("Move", "primary")))

    @staticmethod
    def _add_named(box: Any, title: str, control: QWidget) -> None:
        named = label(title, "label")
        named.setBuddy(control)
        control.setAccessibleName(title)
        box.addWidget(named)
        box.addWidget(control)

    def _about(self) -> str:
        if len(self.lines) == 1:
            about = self.bridge.book.label("resources", self.lines[0].id)
            return f"{about}. {RESOURCE_STATUSES[self.states[0]].help}"
        if len(self.states) == 1:
            return f"{len(self.lines)} lines, each with what it promised. {RESOURCE_STATUSES[self.states[0]].help}"
        counts = (f"{len(self._moving_to(state))} to “{state_title(state)}”" for state in self.states)
        return f"{len(self.lines)} lines, each to its own next state: {', '.join(counts)}."

    def _about_several(self) -> str:
        """Say of which lines an answer is written down, where it is not of all of them."""
        said = []
        if self.agreements is not None:
            count = len(undecided(self.bridge.book, self._moving_to("committed")))
            lines = "the line" if count == 1 else f"the {count} lines"
            said.append(f"The agreement is for {lines} that several could commit.")
        if "evidence" in self.fields.rows:
            asked = self._moving_to("part_delivered", "delivered", "verified")
            lacking = sum(not line.evidence.strip() for line in asked)
            lines = "the line that has" if lacking == 1 else f"the {lacking} lines that have"
            kept = "; what others have stays" if lacking < len(asked) else ""
            said.append(f"Evidence is filed with {lines} none yet{kept}.")
        return " ".join(said)
