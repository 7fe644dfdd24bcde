"""A notice above a table that shows only the rows behind a figure, with the way back to all of them."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.layouts import button, label, row
from ui.pages.record_panel import RecordPanel
from workbook.measures import Rows


class RowsBehind(QFrame):
    """Narrows the table of a panel; hidden as long as nobody asked for it."""

    def __init__(self, panel: RecordPanel) -> None:
        super().__init__(panel)
        self.panel = panel
        self.only_ids: frozenset[str] = frozenset()
        self.setProperty("role", "say_information")
        self._words = label("", wrap=True)
        titles = panel.record_type.titles.lower()
        self.all_button = button(f"Show all {titles}", "quiet")
        self.all_button.clicked.connect(self._on_all_clicked)
        box = row(self, "small")
        box.setContentsMargins(12, 4, 6, 4)
        box.addWidget(self._words, 1)
        box.addWidget(self.all_button)
        self.hide()
        layout = panel.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(panel.splitter), self)
        if panel.owners is not None:
            panel.owners.chosen.connect(self.forget)

    def show_rows(self, rows: Rows, about: str) -> None:
        """Show only these rows, and say which figure they were counted for."""
        only = frozenset(record_id for type_name, record_id in rows if type_name == self.panel.type_name)
        self.panel.show_all()
        self.only_ids = only
        self.panel.model.restrict(lambda record: record.id in only)
        shown = self.panel.model.rowCount()
        self._words.setText(f"Only the {shown} {'row' if shown == 1 else 'rows'} behind “{about}”.")
        self.show()
        if shown:
            self.panel.view.setCurrentIndex(self.panel.model.index(0, 0))
        self.panel.enter()

    def hides(self, record_id: str) -> bool:
        """Say whether a record cannot be seen because only other rows are shown."""
        return bool(self.only_ids) and record_id not in self.only_ids

    def leave(self) -> None:
        """Show all rows again."""
        if self.only_ids:
            self.forget()
            self.panel.model.restrict(None)

    def forget(self) -> None:
        """Go away, because the table is narrowed otherwise now."""
        self.only_ids = frozenset()
        self.hide()

    def _on_all_clicked(self) -> None:
        self.leave()
        self.panel.enter()
