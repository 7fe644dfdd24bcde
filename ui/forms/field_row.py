"""One field in a form: its label, its editor, its help, what is wrong with it and what the checks say about it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.bridge import Bridge
from ui.editors import Editor, editor_for
from ui.findings import in_words
from ui.icons import icon
from ui.layouts import button, clear, column, label, row
from ui.problems import why_not
from ui.tables.drawing import SEVERITY_ICONS
from ui.theme import room, set_role
from workbook.checks import Finding
from workbook.fields import Field
from workbook.kinds import Unacceptable

_NARROW = ("whole", "number", "percent", "money", "date", "moment")
_NARROW_WIDTH = 220


Accept = Callable[[Finding], object]


class FindingLine(QWidget):
    """A finding in words, with its icon; never by colour alone."""

    def __init__(self, found: Finding, accept: Accept | None = None) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(icon(SEVERITY_ICONS[found.severity], found.severity).pixmap(QSize(room(16), room(16))))
        words = label(in_words(found), wrap=True)
        words.setToolTip(f"{found.why} {found.remedy}")
        box = row(self, "tight")
        box.addWidget(picture)
        box.addWidget(words, 1)
        for one in (picture, words):
            box.setAlignment(one, Qt.AlignmentFlag.AlignTop)
        if accept is not None:
            live_with = button("Accept…", "quiet", "Live with this finding, for a reason that is written down")
            live_with.setAccessibleName(f"Accept: {found.title}")
            words.setContentsMargins(0, 4, 0, 4)
            picture.setContentsMargins(0, 5, 0, 0)
            live_with.clicked.connect(lambda: accept(found))
            box.addWidget(live_with, 0, Qt.AlignmentFlag.AlignTop)


class FieldRow(QWidget):
    """A field from label to findings. `edit_requested` carries its name and the new value."""

    edit_requested = Signal(str, object)

    def __init__(self, field: Field, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.editor: Editor = editor_for(field, bridge, self)
        self.editor.committed.connect(self._on_committed)
        self.editor.cancelled.connect(self._on_cancelled)
        self.title = label(field.title, "label")
        self.marker = label("", "caption")
        self.help = label(field.help, "caption", wrap=True)
        self.help.setVisible(bool(field.help))
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self._findings = column(gap="tight")
        self._found: tuple[Finding, ...] = ()
        self._differs = False
        self._lay_out()

    def show_value(self, value: Any) -> None:
        """Show what the workbook holds, unless the person is in the middle of typing something else."""
        if self.editor.is_touched() and (self.editor.control.hasFocus() or self.error.text()):
            return
        self.editor.show_value(self.editor.kind.blank if self._differs else value)
        self._show_marker(value)
        self.refuse("")

    def put_value(self, value: Any) -> None:
        """Show a value of another record, whatever was being typed."""
        self._differs = False
        self.editor.show_value(value)
        self._show_marker(value)
        self.refuse("")

    def refuse(self, sentence: str) -> None:
        """Say why what was typed cannot be kept; the text stays, to be mended."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.editor.show_refused(refused=bool(sentence))
        self.editor.control.setAccessibleDescription(sentence or self.field.help)

    def show_differs(self, value: Any, *, differs: bool) -> None:
        """Say that the chosen records do not agree in this field, by showing nothing; or show the value again."""
        if differs != self._differs:
            self._differs = differs
            if not self.editor.is_touched():
                self.editor.show_value(self.editor.kind.blank if differs else value)
            self._show_marker(value)

    def show_findings(self, found: tuple[Finding, ...], accept: Accept | None = None) -> None:
        if found == self._found:
            return
        self._found = found
        clear(self._findings)
        for one in found:
            self._findings.addWidget(FindingLine(one, accept))

    def commit(self) -> None:
        """Ask for what stands in the editor, if it is something new."""
        self._on_committed()

    def _lay_out(self) -> None:
        self.title.setBuddy(self.editor.control)
        head = row(gap="small")
        head.addWidget(self.title)
        head.addWidget(self.marker)
        head.addStretch(1)
        box = column(self, "tight")
        if self.field.kind != "flag":
            box.addLayout(head)
        else:
            self.title.hide()
        if self.field.kind in _NARROW:
            self.editor.setMaximumWidth(room(_NARROW_WIDTH))
        box.addWidget(self.editor)
        box.addWidget(self.error)
        box.addWidget(self.help)
        box.addLayout(self._findings)

    def _show_marker(self, value: Any) -> None:
        blank = self.editor.kind.is_blank(value)
        words = ""
        if self._differs:
            words = "differs among the chosen"
        elif self.field.internal:
            words = "kept by the program"
        elif self.field.required:
            words = "required"
        elif self.field.expected and blank:
            words = "still open"
        elif self.field.unit and self.field.unit.casefold() != self.field.title.casefold():
            words = f"in {self.field.unit}"
        self.marker.setText(words)
        set_role(self.marker, "warning" if words == "still open" else "caption")

    def _on_committed(self) -> None:
        if not self.editor.is_touched():
            self.refuse("")
            return
        try:
            value = self.editor.value()
        except Unacceptable as error:
            self.refuse(why_not(self.field, error))
            return
        self.edit_requested.emit(self.field.name, value)

    def _on_cancelled(self) -> None:
        self.refuse("")


def values_of(rows: Mapping[str, FieldRow]) -> dict[str, Any] | None:
    """Return what stands in several rows, or None after saying at each of them why it cannot be read."""
    values: dict[str, Any] = {}
    is_readable = True
    for name, field_row in rows.items():
        try:
            values[name] = field_row.editor.value()
            field_row.refuse("")
        except Unacceptable as error:
            field_row.refuse(why_not(field_row.field, error))
            is_readable = False
    return values if is_readable else None
