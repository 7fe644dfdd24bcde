"""Before and after as a table: each action, and under it its sessions; small numbers are not shown."""

from decimal import Decimal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QWidget

from ui.bridge import Bridge
from ui.desk import Desk
from ui.grids import Face, MatrixModel, MatrixView, Title
from ui.layouts import label
from workbook.book import name_of
from workbook.measures.learning import FEWEST_SHOWN, Learning, by_action, by_session
from workbook.records import TrainingSession

_COLUMNS = {
    "people": ("People", "who rated both"),
    "before": ("Before", "1 to 5"),
    "after": ("Now", "1 to 5"),
    "change": ("Change", "steps"),
    "able": ("Can do it alone", "now at 4 or 5"),
    "test_before": ("Test before", "%"),
    "test_after": ("Test after", "%"),
    "test_change": ("Change", "points"),
}
_RATED = frozenset({"before", "after", "change", "able"})
_ROW = 34
_MOST_ROWS = 9


class LearningModel(MatrixModel):
    """A row for each action and session in which somebody looked at before and after."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.held: dict[str, Learning] = {}

    def read(self) -> None:
        """Work it out as the book stands now."""
        book = self.bridge.book
        sessions: dict[str, list[Learning]] = {}
        for one in by_session(book):
            action = one.of.action if isinstance(one.of, TrainingSession) else None
            sessions.setdefault(action or "", []).append(one)
        ordered: list[Learning] = []
        for action_one in by_action(book):
            ordered += [action_one, *sessions.pop(action_one.of.id, [])]
        ordered += [one for rest in sessions.values() for one in rest]
        self.held = {one.of.id: one for one in ordered}
        self.show(tuple(self.held), tuple(_COLUMNS))
        self.all_changed()

    def row_title(self, row: str) -> Title:
        one = self.held[row]
        is_session = isinstance(one.of, TrainingSession)
        words = self.bridge.book.label(name_of(type(one.of)), row)
        return Title(words, strong=not is_session, tip=words)

    def column_title(self, column: str) -> Title:
        return Title(*_COLUMNS[column])

    def face(self, row: str, column: str) -> Face:
        words = self._words(self.held[row], column)
        is_change = column in ("change", "test_change")
        role = "good" if is_change and words.startswith("+") else "muted" if words == "–" else "text"
        return Face(words, role=role)

    def said(self, row: str, column: str) -> str:
        title, unit = _COLUMNS[column]
        one = self.held[row]
        if column in _RATED and not one.is_shown and one.rated.people:
            return f"{title}: not shown, because fewer than {FEWEST_SHOWN} people answered."
        words = self._words(one, column)
        return f"{title} ({unit}): {'no data' if words == '–' else words}"

    def _words(self, one: Learning, column: str) -> str:
        rated = one.rated
        if column == "people":
            return str(rated.people) if one.is_shown else f"fewer than {FEWEST_SHOWN}" if rated.people else "–"
        if column in _RATED:
            if not one.is_shown:
                return "not shown" if rated.people else "–"
            if column == "able":
                return "–" if rated.able_percent is None else self.bridge.formats.percent(round(rated.able_percent))
            return self._number(getattr(rated, column), signed=column == "change")
        return self._number(getattr(one, column), signed=column == "test_change")

    def _number(self, value: Decimal | None, *, signed: bool) -> str:
        if value is None:
            return "–"
        words = self.bridge.formats.number(round(value, 1))
        return f"+{words}" if signed and value > 0 else words


class LearningTable(QStackedWidget):
    """The table, or what would fill it; as high as its rows, so that the page scrolls and not the table in it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._any_height = desk, self.maximumHeight()
        self.model = LearningModel(desk.bridge, self)
        self.view = MatrixView(
            self.model, "Before and after", cell_width=104, cell_height=_ROW, title_width=300, head_lines=2
        )
        self.view.heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        words = (
            "Nobody looked at before and after yet. Enter the means of a test in the session, or the two ratings of "
            "each participant: asked at the end, “before” and “now” are judged with the same yardstick."
        )
        self.addWidget(self.view)
        self.addWidget(label(words, "muted", wrap=True))
        self.view.open_requested.connect(self._on_opened)

    def read(self) -> None:
        """Show what is known now."""
        self.model.read()
        count = len(self.model.row_keys)
        self.setCurrentIndex(0 if count else 1)
        rows = min(count, _MOST_ROWS)
        row_height = self.view.titles.defaultSectionSize()
        self.setMinimumHeight(0)
        self.setMaximumHeight(self._any_height)
        if count:
            self.setFixedHeight(self.view.heads.sizeHint().height() + rows * row_height + 6)

    def copy(self, *, with_titles: bool = False) -> None:
        self.view.copy(with_titles=with_titles)

    def _on_opened(self, record_id: str, _column: str) -> None:
        self.desk.go_to(name_of(type(self.model.held[record_id].of)), record_id)
