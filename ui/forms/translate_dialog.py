"""Gives the words of one record in another language: what it says now, and below it what documents say there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from exports.languages import DOCUMENT_LANGUAGES, language_name
from exports.outline.blocks import runs_right_to_left
from ui.bridge import Bridge
from ui.editors import Editor, editor_for
from ui.forms.old_translation import OldTranslation
from ui.layouts import button, column, frame, label, scrolled
from ui.theme import room
from ui.widgets.dialog import Dialog
from workbook.book import PLAN_ID, Book
from workbook.kinds import Unacceptable
from workbook.operations import Translate
from workbook.records import RECORD_TYPES, Agreement, Translation
from workbook.translating import has_grown_old, same_language, translatable

_LEAD = "Documents in this language then say it so. What stays empty is shown as it is."
_MOST_SHOWN = 600
_WIDTH, _HEIGHT = 620, 520


class TranslateDialog(Dialog):
    """A language, and for each field that holds words what it says and a place for the same in that language."""

    def __init__(self, bridge: Bridge, type_name: str, record_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.type_name, self.record_id = bridge, type_name, record_id
        record = bridge.book.get(type_name, record_id)
        fields = [one for one in translatable(type_name) if getattr(record, one.name, "")]
        self.editors: dict[str, Editor] = {one.name: editor_for(one, bridge, self) for one in fields}
        self.old = {one.name: OldTranslation(one.title) for one in fields}
        self.refusals: dict[str, QLabel] = {one.name: label("", "error", wrap=True) for one in fields}
        self.languages = QComboBox()
        for tag in languages_for(bridge.book):
            self.languages.addItem(language_name(tag, bridge.formats), tag)
        self._language = ""
        self._lay_out({one.name: str(getattr(record, one.name)) for one in fields})
        self.languages.currentIndexChanged.connect(self._on_language_chosen)
        self._on_language_chosen()

    @property
    def language(self) -> str:
        """The tag of the chosen language."""
        return str(self.languages.currentData() or "")

    def accept(self) -> None:
        """Keep what was written, as one step; stay where something cannot be kept."""
        if self._kept():
            super().accept()

    def _on_language_chosen(self) -> None:
        """Keep what was written in the language before, and show the words in the chosen one."""
        if self._language and self._language != self.language and not self._kept():
            self.languages.setCurrentIndex(self.languages.findData(self._language))
            return
        self._language = self.language
        runs = Qt.LayoutDirection.RightToLeft if runs_right_to_left(self.language) else Qt.LayoutDirection.LeftToRight
        for name, editor in self.editors.items():
            held = self._held(name)
            editor.show_value(held)
            key = (self.type_name, self.record_id, name, self.language)
            self.old[name].show_age(is_old=bool(held) and has_grown_old(self.bridge.book, *key))
            editor.control.setLayoutDirection(runs)
            title = editor.field.title
            editor.control.setAccessibleName(f"{title} in {self.languages.currentText()}")

    def _held(self, name: str) -> str:
        found = self.bridge.book.where(Translation, record_id=self.record_id)
        own = (
            one for one in found if (one.record_type, one.field, one.language) == (self.type_name, name, self._language)
        )
        return next((one.wording for one in own), "")

    def _kept(self) -> bool:
        """Carry out the step if anything was written; say at each field why not."""
        given: dict[str, str] = {}
        for name, editor in self.editors.items():
            self._refuse(name, "")
            if editor.is_touched():
                try:
                    given[name] = str(editor.value())
                except Unacceptable as error:
                    self._refuse(name, f"{editor.field.title} {error}.")
            elif self.old[name].is_confirmed:
                given[name] = self._held(name)
        if any(one.text() for one in self.refusals.values()):
            return False
        if not given:
            return True
        step = Translate(self.type_name, self.record_id, self._language, given)
        problems = self.bridge.attempt(step, self)
        for problem in problems:
            self._refuse(problem.field if problem.field in self.refusals else next(iter(given)), problem.sentence)
        return not problems

    def _refuse(self, name: str, sentence: str) -> None:
        self.refusals[name].setText(sentence)
        self.refusals[name].setVisible(bool(sentence))
        self.editors[name].show_refused(refused=bool(sentence))

    def _lay_out(self, said: dict[str, str]) -> None:
        name = self._name()
        self.setWindowTitle(f"Translate {name}")
        self.setMinimumSize(_WIDTH, _HEIGHT)
        chosen = label("&Language", "label")
        chosen.setBuddy(self.languages)
        self.languages.setAccessibleName("Language")
        box = column(self, "small", "wide")
        box.addWidget(label(f"Translate {name}", "heading", wrap=True))
        box.addWidget(label(_LEAD, "muted", wrap=True))
        box.addWidget(chosen)
        box.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignLeading)
        box.addWidget(self._fields(said), 1)
        box.addLayout(self.feet(button("Keep", "primary")))

    def _fields(self, said: dict[str, str]) -> QScrollArea:
        inner = QWidget()
        box = column(inner, "small")
        for number, (name, words) in enumerate(said.items()):
            if number:
                box.addWidget(frame("rule"))
            self._add_field(box, name, words)
        box.addStretch(1)
        area = scrolled(inner, self.windowTitle())
        area.setMinimumHeight(room(200))
        return area

    def _add_field(self, box: QVBoxLayout, name: str, words: str) -> None:
        editor = self.editors[name]
        shown = words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN]}…"
        box.addWidget(label(editor.field.title, "label"))
        box.addWidget(label(shown, "muted", wrap=True))
        box.addWidget(self.old[name])
        box.addWidget(editor)
        self.refusals[name].hide()
        box.addWidget(self.refusals[name])

    def _name(self) -> str:
        if self.record_id == PLAN_ID:
            return RECORD_TYPES["plan"].title.lower()
        return self.bridge.book.label(self.type_name, self.record_id)


def languages_for(book: Book) -> tuple[str, ...]:
    """Return the languages one may translate into: those of agreements first, then those that are used, then ours."""
    own = book.plan.language or "en"
    agreed = [tag for one in book.all(Agreement) for tag in (one.second_language, one.language)]
    used = [one.language for one in book.all(Translation)]
    tags = dict.fromkeys(tag for tag in (*agreed, *used, *DOCUMENT_LANGUAGES) if tag)
    return tuple(tag for tag in tags if not same_language(tag, own))
