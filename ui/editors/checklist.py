"""Editors for several choices: a summary that opens a list to tick."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from ui.bridge import Bridge
from ui.editors.base import Editor
from ui.icons import icon
from ui.layouts import column, label, row
from ui.theme import room
from workbook.fields import Field
from workbook.records import RECORD_TYPES

_FILTER_FROM = 9


class Offer(NamedTuple):
    """One line of the list."""

    key: str
    title: str
    help: str = ""


class ChecklistPopup(QFrame):
    """The list to tick; closing it is the answer, Esc gives it up."""

    closed = Signal(bool)

    def __init__(self, offers: Iterable[Offer], chosen: Iterable[str], name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self._given_up = False
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Type to filter")
        self.filter.setAccessibleName(f"Filter {name}")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setProperty("role", "popup_list")
        self._fill(tuple(offers), set(chosen))
        box = column(self, "tight", "small")
        box.addWidget(self.filter)
        box.addWidget(self.list)
        box.addWidget(label("Space ticks, Enter is done, Esc leaves it as it was.", "caption"))
        self.filter.setVisible(self.list.count() >= _FILTER_FROM)
        self.filter.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemActivated.connect(lambda _item: self.close())

    def chosen(self) -> tuple[str, ...]:
        items = (self.list.item(number) for number in range(self.list.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def open_below(self, widget: QWidget) -> None:
        width = max(widget.width(), 320)
        self.resize(width, min(420, 96 + 28 * max(3, self.list.count())))
        corner = widget.mapToGlobal(widget.rect().bottomLeft())
        screen = widget.screen().availableGeometry()
        above = corner.y() + self.height() > screen.bottom()
        top = widget.mapToGlobal(QPoint(0, 0)).y() - self.height() if above else corner.y()
        left = max(screen.left(), min(corner.x(), screen.right() - width))
        self.move(left, max(screen.top(), top))
        self.show()
        (self.filter if not self.filter.isHidden() else self.list).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit(not self._given_up)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self._given_up = True
                self.close()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.close()
                return True
            if watched is self.filter and key == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _fill(self, offers: tuple[Offer, ...], chosen: set[str]) -> None:
        for offer in offers:
            item = QListWidgetItem(offer.title)
            item.setData(Qt.ItemDataRole.UserRole, offer.key)
            item.setToolTip(offer.help)
            item.setSizeHint(QSize(0, room(28)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if offer.key in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)

    def _on_filter_changed(self, text: str) -> None:
        wanted = text.casefold().strip()
        first = -1
        for number in range(self.list.count()):
            item = self.list.item(number)
            hidden = wanted not in item.text().casefold()
            item.setHidden(hidden)
            first = number if first < 0 and not hidden else first
        self.list.setCurrentRow(first)


class _Summary(QPushButton):
    """A button that shows all that is chosen, on as many lines as it takes."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "summary")
        self.words = label("", wrap=True)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        arrow = label("")
        arrow.setPixmap(icon("caret-down", "muted").pixmap(QSize(room(14), room(14))))
        arrow.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        box = row(self, "tight")
        box.setContentsMargins(9, 5, 9, 5)
        box.addWidget(self.words, 1)
        box.addWidget(arrow, 0, Qt.AlignmentFlag.AlignTop)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        box = self.layout()
        return max(30, box.heightForWidth(width)) if box is not None else 30

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(120, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 30)


class ChoicesEditor(Editor):
    """Several terms of a vocabulary."""

    def __init__(self, field: Field, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(field, bridge, parent)
        self.summary = _Summary()
        self.summary.clicked.connect(self.open_up)
        self._wanted: tuple[str, ...] = ()
        self.popup: ChecklistPopup | None = None
        self._hold(self.summary)

    def value(self) -> Any:
        return self._wanted

    def is_touched(self) -> bool:
        return tuple(self._wanted) != tuple(self._held)

    def open_up(self) -> None:
        if self.popup is not None:
            return
        self.popup = ChecklistPopup(self._offers(), self._wanted, self.field.title, self)
        self.popup.closed.connect(self._on_closed)
        self.popup.open_below(self.summary)

    def _offers(self) -> tuple[Offer, ...]:
        return tuple(Offer(term.key, term.title, term.help) for term in self.field.vocabulary or ())

    def _titles(self, value: tuple[str, ...]) -> str:
        return self.kind.show(self.field, value, self.bridge.reading)

    def _on_closed(self, accepted: bool) -> None:
        popup, self.popup = self.popup, None
        if popup is None:
            return
        if accepted:
            self._wanted = popup.chosen()
            self._write(self._wanted)
        popup.deleteLater()
        self.summary.setFocus()
        if accepted:
            self.committed.emit()
        elif self.in_cell:
            self.cancelled.emit()

    def _show(self, value: Any) -> None:
        self._wanted = tuple(value)
        self._write(self._wanted)

    def _write(self, value: tuple[str, ...]) -> None:
        titles = self._titles(value)
        self.summary.words.setText(titles or "Choose…")
        self.summary.words.setProperty("role", "" if titles else "muted")
        self.summary.words.style().polish(self.summary.words)
        self.summary.setAccessibleName(f"{self.field.title}: {titles or 'nothing chosen'}")
        self.summary.updateGeometry()


class ReferencesEditor(ChoicesEditor):
    """Several records of one type."""

    def _offers(self) -> tuple[Offer, ...]:
        book, target = self.bridge.book, self.field.target
        return tuple(Offer(record.id, book.label(target, record.id)) for record in book.records(target))

    def open_up(self) -> None:
        if not self.bridge.book.count(self.field.target):
            self.summary.words.setText(f"There are no {RECORD_TYPES[self.field.target].titles.lower()} yet.")
            return
        super().open_up()
