"""The agreement that all tabs of the page speak of, with the line at their top that chooses it."""

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from ui.desk import Desk
from ui.editors.chosen import Box
from ui.icons import icon
from ui.layouts import button, column, label, wrapping_row
from ui.pages.agreements.new_agreement import begin_agreement
from ui.pages.agreements.words import STATUSES
from ui.pages.panel import Panel
from ui.theme import room, set_role
from ui.widgets.empty_state import EmptyState
from workbook.agreements import status_on
from workbook.records import Agreement
from workbook.sealing import is_sealed
from workbook.vocabularies import AGREEMENT_STATUSES

_TEACHES = (
    "An agreement says on paper what the partners promise each other. Choose what kind of paper it is, tick who takes "
    "part, and its clauses are put together from the library and from this plan. You can change every word."
)
_AID = "Drafting aid, not legal advice."


class Chosen(QObject):
    """Which agreement is worked on; the newest one until somebody chooses."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._id = ""

    @property
    def agreement(self) -> Agreement | None:
        """The agreement as it stands; None where there is none at all."""
        book = self.desk.bridge.book
        agreements = book.all(Agreement)
        return book.one(Agreement, self._id) or (agreements[0] if agreements else None)

    def choose(self, agreement_id: str) -> None:
        """Work on another agreement."""
        if agreement_id != self._id:
            self._id = agreement_id
            self.changed.emit()

    def begin(self, parent: QWidget) -> str:
        """Ask for a new agreement and choose it; returns its id, or nothing."""
        made = begin_agreement(self.desk, parent)
        if made:
            self.choose(made)
        return made


class AgreementBar(QWidget):
    """Chooses the agreement, says where it stands, and begins another."""

    def __init__(self, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = chosen
        self.box = Box()
        self.box.setAccessibleName("Agreement")
        self.box.setMinimumContentsLength(24)
        self.box.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.activated.connect(lambda _row: chosen.choose(str(self.box.currentData())))
        self.picture, self.status = QLabel(), label("")
        self.aid = label(_AID, "caption")
        self.aid.setToolTip("Have it read by somebody who knows your law before you sign it.")
        self.new_button = button("New agreement…", "", "Begin another agreement (Ctrl+N)")
        self.new_button.setIcon(icon("plus"))
        self.new_button.clicked.connect(lambda: chosen.begin(self.window()))
        box = wrapping_row(self, "small")
        box.addWidget(self.box, 4)
        box.addWidget(self.picture)
        box.addWidget(self.status)
        box.addStretch(1)
        box.addWidget(self.aid)
        box.addWidget(self.new_button)

    def show_book(self) -> None:
        """List the agreements, and say where the chosen one stands."""
        desk, agreement = self.chosen.desk, self.chosen.agreement
        book = desk.bridge.book
        self.box.clear()
        for one in book.all(Agreement):
            version = f" (version {one.version})" if one.version not in ("", "1") else ""
            self.box.addItem(f"{book.label('agreements', one.id)}{version}", one.id)
        if agreement is None:
            return
        self.box.setCurrentIndex(self.box.findData(agreement.id))
        self.box.setToolTip(self.box.currentText())
        status = status_on(agreement, desk.bridge.today())
        sealed = is_sealed(book, "agreements", agreement.id)
        mark, role = STATUSES[status]
        self.picture.setPixmap(icon("lock" if sealed else mark, role).pixmap(QSize(room(16), room(16))))
        self.status.setText(AGREEMENT_STATUSES.title(status) + (", sealed" if sealed else ""))
        set_role(self.status, role)


class AgreementPanel(Panel):
    """A tab about the chosen agreement; without one it says what agreements are for."""

    def __init__(self, desk: Desk, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.chosen = chosen
        self.bar = AgreementBar(chosen)
        self.body = QWidget()
        self.empty = EmptyState("article", "No agreement yet", _TEACHES, "Begin an agreement")
        self.empty.action_requested.connect(lambda: chosen.begin(self.window()))
        self.stack = QStackedWidget()
        self.whole = QWidget()
        inner = column(self.whole, "small")
        inner.addWidget(self.bar)
        inner.addWidget(self.body, 1)
        self.stack.addWidget(self.whole)
        self.stack.addWidget(self.empty)
        column(self, "").addWidget(self.stack)
        chosen.changed.connect(self._on_chosen)

    @property
    def agreement(self) -> Agreement | None:
        return self.chosen.agreement

    def in_front(self, type_name: str) -> str:
        return self.agreement.id if type_name == "agreements" and self.agreement is not None else ""

    def show_book(self) -> None:
        agreement = self.agreement
        self.bar.show_book()
        self.stack.setCurrentWidget(self.empty if agreement is None else self.whole)
        if agreement is not None:
            self.show_agreement(agreement)
        self.offers_changed.emit()

    def show_agreement(self, agreement: Agreement) -> None:
        """Write everything about the chosen agreement."""

    def enter(self) -> None:
        (self.empty.button if self.agreement is None else self.first()).setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """Return where work goes on."""
        return self.bar.box

    def _on_chosen(self) -> None:
        if self.isVisible():
            self.commit()
            self.refresh()
        else:
            self._is_stale = True
