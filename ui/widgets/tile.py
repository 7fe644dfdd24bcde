"""One figure that leads to its rows: what it is, how much, and what to think of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.icons import icon
from ui.layouts import column, label, leading, row
from ui.theme import room, set_role


class PressableCard(QPushButton):
    """A card that can be pressed as a whole; what lies in it lets keys and pointer through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card_button")
        self.setAutoDefault(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def let_through(self) -> None:
        """Let everything inside leave keys and pointer to the card; called once it is filled."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        box = self.layout()
        return box.totalHeightForWidth(width) if box is not None else 30

    def sizeHint(self) -> QSize:
        return QSize(150, self.heightForWidth(max(150, self.width())))

    def minimumSizeHint(self) -> QSize:
        box = self.layout()
        return box.totalMinimumSize().expandedTo(QSize(80, 30)) if box is not None else QSize(80, 30)


class Tile(PressableCard):
    """A caption, a figure in large type with its mark, and a remark in small."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = caption
        self._figure = label("–", "number")
        self._mark = label("")
        self._remark = label("", "caption", wrap=True)
        self._remark.setAlignment(leading(Qt.AlignmentFlag.AlignTop))
        box = column(self, "hair")
        box.setContentsMargins(12, 8, 10, 8)
        box.addWidget(label(caption, "label", wrap=True))
        line = row(gap="tight")
        line.addWidget(self._mark)
        line.addWidget(self._figure)
        line.addStretch(1)
        box.addLayout(line)
        box.addWidget(self._remark, 1)
        self.let_through()

    def show_figure(self, figure: str, remark: str, mark: str = "", role: str = "accent", tip: str = "") -> None:
        """Show a figure; `mark` is an icon in the colour of `role`, `tip` the formula or the reason."""
        self._figure.setText(figure)
        self._remark.setText(remark)
        self._mark.setVisible(bool(mark))
        if mark:
            self._mark.setPixmap(icon(mark, role).pixmap(QSize(room(18), room(18))))
        set_role(self._figure, f"number_{role}" if role in ("error", "warning", "good") else "number")
        self.setToolTip(tip)
        self.setAccessibleName(f"{self.caption}: {figure}. {remark}".strip())
        self.setAccessibleDescription(tip)
        self.updateGeometry()
