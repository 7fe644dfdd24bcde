"""What the chosen need lacks, and the lines that answer it."""

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QWidget

from ui.desk import Desk
from ui.icons import icon
from ui.layouts import button, clear, column, label, row
from ui.pages.resources.states import COVERAGE, state_title
from ui.theme import room, set_role
from workbook.measures.lines import value_of
from workbook.measures.needs import NeedCoverage
from workbook.records import Partner, Resource
from workbook.resources import standing_of
from workbook.resources.wording import in_unit, missing_in_words

_MOST = 3


class NeedCard(QFrame):
    """Two lines about the need, then its answers as buttons that lead to them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        set_role(self, "card")
        self.setAccessibleName("The chosen need")
        self.picture = label("")
        self.state = label("", "label")
        self.heading = label("", "heading")
        self.heading.setMinimumWidth(1)
        self.missing = label("", wrap=True)
        self._lines = row(gap="tight")
        head = row(gap="small")
        head.addWidget(self.heading, 1)
        head.addWidget(self.picture)
        head.addWidget(self.state)
        box = column(self, "tight")
        box.setContentsMargins(14, 8, 14, 8)
        box.addLayout(head)
        box.addWidget(self.missing)
        box.addLayout(self._lines)
        self._shown: NeedCoverage | None = None

    def show_need(self, coverage: NeedCoverage | None) -> None:
        """Describe a need; with nothing the card is not there."""
        self.setVisible(coverage is not None)
        if coverage is None or coverage == self._shown:
            return
        self._shown = coverage
        word, mark, role = COVERAGE[coverage.state]
        self.heading.setText(self.desk.bridge.book.label("resources", coverage.need.id))
        self.picture.setPixmap(icon(mark, role).pixmap(QSize(room(18), room(18))))
        self.state.setText(word)
        self.missing.setText(missing_in_words(coverage, self.desk.bridge.formats))
        clear(self._lines)
        for line in coverage.lines[:_MOST]:
            made = button(self._named(line), "quiet", "Go to this line in the ledger")
            made.clicked.connect(partial(self._go_to, line.id))
            self._lines.addWidget(made)
        if len(coverage.lines) > _MOST:
            self._lines.addWidget(label(f"and {len(coverage.lines) - _MOST} more", "muted"))
        if not coverage.lines:
            self._lines.addWidget(label("Nothing answers it yet: match an unused offer, or add one.", "muted"))
        self._lines.addStretch(1)

    def _named(self, line: Resource) -> str:
        formats = self.desk.bridge.formats
        partner = self.desk.bridge.book.one(Partner, line.provider)
        who = partner.short_name or partner.name if partner is not None else "no provider"
        value = value_of(line)
        if line.quantity is not None and line.unit is not None:
            amount = in_unit(line.quantity, line.unit, formats)
        else:
            amount = formats.money(value) if value is not None else "no amount"
        return f"{line.code} {who}: {amount}, {state_title(standing_of(line)).lower()}"

    def _go_to(self, record_id: str, _checked: bool = False) -> None:
        self.desk.go_to("resources", record_id)
