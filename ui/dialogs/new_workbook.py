"""Asks how a new workbook begins, what it is called and where it is kept."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit, QRadioButton, QWidget

from storage import SUFFIX
from ui import files
from ui.layouts import button, column, label, row
from ui.widgets.dialog import Dialog
from workbook.operations import Operation

_BLANK = ""
_WORDS = {
    _BLANK: ("Blank", "Begin with an empty plan; the workbook leads you through it."),
    files.EXAMPLE: ("The worked example", "The Old Tram Depot Creative Lab, filled in: to look around and try things."),
    "cultural_district": ("Template: cultural district", "Placeholder partners, roles, needs and indicators."),
    "festival": ("Template: city festival", "Placeholder partners, roles, needs and indicators."),
}
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class NewWorkbookDialog(Dialog):
    """`start` returns the first step of the new workbook, `path` says where it is to be."""

    def __init__(self, parent: QWidget | None = None, template: str = _BLANK) -> None:
        """`template` is the beginning that is proposed."""
        super().__init__(parent)
        self.setWindowTitle("New workbook")
        self._proposed = template
        self.setMinimumWidth(560)
        self._folder = _own_folder()
        self._was_chosen = False
        self.choices = QButtonGroup(self)
        self.title = QLineEdit()
        self.title.setPlaceholderText("Such as: Old Tram Depot Creative Lab")
        self.place = QLineEdit()
        self.place.textEdited.connect(self._on_place_edited)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self._lay_out()
        self.title.textChanged.connect(self._suggest_place)
        self.choices.idClicked.connect(lambda _id: self._suggest_place())
        self._suggest_place()
        (self.title if self.is_blank else self.make).setFocus()

    @property
    def template(self) -> str:
        chosen = self.choices.checkedButton()
        return str(chosen.property("template")) if chosen is not None else _BLANK

    @property
    def is_blank(self) -> bool:
        return self.template == _BLANK

    @property
    def path(self) -> Path:
        path = Path(self.place.text().strip()).expanduser()
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    @property
    def start(self) -> Callable[[], Operation]:
        if self.is_blank:
            title = self.title.text().strip()
            return lambda: files.blank_start(title)
        template = self.template
        return lambda: files.template_start(template)

    def accept(self) -> None:
        sentence = ""
        if self.is_blank and not self.title.text().strip():
            sentence = "Give the partnership a title; it can be changed at any time."
        elif not self.place.text().strip() or not self.path.is_absolute():
            sentence = "Say in which folder the workbook is to be kept."
        elif not self.path.parent.is_dir():
            sentence = f"There is no folder {self.path.parent}; make it first, or choose another."
        elif self.path.exists():
            sentence = f"“{self.path.name}” is already there; open it, or choose another name."
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        if not sentence:
            super().accept()

    def _lay_out(self) -> None:
        box = column(self, "small", "wide")
        box.addWidget(label("New workbook", "title"))
        for template in (_BLANK, *files.templates()):
            words, help_text = _WORDS.get(template, (template.replace("_", " ").capitalize(), ""))
            choice = QRadioButton(words)
            choice.setProperty("template", template)
            choice.setAccessibleDescription(help_text)
            choice.setChecked(template == self._proposed)
            self.choices.addButton(choice)
            explained = label(help_text, "caption", wrap=True)
            explained.setContentsMargins(27, 0, 0, 4)
            both = column(gap="")
            both.addWidget(choice)
            both.addWidget(explained)
            box.addLayout(both)
        box.addSpacing(8)
        self._title_label = label("&Title of the partnership", "label")
        self._title_label.setBuddy(self.title)
        place_label = label("&File", "label")
        place_label.setBuddy(self.place)
        choose = button("Choose…")
        choose.clicked.connect(self._on_choose)
        places = row()
        places.addWidget(self.place, 1)
        places.addWidget(choose)
        for widget in (self._title_label, self.title, place_label):
            box.addWidget(widget)
        box.addLayout(places)
        box.addWidget(self.error)
        box.addSpacing(8)
        self.make = button("Make the workbook", "primary")
        box.addLayout(self.feet(self.make))

    def _suggest_place(self) -> None:
        self._title_label.setEnabled(self.is_blank)
        self.title.setEnabled(self.is_blank)
        if self._was_chosen:
            return
        words = self.title.text().strip() if self.is_blank else _WORDS.get(self.template, (self.template, ""))[0]
        name = _NOT_IN_NAMES.sub(" ", words.removeprefix("Template: ")).strip()[:80].strip(" .") or "New partnership"
        path = self._folder / f"{name[:1].upper()}{name[1:]}{SUFFIX}"
        number = 1
        while path.exists():
            number += 1
            path = path.with_stem(f"{name[:1].upper()}{name[1:]} {number}")
        self.place.setText(str(path))

    def _on_place_edited(self, _text: str) -> None:
        self._was_chosen = True

    def _on_choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, "Keep the workbook as", self.place.text(), f"Partnership workbooks (*{SUFFIX})"
        )
        if name:
            self._was_chosen = True
            self.place.setText(name)


def _own_folder() -> Path:
    """Return where people keep their documents; not every desktop has a folder of its own for them."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_absolute() and documents.is_dir() else Path.home()
