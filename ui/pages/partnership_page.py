"""The partnership itself: one record, shown as a form across the page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.forms.contents import FormContents
from ui.forms.record_form import RecordForm
from ui.layouts import row
from ui.pages.panel import Panel
from ui.pages.tables_page import TablesPage
from ui.pages.translating import translating_offers
from ui.theme import room
from ui.unkept import Unkept
from workbook.book import PLAN_ID

_LEAST = 260


class PlanPanel(Panel):
    """The form of the plan, with its contents beside it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.form = RecordForm(desk, "plan")
        self.form.show_record(PLAN_ID)
        self.form.setMinimumWidth(room(_LEAST))
        box = row(self, "large")
        box.addWidget(self.form, 1)
        box.addWidget(FormContents(desk, self.form), 0, Qt.AlignmentFlag.AlignTop)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found = {"next_finding": self.go_to_next_finding, "details": self.enter}
        return {**found, **translating_offers(self.desk, "plan", PLAN_ID, self)}

    def go_to(self, record_id: str, field: str = "") -> None:
        if field:
            self.form.go_to(field)

    def go_to_next_finding(self) -> None:
        """Go to the next field that the checks have something to say about."""
        names = [name for name in self.form.rows if self.desk.findings.of_field("plan", PLAN_ID, name)]
        shown = [name for name, one in self.form.rows.items() if one.editor.control.hasFocus()]
        order = list(self.form.rows)
        after = [name for name in names if shown and order.index(name) > order.index(shown[0])]
        if names:
            self.form.go_to((after or names)[0])
        else:
            self.desk.say("There are no findings in this form.")

    def enter(self) -> None:
        next(iter(self.form.rows.values())).editor.setFocus()

    def commit(self) -> None:
        self.form.commit()

    def unkept(self) -> list[Unkept]:
        return self.form.unkept()


class PartnershipPage(TablesPage):
    """The plan's form, and beside it the city's own words and limits."""

    def tab_title(self, key: str) -> str:
        return "Description" if key == "plan" else super().tab_title(key)

    def make_panel(self, key: str) -> Panel:
        return PlanPanel(self.desk) if key == "plan" else super().make_panel(key)

    @property
    def form(self) -> RecordForm:
        panel = self.panel("plan")
        assert isinstance(panel, PlanPanel)
        return panel.form
