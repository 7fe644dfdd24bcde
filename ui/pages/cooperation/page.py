"""The cooperation check: its rounds with their results, and what follows from them."""

from ui.pages.cooperation.check_panel import CheckPanel
from ui.pages.panel import Panel
from ui.pages.tables_page import TablesPage
from workbook.answers import ANSWERS
from workbook.records import HealthResponse

_CHECK, _ROUNDS = "check", "health_rounds"
_SHOWN_IN_TABLE = frozenset({"title", "code", "note", "show_single", "comment"})


class CooperationPage(TablesPage):
    """The check itself, follow-ups and rounds; single answers have no table, because nobody may look through them."""

    def tab_keys(self) -> tuple[str, ...]:
        return (_CHECK, *(name for name in reversed(self.section.types) if name != ANSWERS))

    def tab_title(self, key: str) -> str:
        return {_CHECK: "Check", _ROUNDS: "Rounds"}.get(key) or super().tab_title(key)

    def make_panel(self, key: str) -> Panel:
        return CheckPanel(self.desk) if key == _CHECK else super().make_panel(key)

    @property
    def check(self) -> CheckPanel:
        found = self.panel(_CHECK)
        assert isinstance(found, CheckPanel)
        return found

    def go_to(self, type_name: str, record_id: str = "", field: str = "") -> None:
        """Lead to the result of a round, unless a field of the round itself is meant."""
        if type_name == ANSWERS:
            answer = self.desk.bridge.book.one(HealthResponse, record_id)
            type_name, record_id, field = _ROUNDS, (answer.round or "") if answer is not None else "", ""
        if type_name == _ROUNDS and field not in _SHOWN_IN_TABLE:
            self.tabs.setCurrentIndex(0)
            self.check.go_to(record_id)
        else:
            super().go_to(type_name, record_id, field)
