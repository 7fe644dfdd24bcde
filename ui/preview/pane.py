"""The pages of a document with their number, ways to zoom, and a word while they are being drawn."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from exports.pdf.pages import Drawn
from ui.icons import icon
from ui.layouts import button, column, label, wrapping_row
from ui.preview.drawing import Drawing, Make
from ui.preview.pages_view import POINT, STEP, PagesView
from ui.problems import problems_of
from ui.theme import room


class PreviewPane(QWidget):
    """`show` takes how the document is made; the newest wish is what is seen in the end.

    `name_of_spot` says in words what stands at a spot, for those who do not see the page.
    """

    drawn = Signal(object)

    def __init__(
        self,
        at_end: list[Callable[[], object]],
        title: str,
        name_of_spot: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title, self._name_of_spot = title, name_of_spot
        self.made: Drawn | None = None
        self._spot = ""
        self.pages = PagesView(at_end)
        self.drawing = Drawing(at_end, self)
        self.where = label("", "caption")
        self.state = label("", "caption", wrap=True)
        self.zoom = label("", "caption")
        self.nearer = self._tool("magnifying-glass-plus", "Larger pages (+)")
        self.farther = self._tool("magnifying-glass-minus", "Smaller pages (-)")
        self.fit = button("Fit", "quiet", "Pages as wide as there is room (0)")
        self.fit.setAccessibleName("Fit pages to the width")
        self._lay_out()
        self.nearer.clicked.connect(lambda: self.pages.zoom_by(STEP))
        self.farther.clicked.connect(lambda: self.pages.zoom_by(1 / STEP))
        self.fit.clicked.connect(lambda: self.pages.zoom_to(0.0))
        self.pages.moved.connect(self._show_where)
        self.pages.zoomed.connect(self._show_where)
        self.drawing.drawn.connect(self._on_drawn)
        self.drawing.failed.connect(self._on_failed)
        self.drawing.became_busy.connect(self._on_busy)
        self._show_where()

    def show_made(self, make: Make) -> None:
        """Have a document made, and show its pages when they are there."""
        self.drawing.ask(make)

    def show_spot(self, key: str) -> None:
        """Bring a part of the document into sight, now or as soon as it is drawn."""
        self._spot = key
        spot = self.made.spots.get(key) if self.made is not None else None
        if spot is not None:
            self.pages.go_to(spot.page, spot.down)
        self._show_where()

    @property
    def is_current(self) -> bool:
        """Say whether what is in sight is what was wanted last."""
        return not self.drawing.is_busy and self.pages.is_drawn

    def leave(self) -> None:
        """Stop drawing for good."""
        self.drawing.leave()
        self.pages.leave()

    def _lay_out(self) -> None:
        tools = wrapping_row(gap="tight")
        tools.addWidget(self.where)
        tools.addStretch(1)
        for tool in (self.farther, self.zoom, self.nearer, self.fit):
            tools.addWidget(tool)
        box = column(self, "tight")
        box.addLayout(tools)
        box.addWidget(self.pages, 1)
        box.addWidget(self.state)

    @staticmethod
    def _tool(icon_name: str, title: str) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon(icon_name))
        made.setIconSize(QSize(room(18), room(18)))
        made.setToolTip(title)
        made.setAccessibleName(title)
        return made

    def _on_drawn(self, made: Drawn) -> None:
        is_first = self.made is None
        self.made = made
        self.pages.show_pdf(made.pdf, made.sizes)
        if is_first and self._spot:
            self.show_spot(self._spot)
        self._show_where()
        self.drawn.emit(made)

    def _on_failed(self, error: Exception) -> None:
        problems = problems_of(error)
        if not problems:
            raise error
        self.state.setText(" ".join(problem.sentence for problem in problems))

    def _on_busy(self, is_busy: bool) -> None:
        self.state.setText("The pages are being drawn …" if is_busy else "")

    def _show_where(self) -> None:
        count = len(self.pages.sizes)
        self.zoom.setText(f"{round(self.pages.scale / POINT * 100)} %" if count else "")
        self.where.setText(f"Page {self.pages.page + 1} of {count}" if count else "No pages yet")
        here = self._name_of_spot(self._spot) if self._spot else ""
        said = f"{self.title}: {self.where.text()}" + (f"; beside it: {here}" if here else "")
        if self.pages.accessibleName() != said:
            self.pages.setAccessibleName(said)
