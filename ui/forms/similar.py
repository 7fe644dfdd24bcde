"""Says while somebody types that a record like this may be there already; it never stands in the way."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.bridge import Bridge
from ui.forms.field_row import FieldRow
from ui.layouts import clear, column
from ui.widgets.card import LineButton
from workbook.similarity import SIMILAR_BY, Similar, SimilarRecords

_PAUSE = 150
"""Milliseconds without a key before names are compared."""
_COMPARED = ("name", "email")


class SimilarHint(QWidget):
    """Lines under the fields of a name; each leads to the record that it speaks of.

    `record_id` says which record is being edited, so that it is not found like itself.
    """

    open_requested = Signal(str)

    def __init__(
        self,
        bridge: Bridge,
        type_name: str,
        rows: Mapping[str, FieldRow],
        record_id: Callable[[], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge, self.type_name, self._record_id = bridge, type_name, record_id
        self._prepared: SimilarRecords | None = None
        self._shown: tuple[Similar, ...] = ()
        self._lines = {
            name: rows[name].editor.control
            for name in _COMPARED
            if type_name in SIMILAR_BY and name in rows and isinstance(rows[name].editor.control, QLineEdit)
        }
        self._box = column(self, "hair")
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_PAUSE)
        self._waiting.timeout.connect(self.look)
        for line in self._lines.values():
            if isinstance(line, QLineEdit):
                line.textChanged.connect(self._on_typed)
        self.hide()

    @property
    def found(self) -> tuple[Similar, ...]:
        """What is shown now."""
        return self._shown

    def look(self) -> None:
        """Compare what stands in the fields with what the workbook holds."""
        self._waiting.stop()
        if self._prepared is None or self._prepared.table is not self.bridge.book.table(self.type_name):
            self._prepared = SimilarRecords(self.bridge.book, self.type_name)
        given = {name: line.text() for name, line in self._lines.items() if isinstance(line, QLineEdit)}
        self._show(self._prepared.find(given, self._record_id()))

    def _show(self, found: tuple[Similar, ...]) -> None:
        if found == self._shown:
            return
        self._shown = found
        clear(self._box)
        for one in found:
            label = self.bridge.book.label(self.type_name, one.record.id)
            line = LineButton(f"This looks like {label}: open it", one.why, "copy", "warning")
            line.clicked.connect(partial(self._open, one.record.id))
            self._box.addWidget(line)
        self.setVisible(bool(found))

    def _on_typed(self, _text: str) -> None:
        self._waiting.start()

    def _open(self, record_id: str, _checked: bool = False) -> None:
        self.open_requested.emit(record_id)
