"""What is known and what is found about the chosen cell of the grid of roles."""

from PySide6.QtWidgets import QFrame, QWidget

from ui.forms.field_row import FindingLine
from ui.layouts import clear, column, label
from ui.layouts import row as row_of
from ui.pages.roles.model import RolesModel
from workbook.checks import Finding

_MOST = 3


class CellCard(QFrame):
    """The cell in full words, then what the checks say about its activity and its partner."""

    def __init__(self, model: RolesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName("The chosen cell")
        self.model = model
        self.heading = label("", "label", wrap=True)
        self.held = label("", wrap=True)
        self.good = label("The checks find nothing to say here.", "good")
        self._findings = column(gap="tight")
        self._shown: object = None
        box = column(self, "tight", "medium")
        box.addWidget(self.heading)
        line = row_of(gap="large")
        line.addWidget(self.held, 1)
        line.addWidget(self.good)
        box.addLayout(line)
        box.addLayout(self._findings)

    def show_cell(self, row: str, column_key: str) -> None:
        """Show a cell; two empty keys show nothing."""
        if not row:
            return
        is_cell = self.model.is_cell(row)
        found = [*self.model.findings_of(row), *self.model.findings_about(column_key)] if is_cell else []
        partner = self.model.column_title(column_key)
        activity = self.model.row_title(row).plain
        heading = f"{activity} · {partner.plain}" if is_cell else activity
        held = self.model.described(row, column_key) if is_cell else ""
        if (heading, held, found) != self._shown:
            self._shown = (heading, held, found)
            self.heading.setText(heading)
            self.held.setText(held[:1].upper() + held[1:])
            self.held.setVisible(bool(held))
            self._show_findings(found, is_cell=is_cell)

    def _show_findings(self, found: list[Finding], *, is_cell: bool) -> None:
        clear(self._findings)
        for one in found[:_MOST]:
            self._findings.addWidget(FindingLine(one))
        if len(found) > _MOST:
            self._findings.addWidget(label(f"And {len(found) - _MOST} more.", "caption"))
        self.good.setVisible(not found and is_cell and self.model.findings.is_ready)
