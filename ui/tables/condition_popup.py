"""The little window that asks what the text, the numbers or the days of a column have to be."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from ui.bridge import Bridge
from ui.editors.chosen import Box
from ui.layouts import column, label, row
from workbook.fields import Field
from workbook.narrowing import RANGE, WAYS, Condition, Wish, read_condition, shown_ends, terms
from workbook.narrowing.conditions import TYPED
from workbook.problems import Refused
from workbook.records import RecordType

_ANY = "any"
_BLANK = {f"is:{terms.BLANK}": "empty", f"is:{terms.FILLED}": "filled in"}
_TEXT_LENGTH = 200


class ConditionPopup(QFrame):
    """A way to ask and what it needs; Enter is done, Esc leaves it as it was.

    `closed` carries the wish, no terms at all for every record, or None where nothing is to be changed.
    """

    closed = Signal(object)

    def __init__(self, bridge: Bridge, record_type: RecordType, field: Field, wish: Wish, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAccessibleName(f"Show only: {field.title}")
        self.bridge, self.record_type, self.field = bridge, record_type, field
        self._answer: Wish | None = None
        self._is_given_up = False
        self.way, self.first, self.last = Box(), QLineEdit(), QLineEdit()
        self.between = label("to", "caption")
        self.problem = label("", "error", wrap=True)
        self._fill(wish)
        self._lay_out()
        self.way.currentIndexChanged.connect(lambda _row: self._on_way_chosen())
        for one in (self.way, self.first, self.last):
            one.installEventFilter(self)
        self._show_way()

    def open_at(self, corner: QPoint, width: int) -> None:
        """Show it below the title of the column, ready to be typed into."""
        self.setFixedWidth(width)
        self._fit()
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(corner.x(), screen.right() - width))
        self.move(left, max(screen.top(), min(corner.y(), screen.bottom() - self.height())))
        self.show()
        (self.way if self.first.isHidden() else self.first).setFocus()

    def accept(self) -> None:
        """Take what is asked for, or say what is wrong with it and stay."""
        try:
            self._answer = self._wish()
        except Refused as refused:
            self.problem.setText(" ".join(problem.sentence for problem in refused.problems))
            self.problem.show()
            self._fit()
            return
        self.close()

    def hideEvent(self, event: QHideEvent) -> None:
        """Closing it otherwise, as by a click beside it, takes what can be read."""
        super().hideEvent(event)
        if self._answer is None and not self._is_given_up:
            try:
                self._answer = self._wish()
            except Refused:
                self._answer = None
        self.closed.emit(None if self._is_given_up else self._answer)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._is_given_up = True
                self.close()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.accept()
                return True
        return False

    def _wish(self) -> Wish:
        way = str(self.way.currentData())
        if way == _ANY:
            return frozenset()
        if way in _BLANK:
            return frozenset({way.removeprefix("is:")})
        typed = Condition(way, self.first.text(), self.last.text() if way == RANGE else "")
        return read_condition(self.bridge.book, self.record_type, self.field, typed, self.bridge.reading)

    def _fill(self, wish: Wish) -> None:
        ways = WAYS[self.field.kind]
        for key, title in {**ways, **_BLANK, _ANY: "anything (no filter)"}.items():
            self.way.addItem(title, key)
        if isinstance(wish, Condition):
            self.way.setCurrentIndex(self.way.findData(wish.way))
            first, last = shown_ends(self.field, wish, self.bridge.reading)
            self.first.setText(first)
            self.last.setText(last)
        elif wish:
            self.way.setCurrentIndex(max(0, self.way.findData(f"is:{min(wish)}")))

    def _lay_out(self) -> None:
        self.way.setAccessibleName(f"How {self.field.title} is filtered")
        for one in (self.first, self.last):
            one.setMaxLength(_TEXT_LENGTH)
            one.setClearButtonEnabled(True)
        line = row(gap="small")
        line.addWidget(self.first, 1)
        line.addWidget(self.between)
        line.addWidget(self.last, 1)
        box = column(self, "small", "small")
        box.addWidget(label(f"Show only: {self.field.title}", "label"))
        box.addWidget(self.way)
        box.addLayout(line)
        box.addWidget(self.problem)
        if self.field.kind == "money":
            box.addWidget(label("Amounts in other currencies are left out of a range.", "caption", wrap=True))
        box.addWidget(label("Enter is done, Esc leaves it as it was.", "caption"))

    def _show_way(self) -> None:
        way = self.way.currentData()
        self.first.setVisible(way in TYPED)
        self.between.setVisible(way == RANGE)
        self.last.setVisible(way == RANGE)
        self.first.setPlaceholderText("from" if way == RANGE else "Text to look for")
        self.last.setPlaceholderText("to")
        self.first.setAccessibleName(f"{self.field.title}, {'from' if way == RANGE else self.way.currentText()}")
        self.last.setAccessibleName(f"{self.field.title}, to")
        self.problem.hide()

    def _on_way_chosen(self) -> None:
        with QSignalBlocker(self.way):
            self._show_way()
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is shown asks for; lines that wrap say so only when they are told how wide they are."""
        box = self.layout()
        if box is not None:
            box.activate()
            wraps = box.hasHeightForWidth()
            self.setFixedHeight(box.totalHeightForWidth(self.width()) if wraps else box.totalSizeHint().height())
