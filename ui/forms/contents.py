"""What is in a long form: its headings, how much of each is still open, and the way there."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.forms.record_form import RecordForm
from ui.theme import room
from ui.widgets.card import Card, Line
from workbook.kinds import KINDS
from workbook.records import RECORD_TYPES
from workbook.surfaces import FORM_SECTIONS


class FormContents(Card):
    """Stands beside a form and follows it."""

    def __init__(self, desk: Desk, form: RecordForm, parent: QWidget | None = None) -> None:
        super().__init__("In this form", parent=parent)
        self.desk, self.form = desk, form
        self.setFixedWidth(room(280))
        desk.bridge.changed.connect(self.refresh)
        desk.findings.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        lines = []
        for heading, names in FORM_SECTIONS[self.form.type_name]:
            still_open = self._still_open(names)
            remark = f"{still_open} open" if still_open else ""
            mark, role = ("circle", "warning") if still_open else ("check-circle", "good")
            lines.append(Line(heading, remark, mark, role, partial(self.form.go_to, names[0])))
        lines.append(Line("“Open” counts fields that the plan needs before it is complete.", role="caption"))
        self.show_lines(lines)

    def _still_open(self, names: tuple[str, ...]) -> int:
        record_type = RECORD_TYPES[self.form.type_name]
        record = self.desk.bridge.book.plan
        wanted = (record_type.by_name[name] for name in names)
        return sum(
            (field.expected or field.required) and KINDS[field.kind].is_blank(getattr(record, field.name))
            for field in wanted
        )
