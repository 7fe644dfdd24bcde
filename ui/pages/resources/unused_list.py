"""The offers that nobody uses yet, those first that fit the chosen need best."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from ui.bridge import Bridge
from ui.layouts import button, column, label
from workbook.measures.lines import value_of
from workbook.measures.needs import unused_offers
from workbook.records import Partner, Resource
from workbook.resources import suggested_for
from workbook.resources.matching import is_alike
from workbook.resources.wording import in_unit

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class UnusedModel(QAbstractListModel):
    """Words are made for the rows that are seen."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.lines: tuple[Resource, ...] = ()
        self.need: Resource | None = None

    def refresh(self, need: Resource | None) -> None:
        """Order the unused offers for a need."""
        book = self.bridge.book
        found = unused_offers(book) if need is None else suggested_for(book, need)
        self.beginResetModel()
        self.lines, self.need = found, need
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.code} {line.title}".strip() + f"\n{self._about(line)}"
        if role == Qt.ItemDataRole.UserRole:
            return line.id
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.title}. {self._about(line)}"
        return None

    def _about(self, line: Resource) -> str:
        partner = self.bridge.book.one(Partner, line.provider)
        formats = self.bridge.formats
        parts = [partner.short_name or partner.name if partner is not None else "no provider"]
        value = value_of(line)
        if line.quantity is not None and line.unit is not None:
            parts.append(in_unit(line.quantity, line.unit, formats))
        elif value is not None:
            parts.append(formats.money(value))
        if self.need is not None and is_alike(line, self.need):
            parts.append("same category")
        return " · ".join(parts)


class UnusedList(QListView):
    """Enter uses the chosen offer for the chosen need."""

    use_requested = Signal(str)

    def __init__(self, model: UnusedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setProperty("role", "cards")
        self.setAccessibleName("Unused offers")
        self.setUniformItemSizes(True)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.use_requested.emit(index.data(Qt.ItemDataRole.UserRole)))

    def chosen(self) -> str:
        """Return the chosen offer, or nothing."""
        index = self.currentIndex()
        return str(index.data(Qt.ItemDataRole.UserRole)) if index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self.use_requested.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 80)


class UnusedSide(QFrame):
    """The list with its title, and the button that uses the chosen offer; `use_requested` carries its id."""

    use_requested = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setMinimumWidth(210)
        self.model = UnusedModel(bridge, self)
        self.list = UnusedList(self.model)
        self.use_button = button("Use for the chosen need", "", "Enter in the list does the same")
        self._title = label("Unused offers", "heading")
        self._nothing = label(
            "Every offer answers a need. Offers that fit no need yet would wait here to be used.", "muted", wrap=True
        )
        box = column(self, "small", "medium")
        box.addWidget(self._title)
        box.addWidget(self._nothing)
        box.addWidget(self.list, 1)
        box.addWidget(self.use_button)
        box.addStretch(0)
        self.list.use_requested.connect(self.use_requested)
        self.use_button.clicked.connect(self._on_use_clicked)

    def refresh(self, need: Resource | None) -> None:
        """Order the unused offers for a need."""
        self.model.refresh(need)
        count = len(self.model.lines)
        self._title.setText(f"Unused offers ({count})" if count else "Unused offers")
        self._nothing.setVisible(not count)
        self.list.setVisible(bool(count))
        self.use_button.setVisible(bool(count))
        self.use_button.setEnabled(need is not None and bool(count))

    def enter(self) -> bool:
        """Go to the offer that fits best; returns whether there is any."""
        if self.model.lines:
            self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus()
        return bool(self.model.lines)

    def _on_use_clicked(self) -> None:
        chosen = self.list.chosen() or (self.model.lines[0].id if self.model.lines else "")
        self.use_requested.emit(chosen)
