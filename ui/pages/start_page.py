"""The start screen: what was open lately, and the ways to begin."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.layouts import button, clear, column, frame, label, row, scrolled
from ui.preferences import Preferences
from ui.sections import ACCOUNT, AGREE, DELIVER, PLAN
from ui.theme import room

_PARTS = (
    ("compass", PLAN, "What the partnership is for, who takes part, what stands in the way, what worked elsewhere."),
    ("handshake", AGREE, "Who does what, who brings what, how decisions are made, and the agreement to be signed."),
    ("calendar-check", DELIVER, "The work plan, training, risks, and how the cooperation feels to those in it."),
    ("chart-line-up", ACCOUNT, "Reports, a one-page brief for leadership, trackers, and the history of the plan."),
)


class StartPage(QFrame):
    """Shown when no workbook is open."""

    new_requested = Signal()
    example_requested = Signal()
    open_requested = Signal()
    file_requested = Signal(str)
    forget_requested = Signal(str)
    pin_requested = Signal(str)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAccessibleName("Start")
        self._preferences = preferences
        self._recent = column(gap="tight")
        self.new = button("New workbook…", "primary")
        self.new.clicked.connect(self.new_requested)
        self.open = button("Open a workbook…")
        self.open.clicked.connect(self.open_requested)
        self.example = button("Look around in a worked example…")
        self.example.clicked.connect(self.example_requested)
        self._card_title = label("", "heading")
        inner = QWidget()
        inner.setMaximumWidth(room(1000))
        side = row(inner, "huge", "huge")
        side.addLayout(self._welcome(), 5)
        side.addWidget(self._list(), 6)
        box = column(self)
        box.addStretch(1)
        centred = row()
        centred.addStretch(1)
        centred.addWidget(inner, 20)
        centred.addStretch(1)
        box.addLayout(centred, 12)
        box.addStretch(2)
        self.show_recent()

    def show_recent(self, recent: Iterable[str] | None = None) -> None:
        """List the workbooks that were open lately; one that is gone says so and can be taken off the list."""
        clear(self._recent)
        self.setFocusProxy(self.new)
        shown = self._preferences.recent_first if recent is None else list(recent)
        for path in shown:
            self._recent.addLayout(self._entry(Path(path)))
        self._card_title.setText("Recent workbooks" if shown else "From a first idea to a signed agreement")
        if not shown:
            self._teach()
        self._recent.addStretch(1)

    def _teach(self) -> None:
        """Who begins sees what the four parts of the program are for, where others find their workbooks."""
        for name, title, sentence in _PARTS:
            picture = label("")
            picture.setPixmap(icon(name, "accent").pixmap(QSize(room(24), room(24))))
            words = column(gap="hair")
            words.addWidget(label(title, "label"))
            words.addWidget(label(sentence, "muted", wrap=True))
            line = row(gap="medium")
            line.setContentsMargins(0, 8, 0, 8)
            line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(words, 1)
            self._recent.addLayout(line)
        said = "Workbooks that you open will be listed here. You can also drop a workbook file on this window."
        self._recent.addSpacing(8)
        self._recent.addWidget(label(said, "caption", wrap=True))

    def _welcome(self) -> QVBoxLayout:
        box = column(gap="medium")
        title = label("Creative Partnership Workbook", "display", wrap=True)
        box.addWidget(title)
        said = (
            "Plan, agree, run and report a partnership of culture, government, business, education and civil society."
        )
        box.addWidget(label(said, "lead", wrap=True))
        box.addSpacing(12)
        ways = (
            (self.new, "file-plus", "on_accent"),
            (self.open, "folder-open", "text"),
            (self.example, "compass", "text"),
        )
        for widget, name, role in ways:
            widget.setIcon(icon(name, role))
            widget.setMinimumHeight(room(36))
            box.addWidget(widget)
        box.addSpacing(12)
        box.addWidget(
            label(
                "Everything stays in one file on this computer. There is no Save: what you see is kept.",
                "caption",
                wrap=True,
            )
        )
        box.addStretch(1)
        return box

    def _list(self) -> QFrame:
        card = frame("card")
        card.setMinimumSize(room(300), min(360, room(360)))
        inner = QWidget()
        inner.setLayout(self._recent)
        box = column(card, "small", "large")
        box.addWidget(self._card_title)
        box.addWidget(scrolled(inner, "Recent workbooks"), 1)
        return card

    def _entry(self, path: Path) -> QHBoxLayout:
        is_there = path.exists()
        opener = button("", "row_tall")
        words = column(opener, "hair")
        words.setContentsMargins(10, 5, 10, 5)
        name = label(path.stem, "label")
        place = label(
            str(path.parent) if is_there else f"No longer in {path.parent}", "caption" if is_there else "warning"
        )
        for one in (name, place):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            one.setMinimumWidth(10)
            words.addWidget(one)
        opener.setAccessibleName(f"Open {path.stem}")
        opener.setToolTip(str(path))
        opener.setEnabled(is_there)
        opener.clicked.connect(lambda: self.file_requested.emit(str(path)))
        forget = QToolButton()
        forget.setIcon(icon("x", "muted"))
        forget.setAccessibleName(f"Take {path.stem} off this list")
        forget.setToolTip("Take off this list; the file stays where it is")
        forget.clicked.connect(lambda: self.forget_requested.emit(str(path)))
        if is_there and self.focusProxy() is self.new:
            self.setFocusProxy(opener)
        pinned = str(path) in self._preferences.pinned
        pin = QToolButton()
        pin.setCheckable(True)
        pin.setChecked(pinned)
        pin.setIcon(icon("push-pin", "accent" if pinned else "muted"))
        pin.setAccessibleName(f"Keep {path.stem} at the head of this list")
        pin.setToolTip("Kept at the head of this list" if pinned else "Keep at the head of this list")
        pin.clicked.connect(lambda: self.pin_requested.emit(str(path)))
        box = row(gap="tight")
        box.addWidget(opener, 1)
        box.addWidget(pin)
        box.addWidget(forget)
        return box
