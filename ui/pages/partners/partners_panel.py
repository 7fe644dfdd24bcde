"""The partners, as cards that say who gives and gains what, or as the table with its form."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from ui.desk import Desk
from ui.icons import icon
from ui.layouts import button
from ui.pages.partners.cards import PartnerCards, cards_of
from ui.pages.record_panel import RecordPanel


class PartnersPanel(RecordPanel):
    """A switch between cards and table, remembered; what is filtered, sorted and chosen is the same in both."""

    def __init__(self, desk: Desk, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, "partners", icon_name, parent)
        self.cards = PartnerCards()
        self.switch: QPushButton = button("Cards", "chip", "Show partners as cards or as a table")
        self.switch.setIcon(icon("squares-four"))
        self.switch.setCheckable(True)
        self.add_tool(self.switch)
        box = self.layout()
        if isinstance(box, QBoxLayout):
            box.addWidget(self.cards, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fill)
        for changed in (self.model.count_changed, self.model.modelReset, self.model.layoutChanged):
            changed.connect(self._soon.start)
        desk.bridge.changed.connect(self._soon.start)
        desk.findings.changed.connect(self._soon.start)
        self.cards.card_chosen.connect(self._on_card_chosen)
        self.cards.card_opened.connect(self.open)
        self.switch.setChecked(desk.preferences.cards.get("partners", False))
        self._show_form_or_cards()
        self.switch.toggled.connect(self._on_switched)

    @property
    def shows_cards(self) -> bool:
        """Cards only where there is something to put on them; an empty table teaches."""
        return self.switch.isChecked() and bool(self.model.rowCount())

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {**super().offers(), "cards": self.switch.toggle}

    def go_to(self, record_id: str, field: str = "") -> None:
        """Show a partner where it can be edited."""
        if record_id and self.switch.isChecked():
            self.switch.setChecked(False)
        super().go_to(record_id, field)

    def enter(self) -> None:
        if not self.shows_cards:
            super().enter()
            return
        self._fill()
        self.cards.go_to(self.view.current_id())
        self.cards.setFocus()

    def open(self, record_id: str) -> None:
        """Open a card in the table and its form."""
        self.go_to(record_id)

    def showEvent(self, event: QShowEvent) -> None:
        self._soon.start()
        super().showEvent(event)

    def _on_card_chosen(self, record_id: str) -> None:
        if record_id and self.shows_cards and record_id != self.view.current_id():
            self.view.go_to(record_id)

    def _on_switched(self, checked: bool) -> None:
        self.desk.preferences.cards["partners"] = checked
        self.commit()
        self._show_form_or_cards()
        self.enter()

    def _show_form_or_cards(self) -> None:
        self.cards.setVisible(self.shows_cards)
        self.splitter.setVisible(not self.shows_cards)

    def _fill(self) -> None:
        """Write the cards anew, if anybody can see them."""
        self._soon.stop()
        self._show_form_or_cards()
        if self.shows_cards and self.isVisible():
            self.cards.show_cards(cards_of(self.desk, self.model.rows.ids))
