"""What a file holds: which table, what its rows are, which column is which field, and what would come of each row."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from exports.edition import Progress
from ui.bringing_in.attendance_part import AttendancePart, Wanted
from ui.bringing_in.beside import Beside
from ui.bringing_in.columns_table import ColumnsTable
from ui.bringing_in.questions import ATTENDANCE, Questions
from ui.bringing_in.rows_model import Shown, shown_rows
from ui.bringing_in.rows_part import RowsPart, in_numbers
from ui.desk import Desk
from ui.layouts import button, column, label, wrapping_row
from ui.problems import problems_of
from ui.widgets.dialog import Dialog
from workbook.bringing_in.columns import Looked, Match, likeliest
from workbook.bringing_in.kinds_of_rows import KEPT, OF_OWNER, ROW_ID, ROW_KINDS, of_owner
from workbook.bringing_in.operation import BringInRows
from workbook.bringing_in.reading import read_rows
from workbook.bringing_in.results import ReadRows
from workbook.bringing_in.tables import Table
from workbook.workbook import Ready

_LONG = 2_000
"""From how many rows on it is shown how far reading them is."""
_NAMED = 5
_REMEMBERED = "The columns are matched as they were the last time; that is remembered on this computer only."
_Read = tuple[Table, ReadRows, list[Shown]]


class BringInDialog(Dialog):
    """Rows are read, and the step is worked out, beside the window; the newest wish wins.

    `done_said` says what was brought in, once something was; `attendance` is the list that is to be recorded instead.
    """

    def __init__(self, desk: Desk, name: str, tables: Sequence[Looked], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.name, self.tables = desk, name, tables
        self.done_said = ""
        self.attendance: Wanted | None = None
        self.read: ReadRows | None = None
        self._decided: dict[int, bool] = {}
        self._is_applying = False
        self.setWindowTitle(f"Bring in {name}")
        self.questions = Questions(tables)
        self.columns, self.rows, self.people = ColumnsTable(), RowsPart(), AttendancePart(desk.bridge)
        self.about = label("", "muted", wrap=True)
        self.error = label("", "error", wrap=True)
        self.beside = Beside(self._on_failed, self._on_cancelled, self)
        self.stay, self.go_on = button("Bring in and go on"), button("Bring in", "primary")
        self.leave = button("Cancel")
        self._lay_out()
        self._connect()
        promises = [looked.promise for looked in tables]
        self.questions.table.setCurrentIndex(promises.index(max(promises)))
        self._on_table_chosen()

    def accept(self) -> None:
        """Bring the rows in as one step, or say what is in the way and stay."""
        if not self.go_on.isEnabled():
            return
        if self.questions.kind_name == ATTENDANCE:
            self.attendance = self.people.wanted
            super().accept()
        else:
            self._bring_in(super().accept)

    def reject(self) -> None:
        """Leave; while a step is worked out, give up that step only."""
        if self._is_applying:
            self.beside.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self.beside.stop()
        super().done(result)

    @property
    def _shown(self) -> Looked:
        return self.tables[self.questions.table.currentIndex()]

    def _on_table_chosen(self) -> None:
        """Propose what was chosen for these headings before, else what is likeliest."""
        kept = _known(self.desk.views.columns_of(self._shown.table.headings))
        best = kept or likeliest(self._shown.found) or self._shown.found[0]
        self.questions.begin_anew()
        self.questions.show_kind(best.kind.type_name)
        self._show_about(is_remembered=kept is not None)
        self._show_match(best)

    def _on_kind_chosen(self) -> None:
        from exports.sheets.reading import spellings

        self._show_about(is_remembered=False)
        kind = self.questions.kind_name
        self._show_match(None if kind == ATTENDANCE else self._shown.as_kind(kind, spellings))

    def _show_about(self, *, is_remembered: bool) -> None:
        """Say how the table in front came about, where its columns do not say it themselves."""
        across = self._shown.table.laid_out
        named = (*across[:_NAMED], "…", across[-1]) if len(across) > _NAMED + 1 else across
        said = [f"Laid out with a row for each: {', '.join(named)}."] if across else []
        said += [_REMEMBERED] if is_remembered else []
        self.about.setText(" ".join(said))
        self.about.setVisible(bool(said))

    def _on_decided(self, number: int, is_same: bool) -> None:
        self._decided[number] = is_same
        self._read_rows()

    def _show_match(self, match: Match | None) -> None:
        """Show the columns as they are matched, or ask for the session where the rows are people."""
        self._decided = {}
        self.columns.setVisible(match is not None)
        self.rows.setVisible(match is not None)
        self.people.setVisible(match is None)
        self.stay.setVisible(match is not None)
        self.go_on.setText("Go on…" if match is None else "Bring in")
        if match is not None:
            self.columns.show_match(self._shown.table, self._shown.columns, match)
            self._read_rows()
            return
        self.beside.stop()
        self.people.show_table(self._shown.table)
        self._settle(None, [], asks_year=False)
        self.go_on.setEnabled(self.people.wanted is not None)

    def _read_rows(self) -> None:
        """Read the rows beside the window."""
        from exports.sheets.finding import in_year, readings_for

        match = Match(ROW_KINDS[self.questions.kind_name], self.columns.fields, 0)
        table, book, decided = self._shown.table, self.desk.bridge.book, dict(self._decided)
        answers, year = self.questions.answers(decided), self.questions.told_year
        self._show_problems(())
        if not match.has_label:
            self.beside.stop()
            self._settle(None, [], asks_year=False)
            title = match.kind.record_type.by_name[match.missing[0]].title
            self.rows.said.setText(f"Choose which column is “{title}”; without it no row can be taken.")
            return
        self._let_in(is_able=False)
        self.rows.said.setText("Reading the rows …")
        readings = readings_for(book)

        def work(progress: Progress) -> _Read:
            dated = in_year(table, year) if table.asks_year else table
            read = read_rows(book, dated, match, readings, answers, _told(progress, "Reading the rows"))
            return dated, read, shown_rows(book, dated, read, decided)

        self.beside.start(work, self._on_read, is_long=len(table.rows) > _LONG)

    def _on_read(self, made: _Read) -> None:
        table, read, lines = made
        self._settle(read, lines, asks_year=bool(table.asks_year))
        self.rows.said.setText(in_numbers(read, self.rows.waiting, asks_year=bool(table.asks_year)))

    def _settle(self, read: ReadRows | None, lines: list[Shown], *, asks_year: bool) -> None:
        """Show what would come of the rows, and let them come in once nothing is open."""
        self.read = read
        self.rows.show_rows(lines)
        self.questions.show_open(read, asks_year=asks_year)
        is_open = asks_year or bool(self.rows.waiting) or bool(read and read.open_days)
        self._let_in(is_able=read is not None and bool(read.taken) and not is_open)

    def _let_in(self, *, is_able: bool) -> None:
        self.go_on.setEnabled(is_able)
        self.stay.setEnabled(is_able)

    def _bring_in(self, then: Callable[[], object]) -> None:
        """Work the step out beside the window, then make it."""
        read, workbook = self.read, self.desk.bridge.workbook
        if read is None:
            return

        def work(progress: Progress) -> Ready:
            return workbook.ready(BringInRows(read, self.name, _told(progress, "Working out the step")))

        self._set_applying(True)
        self.beside.start(work, lambda ready: self._on_ready(ready, read, then), is_long=len(read.taken) > _LONG)

    def _on_ready(self, ready: Ready, read: ReadRows, then: Callable[[], object]) -> None:
        self._set_applying(False)
        problems = self.desk.bridge.make(ready, self)
        self._show_problems(problems)
        if not problems:
            match = read.match
            self.desk.views.keep_columns(self._shown.table.headings, match.kind.type_name, match.fields)
            count = "1 row" if len(read.taken) == 1 else f"{len(read.taken):,} rows"
            self.done_said = f"Brought in {count} from {self.name}."
            then()

    def _go_on(self) -> None:
        """Stay after the step, for another table or for the same one as another kind of records."""
        self.leave.setText("Close")
        self._read_rows()

    def _set_applying(self, is_applying: bool) -> None:
        self._is_applying = is_applying
        for part in (self.questions, self.columns, self.rows, self.go_on, self.stay):
            part.setEnabled(not is_applying)

    def _on_cancelled(self) -> None:
        """Nothing came of it; the rows stay as they were read, if they were."""
        if self._is_applying:
            self._set_applying(False)
        else:
            self.rows.said.setText("Reading was stopped; correct a column, or choose the table again.")

    def _on_failed(self, error: Exception) -> None:
        self._set_applying(False)
        problems = problems_of(error)
        if not problems:
            raise error
        self._let_in(is_able=False)
        self._show_problems(problems)

    def _show_problems(self, problems: Sequence[object]) -> None:
        self.error.setText(" ".join(str(problem) for problem in problems[:3]))
        self.error.setVisible(bool(problems))

    def _connect(self) -> None:
        self.questions.table_chosen.connect(self._on_table_chosen)
        self.questions.kind_chosen.connect(self._on_kind_chosen)
        self.questions.answered.connect(self._read_rows)
        self.columns.corrected.connect(self._read_rows)
        self.rows.decided.connect(self._on_decided)
        self.stay.clicked.connect(lambda: self._bring_in(self._go_on))
        self.go_on.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.setMinimumWidth(760)
        self.resize(1040, 720)
        box = column(self, "medium", "wide")
        box.addWidget(label(f"Bring in “{self.name}”", "heading", wrap=True))
        box.addWidget(self.questions)
        box.addWidget(self.about)
        box.addWidget(self.columns, 2)
        box.addWidget(self.rows, 3)
        box.addWidget(self.people, 1)
        box.addWidget(self.beside.line)
        box.addWidget(self.error)
        self.error.hide()
        feet = wrapping_row()
        feet.addStretch(1)
        for one in (self.leave, self.stay, self.go_on):
            feet.addWidget(one)
        self.go_on.setDefault(True)
        box.addLayout(feet)


def _told(progress: Progress, what: str) -> Callable[[int, int], None]:
    return lambda done, of: progress(what, done, of)


def _known(kept: tuple[str, tuple[str, ...]] | None) -> Match | None:
    """Return what was remembered of columns, without what the program does not know any more."""
    if kept is None or kept[0] not in ROW_KINDS:
        return None
    kind = ROW_KINDS[kept[0]]
    known = {*kind.record_type.by_name, KEPT, ROW_ID, *(f"{OF_OWNER}{name}" for name in of_owner(kind))}
    return Match(kind, tuple(name if name in known else "" for name in kept[1]), 0)
