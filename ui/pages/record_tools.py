"""The tools above a table of records: adding, removing, filtering, arranging, and how many there are."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget

from ui.elided import Elided
from ui.icons import icon, paint
from ui.layouts import button, wrapping_row
from ui.pages.owner_filter import OwnerFilter
from ui.theme import room
from workbook.records import RecordType

_FILTER_WAITS = 120
_SIGN = 12
_ROOMY = 760
Fill = Callable[[QMenu], object]


class MenuButton(QPushButton):
    """A button that opens a menu, with the sign for it; the style sheet could only bring one as a picture file."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAutoDefault(True)
        self.setProperty("role", "menu")
        self.setProperty("mirrored", self.layoutDirection() == Qt.LayoutDirection.RightToLeft)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = QRect(0, 0, room(_SIGN), room(_SIGN))
        place.moveCenter(self.rect().center())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(9)
        else:
            place.moveRight(self.width() - 9)
        painter = QPainter(self)
        paint(painter, "caret-down", place, "muted" if self.isEnabled() else "faint")
        painter.end()


class RecordTools(QWidget):
    """One line of tools; `filtered` carries the words to filter by, a moment after they were typed."""

    filtered = Signal(str)
    left = Signal()

    def __init__(self, record_type: RecordType, owners: OwnerFilter | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record_type = record_type
        self.add_button = button("Add", "primary", f"Add: {record_type.title.lower()} (Ctrl+N)")
        self.add_button.setIcon(icon("plus", "on_accent"))
        self.remove_button = button("Remove", "", "Remove the chosen rows (Ctrl+Backspace); it can be undone")
        self.remove_button.setIcon(icon("trash"))
        self.filter = self._made_filter()
        self.filter_by = self._menu_button("Filter by", "funnel", "Show only some values of a column (Ctrl+Shift+L)")
        self.arrange = self._menu_button("View", "columns", "Columns, order and groups of this table")
        self.count = Elided()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty("role", "caption")
        self.count.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.owners = owners
        self._begins = False
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_FILTER_WAITS)
        self._waiting.timeout.connect(self.apply_filter)
        self._words = {made: made.text() for made in (self.remove_button, self.filter_by, self.arrange)}
        self.remove_button.setAccessibleName("Remove")
        self._lay_out()

    def add_tool(self, tool: QWidget, *, begins: bool = False) -> None:
        """Put something that only one table has beside its other tools; `begins`: it is of use in an empty one."""
        self.box.insertWidget(2, tool)
        self._begins = self._begins or begins

    def show_for(self, records: int) -> None:
        """An empty table offers how to begin and nothing else; tools come with the first record."""
        self.setVisible(records > 0 or self._begins)

    def fill_menus(self, filter_by: Fill, arrange: Fill) -> None:
        """Let the two menus be filled when they are opened."""
        for made, fill in ((self.filter_by, filter_by), (self.arrange, arrange)):
            menu = QMenu(made)
            menu.aboutToShow.connect(lambda menu=menu, fill=fill: _refill(menu, fill))
            made.setMenu(menu)

    def apply_filter(self) -> None:
        """Filter by what is typed now."""
        self._waiting.stop()
        self.filtered.emit(self.filter.text().strip())

    def show_count(self, text: str, heard: str) -> None:
        self.count.setText(text)
        self.count.setToolTip(text)
        self.count.setAccessibleName(heard)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the buttons keep their signs only; their names are still heard."""
        super().resizeEvent(event)
        is_narrow = self.width() < room(_ROOMY)
        for made, words in self._words.items():
            text = "" if is_narrow else words
            if made.text() != text:
                made.setText(text)

    def _made_filter(self) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText("Filter (Ctrl+F)")
        made.setAccessibleName(f"Filter {self.record_type.titles.lower()}")
        made.setClearButtonEnabled(True)
        made.setMinimumWidth(90)
        made.setMaximumWidth(room(220))
        made.textChanged.connect(lambda _text: self._waiting.start())
        leave = QShortcut(QKeySequence("Esc"), made, context=Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self.left)
        return made

    def _menu_button(self, text: str, icon_name: str, tip: str) -> QPushButton:
        made = MenuButton(text)
        made.setToolTip(tip)
        made.setIcon(icon(icon_name))
        made.setAccessibleName(f"{text}: {self.record_type.titles.lower()}")
        return made

    def _lay_out(self) -> None:
        self.box = wrapping_row(self)
        self.box.addWidget(self.add_button)
        self.box.addWidget(self.remove_button)
        self.box.addSpacing(8)
        self.box.addWidget(self.filter, 2)
        self.box.addWidget(self.filter_by)
        if self.owners is not None:
            self.box.addWidget(self.owners)
        self.box.addWidget(self.arrange)
        self.box.addWidget(self.count, 3)


def _refill(menu: QMenu, fill: Fill) -> None:
    menu.clear()
    fill(menu)
