"""A list of lines that lead somewhere, some with one thing to do beside them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.layouts import button, clear, column, label, row
from ui.widgets.card import Card, LineButton

MOST = 40
"""Lines that are shown; a list of hundreds is a table, which stands on another tab."""


@dataclass(frozen=True)
class ToDo:
    """A line: what it says, where it leads, and what can be done about it (`action`, `do`)."""

    words: str
    remark: str = ""
    mark: str = ""
    role: str = "muted"
    action: str = ""
    lead: Callable[[], object] | None = field(default=None, compare=False)
    do: Callable[[], object] | None = field(default=None, compare=False)
    target: str = ""


class ToDoCard(Card):
    """A card of such lines; made anew only when what they say has changed."""

    def __init__(self, title: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._empty = empty
        self._held: Sequence[ToDo] | None = None
        self.buttons: list[QPushButton] = []

    def show_all(self, lines: Sequence[ToDo]) -> None:
        """Write these lines, or what an empty list means."""
        if lines == self._held:
            return
        self._held = lines
        self.buttons = []
        clear(self.lines)
        if not lines:
            self._say(self._empty)
        for line in lines[:MOST]:
            self._add(line)
        if len(lines) > MOST:
            self._say(f"And {len(lines) - MOST} more.")

    def _add(self, line: ToDo) -> None:
        lead = LineButton(line.words, line.remark, line.mark, line.role)
        if line.lead is not None:
            lead.clicked.connect(partial(_start, line.lead))
        if line.do is None:
            self.lines.addWidget(lead)
            return
        act = button(line.action, "quiet")
        act.setAccessibleName(f"{line.action} {line.words}")
        act.clicked.connect(partial(_start, line.do))
        self.buttons.append(act)
        place = row(gap="tight")
        place.addWidget(lead, 1)
        place.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)
        self.lines.addLayout(place)

    def _say(self, words: str) -> None:
        said = label(words, "muted", wrap=True)
        said.setContentsMargins(2, 2, 2, 2)
        self.lines.addWidget(said)


def holder(gap: str = "medium") -> QWidget:
    """Return an empty widget with a vertical box."""
    made = QWidget()
    column(made, gap)
    return made


def _start(run: Callable[[], object], _checked: bool = False) -> None:
    run()
