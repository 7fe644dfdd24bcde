"""What one person likes: name, language, formats, paper, theme and size of text; applied at once."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ui import appearance, theme
from ui.editors.chosen import Box
from ui.layouts import button, column, label, row, scrolled, wrapping_row
from ui.preferences import Preferences
from ui.widgets.dialog import Dialog

_THEMES = {theme.SYSTEM: "As the desktop", "light": "Light", "dark": "Dark", "high_contrast": "High contrast"}
_OWN_LANGUAGE = "The window's texts are in English today and follow when they are translated; direction follows now."


class PreferencesDialog(Dialog):
    """`changed` is called after every choice, when it has been kept; nothing here touches the workbook."""

    def __init__(
        self, preferences: Preferences, language: str, changed: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """`language` is that of the workbook, which formats follow unless somebody chooses others."""
        super().__init__(parent)
        self._preferences, self._workbook_language, self._changed = preferences, language, changed
        self.setWindowTitle("Preferences")
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self.name.editingFinished.connect(self._on_name_edited)
        self.language = _choices(appearance.LANGUAGES)
        self.formats = _choices({"": "As the workbook's language", **appearance.FORMATS})
        self.paper = _choices(appearance.PAPERS)
        self.theme = _choices(_THEMES)
        self.text_size = QSlider(Qt.Orientation.Horizontal)
        self.text_size.setRange(
            appearance.SMALLEST_TEXT // appearance.TEXT_STEP, appearance.LARGEST_TEXT // appearance.TEXT_STEP
        )
        self.text_size.setPageStep(2)
        self.text_size.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.text_size.valueChanged.connect(self._on_text_size_changed)
        for box, field in self._boxes().items():
            box.currentIndexChanged.connect(lambda _row, box=box, field=field: self._keep(field, box.currentData()))
        self.example = label("", "muted")
        self.percent = label("")
        self._lay_out()
        self.show_values()

    def show_values(self) -> None:
        """Show what is kept."""
        chosen = self._preferences
        self.name.setText(chosen.operator)
        for box, field in self._boxes().items():
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(getattr(chosen, field))))
        with QSignalBlocker(self.text_size):
            self.text_size.setValue(chosen.text_size // appearance.TEXT_STEP)
        self._show_examples()

    def reset(self) -> None:
        """Go back to how the program comes, but for the name, which is nobody else's."""
        usual = Preferences()
        for field in (*self._boxes().values(), "text_size"):
            setattr(self._preferences, field, getattr(usual, field))
        self.show_values()
        self._apply()

    def accept(self) -> None:
        self._on_name_edited()
        super().accept()

    def reject(self) -> None:
        self._on_name_edited()
        super().reject()

    def _boxes(self) -> dict[QComboBox, str]:
        return {self.language: "language", self.formats: "formats", self.paper: "paper", self.theme: "theme"}

    def _keep(self, field: str, value: object) -> None:
        if getattr(self._preferences, field) != value:
            setattr(self._preferences, field, value)
            self._apply()

    def _apply(self) -> None:
        self._preferences.save()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        appearance.apply(app, self._preferences)
        self._show_examples()
        self._changed()

    def _on_name_edited(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setText(self._preferences.operator)
        elif name != self._preferences.operator:
            self._preferences.operator, self._preferences.operator_confirmed = name, True
            self._preferences.save()
            self._changed()

    def _on_text_size_changed(self, steps: int) -> None:
        self._keep("text_size", steps * appearance.TEXT_STEP)

    def _show_examples(self) -> None:
        shown = appearance.formats_of(self._preferences, self._workbook_language)
        self.example.setText(appearance.example_of(shown))
        self.example.setAccessibleName(f"Example: {self.example.text()}")
        self.percent.setText(f"{self._preferences.text_size} %")
        self.text_size.setAccessibleDescription(self.percent.text())

    def _lay_out(self) -> None:
        inner = QWidget()
        fields = column(inner, "medium", "wide")
        _field(fields, "Your &name", self.name, "The history says who made each change. It stays on this computer.")
        _field(fields, "&Language of the window", self.language, _OWN_LANGUAGE)
        said = "How dates, numbers and amounts read in the window; documents follow the workbook's language."
        _field(fields, "Dates and n&umbers", self.formats, said, self.example)
        said = "For documents as PDF. Excel workbooks follow the country of the partnership."
        _field(fields, "&Paper", self.paper, said)
        _field(fields, "&Theme", self.theme, "High contrast uses black and white, with thicker lines.")
        size = row(gap="medium")
        size.addWidget(self.text_size, 1)
        size.addWidget(self.percent)
        _field(
            fields,
            "Te&xt size",
            self.text_size,
            f"From {theme.SMALLEST_TEXT} to {theme.LARGEST_TEXT} %; arrow keys move it.",
            inside=size,
        )
        fields.addStretch(1)
        usual = button("As usual", "quiet", "Language, formats, paper, theme and text size as the program comes")
        usual.setAutoDefault(False)
        usual.clicked.connect(self.reset)
        close = button("Close", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        feet = wrapping_row(gap="small", edge="large")
        feet.addWidget(usual)
        feet.addStretch(1)
        feet.addWidget(close)
        box = column(self, "")
        box.addWidget(scrolled(inner, "Preferences"), 1)
        box.addLayout(feet)
        self.resize(560, 640)


def _choices(terms: Mapping[str, str]) -> QComboBox:
    made = Box()
    for key, title in terms.items():
        made.addItem(title, key)
    return made


def _field(
    box: QVBoxLayout,
    title: str,
    control: QWidget,
    help: str,
    more: QWidget | None = None,
    inside: QHBoxLayout | None = None,
) -> None:
    """Put a control under its label, with what it is for below it."""
    part = column(gap="tight")
    name = label(title, "label")
    name.setBuddy(control)
    control.setAccessibleName(title.replace("&", ""))
    control.setToolTip(help)
    part.addWidget(name)
    if inside is not None:
        part.addLayout(inside)
    else:
        part.addWidget(control)
    if more is not None:
        part.addWidget(more)
    part.addWidget(label(help, "caption", wrap=True))
    box.addLayout(part)
