"""What a file holds: which table, what its rows are, which column is which field, and what would come of each row."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView, QWidget

from ui.bringing_in.columns_table import ColumnsTable
from ui.bringing_in.rows_model import RowsModel
from ui.desk import Desk
from ui.exporting.job import Job
from ui.layouts import button, column, label, row, wrapping_row
from ui.problems import problems_of
from ui.theme import space
from ui.widgets.dialog import Dialog
from ui.widgets.line_table import show_lines
from workbook.bringing_in.columns import Match, likeliest, matched, matches
from workbook.bringing_in.kinds_of_rows import ROW_KINDS
from workbook.bringing_in.operation import BringInRows
from workbook.bringing_in.reading import read_rows
from workbook.bringing_in.results import Answers, ReadRows
from workbook.bringing_in.tables import Table

_LINES = 5
_ORDERS = (("Choose how dates are meant…", ""), ("Day first: 31/12", "day"), ("Month first: 12/31", "month"))
_KEYS = {Qt.Key.Key_S: True, Qt.Key.Key_N: False}


class BringInDialog(Dialog):
    """Rows are read anew beside the window after each correction; the newest wish wins.

    `done_said` says what was brought in, once something was.
    """

    def __init__(self, desk: Desk, name: str, tables: Sequence[Table], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.name, self.tables = desk, name, tables
        self.done_said = ""
        self.read: ReadRows | None = None
        self.decided: dict[int, bool] = {}
        self.job: Job | None = None
        self.setWindowTitle(f"Bring in {name}")
        self.table, self.kind, self.order = QComboBox(), QComboBox(), QComboBox()
        self.columns = ColumnsTable()
        self.model = RowsModel(self)
        self.rows = QTableView()
        self.said, self.why = label("", wrap=True), label("", "muted", wrap=True)
        self.error = label("", "error", wrap=True)
        self.same, self.new = button("The same (S)"), button("New (N)")
        self.go_on = button("Bring in", "primary")
        self._fill()
        self._lay_out()
        self._connect()
        self._on_table_chosen()

    def accept(self) -> None:
        """Bring the rows in as one step, or say what is in the way and stay."""
        if self.read is None or not self.go_on.isEnabled():
            return
        operation = BringInRows(self.read, self.name)
        problems = self.desk.bridge.attempt(operation, self)
        self.error.setText(" ".join(str(problem) for problem in problems[:3]))
        self.error.setVisible(bool(problems))
        if not problems:
            match = self.read.match
            self.desk.views.keep_columns(self._shown.headings, match.kind.type_name, match.fields)
            self.done_said = f"Brought in {len(self.read.taken)} rows from {self.name}."
            super().accept()

    def done(self, result: int) -> None:
        job, self.job = self.job, None
        if job is not None:
            job.cancel()
            job.wait()
        super().done(result)

    def decide(self, is_same: bool) -> None:
        """Say of the row in front whether it is the record that has nearly the same name."""
        at = self.rows.currentIndex().row()
        if 0 <= at < len(self.model.rows) and self.model.rows[at].waits:
            self.decided[self.model.rows[at].number] = is_same
            self._read_rows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.rows and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_same = _KEYS.get(Qt.Key(event.key()))
            if is_same is not None:
                self.decide(is_same)
                return True
        return super().eventFilter(watched, event)

    @property
    def _shown(self) -> Table:
        return self.tables[self.table.currentIndex()]

    def _on_table_chosen(self) -> None:
        """Propose what was chosen for these headings before, else what is likeliest."""
        from exports.sheets.reading import spellings

        found = matches(self._shown, spellings)
        kept = self.desk.views.columns_of(self._shown.headings)
        best = likeliest(found) or found[0]
        if kept is not None and kept[0] in ROW_KINDS:
            best = Match(ROW_KINDS[kept[0]], kept[1], best.score)
        self.kind.setCurrentIndex(self.kind.findData(best.kind.type_name))
        self._show_match(best)

    def _on_kind_chosen(self) -> None:
        from exports.sheets.reading import spellings

        self._show_match(matched(self._shown, ROW_KINDS[self.kind.currentData()], spellings))

    def _show_match(self, match: Match) -> None:
        self.decided = {}
        self.columns.show_match(self._shown, match)
        self._read_rows()

    def _read_rows(self) -> None:
        """Read the rows beside the window."""
        from exports.sheets.finding import readings_for

        self._stop_reading()
        match = Match(ROW_KINDS[self.kind.currentData()], self.columns.fields, 0)
        table, book = self._shown, self.desk.bridge.book
        answers = Answers(self.order.currentData(), dict(self.decided))
        self.go_on.setEnabled(False)
        if not match.has_label:
            self.read = None
            self.model.show_rows(book, table, ReadRows(match, (), (), ()), {})
            title = match.kind.record_type.by_name[match.missing[0]].title
            self.said.setText(f"Choose which column is “{title}”; without it no row can be taken.")
            return
        self.said.setText("Reading the rows …")
        readings = readings_for(book)
        job = Job(
            lambda progress: read_rows(
                book, table, match, readings, answers, lambda done, of: progress("Reading the rows", done, of)
            ),
            self,
        )
        job.finished.connect(lambda read: self._on_read(job, read))
        job.failed.connect(self._on_failed)
        self.job = job
        job.start()

    def _stop_reading(self) -> None:
        job, self.job = self.job, None
        if job is not None:
            job.cancel()
            job.wait()
            job.deleteLater()

    def _on_read(self, job: Job, read: ReadRows) -> None:
        if job is not self.job:
            return
        self.job = None
        job.deleteLater()
        self.read = read
        self.model.show_rows(self.desk.bridge.book, self._shown, read, self.decided)
        if self.model.rows:
            self.rows.selectRow(0)
        is_open = bool(read.open_days)
        self.order.setVisible(is_open or bool(self.order.currentData()))
        waiting = sum(one.waits for one in self.model.rows)
        for one in (self.same, self.new):
            one.setVisible(bool(waiting))
        self.go_on.setEnabled(bool(read.taken) and not waiting and not is_open)
        self.said.setText(in_numbers(read, waiting))

    def _show_why(self, at: int) -> None:
        """Say in full what the lines of the table may have no room for."""
        one = self.model.rows[at] if 0 <= at < len(self.model.rows) else None
        self.why.setText("" if one is None else f"Row {one.number}: {one.comes}. {one.why}".strip())

    def _on_failed(self, error: Exception) -> None:
        problems = problems_of(error)
        if not problems:
            raise error
        self.error.setText(" ".join(str(problem) for problem in problems))
        self.error.show()

    def _fill(self) -> None:
        for table in self.tables:
            title = f" “{table.title}”" if table.title else ""
            self.table.addItem(f"{table.place}{title}: {len(table.rows):,} rows")
        for type_name, kind in ROW_KINDS.items():
            self.kind.addItem(kind.record_type.titles, type_name)
        for title, key in _ORDERS:
            self.order.addItem(title, key)
        for one, name in ((self.table, "Table"), (self.kind, "Its rows are"), (self.order, "Dates such as 03/04")):
            one.setAccessibleName(name)
            one.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            one.setMinimumContentsLength(16)
        self.order.hide()
        best = [_promise(table) for table in self.tables]
        self.table.setCurrentIndex(best.index(max(best)))

    def _connect(self) -> None:
        self.table.activated.connect(lambda _at: self._on_table_chosen())
        self.kind.activated.connect(lambda _at: self._on_kind_chosen())
        self.order.activated.connect(lambda _at: self._read_rows())
        self.columns.corrected.connect(self._read_rows)
        self.same.clicked.connect(lambda: self.decide(True))
        self.new.clicked.connect(lambda: self.decide(False))
        self.go_on.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        self.setMinimumWidth(760)
        self.resize(1040, 720)
        box = column(self, "medium", "wide")
        box.addWidget(label(f"Bring in “{self.name}”", "heading", wrap=True))
        head = row()
        for words, choice in (("&Table", self.table), ("Its &rows are", self.kind)):
            named = label(words, "label")
            named.setBuddy(choice)
            head.addWidget(named)
            head.addWidget(choice, 1)
        head.addWidget(self.order, 1)
        box.addLayout(head)
        box.addWidget(self.columns, 2)
        box.addWidget(self.said)
        box.addWidget(self._made_rows(), 3)
        box.addWidget(self.why)
        box.addWidget(self.error)
        self.error.hide()
        feet = wrapping_row()
        feet.addWidget(self.same)
        feet.addWidget(self.new)
        feet.addStretch(1)
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        feet.addWidget(cancel)
        feet.addWidget(self.go_on)
        self.go_on.setDefault(True)
        box.addLayout(feet)

    def _made_rows(self) -> QTableView:
        rows = self.rows
        rows.setModel(self.model)
        rows.selectionModel().currentRowChanged.connect(lambda now, _before: self._show_why(now.row()))
        show_lines(rows, "Rows of the file")
        rows.setAccessibleDescription("S says that a row is the same record, N that it is new")
        heads = rows.horizontalHeader()
        rows.setColumnWidth(0, 60)
        for number in range(1, 4):
            heads.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        rows.setMinimumHeight(_LINES * space("row"))
        rows.installEventFilter(self)
        return rows


def in_numbers(read: ReadRows, waiting: int) -> str:
    """Say in numbers what would come of the rows, and what has to be said first."""
    new = sum(one.is_new for one in read.taken)
    said = f"{new:,} new, {len(read.taken) - new:,} known already, {len(read.rejected):,} not taken."
    if read.open_days:
        said += (
            f" {len(read.open_days):,} dates could be two days each ({read.open_days[0]}): choose how they are meant."
        )
    if waiting:
        rows = "1 row may be" if waiting == 1 else f"{waiting:,} rows may be"
        said += f" {rows} a record that is here already: press S for the same, N for new."
    return said


def _promise(table: Table) -> tuple[bool, float, int]:
    """Say how likely a table is the one that somebody wants."""
    from exports.sheets.reading import spellings

    best = matches(table, spellings)[0]
    return best.has_label, best.score, len(table.rows)
