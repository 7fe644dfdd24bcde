"""Which editor a kind of field is edited with. A test proves that every kind has one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.editors.base import Editor
from ui.editors.checklist import ChoicesEditor, ReferencesEditor
from ui.editors.chosen import ChoiceEditor, FlagEditor, ReferenceEditor
from ui.editors.typed import DayEditor, LineEditor, MoneyEditor, NumberEditor, TextEditor
from workbook.fields import Field

EDITORS: dict[str, Callable[[Field, Bridge, QWidget | None], Editor]] = {
    "line": LineEditor,
    "text": TextEditor,
    "whole": NumberEditor,
    "number": NumberEditor,
    "money": MoneyEditor,
    "percent": NumberEditor,
    "date": DayEditor,
    "moment": LineEditor,
    "choice": ChoiceEditor,
    "choices": ChoicesEditor,
    "flag": FlagEditor,
    "reference": ReferenceEditor,
    "references": ReferencesEditor,
}


def editor_for(field: Field, bridge: Bridge, parent: QWidget | None = None) -> Editor:
    """Return a new editor for a field."""
    return EDITORS[field.kind](field, bridge, parent)
