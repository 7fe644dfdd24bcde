"""One line that adds a record in place: what, and whatever else is worth asking for at once."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.bridge import Bridge
from ui.editors import Editor, editor_for
from ui.layouts import button, column, label, row
from ui.problems import why_not
from ui.theme import room
from workbook.kinds import Unacceptable
from workbook.operations import AddRecord
from workbook.records import RECORD_TYPES

_NARROW = 150


class NewLine(QWidget):
    """Enter in the line adds; what cannot be kept stays there with the reason under it."""

    added = Signal(str)

    def __init__(
        self,
        bridge: Bridge,
        type_name: str,
        fields: tuple[str, ...],
        given: Callable[[], dict[str, Any]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge, self.record_type, self.given = bridge, RECORD_TYPES[type_name], given
        self.line = QLineEdit()
        self.line.setAccessibleName(f"New {self.record_type.title.lower()}")
        self.line.returnPressed.connect(self.add)
        self.editors: dict[str, Editor] = {}
        self.refusal = label("", "error", wrap=True)
        self.refusal.hide()
        adding = button("Add")
        adding.setAccessibleName(f"Add {self.record_type.title.lower()}")
        adding.clicked.connect(self.add)
        box = row()
        box.addWidget(self.line, 1)
        for name in fields:
            declared = self.record_type.by_name[name]
            editor = self.editors[name] = editor_for(declared, bridge, self)
            editor.show_value(None)
            editor.setFixedWidth(room(_NARROW))
            editor.control.setToolTip(declared.title)
            line = editor.control.lineEdit() if isinstance(editor.control, QComboBox) else editor.control
            for one in (editor.control, line):
                if one is not None:  # there are several such lines on a page
                    one.setAccessibleName(f"{declared.title} of the new {self.record_type.title.lower()}")
            if isinstance(line, QLineEdit):
                line.setPlaceholderText(declared.title)
                line.returnPressed.connect(self.add)
            box.addWidget(editor)
        box.addWidget(adding)
        whole = column(self, "tight")
        whole.addLayout(box)
        whole.addWidget(self.refusal)

    def add(self) -> None:
        """Add the record, if something is written."""
        title = self.line.text().strip()
        if not title:
            self.line.setFocus()
            return
        values: dict[str, Any] = {self.record_type.label: title, **self.given()}
        sentence = ""
        for name, editor in self.editors.items():
            try:
                values[name] = editor.value()
            except Unacceptable as error:
                sentence = why_not(self.record_type.by_name[name], error)
        operation = AddRecord(self.record_type.name, values)
        if not sentence:
            sentence = " ".join(problem.sentence for problem in self.bridge.attempt(operation, self))
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        if not sentence:
            self.line.clear()
            for editor in self.editors.values():
                editor.show_value(None)
            self.line.setFocus()
            self.added.emit(operation.record_id)
