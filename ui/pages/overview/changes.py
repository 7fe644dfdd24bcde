"""What changed: since yesterday, since the last report that was issued, and the last steps one by one."""

import datetime

from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.desk import Desk
from ui.layouts import button, wrapping_row
from ui.widgets.card import Card, Line
from workbook.recent import Recent, TypeCount, last_report, recent
from workbook.records import RECORD_TYPES

_MOST_TYPES, _MOST_STEPS = 5, 4
_YESTERDAY, _REPORT = 0, 1


class Changes(Card):
    """Two spans of time to choose from; the second needs a report that was issued."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("What changed", parent=parent)
        self.desk = desk
        self._spans = QButtonGroup(self)
        chooser = wrapping_row(gap="tight")
        for number, title in ((_YESTERDAY, "Since yesterday"), (_REPORT, "Since the last report")):
            made = button(title, "toggle")
            made.setCheckable(True)
            self._spans.addButton(made, number)
            chooser.addWidget(made)
        chooser.addStretch(1)
        self._spans.button(_YESTERDAY).setChecked(True)
        self._spans.idToggled.connect(self._on_chosen)
        self._box.insertLayout(1, chooser)

    def refresh(self) -> None:
        """Read the history as far back as the chosen span goes."""
        report = last_report(self.desk.bridge.workbook)
        self._spans.button(_REPORT).setEnabled(report is not None)
        tip = "No report has been issued yet." if report is None else f"Since {report.code} {report.title}."
        self._spans.button(_REPORT).setToolTip(tip)
        since = _yesterday()
        if self._spans.checkedId() == _REPORT and report is not None and report.issued_at is not None:
            since = report.issued_at
        found = recent(self.desk.bridge.workbook, since)
        self.show_lines([*self._summary(found), *self._steps()])

    def _summary(self, found: Recent) -> list[Line]:
        if not found.steps:
            return [Line("Nothing has been changed since then.", role="muted")]
        at_least = "more than " if found.is_cut else ""
        steps = "1 change" if found.steps == 1 else f"{at_least}{found.steps} changes"
        lines = [Line(f"{steps} by {_listed(found.people)}:", role="label")]
        lines += [self._count(one) for one in found.types[:_MOST_TYPES]]
        if len(found.types) > _MOST_TYPES:
            lines.append(Line(f"and {len(found.types) - _MOST_TYPES} more kinds of records", role="caption"))
        return lines

    def _count(self, one: TypeCount) -> Line:
        parts = [
            f"{number} {word}"
            for number, word in ((one.added, "added"), (one.edited, "changed"), (one.removed, "removed"))
            if number
        ]
        title = RECORD_TYPES[one.type].titles
        return Line(title, ", ".join(parts), "pencil-simple", "muted", lambda: self.desk.go_to(one.type), one.type)

    def _steps(self) -> list[Line]:
        workbook, formats = self.desk.bridge.workbook, self.desk.bridge.formats
        last = list(workbook.history(max(1, workbook.seq - _MOST_STEPS + 1), workbook.seq)) if workbook.seq else []
        lines = [
            Line(
                step.title,
                f"{step.operator}, {formats.date(step.at.astimezone().date())}",
                "clock-counter-clockwise",
                "muted",
                lambda: self.desk.open_section("history"),
                step.id,
            )
            for step in reversed(last)
        ]
        return [Line("Last steps", role="label"), *lines] if lines else []

    def _on_chosen(self, _number: int, is_chosen: bool) -> None:
        if is_chosen:
            self.refresh()


def _yesterday() -> datetime.datetime:
    now = datetime.datetime.now().astimezone()
    return now.replace(hour=0, minute=0, second=0, microsecond=0) - datetime.timedelta(days=1)


def _listed(people: tuple[str, ...]) -> str:
    shown = ", ".join(people[:3])
    return f"{shown} and {len(people) - 3} more" if len(people) > 3 else shown
