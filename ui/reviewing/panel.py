"""A review as one widget: filters, the table of lines and the chosen line in full."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget

from ui.layouts import button, column, label, wrapping_row
from ui.reviewing.cards import SideCards
from ui.reviewing.filters import ReviewFilters
from ui.reviewing.lines import ReviewColumn, ReviewLine, SideWords
from ui.reviewing.model import ReviewModel
from ui.reviewing.table import KEYS_TIP, ReviewTable
from workbook.merging import Side

Hands = Callable[[ReviewLine], tuple[str, str]]
"""Who wrote theirs and ours of a line, and when, in words."""


def _nobody(_line: ReviewLine) -> tuple[str, str]:
    return "", ""


class ReviewPanel(QWidget):
    """Shared by everything that comes back from somebody else; `decided` says that a choice was made.

    `take_shown` and `keep_shown` decide all lines that are shown; the dialog around gives them their place.
    """

    decided = Signal()

    def __init__(
        self,
        columns: Sequence[ReviewColumn],
        groups: Mapping[str, str],
        words: SideWords,
        name: str,
        hands: Hands = _nobody,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._hands = words, hands
        self.model = ReviewModel(columns, self)
        self.filters = ReviewFilters(groups, self)
        self.table = ReviewTable(self.model, name)
        self.cards = SideCards(words)
        self.take_record, self.keep_record = button("", "quiet"), button("", "quiet")
        self.take_shown, self.keep_shown = button(""), button("")
        self.nothing = label("Nothing that looks like this is here.", "muted")
        self._lay_out()
        self.filters.changed.connect(self._on_filtered)
        self.filters.left.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_line())
        self.cards.chosen.connect(self.table.decide)
        self.model.decided.connect(self._on_decided)
        for one, side, whole in (
            (self.take_record, "theirs", True),
            (self.keep_record, "ours", True),
            (self.take_shown, "theirs", False),
            (self.keep_shown, "ours", False),
        ):
            one.clicked.connect(lambda _=False, side=side, whole=whole: self._decide(side, whole_record=whole))
        QShortcut(QKeySequence("F8"), self, self.table.go_to_next_waiting)

    def show_lines(self, lines: Iterable[ReviewLine]) -> None:
        """Review these lines; what was decided of those that are there again stays decided."""
        self.model.show_lines(lines)
        self.filters.show_counts(len(self.model.lines), self.model.counts())
        self.table.go_to_first()
        self._show_all()

    def _decide(self, side: Side, *, whole_record: bool) -> None:
        if whole_record:
            self.table.decide(side, whole_record=True)
        else:
            self.model.choose(side, self.model.shown)

    def _on_filtered(self, group: str, text: str) -> None:
        self.model.show_only(group, text)
        self.table.go_to_first()
        self._show_all()

    def _on_decided(self) -> None:
        self._show_side()
        self.decided.emit()

    def _show_all(self) -> None:
        """Show the chosen line, and what can be decided of what is shown."""
        self.nothing.setVisible(not self.model.shown)
        count = sum(line.is_open for line in self.model.shown)
        for one, word in ((self.take_shown, self._words.theirs), (self.keep_shown, self._words.ours)):
            one.setText(f"{word} in all {count:,} shown" if count else f"{word} in all shown")
            one.setEnabled(bool(count))
        self._show_line()

    def _show_line(self) -> None:
        line = self.table.current
        told = None if line is None else self.model.told(line)
        self.cards.show_line(line, told, ("", "") if line is None else self._hands(line))
        several = [] if line is None else [one for one in self.model.of_record(line) if one.is_open]
        words = self._words
        for one, word, key in ((self.take_record, words.theirs, "T"), (self.keep_record, words.ours, "H")):
            one.setText(f"{word} in all {len(several)} fields (Shift+{key})")
            one.setVisible(len(several) > 1)
        self._show_side()

    def _show_side(self) -> None:
        line = self.table.current
        self.cards.show_side(line, None if line is None else self.model.side(line))

    def _lay_out(self) -> None:
        below = QWidget()
        below_box = column(below, "tight")
        head = wrapping_row(gap="tight")
        head.addWidget(self.cards.place, 1)
        for one in (self.take_record, self.keep_record):
            head.addWidget(one)
        below_box.addLayout(head)
        below_box.addWidget(self.cards, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(below)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setHandleWidth(8)
        box = column(self, "small")
        box.addWidget(self.filters)
        box.addWidget(self.nothing)
        box.addWidget(splitter, 1)
        box.addWidget(label(KEYS_TIP, "caption", wrap=True))


def one_of(count: int, one: str, many: str) -> str:
    """Say how many there are."""
    return f"{count:,} {one if count == 1 else many}"
