"""Asks which columns a table shows, and in which order."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from ui.icons import icon
from ui.layouts import button, column, label, row, wrapping_row
from ui.theme import room
from ui.widgets.dialog import Dialog
from workbook.records import RecordType


class ColumnsDialog(Dialog):
    """Every field of a type with a tick, in the order of the columns; Alt+Up and Alt+Down move the current one."""

    def __init__(
        self, record_type: RecordType, shown: Sequence[str], usual: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.record_type, self.usual = record_type, tuple(usual)
        self.setWindowTitle("Columns")
        self.resize(460, 560)
        self.list = QListWidget()
        self.list.setProperty("role", "cards")
        self.list.setAccessibleName(f"Columns of {record_type.titles.lower()}")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(lambda _item: self._show_state())
        self.list.currentRowChanged.connect(lambda _row: self._show_state())
        self.up = button("Up", "", "Move this column towards the beginning (Alt+Up)")
        self.up.setIcon(icon("arrow-up"))
        self.down = button("Down", "", "Move this column towards the end (Alt+Down)")
        self.down.setIcon(icon("arrow-down"))
        self.as_usual = button("As usual", "quiet", "Show the usual columns in their usual order")
        self.take = button("Show these columns", "primary")
        self.take.setDefault(True)
        self._connect()
        self._lay_out()
        self.fill(shown)

    def fill(self, shown: Sequence[str]) -> None:
        """List the shown columns first, in their order, then the others as the type declares them."""
        others = [name for name in self.record_type.names if name not in shown]
        self.list.blockSignals(True)
        self.list.clear()
        for name in (*shown, *others):
            field = self.record_type.by_name[name]
            item = QListWidgetItem(field.title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setToolTip(field.help)
            item.setSizeHint(QSize(0, room(28)))
            item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(Qt.CheckState.Checked if name in shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self._show_state()

    def chosen(self) -> tuple[str, ...]:
        """Return the names of the ticked fields, in their order."""
        items = (self.list.item(number) for number in range(self.list.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def shift(self, step: int) -> None:
        """Move the current column by one place."""
        place = self.list.currentRow()
        if 0 <= place + step < self.list.count():
            item = self.list.takeItem(place)
            self.list.insertItem(place + step, item)
            self.list.setCurrentRow(place + step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.shift(step)
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.up.clicked.connect(lambda: self.shift(-1))
        self.down.clicked.connect(lambda: self.shift(1))
        self.as_usual.clicked.connect(lambda: self.fill(self.usual))
        self.take.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        how = "Space ticks a column; Alt+Up and Alt+Down move it. Columns can be dragged too."
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        middle = row()
        middle.addWidget(self.list, 1)
        side = column()
        side.addWidget(self.up)
        side.addWidget(self.down)
        side.addStretch(1)
        middle.addLayout(side)
        feet = wrapping_row()
        feet.addWidget(self.as_usual)
        feet.addStretch(1)
        feet.addWidget(cancel)
        feet.addWidget(self.take)
        box = column(self, "medium", "wide")
        box.addWidget(label(f"Which columns of {self.record_type.titles.lower()}?", "heading", wrap=True))
        box.addWidget(label(how, "muted", wrap=True))
        box.addLayout(middle, 1)
        box.addLayout(feet)

    def _show_state(self) -> None:
        place = self.list.currentRow()
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < self.list.count() - 1)
        self.take.setEnabled(bool(self.chosen()))
