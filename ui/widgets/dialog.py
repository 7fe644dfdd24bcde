"""The ground of every dialog: as large as its text asks for, and never larger than the screen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.layouts import button, wrapping_row
from ui.widgets.fitter import Fitter, bar_width
from ui.widgets.fitting import fit, least_size
from ui.wrapping import WrappingRow

_AIR = QSize(24, 48)
"""What the frame of a window and the edge of the screen take."""


class Dialog(QDialog):
    """Finds its size when it is first shown; where the screen has less than it needs, all of it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitter: Fitter | None = None

    def feet(self, go_on: QPushButton, said: QWidget | None = None) -> WrappingRow:
        """Return the last line of a dialog: what is said there, Cancel, and the button that goes on with it."""
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        made = wrapping_row()
        if said is None:
            made.addStretch(1)
        else:
            made.addWidget(said, 1)
        made.addWidget(cancel)
        made.addWidget(go_on)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        if self._fitter is None:
            self._fitter = Fitter(self)
            self._make_room()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitter is not None:
            self._fit(self.width())
            self._fitter.begin()

    def _make_room(self) -> None:
        most = self.screen().availableGeometry().size() - _AIR
        asked = self.minimumSize() if self.minimumSize().isValid() else QSize(0, 0)
        usual = self.size() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else asked
        wanted = QSize(theme.room(usual.width()), theme.room(usual.height())).boundedTo(most)
        self.setMinimumSize(asked.boundedTo(most))
        width = max(wanted.width(), min(most.width(), self.sizeHint().width()))
        self._fit(width)
        least = least_size(self, width)
        if least.width() > most.width() or least.height() > most.height():
            self._scroll_all()
            least = QSize(least.width() + bar_width(self), least.height())
        self.resize(QSize(width, wanted.height()).expandedTo(least).boundedTo(most))

    def _fit(self, width: int) -> None:
        fit(self, width)

    def _scroll_all(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        inner.setLayout(layout)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(inner)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)
