"""What the main window asks of a page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from ui.desk import Desk
from ui.guidance import Guidance, guidance_of
from ui.icons import icon
from ui.layouts import column, label, row
from ui.sections import Section
from ui.theme import room
from ui.unkept import Unkept
from ui.widgets.page_guide import PageGuide
from workbook.measures import Rows
from workbook.vocabularies import GUIDING_QUESTIONS

_ROOMY = 560


class Page(QFrame):
    """One section of the window: a heading with its guiding question and help, and what stands under it.

    `offers_changed` tells the window that other actions make sense now.
    """

    offers_changed = Signal()

    def __init__(self, desk: Desk, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.section = desk, section
        self.guide: PageGuide | None = None
        self._question: QLabel | None = None
        self.setProperty("role", "page")
        self.setAccessibleName(section.title)
        self.box = column(self, "small")
        self.box.setContentsMargins(24, 12, 24, 12)

    def add_heading(self) -> None:
        """Put the title, the lead and the help of the section at the top."""
        guidance = guidance_of(self.section.key)
        head = column(gap="hair")
        first = row(gap="small")
        first.addWidget(label(self.section.title, "title"))
        first.addStretch(1)
        head.addLayout(first)
        if self.section.lead:
            head.addWidget(label(self.section.lead, "muted", wrap=True))
        self.box.addLayout(head)
        if guidance is not None:
            self._add_guide(guidance, first)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page can do just now, by the ids of actions."""
        return {} if self.guide is None else {"guide": self._toggle.toggle}

    def go_to(self, type_name: str, record_id: str = "", field: str = "") -> None:
        """Show a record, one of its fields, or the records of a type."""

    def in_front(self, type_name: str) -> str:
        """Return the id of the record of this type that somebody has before them here, or nothing."""
        return ""

    def show_rows(self, rows: Rows, about: str) -> None:
        """Show the records behind a figure, or the first of them where the page has no table to narrow."""
        self.go_to(*rows[0])

    def enter(self) -> None:
        """Be shown again: put the focus where work goes on."""
        self.setFocus()

    def commit(self) -> None:
        """Ask for what is being typed."""

    def unkept(self) -> list[Unkept]:
        """Return what was typed and could not be kept."""
        return []

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the tip of the help holds the question alone."""
        super().resizeEvent(event)
        if self._question is not None:
            self._question.setVisible(self.width() >= room(_ROOMY))

    def is_empty(self) -> bool:
        """Say whether nothing stands here yet; then the help is open."""
        book = self.desk.bridge.book
        if "plan" in self.section.types and book.plan.vision:
            return False
        return not any(book.count(name) for name in self.section.types if name != "plan")

    def _add_guide(self, guidance: Guidance, head: QHBoxLayout) -> None:
        """Show the help where the section is still empty, unless the person chose otherwise before."""
        term = GUIDING_QUESTIONS[guidance.question]
        question = label(f"Question {term.key[1:]}: {term.title}", "caption")
        question.setToolTip(f"{question.text()} {term.help}")
        question.setMinimumWidth(1)  # a narrow window cuts it off; the tool tip holds it whole
        self._question = question
        self._toggle = QToolButton()
        self._toggle.setText("Help and example")
        self._toggle.setIcon(icon("lightbulb", "accent"))
        self._toggle.setIconSize(QSize(room(16), room(16)))
        self._toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._toggle.setCheckable(True)
        self._toggle.setToolTip(f"{question.text()}\nShow or hide the help of this page (Shift+F1)")
        head.addWidget(question)
        head.addWidget(self._toggle)
        self.guide = PageGuide(guidance)
        self.box.addWidget(self.guide)
        is_shown = self.desk.preferences.guides.get(self.section.key, self.is_empty())
        self._toggle.setChecked(is_shown)
        self.guide.setVisible(is_shown)
        self._toggle.toggled.connect(self._on_guide_toggled)

    def _on_guide_toggled(self, is_shown: bool) -> None:
        if self.guide is not None:
            self.guide.setVisible(is_shown)
            self.desk.preferences.guides[self.section.key] = is_shown
