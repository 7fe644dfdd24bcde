"""Where a list of people is pasted, with what was understood of it shown at once, column by column."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QPlainTextEdit, QTableView, QWidget

from ui.editors.chosen import Box
from ui.layouts import clear, column, label, wrapping_row
from ui.theme import room
from workbook.training import FIELDS, AttendanceList, Attendee, read_list
from workbook.vocabularies import AGE_BANDS, SEXES, STAKEHOLDER_TYPES

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_PASTE_HERE = (
    "Paste a list from Excel or an e-mail, one person to a line.\n\n"
    "Columns, as many as you have, in this order: name, organisation, sex, age, disability, group, came, completed. "
    "With a line of headings any order will do."
)
_MOST_NOTES = 4


class ListSide(QWidget):
    """Emits `read` when a list has been read anew; `listed` is what was understood."""

    read = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listed = AttendanceList()
        self._columns: tuple[str, ...] | None = None
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(_PASTE_HERE)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setMinimumHeight(96)
        self.text.textChanged.connect(self._on_text_changed)
        title = label("&List of those who came (optional)", "label")
        title.setBuddy(self.text)
        self.boxes: list[Box] = []
        self._choosers = wrapping_row(gap="tight")
        self.model = _Understood(self)
        self.table = _made_table(self.model)
        self.said: QLabel = label("", "label", wrap=True)
        self.notes: QLabel = label("", "warning", wrap=True)
        box = column(self, "tight")
        box.addWidget(title)
        box.addWidget(self.text, 2)
        box.addWidget(self.said)
        box.addLayout(self._choosers)
        box.addWidget(self.table, 3)
        box.addWidget(self.notes)
        self._show()

    def _on_text_changed(self) -> None:
        self._columns = None
        self._read()

    def _read(self) -> None:
        self.listed = read_list(self.text.toPlainText(), self._columns)
        self._show()
        self.read.emit()

    def _show(self) -> None:
        listed = self.listed
        has_people = bool(listed.people)
        self.table.setVisible(has_people)
        self.notes.setVisible(bool(listed.notes))
        self.said.setVisible(has_people)
        here = sum(person.came for person in listed.people)
        missing = len(listed.people) - here
        came = f"; {here} of them came" if missing else ""
        count = "1 person" if len(listed.people) == 1 else f"{len(listed.people)} people"
        self.said.setText(f"Understood: {count}{came}. Is a column taken for something else? Change it here:")
        rest = len(listed.notes) - _MOST_NOTES
        said = [f"Line {note.line}: {note.sentence}" for note in listed.notes[:_MOST_NOTES]]
        self.notes.setText("\n".join(said + ([f"And {rest} more lines like these."] if rest > 0 else [])))
        self.model.show(listed.people)
        self._show_choosers()

    def _show_choosers(self) -> None:
        columns = self.listed.columns if self.listed.people else ()
        if len(self.boxes) != len(columns):
            clear(self._choosers)
            self.boxes = [self._chooser(number) for number in range(len(columns))]
            for box in self.boxes:
                self._choosers.addWidget(box, 1)
        for box, name in zip(self.boxes, columns, strict=True):
            box.setCurrentIndex(max(0, box.findData(name)))

    def _chooser(self, number: int) -> Box:
        made = Box()
        made.setAccessibleName(f"Column {number + 1} is")
        made.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(4)
        made.addItem("Not used", "skip")
        for name, title in FIELDS.items():
            made.addItem(title, name)
        made.activated.connect(lambda _row: self._on_column_chosen(number))
        return made

    def _on_column_chosen(self, number: int) -> None:
        """Take a column for what was chosen; another one that was taken for it so far is not used."""
        chosen = str(self.boxes[number].currentData())
        taken = ["skip" if name == chosen else name for name in self.listed.columns]
        taken[number] = chosen
        self._columns = tuple(taken)
        self._read()


_SHOWN: tuple[tuple[str, str, int], ...] = (
    ("name", "Name", 0),
    ("organisation", "Organisation", 0),
    ("sex", "Sex", 70),
    ("age_band", "Age", 72),
    ("disability", "Disability", 84),
    ("stakeholder_type", "Group", 96),
    ("came", "Came", 58),
    ("completed", "Completed", 88),
)
"""What is shown of a person: the name of the value, its title and the width of its column; 0 shares what is left."""
_TERMS = {"sex": SEXES, "age_band": AGE_BANDS, "stakeholder_type": STAKEHOLDER_TYPES}


class _Understood(QAbstractTableModel):
    """The people of a list as they were understood."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._people: tuple[Attendee, ...] = ()

    def show(self, people: tuple[Attendee, ...]) -> None:
        self.beginResetModel()
        self._people = people
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(_SHOWN)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        name = _SHOWN[index.column()][0]
        value = getattr(self._people[index.row()], name)
        if value is None:
            return "–" if role == Qt.ItemDataRole.DisplayRole else "Not said"
        if isinstance(value, bool):
            return "yes" if value else "no"
        return _TERMS[name].title(value) if name in _TERMS else str(value)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return _SHOWN[section][1] if orientation == Qt.Orientation.Horizontal else self._people[section].line


def _made_table(model: _Understood) -> QTableView:
    table = QTableView()
    table.setProperty("role", "lines")
    table.setModel(model)
    table.setAccessibleName("What was understood of the list")
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(room(26))
    for place, (_name, _title, width) in enumerate(_SHOWN):
        mode = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
        table.horizontalHeader().setSectionResizeMode(place, mode)
        if width:
            table.setColumnWidth(place, width)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    table.setMinimumHeight(120)
    return table
