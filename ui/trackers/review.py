"""What a returned tracker would change: was, theirs and ours side by side, each row taken or left."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.bridge import Bridge
from ui.layouts import button, column, label, wrapping_row
from ui.widgets.dialog import Dialog
from workbook.kinds import KINDS, Plain, Reading
from workbook.merging import Side
from workbook.records import RECORD_TYPES
from workbook.returning.accepting import AcceptTracker
from workbook.returning.deciding import Policy, usual_side
from workbook.returning.edits import Key
from workbook.returning.preview import Compared, Preview, label_of_edit
from workbook.returning.typed import DayOrder

_HEADS = ("Take", "What", "Field", "Was", "Theirs", "Ours now", "How it stands")
_STANDING = {
    "change": "Changed by them",
    "conflict": "Both changed it",
    "same": "The plan says so already",
    "sealed": "Sealed here: stays",
    "gone": "Removed here",
}
_ASKED, _FIXED = ("conflict", "gone"), ("same", "sealed")
_SIZE, _SMALLEST, _EDGE = QSize(1040, 640), QSize(520, 360), 40


class TrackerReview(Dialog):
    """A row for each value that they changed. What both changed is left until somebody ticks it.

    `wanted_order` is set where the file is to be read again with dates in that order.
    """

    def __init__(self, bridge: Bridge, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.preview = bridge, preview
        self.operation: AcceptTracker | None = None
        self.wanted_order: DayOrder = ""
        self.setWindowTitle("Returned tracker")
        self._keys: list[tuple[Key, str]] = []
        self.table = self._made_table()
        self.only_conflicts = QCheckBox("Only what both changed")
        self.only_conflicts.toggled.connect(self._filter)
        self.missing = QComboBox()
        self.missing.addItem("Leave them in the plan", "leave")
        self.missing.addItem("Close them", "close")
        self.missing.setAccessibleName("Records whose row was taken out")
        self.note = QLineEdit()
        self.note.setAccessibleName("Note to the partner, kept with the tracker")
        self.note.setPlaceholderText("Note to the partner, kept with the tracker")
        self.left = QListWidget()
        self.left.setAccessibleName("What is not taken")
        self.left.setWordWrap(True)
        self.left.addItems(_left(preview))
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.take = button("Take in what is ticked", "primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        self._lay_out()
        if parent is not None:
            self.resize(_SIZE.boundedTo(parent.size() - QSize(_EDGE, _EDGE)).expandedTo(_SMALLEST))
        self.table.setFocus()

    def accept(self) -> None:
        """Take in what is ticked as one step, or say why not and stay."""
        ticked = {key for row, (key, _) in enumerate(self._keys) if self._is_ticked(row)}
        choices: dict[Key, Side] = {key: "theirs" if key in ticked else "ours" for key, _ in self._keys}
        policy: Policy = "close" if self.missing.currentData() == "close" else "leave"
        today = self.bridge.today()
        operation = AcceptTracker(self.preview, today, choices, policy, self.note.text().strip())
        problems = self.bridge.attempt(operation, self)
        self.error.setText(" ".join(problem.sentence for problem in problems))
        self.error.setVisible(bool(problems))
        if not problems:
            self.operation = operation
            super().accept()

    def tick_all(self, *, ticked: bool) -> None:
        """Take, or leave, every row that can be chosen and is shown."""
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            if item is not None and item.flags() & Qt.ItemFlag.ItemIsUserCheckable and not self.table.isRowHidden(row):
                item.setCheckState(state)

    def _is_ticked(self, row: int) -> bool:
        item = self.table.item(row, 0)
        return item is not None and item.checkState() == Qt.CheckState.Checked

    def _made_table(self) -> QTableWidget:
        made = QTableWidget(0, len(_HEADS))
        made.setAccessibleName("What would change")
        made.setHorizontalHeaderLabels(_HEADS)
        made.setProperty("role", "lines")
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setTabKeyNavigation(False)
        made.setShowGrid(False)
        made.verticalHeader().hide()
        heads = made.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for place, width in ((0, 50), (2, 100), (3, 100), (4, 100), (5, 100), (6, 170)):
            made.setColumnWidth(place, width)
        for one in self.preview.rows:
            self._add(
                made, one.edit.key, one.standing, self._texts(one), one.edit.place, ticked=usual_side(one) == "theirs"
            )
        for new in self.preview.new:
            title = RECORD_TYPES[new.type].title
            name = str(new.values.get(RECORD_TYPES[new.type].label) or "")
            self._add(made, new.key, "change", (f"New: {title}", "", "", name, "", "New row"), new.place)
        return made

    def _add(
        self, made: QTableWidget, key: Key, standing: str, texts: tuple[str, ...], place: str, *, ticked: bool = True
    ) -> None:
        row = made.rowCount()
        made.insertRow(row)
        tick = QTableWidgetItem()
        can_choose = standing not in _FIXED
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        tick.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if can_choose else flags)
        if can_choose:
            tick.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        tick.setData(Qt.ItemDataRole.AccessibleTextRole, f"Take {texts[0]}, {texts[1]}")
        made.setItem(row, 0, tick)
        for column_number, said in enumerate(texts, 1):
            item = QTableWidgetItem(said)
            item.setToolTip(f"{said}\n{place}".strip())
            made.setItem(row, column_number, item)
        self._keys.append((key, standing))

    def _texts(self, one: Compared) -> tuple[str, ...]:
        edit, book = one.edit, self.bridge.book
        name, title = label_of_edit(self.preview.base, book, edit), RECORD_TYPES[edit.type].by_name[edit.field].title
        guess = f", found by its {edit.how}" if edit.how != "id" else ""
        values = (self._shown(edit.type, edit.field, plain) for plain in (edit.was, edit.theirs, one.ours))
        return name, title, *values, f"{_STANDING[one.standing]}{guess}"

    def _shown(self, type_name: str, name: str, plain: Plain) -> str:
        field = RECORD_TYPES[type_name].by_name[name]
        kind, book = KINDS[field.kind], self.bridge.book
        return kind.show(field, kind.from_plain(field, plain), Reading(self.bridge.formats, book.label, book.find))

    def _filter(self, *_: Any) -> None:
        for row, (_, standing) in enumerate(self._keys):
            self.table.setRowHidden(row, self.only_conflicts.isChecked() and standing not in _ASKED)

    def _lay_out(self) -> None:
        box = column(self, "small", "large")
        box.addWidget(label(f"What {self.preview.file} would change", "heading", wrap=True))
        box.addWidget(label(_lead(self.preview), "muted", wrap=True))
        box.addLayout(self._tools())
        box.addWidget(self.table, 3)
        if self.preview.missing:
            named = [self.preview.base.label(row.type, row.id) for row in self.preview.missing]
            more = f" and {len(named) - 3} more" if len(named) > 3 else ""
            box.addWidget(label(f"Rows that were taken out: {', '.join(named[:3])}{more}", "label", wrap=True))
            box.addWidget(self.missing)
        else:
            self.missing.hide()
        if self.left.count():
            box.addWidget(label("Not taken", "label"))
            box.addWidget(self.left, 1)
        else:
            self.left.hide()
        box.addWidget(self.note)
        box.addWidget(self.error)
        box.addLayout(self._feet())

    def _tools(self) -> Any:
        tools = wrapping_row()
        tools.addWidget(self.only_conflicts)
        for text, ticked in (("Tick all", True), ("Tick none", False)):
            one = button(text)
            one.clicked.connect(lambda _checked=False, ticked=ticked: self.tick_all(ticked=ticked))
            tools.addWidget(one)
        orders: tuple[tuple[str, DayOrder], ...] = (
            ("Read dates day first", "day"),
            ("Read dates month first", "month"),
        )
        for text, order in orders if self.preview.unsure else ():
            one = button(text)
            one.clicked.connect(lambda _checked=False, order=order: self._read_again(order))
            tools.addWidget(one)
        tools.addStretch(1)
        return tools

    def _read_again(self, order: DayOrder) -> None:
        self.wanted_order = order
        self.reject()

    def _feet(self) -> Any:
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        feet = wrapping_row()
        feet.addStretch(1)
        feet.addWidget(cancel)
        feet.addWidget(self.take)
        return feet


def _lead(preview: Preview) -> str:
    asked = len(preview.conflicts)
    said = f"Changed values: {len(preview.rows)}. New rows: {len(preview.new)}."
    if asked:
        said += f" Changed here too: {asked}; these stay as they are here unless you tick them."
    if preview.unsure:
        said += f" Dates that could be two days: {len(preview.unsure)}; say how they are written."
    return said if preview.is_known else f"{said} Another copy made this tracker, so nobody knows what was before."


def _left(preview: Preview) -> list[str]:
    closed = [f"{one.place}: {one.title} was closed; “{one.theirs}” is not taken." for one in preview.closed]
    return [*(str(problem) for problem in (*preview.problems, *(one.problem for one in preview.unsure))), *closed]
