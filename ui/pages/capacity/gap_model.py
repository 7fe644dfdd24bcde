"""The gap matrix as a grid: pillars down, levels across, each cell with what its needs say."""

from PySide6.QtCore import QObject

from ui.bridge import Bridge
from ui.grids import Face, MatrixModel, Title
from workbook import vocabularies as terms
from workbook.measures.capacity import Gap
from workbook.measures.gap_matrix import NOT_SAID, GapCell, gap_matrix

_WIDE = 2
_LOOKS = {
    "met": ("check-circle", "good", "good_soft"),
    "planned": ("calendar-check", "information", "information_soft"),
    "open": ("warning-circle", "warning", "warning_soft"),
    "unrated": ("question", "muted", "sunken"),
}
STATES = {
    "open": "a gap that no action closes",
    "planned": "each gap has an action",
    "met": "no gap is left",
    "unrated": "not rated yet",
}
"""What the marks mean, in the order of the legend."""


class GapModel(MatrixModel):
    """Reads the needs when it is told to; cells are looked up and never worked out while painting."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._faces: dict[tuple[str, str], Face] = {}
        self._said: dict[tuple[str, str], str] = {}
        self.cells: dict[tuple[str, str], GapCell] = {}
        self.read()

    def read(self) -> None:
        """Show the needs as they are now."""
        found = gap_matrix(self.bridge.book)
        self.cells = {(pillar, level): cell for (level, pillar), cell in found.cells.items()}
        self._faces = {place: _face(cell) for place, cell in self.cells.items()}
        self._said = {place: f"{place_in_words(*place)}: {in_words(cell)}" for place, cell in self.cells.items()}
        self.show(found.pillars, found.levels)
        self.all_changed()

    def row_title(self, row: str) -> Title:
        return _title(terms.CAPACITY_PILLARS, row)

    def column_title(self, column: str) -> Title:
        return _title(terms.CAPACITY_LEVELS, column)

    def face(self, row: str, column: str) -> Face:
        return self._faces.get((row, column), Face())

    def said(self, row: str, column: str) -> str:
        return self._said.get((row, column), f"{place_in_words(row, column)}: no needs. Enter adds one.")


def mark_of(state: str) -> tuple[str, str]:
    """Return the icon of a state and the role of its colour."""
    mark, role, _ground = _LOOKS[state]
    return mark, role


def place_in_words(pillar: str, level: str) -> str:
    """Name a cell."""
    return f"{_title(terms.CAPACITY_PILLARS, pillar).words}, {_title(terms.CAPACITY_LEVELS, level).words.lower()}"


def rated(gap: Gap) -> str:
    """Say where a need stands."""
    if gap.need.current is None and gap.need.desired is None:
        return "not rated"
    return f"now {gap.need.current or '?'}, wanted {gap.need.desired or '?'}"


def in_words(cell: GapCell) -> str:
    """Say of a cell how many needs there are, where the widest stands and what is done about them."""
    count = len(cell.gaps)
    if count == 1:
        parts = ["1 need", rated(cell.widest)]
    else:
        parts = [f"{count} needs", f"the widest gap: {rated(cell.widest)} ({cell.widest.need.title})"]
    return "; ".join((*parts, _what_is_done(cell))) + "."


def _what_is_done(cell: GapCell) -> str:
    without = len(cell.open_gaps)
    if cell.state == "open" and without < len(cell.gaps):
        return f"{without} without an action"
    return STATES[cell.state]


def _face(cell: GapCell) -> Face:
    mark, role, ground = _LOOKS[cell.state]
    count = "1 need" if len(cell.gaps) == 1 else f"{len(cell.gaps)} needs"
    without = len(cell.open_gaps)
    tail = f", {without} without action" if without and cell.state != "met" else ""
    is_wide = cell.widest.size is not None and cell.widest.size >= _WIDE
    return Face(rated(cell.widest), mark=mark, small=f"{count}{tail}", role=role, ground=ground, strong=is_wide)


def _title(vocabulary: terms.Vocabulary, key: str) -> Title:
    if key == NOT_SAID:
        return Title("Not said", tip="Needs of which nobody said this yet; choose it in their form.")
    term = vocabulary[key]
    return Title(term.title, tip=f"{term.title}. {term.help}")
