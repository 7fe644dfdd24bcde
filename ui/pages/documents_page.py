"""Everything that goes out: the documents that can be made, and the reports and attachments that are kept."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QScrollArea, QWidget

from ui.desk import Desk
from ui.documents.offered import DOCUMENTS, Document
from ui.editors.chosen import Box
from ui.exporting.language_box import language_box
from ui.icons import icon
from ui.layouts import button, column, frame, label, row
from ui.pages.attachments_panel import AttachmentsPanel
from ui.pages.panel import Panel
from ui.pages.reports_panel import ReportsPanel
from ui.pages.tables_page import TablesPage
from ui.theme import room

_MAKE = "documents"


class DocumentsPage(TablesPage):
    """The first tab makes documents; the others are tables."""

    def tab_keys(self) -> tuple[str, ...]:
        return (_MAKE, *self.section.types)

    def tab_title(self, key: str) -> str:
        return "Make a document" if key == _MAKE else super().tab_title(key)

    def make_panel(self, key: str) -> Panel:
        if key == "reports":
            return ReportsPanel(self.desk, self.section.icon)
        if key == "attachments":
            return AttachmentsPanel(self.desk, self.section.icon)
        return DocumentsPanel(self.desk) if key == _MAKE else super().make_panel(key)


class DocumentsPanel(Panel):
    """A card for each kind of document, with what it is for and a button for each format."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._buttons: list[QPushButton] = []
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        inner.setMaximumWidth(room(860))
        box = column(inner, "medium")
        box.setContentsMargins(0, 12, 12, 12)
        self.language = self._languages()
        named = label("&Language", "label")
        named.setBuddy(self.language)
        choosing = row(gap="small")
        choosing.addWidget(named)
        choosing.addWidget(self.language)
        choosing.addStretch(1)
        box.addLayout(choosing)
        for document in DOCUMENTS.values():
            if not document.beside:
                box.addWidget(self._card(document))
        box.addWidget(self._names())
        said = "A document shows the plan as it stands at that moment, and names the state that it was made from."
        box.addWidget(label(said, "caption", wrap=True))
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName("Documents")
        scroll.setWidget(inner)
        column(self, "").addWidget(scroll)

    def enter(self) -> None:
        self._buttons[0].setFocus()

    def _languages(self) -> Box:
        """Offer the languages in which documents speak; one that is chosen stays so until another is."""
        own = "Each in its own: the agreement's, else the plan's"
        languages = language_box(own, self.desk.preferences.document_language)
        languages.activated.connect(lambda _row: self._on_language_chosen(str(languages.currentData())))
        return languages

    def _on_language_chosen(self, tag: str) -> None:
        self.desk.preferences.document_language = tag
        self.desk.preferences.save()

    def _names(self) -> QCheckBox:
        names = QCheckBox("&Name people in documents: contacts, signatories, owners")
        names.setChecked(self.desk.preferences.name_people)
        names.setToolTip("Only for this sitting. Without it, documents name organisations and leave room to write.")
        names.toggled.connect(self._on_names_toggled)
        return names

    def _on_names_toggled(self, ticked: bool) -> None:
        self.desk.preferences.name_people = ticked

    def _card(self, document: Document) -> QFrame:
        card = frame("card")
        picture = QLabel()
        picture.setPixmap(icon(document.icon, "accent").pixmap(QSize(32, 32)))
        words = column(gap="tight")
        words.addWidget(label(document.title, "heading"))
        words.addWidget(label(document.lead, "muted", wrap=True))
        box = row(card, "large", "large")
        box.addWidget(picture)
        box.addLayout(words, 1)
        makes = row(gap="small")
        for each in (document, *(other for other in DOCUMENTS.values() if other.beside == document.key)):
            makes.addWidget(self._make(each))
        if document.key == "partner_tracker":
            makes.addWidget(self._send())
        box.addLayout(makes)
        return card

    def _send(self) -> QPushButton:
        send = button("Send to several…", "", "Make trackers for several partners at once (Ctrl+Alt+T)")
        send.setAccessibleName("Send trackers to several partners")
        send.clicked.connect(lambda: self.desk.start("send_trackers"))
        return send

    def _make(self, document: Document) -> QPushButton:
        make = button(f"Make {document.program}…", "" if document.beside else "primary")
        make.setAccessibleName(f"Make {document.title} as {document.program}")
        make.clicked.connect(lambda: self.desk.start(f"export_{document.key}"))
        self._buttons.append(make)
        return make
