"""Each sector: filled and by whom, missing, or left out on purpose and why."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from ui.desk import Desk
from ui.dialogs.ask_text import ask_text
from ui.forms.new_record import NewRecordDialog
from ui.icons import icon
from ui.layouts import button, clear, column, frame, label, row, split, wrapping_row
from ui.pages.panel import Panel
from ui.pages.partners.sector_icons import sector_icon
from ui.theme import room, space
from ui.widgets.card import LineButton
from ui.widgets.entry_list import Entry, EntryList
from workbook import vocabularies as terms
from workbook.measures.coverage import SectorCoverage, sector_coverage
from workbook.operations import NeedSector, WaiveSector
from workbook.records import Partner, SectorWaiver

_STATES = {
    "filled": ("Filled", "check-circle", "good"),
    "missing": ("Missing", "warning-circle", "warning"),
    "not_needed": ("Not needed", "minus-circle", "muted"),
}


class CoveragePanel(Panel):
    """The sectors on one side; on the other who fills the chosen one, who might, and what can be done."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._coverage: dict[str, SectorCoverage] = {}
        self.summary = label("", "label")
        self.list = EntryList("Sectors")
        self.list.entry_chosen.connect(self._show_sector)
        self.list.entry_opened.connect(lambda _key: self.open_first())
        self._make_side()
        self._lay_out()
        self.follow()
        self.refresh()

    @property
    def chosen(self) -> SectorCoverage:
        """The sector that is shown on the side."""
        return self._coverage[self.list.current_key()]

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {"add": self.add_partner}

    def go_to(self, record_id: str, field: str = "") -> None:
        waiver = self.desk.bridge.book.one(SectorWaiver, record_id)
        if waiver is not None and waiver.sector:
            self.refresh()
            self.list.go_to(waiver.sector)
        self.list.setFocus()

    def enter(self) -> None:
        self.list.setFocus()

    def add_partner(self) -> None:
        """Add a partner of the chosen sector and show it among the partners."""
        dialog = NewRecordDialog(self.desk.bridge, "partners", {"sector": self.chosen.sector}, self.window())
        dialog.exec()
        added = dialog.added
        dialog.deleteLater()
        if added:
            self.desk.go_to("partners", added)

    def leave_out(self) -> None:
        """Ask why the chosen sector is not needed, and write it down."""
        title = terms.SECTORS.title(self.chosen.sector)
        example = "Such as: the city's own office covers it"
        reason = ask_text(f"{title}: not needed", "&Why it is not needed", example, self.window())
        if reason:
            self.desk.bridge.do(WaiveSector(self.chosen.sector, reason), self)

    def need_again(self) -> None:
        self.desk.bridge.do(NeedSector(self.chosen.sector), self)

    def open_first(self) -> None:
        """Go to the partner that fills the sector or might; without any, ask for one."""
        partners = (*self.chosen.partners, *self.chosen.candidates)
        if partners:
            self.desk.go_to("partners", partners[0].id)
        else:
            self.add_partner()

    def show_book(self) -> None:
        found = sector_coverage(self.desk.bridge.book)
        self._coverage = {one.sector: one for one in found}
        self.list.show_entries([_entry(one) for one in found])
        self._show_sector(self.list.current_key())
        counted = {state: sum(one.state == state for one in found) for state in _STATES}
        self.summary.setText(
            f"{counted['filled']} of {len(found)} sectors filled, {counted['missing']} missing, "
            f"{counted['not_needed']} not needed"
        )

    def _show_sector(self, sector: str) -> None:
        if sector not in self._coverage:
            return
        one = self._coverage[sector]
        word, mark, role = _STATES[one.state]
        self.title.setText(terms.SECTORS.title(sector))
        self.help.setText(terms.SECTORS[sector].help)
        clear(self.lines)
        self.lines.addLayout(_state_line(_sentence(one, word), mark, role))
        for heading, partners in (("Filled by", one.partners), ("Candidates", one.candidates)):
            if partners:
                self.lines.addWidget(label(heading, "label"))
                for partner in partners:
                    self.lines.addWidget(self._link(partner))
        self.lines.addStretch(1)
        self.out_button.setVisible(one.state != "filled")
        self.out_button.setText("Change the reason…" if one.state == "not_needed" else "Not needed…")
        self.again_button.setVisible(bool(one.reason))
        self.offers_changed.emit()

    def _link(self, partner: Partner) -> LineButton:
        status = terms.PARTNER_STATUSES.title(partner.status) if partner.status else "no status yet"
        line = LineButton(f"{partner.code} {partner.name}", status, "arrow-square-out", "accent")
        line.clicked.connect(lambda _checked=False, one=partner.id: self.desk.go_to("partners", one))
        return line

    def _make_side(self) -> None:
        self.title = label("", "heading", wrap=True)
        self.help = label("", "muted", wrap=True)
        self.lines = column(gap="tight")
        self.add_button = button("Add a partner of this sector…", "primary", "Add a partner (Ctrl+N)")
        self.add_button.setIcon(icon("plus", "on_accent"))
        self.add_button.clicked.connect(self.add_partner)
        self.out_button = button("Not needed…", "", "Leave this sector out on purpose, and say why")
        self.out_button.clicked.connect(self.leave_out)
        self.again_button = button("Needed after all", "", "Ask for this sector again")
        self.again_button.clicked.connect(self.need_again)

    def _lay_out(self) -> None:
        side = frame("card")
        side.setMinimumWidth(320)
        inner = column(side, "small", "large")
        inner.addWidget(self.title)
        inner.addWidget(self.help)
        holder = QWidget()
        holder.setProperty("role", "scrolled")
        holder.setLayout(self.lines)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        inner.addWidget(scroll, 1)
        feet = wrapping_row()
        for one in (self.add_button, self.out_button, self.again_button):
            feet.addWidget(one)
        feet.addStretch(1)
        inner.addLayout(feet)
        splitter = split(self.list, side, sizes=(520, 560))
        box = column(self, "small")
        box.addWidget(self.summary)
        box.addWidget(splitter, 1)


def _state_line(sentence: str, mark: str, role: str) -> QHBoxLayout:
    picture = label("")
    picture.setPixmap(icon(mark, role).pixmap(QSize(room(16), room(16))))
    line = row(gap="small")
    line.setContentsMargins(0, space("small"), 0, space("small"))
    line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(sentence, wrap=True), 1)
    return line


def _entry(one: SectorCoverage) -> Entry:
    word, mark, role = _STATES[one.state]
    names = ", ".join(partner.name for partner in one.partners)
    might = ", ".join(partner.name for partner in one.candidates)
    text = names or one.reason or (f"Candidates: {might}" if might else "Nobody yet")
    return Entry(one.sector, terms.SECTORS.title(one.sector), text, sector_icon(one.sector), word, mark, role)


def _sentence(one: SectorCoverage, word: str) -> str:
    if one.state == "filled":
        return f"{word}: a partner of this sector is engaged, has signed or has completed its part."
    if one.state == "not_needed":
        return f"{word}: {one.reason}"
    return f"{word}: no partner of this sector has joined. Ask one in, or say why it is not needed."
