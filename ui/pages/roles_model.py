"""The grid of roles: activities down, partners across, letters in the cells."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.bridge import Bridge
from ui.findings import Findings, in_words
from workbook.book import id_for
from workbook.changes import ChangeSet
from workbook.checks import Finding
from workbook.records import RECORD_TYPES, Activity, Partner, Responsibility
from workbook.vocabularies import RACI

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
CHECK = 0
_SHORT = 11


class RolesModel(QAbstractTableModel):
    """The first column holds what the checks say about an activity; each of the others is a partner.

    `letters_requested` carries activity, partner and the letters that are wanted; the change set brings them back.
    """

    letters_requested = Signal(str, str, object)

    def __init__(self, bridge: Bridge, findings: Findings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.findings = bridge, findings
        self.activities: tuple[Activity, ...] = ()
        self.partners: tuple[Partner, ...] = ()
        self._read()
        bridge.changed.connect(self._on_changed)
        findings.changed.connect(self._on_findings_changed)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.activities)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.partners) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.column() == CHECK:
            return self._check_data(index.row(), role)
        activity, partner = self.activities[index.row()], self.partners[index.column() - 1]
        letters = self.letters(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return "".join(letters)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = ", ".join(RACI.title(letter) for letter in letters) or "no role"
            return f"{partner.name}: {words} in {activity.title}"
        return None

    def _check_data(self, row: int, role: int) -> Any:
        found = self.findings_of(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(len(found)) if found else "ok"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(in_words(one) for one in found) or "The checks find nothing here."
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{len(found)} findings" if found else "nothing found"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            if section < len(self.activities) and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return f"{self.activities[section].code} {self.activities[section].title}".strip()
            return None
        if section == CHECK:
            return "Check" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            partner = self.partners[section - 1]
            name = partner.short_name or partner.name
            return f"{partner.code}\n{name if len(name) <= _SHORT else name[: _SHORT - 1].rstrip() + '…'}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.partners[section - 1].name
        return None

    def letters(self, index: Index) -> tuple[str, ...]:
        """Return the letters of a cell."""
        if index.column() == CHECK:
            return ()
        cell = {"activity": self.activities[index.row()].id, "partner": self.partners[index.column() - 1].id}
        record = self.bridge.book.one(Responsibility, id_for(RECORD_TYPES["responsibilities"], cell, str))
        return () if record is None else record.letters

    def toggle(self, index: Index, letter: str) -> None:
        """Ask for a letter to be set, or taken away where it is set."""
        if index.isValid() and index.column() != CHECK:
            held = self.letters(index)
            wanted = tuple(one for one in held if one != letter) if letter in held else (*held, letter)
            self._request(index, wanted)

    def empty(self, index: Index) -> None:
        if index.isValid() and index.column() != CHECK and self.letters(index):
            self._request(index, ())

    def findings_of(self, row: int) -> list[Finding]:
        return self.findings.of_record("activities", self.activities[row].id)

    def _request(self, index: Index, letters: tuple[str, ...]) -> None:
        activity, partner = self.activities[index.row()], self.partners[index.column() - 1]
        self.letters_requested.emit(activity.id, partner.id, letters)

    def _read(self) -> None:
        self.activities = self.bridge.book.all(Activity)
        self.partners = self.bridge.book.all(Partner)

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        types = {change.type for change in change_set.changes}
        if types & {"activities", "partners"}:
            self.beginResetModel()
            self._read()
            self.endResetModel()
        elif "responsibilities" in types:
            self._show_again()

    def _on_findings_changed(self) -> None:
        if self.activities:
            self.dataChanged.emit(self.index(0, CHECK), self.index(len(self.activities) - 1, CHECK))

    def _show_again(self) -> None:
        if self.activities and self.partners:
            last = self.index(len(self.activities) - 1, len(self.partners))
            self.dataChanged.emit(self.index(0, 0), last)
