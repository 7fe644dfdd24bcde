"""Asks what is to be shown of a column: a list of its values, or a condition on text, numbers and days."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from ui.desk import Desk
from ui.editors.checklist import ChecklistPopup, Offer
from ui.tables.condition_popup import ConditionPopup
from ui.tables.rows import Rows
from ui.tables.view import RecordView
from workbook.narrowing import WAYS, Wish, terms

_POPUP_WIDTH = 340


class ColumnFilters(QObject):
    """`wished` carries the name of a field and what is wished of it, no terms at all for every record."""

    wished = Signal(str, object)

    def __init__(self, desk: Desk, view: RecordView, parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self.view = desk, view
        self.popup: ChecklistPopup | None = None
        self.conditions: ConditionPopup | None = None

    @property
    def rows(self) -> Rows:
        return self.view.records.rows

    def ask(self, name: str) -> None:
        """Ask for the values of a column that are shown, or for what its text, numbers or days have to be."""
        if WAYS[self.rows.record_type.by_name[name].kind]:
            self._choose_condition(name)
        else:
            self._choose_values(name)

    def _choose_condition(self, name: str) -> None:
        field, wish = self.rows.record_type.by_name[name], self.rows.wanted.get(name, frozenset())
        self.conditions = ConditionPopup(self.desk.bridge, self.rows.record_type, field, wish, self.view)
        self.conditions.closed.connect(partial(self._on_condition_chosen, name))
        self.conditions.open_at(self._below_title(name, _POPUP_WIDTH), _POPUP_WIDTH)

    def _choose_values(self, name: str) -> None:
        field = self.rows.record_type.by_name[name]
        book, reading = self.desk.bridge.book, self.desk.bridge.reading
        records = [one for one in book.records(self.rows.type_name) if self.rows.matches(one, but=name)]
        counts = terms.counted(field, records)
        wish = self.rows.wanted.get(name)
        wanted = wish if isinstance(wish, frozenset) else frozenset()
        offers = [
            Offer(key, f"{terms.title_of(field, key, reading)}  ({counts[key]})")
            for key in terms.in_order(field, {*counts, *wanted}, reading)
        ]
        self.popup = ChecklistPopup(offers, wanted, f"Show only: {field.title}", self.view)
        self.popup.closed.connect(partial(self._on_terms_chosen, name))
        self.popup.open_below(self.view.horizontalHeader())
        self.popup.resize(_POPUP_WIDTH, self.popup.height())
        self.popup.move(self._below_title(name, self.popup.width()))

    def _below_title(self, name: str, width: int) -> QPoint:
        """Return where a list belongs that is about a column: below its title, within the table."""
        header, names = self.view.horizontalHeader(), [field.name for field in self.rows.fields]
        at = header.sectionViewportPosition(names.index(name)) if name in names else 0
        left = max(0, min(at, header.viewport().width() - width))
        return header.viewport().mapToGlobal(QPoint(left, header.height()))

    def _on_terms_chosen(self, name: str, accepted: bool) -> None:
        popup, self.popup = self.popup, None
        if popup is None:
            return
        keys = frozenset(popup.chosen())
        popup.deleteLater()
        if accepted:
            self.wished.emit(name, keys)
        self.view.setFocus()

    def _on_condition_chosen(self, name: str, wish: Wish | None) -> None:
        popup, self.conditions = self.conditions, None
        if popup is None:
            return
        popup.deleteLater()
        if wish is not None:
            self.wished.emit(name, wish)
        self.view.setFocus()
