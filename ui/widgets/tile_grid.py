"""Cards of equal width side by side, in as many rows as the width asks for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import room, space


class TileGrid(QWidget):
    """`least` is the width of a card, in pixels at the usual size of text, under which its words are hard to read."""

    def __init__(self, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._in_a_row = least, 0
        self._cards: Sequence[QWidget] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(space("small"))

    def hold(self, cards: Sequence[QWidget]) -> None:
        """Show these cards, in one row until the width is known."""
        self._cards = cards
        self.fold_to(room(len(cards) * self._least))

    def fold_to(self, width: int) -> None:
        """Put as many cards into a row as a width has room for."""
        in_a_row = max(1, min(len(self._cards), width // room(self._least)))
        if in_a_row == self._in_a_row:
            return
        self._in_a_row = in_a_row
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // in_a_row, place % in_a_row)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < in_a_row else 0)
