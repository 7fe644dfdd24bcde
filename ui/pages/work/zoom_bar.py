"""The buttons over the timeline: nearer, farther, everything, today, and the details of the chosen activity."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from ui.editors.chosen import Box
from ui.icons import icon
from ui.layouts import row
from workbook.scheduling.scales import ZOOMS

_TITLES = {"day": "Days", "week": "Weeks", "month": "Months", "quarter": "Quarters", "year": "Years"}


class ZoomBar(QWidget):
    """Wishes of the person who looks at the timeline."""

    nearer_requested = Signal()
    farther_requested = Signal()
    all_requested = Signal()
    today_requested = Signal()
    zoom_requested = Signal(str)
    details_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = row(self, "hair")
        self.zoom = Box()
        self.zoom.setAccessibleName("Zoom of the timeline")
        for key, _width in ZOOMS:
            self.zoom.addItem(_TITLES[key], key)
        self.zoom.activated.connect(lambda _row: self.zoom_requested.emit(self.zoom.currentData()))
        farther = _tool("magnifying-glass-minus", "Show more time (Ctrl+-)", self.farther_requested)
        nearer = _tool("magnifying-glass-plus", "Show less time (Ctrl++)", self.nearer_requested)
        whole = _tool("arrows-out-line-horizontal", "Show all dates (Ctrl+0)", self.all_requested)
        today = _tool("calendar-check", "Go to today (Ctrl+T)", self.today_requested)
        self.details = QToolButton()
        self.details.setIcon(icon("list-dashes"))
        self.details.setCheckable(True)
        self.details.setToolTip("Show the details of the chosen activity (F4)")
        self.details.setAccessibleName("Details")
        self.details.clicked.connect(self.details_requested)
        for widget in (farther, self.zoom, nearer, whole, today, self.details):
            box.addWidget(widget)

    def show_zoom(self, name: str) -> None:
        """Name the zoom that comes closest to what is shown."""
        self.zoom.setCurrentIndex(self.zoom.findData(name))


def _tool(mark: str, tip: str, wish: object) -> QToolButton:
    tool = QToolButton()
    tool.setIcon(icon(mark))
    tool.setToolTip(tip)
    tool.setAccessibleName(tip.partition(" (")[0])
    tool.clicked.connect(wish)
    return tool
