"""The needs of one cell of the gap matrix: where each stands, what is done about it, and what could be."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.icons import icon
from ui.layouts import button, clear, column, label, row, scrolled, wrapping_row
from ui.pages.capacity.gap_model import place_in_words, rated
from ui.theme import room, set_role
from ui.widgets.card import LineButton
from ui.widgets.to_do import MOST, holder
from workbook.measures.capacity import Gap
from workbook.measures.gap_matrix import GapCell
from workbook.measures.lacking import DELIVERED
from workbook.records import CapacityAction
from workbook.vocabularies import ACTION_STATUSES, ACTION_TYPES, CAPACITY_LEVELS, CAPACITY_PILLARS

_ASK = "No need is written down here. Is anything lacking?"
_BEGIN = (
    "What do people and organisations have to be able to do that they cannot do yet? Go to the cell where it belongs "
    "and add it; rate today and what is wanted from 1 to 5. Then plan what closes the gap."
)


class NeedsList(QFrame):
    """`plan_requested` and `need_opened` carry the id of a need."""

    add_requested = Signal()
    plan_requested = Signal(str)
    need_opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.cell: GapCell | None = None
        set_role(self, "card")
        self.setMinimumSize(280, 90)
        self.setAccessibleName("Needs of the chosen cell")
        self.heading = label("", "heading", wrap=True)
        self._inner = holder("small")
        self._first: LineButton | None = None
        box = column(self, "small")
        box.setContentsMargins(14, 12, 8, 8)
        box.addWidget(self.heading)
        box.addWidget(scrolled(self._inner, "Needs of the chosen cell"), 1)

    def show_cell(self, pillar: str, level: str, cell: GapCell | None) -> None:
        """List the needs of a cell; an empty one says what would belong there."""
        self.cell = cell
        self._first = None
        self.heading.setText(place_in_words(pillar, level) if pillar else "")
        box = self._box()
        clear(box)
        if cell is None:
            self._teach(box, pillar, level)
        else:
            for gap in cell.gaps[:MOST]:
                box.addWidget(self._need(gap))
            if len(cell.gaps) > MOST:
                box.addWidget(label(f"And {len(cell.gaps) - MOST} more in the table.", "muted"))
        box.addStretch(1)

    def first_need(self) -> str:
        """Return the need that calls for an action first, or nothing."""
        if self.cell is None:
            return ""
        return (self.cell.open_gaps or self.cell.gaps)[0].need.id

    def enter(self) -> bool:
        """Go to the first need; returns whether there is one."""
        if self._first is not None:
            self._first.setFocus()
        return self._first is not None

    def _box(self) -> QVBoxLayout:
        box = self._inner.layout()
        assert isinstance(box, QVBoxLayout)
        return box

    def _need(self, gap: Gap) -> QWidget:
        made = QWidget()
        box = column(made, "hair")
        box.setContentsMargins(0, 0, 6, 8)
        title = self.desk.bridge.book.label("capacity_needs", gap.need.id)
        lead = LineButton(title, rated(gap), "target", "accent")
        lead.clicked.connect(partial(self._open, gap.need.id))
        self._first = self._first or lead
        box.addWidget(lead)
        if gap.need.target_group:
            who = label(f"For {gap.need.target_group}", "caption", wrap=True)
            who.setContentsMargins(32, 0, 0, 0)
            box.addWidget(who)
        for action in gap.actions:
            box.addWidget(self._action(action))
        feet = wrapping_row(gap="small")
        feet.setContentsMargins(24, 0, 0, 0)
        plan = button("Plan an action" if not gap.actions else "Plan another action", "quiet")
        plan.setAccessibleName(f"Plan an action for {title}")
        plan.setIcon(icon("plus", "accent"))
        plan.clicked.connect(partial(self._plan, gap.need.id))
        feet.addWidget(plan)
        if not gap.actions and gap.size is not None and gap.size > 0:
            feet.addWidget(label("No action closes it yet.", "warning"))
        feet.addStretch(1)
        box.addLayout(feet)
        return made

    def _action(self, action: CapacityAction) -> QWidget:
        mark = "check-circle" if action.status in DELIVERED else "calendar-check"
        role = "good" if action.status in DELIVERED else "information"
        kind = ACTION_TYPES.title(action.type) if action.type else "Kind not said"
        status = ACTION_STATUSES.title(action.status) if action.status else "status not said"
        words = self.desk.bridge.book.label("capacity_actions", action.id)
        made = LineButton(words, f"{kind}, {status.lower()}", mark, role)
        made.clicked.connect(partial(self._go_to_action, action.id))
        holder_ = QWidget()
        box = row(holder_)
        box.setContentsMargins(24, 0, 0, 0)
        box.addWidget(made)
        return holder_

    def _teach(self, box: QVBoxLayout, pillar: str, level: str) -> None:
        parts = []
        if pillar in CAPACITY_PILLARS:
            parts.append(f"{CAPACITY_PILLARS.title(pillar)}: {_lower(CAPACITY_PILLARS[pillar].help)}")
        if level in CAPACITY_LEVELS:
            parts.append(f"{CAPACITY_LEVELS.title(level)}: {_lower(CAPACITY_LEVELS[level].help)}")
        for part in parts:
            box.addWidget(label(part, "muted", wrap=True))
        box.addWidget(label(_ASK if self.desk.bridge.book.count("capacity_needs") else _BEGIN, wrap=True))
        add = button("Add a need here", "", "Level and pillar are filled in")
        add.setIcon(icon("plus"))
        add.setIconSize(QSize(room(16), room(16)))
        add.clicked.connect(self.add_requested)
        place = row()
        place.addWidget(add)
        place.addStretch(1)
        box.addLayout(place)

    def _open(self, need_id: str, _checked: bool = False) -> None:
        self.need_opened.emit(need_id)

    def _plan(self, need_id: str, _checked: bool = False) -> None:
        self.plan_requested.emit(need_id)

    def _go_to_action(self, action_id: str, _checked: bool = False) -> None:
        self.desk.go_to("capacity_actions", action_id)


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
