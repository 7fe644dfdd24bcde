"""What needs attention and what is due: short lists that open to their whole length."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.findings import SEVERITIES, SEVERITY_WORDS
from ui.tables.drawing import SEVERITY_ICONS
from ui.widgets.card import Card, Line
from workbook.measures.alerts import Urgency, alerts
from workbook.measures.attention import indicators
from workbook.measures.deadlines import Dated, late, upcoming

_MOST_OPEN = 200
"""Even a list that was opened stays short enough to be drawn at once."""
_URGENT: dict[Urgency, tuple[str, str, str]] = {
    "overdue": ("Overdue", "x-circle", "error"),
    "urgent": ("Urgent", "warning", "warning"),
    "soon": ("Soon", "hourglass", "warning"),
}
"""What an alert of an agreement is called, its sign and its role."""


class ListCard(Card):
    """A card that shows its first lines, and all of them when asked."""

    def __init__(self, title: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._most, self._is_open = most, False
        self._lines_held: list[Line] = []

    def show_list(self, lines: Iterable[Line], nothing: str) -> None:
        """Show lines, or a sentence where there are none."""
        self._lines_held = list(lines)
        self._write(nothing)

    def open_up(self) -> None:
        """Show all lines and put the focus on the first."""
        self._is_open = True
        self._write("")
        first = self.lines.itemAt(0)
        if first is not None and (line := first.widget()) is not None:
            line.show()  # a widget takes the focus only once it is seen
            line.setFocus()

    def _write(self, nothing: str) -> None:
        held = self._lines_held
        most = _MOST_OPEN if self._is_open else self._most
        shown = held[:most]
        if len(held) > most and not self._is_open:
            shown.append(Line(f"Show all {len(held)}", "", "caret-down", "muted", self.open_up, "all"))
        elif len(held) > most:
            shown.append(Line(f"And {len(held) - most} more.", role="caption"))
        self.show_lines(shown or [Line(nothing)])


class Attention(ListCard):
    """Findings, agreements that run out and indicators without data, the heaviest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Needs attention", 7, parent)
        self.desk = desk

    def refresh(self) -> None:
        """Gather what the checks and the measures say."""
        is_ready = self.desk.findings.is_ready
        nothing = "Nothing needs attention." if is_ready else "The checks are reading the plan …"
        found = sorted(self.desk.findings.open, key=lambda one: SEVERITIES.index(one.severity))
        lines = [
            Line(
                one.title,
                SEVERITY_WORDS[one.severity],
                SEVERITY_ICONS[one.severity],
                one.severity,
                partial(self.desk.go_to, one.type, one.id, one.field),
                f"{one.type} {one.id} {one.field}",
            )
            for one in found
        ]
        settle = sum(one.severity == "error" for one in found)
        self.show_list([*lines[:settle], *self._asked_by_agreements(), *lines[settle:], *self._silent()], nothing)

    def _asked_by_agreements(self) -> list[Line]:
        book, today, formats = self.desk.bridge.book, self.desk.bridge.today(), self.desk.bridge.formats
        return [
            Line(
                formats.tell(one.sentence),
                *_URGENT[one.urgency],
                partial(self.desk.go_to, one.type, one.id, one.field),
                f"{one.id} {one.kind}",
            )
            for one in alerts(book, today)
        ]

    def _silent(self) -> list[Line]:
        found = indicators(self.desk.bridge.book, self.desk.bridge.today())
        return [
            Line(
                f"{one.indicator.code} {one.indicator.title}: no reading yet".strip(),
                "No data",
                "question",
                "muted",
                partial(self.desk.go_to, "indicators", one.indicator.id),
                one.indicator.id,
            )
            for one in found.silent
        ]


class Coming(ListCard):
    """What is overdue, and what the next 90 days bring."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Overdue, and the next 90 days", 9, parent)
        self.desk = desk

    def refresh(self) -> None:
        """Read every date of the plan."""
        book, today, formats = self.desk.bridge.book, self.desk.bridge.today(), self.desk.bridge.formats
        overdue, ahead = late(book, today), upcoming(book, today)
        lines = [self._line(one, _late_by(one.days_late(today)), "clock", "error") for one in overdue[:_MOST_OPEN]]
        lines += [self._line(one, formats.date(one.date), "calendar-blank", "muted") for one in ahead[:_MOST_OPEN]]
        self.show_list(lines, "Nothing is due. Dates come from activities, contributions, sessions and agreements.")

    def _line(self, one: Dated, remark: str, mark: str, role: str) -> Line:
        lead: Callable[[], object] = partial(self.desk.go_to, one.type, one.id)
        return Line(f"{one.title} ({one.what})", remark, mark, role, lead, one.id)


def _late_by(days: int) -> str:
    return "1 day late" if days == 1 else f"{days} days late"
