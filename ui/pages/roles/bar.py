"""Narrows and turns the grid of roles: by words, partner, objective, status and findings; grouped or transposed."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from ui.desk import Desk
from ui.editors.chosen import Box
from ui.icons import icon
from ui.layouts import button, label, wrapping_row
from ui.pages.roles.rows import RowFilter
from ui.theme import room
from ui.views import RolesView
from workbook.changes import ChangeSet
from workbook.vocabularies import ACTIVITY_STATUSES

_WAITS = 120
_LISTED = ("partners", "objectives")


class RolesBar(QWidget):
    """Emits `narrowed` with what is to be shown, `turned` with whether partners stand down, `left` to go back."""

    narrowed = Signal(object)
    turned = Signal(bool)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.text = QLineEdit()
        self.partner, self.objective, self.status = Box(), Box(), Box()
        self.only_findings = QCheckBox("With findings")
        self.grouped = _switch("rows", "Group", "Put the activities under their objectives (Ctrl+Shift+G)")
        self.transposed = _switch("swap", "Transpose", "Partners down, activities across (Ctrl+Shift+T)")
        self.count = label("", "caption")
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_WAITS)
        self._fill()
        self._restore()
        self._lay_out()
        self._connect()

    def wanted(self) -> RowFilter:
        """Return what is chosen now."""
        return RowFilter(
            self.text.text().strip(),
            str(self.partner.currentData() or ""),
            str(self.objective.currentData() or ""),
            str(self.status.currentData() or ""),
            self.only_findings.isChecked(),
            self.grouped.isChecked(),
        )

    def view(self) -> RolesView:
        """Return what is remembered of the bar; the text lasts for a sitting, as above every table."""
        now = self.wanted()
        return RolesView(
            now.partner, now.objective, now.status, now.only_findings, now.grouped, self.transposed.isChecked()
        )

    def show_all(self) -> None:
        """Narrow nothing any more."""
        self.text.clear()
        for box in (self.partner, self.objective, self.status):
            box.setCurrentIndex(0)
        self.only_findings.setChecked(False)
        self._tell()

    def show_count(self, shown: int, whole: int) -> None:
        self.count.setText(
            f"{shown} of {whole} shown" if shown != whole else f"{whole} {'activity' if whole == 1 else 'activities'}"
        )

    def _fill(self) -> None:
        book = self.desk.bridge.book
        partners = [(book.label("partners", one.id), one.id) for one in book.records("partners")]
        objectives = [(book.label("objectives", one.id), one.id) for one in book.records("objectives")]
        _list(self.partner, "all partners", partners)
        _list(self.objective, "all objectives", objectives)
        _list(self.status, "any status", [(term.title, term.key) for term in ACTIVITY_STATUSES])

    def _restore(self) -> None:
        kept = self.desk.views.roles
        for box, key in ((self.partner, kept.partner), (self.objective, kept.objective), (self.status, kept.status)):
            box.setCurrentIndex(max(0, box.findData(key)))
        self.only_findings.setChecked(kept.only_findings)
        self.grouped.setChecked(kept.grouped)
        self.transposed.setChecked(kept.transposed)

    def _lay_out(self) -> None:
        self.text.setPlaceholderText("Filter (Ctrl+F)")
        self.text.setAccessibleName("Filter activities")
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(110)
        self.text.setMaximumWidth(room(200))
        names = (
            (self.partner, "Only activities in which this partner has a role"),
            (self.objective, "Only activities of this objective"),
            (self.status, "Only activities of this status"),
        )
        box = wrapping_row(self)
        box.addWidget(self.text, 2)
        for one, name in names:
            one.setAccessibleName(name)
            one.setToolTip(name)
            one.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            one.setMinimumContentsLength(9)
            one.setMaximumWidth(room(200))
            box.addWidget(one, 1)
        self.only_findings.setToolTip("Only activities that the checks have something to say about")
        box.addWidget(self.only_findings)
        box.addStretch(1)
        box.addWidget(self.count)
        box.addWidget(self.grouped)
        box.addWidget(self.transposed)

    def _connect(self) -> None:
        self.text.textChanged.connect(lambda _text: self._waiting.start())
        self.text.returnPressed.connect(self.left)
        self._waiting.timeout.connect(self._tell)
        for box in (self.partner, self.objective, self.status):
            box.currentIndexChanged.connect(lambda _row: self._tell())
        self.only_findings.toggled.connect(lambda _on: self._tell())
        self.grouped.toggled.connect(lambda _on: self._tell())
        self.transposed.toggled.connect(self.turned)
        leave = QShortcut(QKeySequence("Esc"), self.text, context=Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._on_left)
        self.desk.bridge.changed.connect(self._on_changed)

    def _tell(self) -> None:
        self._waiting.stop()
        self.narrowed.emit(self.wanted())

    def _on_left(self) -> None:
        self.text.clear()
        self._tell()
        self.left.emit()

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        if any(change.type in _LISTED for change in change_set.changes):
            self._fill()
            self._tell()


def _list(box: Box, nothing: str, offers: Iterable[tuple[str, str]]) -> None:
    """List what can be chosen, keeping the choice as long as it is there."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(nothing, "")
    for words, key in offers:
        box.addItem(words, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)


def _switch(icon_name: str, title: str, tip: str) -> QPushButton:
    made = button(title, "quiet", tip)
    made.setIcon(icon(icon_name, "accent"))
    made.setCheckable(True)
    return made
