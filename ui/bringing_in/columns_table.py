"""Which column of a file is which field, with some of what stands in it; the person may correct each."""

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ui.editors.chosen import Box
from ui.tables.writing import isolated
from ui.widgets.line_table import show_lines
from workbook.bringing_in.columns import Match
from workbook.bringing_in.keeping import Columns
from workbook.bringing_in.kinds_of_rows import KEPT, OF_OWNER, ROW_ID, RowKind, of_owner, owner_type
from workbook.bringing_in.sheets import is_empty, text_of
from workbook.bringing_in.tables import Table

_SAMPLES, _SAMPLE_LENGTH, _LOOKED_AT = 3, 60, 50
_KEPT_TITLE = "Kept in the note"


class ColumnsTable(QTableWidget):
    """A line for each column; a field that is chosen for another column leaves the one that it was on."""

    corrected = Signal()

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setHorizontalHeaderLabels(["Column in the file", "Such as", "Becomes"])
        show_lines(self, "Columns of the file")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        heads = self.horizontalHeader()
        for number in range(3):
            heads.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self.choices: list[Box] = []

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the field of each column, "" for none."""
        return tuple(str(choice.currentData()) for choice in self.choices)

    def show_match(self, table: Table, columns: Columns, match: Match) -> None:
        """Show the columns of a table as they are matched."""
        offered = _offered(match.kind)
        self.choices = []
        self.setRowCount(0)
        self.setRowCount(len(table.headings))
        for place, (heading, name) in enumerate(zip(table.headings, match.fields, strict=True)):
            named = f"{heading} (worked out)" if place in table.made else heading
            for number, text in enumerate((named, _samples(table, place))):
                item = QTableWidgetItem(isolated(text))
                item.setToolTip(isolated(text))
                self.setItem(place, number, item)
            why = columns.why_left_out(match.kind, place)
            left_out = f"Left out: {why}" if why else "Left out"
            choice = Box()
            choice.setAccessibleName(f"{heading} becomes")
            choice.setMinimumContentsLength(12)
            choice.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            for title, field_name in (*offered, (_KEPT_TITLE, KEPT), (left_out, "")):
                choice.addItem(title, field_name)
            choice.setCurrentIndex(choice.findData(name))
            choice.setToolTip(choice.currentText())
            choice.activated.connect(lambda _at, place=place: self._on_chosen(place))
            self.setCellWidget(place, 2, choice)
            self.choices.append(choice)

    def _on_chosen(self, place: int) -> None:
        """Take a field from the column that had it, which then is kept in the note."""
        name = self.choices[place].currentData()
        for other, choice in enumerate(self.choices):
            if other != place and name not in ("", KEPT) and choice.currentData() == name:
                choice.setCurrentIndex(choice.findData(KEPT))
        self.corrected.emit()


def _offered(kind: RowKind) -> Sequence[tuple[str, str]]:
    record_type, owners = kind.record_type, owner_type(kind.record_type)
    fields = [(one.title, one.name) for one in record_type.fields if not one.internal and not one.fixed]
    refers = any(one.target == record_type.name for one in record_type.reference_fields)
    told = [(f"{owners.title}: {owners.by_name[name].title}", f"{OF_OWNER}{name}") for name in of_owner(kind)]
    return [*fields, *([("Number of the row", ROW_ID)] if refers else []), *told]


def _samples(table: Table, place: int) -> str:
    filled = (row.cells[place] for row in table.rows if not row.is_sum and not is_empty(row.cells[place]))
    held = dict.fromkeys(" ".join(text_of(cell).split()) for cell in islice(filled, _LOOKED_AT))
    return "; ".join(one[:_SAMPLE_LENGTH] for one in islice(held, _SAMPLES))
