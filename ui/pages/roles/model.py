"""The cells of the grid of roles: activities down, partners across, and how each of them stands."""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QObject, Signal

from ui.bridge import Bridge
from ui.findings import Findings, in_words
from ui.grids import Badge, Face, MatrixModel, Title
from ui.pages.roles.rows import RowFilter, objective_of
from ui.tables.drawing import SEVERITY_ICONS
from workbook.changes import ChangeSet
from workbook.checks import Finding
from workbook.measures.coverage import RoleCounts
from workbook.operations.roles import Cell
from workbook.records import Activity, Contact, Objective, Partner, Responsibility
from workbook.vocabularies import RACI

CONCERNED = ("cooperation", "responsibility")
"""The foundations that a partner's place in the grid bears on."""
_BADGES = {
    "R": Badge("R", "information", "information_soft"),
    "A": Badge("A", "on_accent", "accent"),
    "C": Badge("C", "text", "sunken"),
    "I": Badge("I", "muted", "page"),
}
_TOO_MANY = 200
_SHOWN = frozenset({"responsibilities", "activities", "partners", "objectives", "contacts"})
_NO_OBJECTIVE = Title("Without an objective", strong=True)
_HEADING = Face(ground="page")


class RolesModel(MatrixModel):
    """Rows are activities (and headings of groups), columns are partners; both titles carry what the checks say."""

    count_changed = Signal()

    def __init__(self, bridge: Bridge, findings: Findings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.findings = bridge, findings
        self.filter = RowFilter()
        self._cells: dict[Cell, Responsibility] = {}
        self._titles: dict[str, Title] = {}
        self._rests = self._is_stale = False
        self._read_cells()
        self.arrange()
        bridge.changed.connect(self._on_changed)
        findings.changed.connect(self._on_findings_changed)

    def narrow(self, wanted: RowFilter) -> None:
        """Show only some of the activities."""
        if wanted != self.filter:
            self.filter = wanted
            self.arrange()

    def arrange(self) -> None:
        """Work out anew which rows and columns there are."""
        book = self.bridge.book
        self.show(self.filter.rows(book, self.findings), [partner.id for partner in book.all(Partner)])
        self.count_changed.emit()

    def rest(self) -> None:
        """Follow nothing while nobody looks, so that work elsewhere is not held up."""
        self._rests = True

    def wake(self) -> None:
        """Be looked at again; catch up with what happened meanwhile."""
        self._rests = False
        if self._is_stale:
            self._read_anew()

    def is_cell(self, row: str) -> bool:
        """Say whether a row is an activity, and not the heading of a group."""
        return objective_of(row) is None

    def cell(self, row: str, column: str) -> Responsibility | None:
        """Return what is kept in a cell."""
        return self._cells.get((row, column))

    def row_title(self, row: str) -> Title:
        if row not in self._titles:
            self._titles[row] = self._row_title(row)
        return self._titles[row]

    def column_title(self, column: str) -> Title:
        if column not in self._titles:
            self._titles[column] = self._column_title(column)
        return self._titles[column]

    def face(self, row: str, column: str) -> Face:
        if not self.is_cell(row):
            return _HEADING
        held = self._cells.get((row, column))
        if held is None:
            return Face()
        person = self.bridge.book.one(Contact, held.person)
        return _face(held.letters, initials(person.name) if person is not None else "", bool(held.note))

    def said(self, row: str, column: str) -> str:
        if not self.is_cell(row):
            return self.row_title(row).said
        partner, activity = self.bridge.book.one(Partner, column), self.bridge.book.one(Activity, row)
        if partner is None or activity is None:
            return ""
        return f"{partner.name}: {self.described(row, column)} in {activity.title}"

    def described(self, row: str, column: str) -> str:
        """Say in words what a cell holds: letters, person and note."""
        held = self._cells.get((row, column))
        if held is None:
            return "no role"
        person = self.bridge.book.one(Contact, held.person)
        parts = [", ".join(RACI.title(letter) for letter in held.letters)]
        parts += [person.name] if person is not None else []
        parts += [f"“{held.note}”"] if held.note else []
        return " · ".join(parts)

    def findings_of(self, row: str) -> list[Finding]:
        """Return what the checks say about an activity."""
        return self.findings.of_record("activities", row)

    def findings_about(self, partner: str) -> list[Finding]:
        """Return what the checks say about a partner's place in the grid."""
        return [found for found in self.findings.of_record("partners", partner) if found.foundation in CONCERNED]

    def _row_title(self, row: str) -> Title:
        book = self.bridge.book
        heads = objective_of(row)
        if heads is not None:
            objective = book.one(Objective, heads)
            return Title(objective.code, objective.statement, strong=True) if objective else _NO_OBJECTIVE
        activity = book.one(Activity, row)
        if activity is None:
            return Title("")
        code, title = activity.code, activity.title
        found = self.findings_of(row)
        if not found:
            ready = self.findings.is_ready
            return Title(code, title, "check-circle" if ready else "", "ok" if ready else "", "good")
        said = "\n".join([f"{code} {title}".strip(), *(in_words(one) for one in found)])
        severity = found[0].severity
        return Title(code, title, SEVERITY_ICONS[severity], str(len(found)), severity, said)

    def _column_title(self, column: str) -> Title:
        partner = self.bridge.book.one(Partner, column)
        if partner is None:
            return Title("")
        load = self._counts.load(partner)
        found = self.findings_about(column)
        counts = (load.responsible, load.accountable, load.consulted, load.informed)
        said = [f"{partner.code} {partner.name}".strip()]
        said += [", ".join(f"{count} × {term.title.lower()}" for count, term in zip(counts, RACI, strict=True))]
        said += [f"Remark: {load.remark}"] if load.remark else []
        said += [in_words(one) for one in found]
        mark, role = ("info", "muted") if load.remark else ("", "muted")
        if found:
            mark, role = SEVERITY_ICONS[found[0].severity], found[0].severity
        note = load.remark if load.is_passenger else f"R {load.responsible} · A {load.accountable}"
        return Title(partner.code, partner.short_name or partner.name, mark, note, role, "\n".join(said))

    def _read_cells(self) -> None:
        cells = self.bridge.book.all(Responsibility)
        self._cells = {(str(cell.activity), str(cell.partner)): cell for cell in cells}
        self._counts = RoleCounts(self.bridge.book)

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        types = {change.type for change in change_set.changes}
        if not types & _SHOWN:
            return
        if self._rests:
            self._is_stale = True
        elif types & _SHOWN - {"responsibilities"} or len(change_set.changes) > _TOO_MANY:
            self._read_anew()
        else:
            for change in change_set.changes:
                if change.type == "responsibilities":
                    self._cell_changed(change.id, change.before or {})

    def _read_anew(self) -> None:
        self._is_stale = False
        self._titles.clear()
        self._read_cells()
        self.arrange()
        self.all_changed()

    def _cell_changed(self, record_id: str, before: Mapping[str, object]) -> None:
        held = self.bridge.book.one(Responsibility, record_id)
        row = str(before.get("activity") if held is None else held.activity)
        column = str(before.get("partner") if held is None else held.partner)
        self._counts.follow(self._cells.get((row, column)), held)
        if held is None:
            self._cells.pop((row, column), None)
        else:
            self._cells[row, column] = held
        self._titles.pop(column, None)
        self.cell_changed(row, column)
        self.column_changed(column)

    def _on_findings_changed(self) -> None:
        self._titles.clear()
        self.titles_changed()


@lru_cache(maxsize=4096)
def _face(letters: tuple[str, ...], person: str, has_note: bool) -> Face:
    small = " · ".join(part for part in (person, "note" if has_note else "") if part)
    return Face(badges=tuple(_BADGES[letter] for letter in letters), small=small)


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name."""
    words = name.split()
    return "".join(word[0].upper() for word in (words[:1] + words[1:][-1:]))
