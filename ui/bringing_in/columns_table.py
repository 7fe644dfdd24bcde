"""Which column of a file is which field, with some of what stands in it; the person may correct each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

from ui.widgets.line_table import show_lines
from workbook.bringing_in.columns import Match
from workbook.bringing_in.kinds_of_rows import ROW_ID
from workbook.bringing_in.sheets import text_of
from workbook.bringing_in.tables import Table
from workbook.records import RecordType

_SAMPLES, _SAMPLE_LENGTH = 3, 60
_NOT_TAKEN = "(not taken)"


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
        self.choices: list[QComboBox] = []

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the field of each column, "" for none."""
        return tuple(str(choice.currentData()) for choice in self.choices)

    def show_match(self, table: Table, match: Match) -> None:
        """Show the columns of a table as they are matched."""
        offered = _offered(match.kind.record_type)
        self.choices = []
        self.setRowCount(0)
        self.setRowCount(len(table.headings))
        for place, (heading, name) in enumerate(zip(table.headings, match.fields, strict=True)):
            self.setItem(place, 0, QTableWidgetItem(heading))
            self.setItem(place, 1, QTableWidgetItem(_samples(table, place)))
            choice = QComboBox()
            choice.setAccessibleName(f"{heading} becomes")
            choice.setMinimumContentsLength(12)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            for title, field_name in offered:
                choice.addItem(title, field_name)
            choice.setCurrentIndex(max(0, choice.findData(name)))
            choice.activated.connect(lambda _at, place=place: self._on_chosen(place))
            self.setCellWidget(place, 2, choice)
            self.choices.append(choice)

    def _on_chosen(self, place: int) -> None:
        name = self.choices[place].currentData()
        for other, choice in enumerate(self.choices):
            if other != place and name and choice.currentData() == name:
                choice.setCurrentIndex(0)
        self.corrected.emit()


def _offered(record_type: RecordType) -> Sequence[tuple[str, str]]:
    fields = [(one.title, one.name) for one in record_type.fields if not one.internal and not one.fixed]
    refers = any(one.target == record_type.name for one in record_type.reference_fields)
    return [(_NOT_TAKEN, ""), *fields, *([("Number of the row", ROW_ID)] if refers else [])]


def _samples(table: Table, place: int) -> str:
    held = list(dict.fromkeys(" ".join(text_of(cell).split()) for cell in table.column(place)[:50]))
    return "; ".join(one[:_SAMPLE_LENGTH] for one in held[:_SAMPLES])
