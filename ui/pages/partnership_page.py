"""The partnership itself: one record, shown as a form across the page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.forms.contents import FormContents
from ui.forms.record_form import RecordForm
from ui.layouts import row
from ui.pages.tables_page import TablesPage
from ui.unkept import Unkept
from workbook.book import PLAN_ID


class PartnershipPage(TablesPage):
    """The plan's form, and beside it the city's own words and limits."""

    def tab_title(self, key: str) -> str:
        return "Description" if key == "plan" else super().tab_title(key)

    def make_panel(self, key: str) -> QWidget:
        if key != "plan":
            return super().make_panel(key)
        self._form = RecordForm(self.desk, "plan")
        self._form.show_record(PLAN_ID)
        both = QWidget()
        box = row(both, "large")
        box.addWidget(self._form, 1)
        box.addWidget(FormContents(self.desk, self._form), 0, Qt.AlignmentFlag.AlignTop)
        return both

    @property
    def form(self) -> RecordForm:
        self.panel("plan")
        return self._form

    @property
    def is_form_shown(self) -> bool:
        return self.current is self.panel("plan")

    def offers(self) -> Mapping[str, Callable[[], object]]:
        if self.is_form_shown:
            return {**super().offers(), "next_finding": self.go_to_next_finding, "details": self.enter}
        return super().offers()

    def go_to(self, type_name: str, record_id: str = "", field: str = "") -> None:
        super().go_to(type_name, record_id, field)
        if type_name == "plan" and field:
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
        if self.is_form_shown:
            next(iter(self.form.rows.values())).editor.setFocus()
        else:
            super().enter()

    def commit(self) -> None:
        self.form.commit()
        super().commit()

    def unkept(self) -> list[Unkept]:
        return [*self.form.unkept(), *super().unkept()]
