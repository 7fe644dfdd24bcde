"""Which activities the grid of roles shows, and in which order."""

from dataclasses import dataclass

from ui.findings import Findings
from workbook.book import Book
from workbook.records import Activity, Objective, Responsibility

_HEADING = "heading:"
NO_OBJECTIVE = f"{_HEADING}none"


@dataclass(frozen=True)
class RowFilter:
    """Narrows the rows; an empty field narrows nothing. `grouped` sorts them under their objectives."""

    text: str = ""
    partner: str = ""
    objective: str = ""
    status: str = ""
    only_findings: bool = False
    grouped: bool = False

    @property
    def narrows(self) -> bool:
        return bool(self.text or self.partner or self.objective or self.status or self.only_findings)

    def rows(self, book: Book, findings: Findings) -> tuple[str, ...]:
        """Return the keys of the rows: activities, and the headings of their groups."""
        shown = self._shown(book, findings)
        if not self.grouped:
            return tuple(activity.id for activity in shown)
        groups: dict[str | None, list[str]] = {objective.id: [] for objective in book.all(Objective)}
        for activity in shown:
            groups.setdefault(activity.objective if activity.objective in groups else None, []).append(activity.id)
        keys: list[str] = []
        for objective_id, ids in groups.items():
            if ids:
                keys += [NO_OBJECTIVE if objective_id is None else f"{_HEADING}{objective_id}", *ids]
        return tuple(keys)

    def _shown(self, book: Book, findings: Findings) -> list[Activity]:
        words = self.text.casefold().split()
        takes_part = {cell.activity for cell in book.where(Responsibility, partner=self.partner or None)}
        found = []
        for activity in book.all(Activity):
            if self.partner and activity.id not in takes_part:
                continue
            if self.objective and activity.objective != self.objective:
                continue
            if self.status and activity.status != self.status:
                continue
            if words and not all(word in f"{activity.code} {activity.title}".casefold() for word in words):
                continue
            if self.only_findings and not findings.of_record("activities", activity.id):
                continue
            found.append(activity)
        return found


def objective_of(key: str) -> str | None:
    """Return the id of the objective that a row heads (nothing for those without one); None if it is an activity."""
    if not key.startswith(_HEADING):
        return None
    return "" if key == NO_OBJECTIVE else key.removeprefix(_HEADING)
