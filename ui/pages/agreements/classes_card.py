"""What each kind of change after signing means in this partnership: the usual weights, and those that it agreed on."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.forms.fields_dialog import FieldsDialog
from ui.pages.agreements.asking import carried_out
from ui.pages.agreements.words import MATERIALITIES
from ui.widgets.to_do import ToDo, ToDoCard
from workbook.drifting import Weight, weights
from workbook.operations import AddRecord, EditRecord, Operation
from workbook.records import DriftClass
from workbook.vocabularies import DRIFT_ANSWERS
from workbook.vocabularies import MATERIALITIES as WEIGHTS

_NAMES = ("title", "materiality", "threshold", "asks", "note")


class ClassesCard(ToDoCard):
    """A line for each kind; what was agreed otherwise than usual says so."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("What each kind of change asks for", "", parent)
        self.desk = desk

    def refresh(self) -> None:
        """Write the weights as they are now."""
        own = {one.name for one in self.desk.bridge.book.all(DriftClass)}
        self.show_all([self._line(one, one.name in own) for one in weights(self.desk.bridge.book).values()])

    def _line(self, one: Weight, is_own: bool) -> ToDo:
        mark, role = MATERIALITIES[one.materiality]
        limit = ""
        if one.threshold is not None:
            limit = f" (up to {self.desk.bridge.formats.percent(one.threshold)} of what was agreed)"
        said = [WEIGHTS.title(one.materiality), DRIFT_ANSWERS.title(one.asks).lower()]
        change = partial(self.change, one)
        return ToDo(
            f"{one.title}{limit}",
            ", ".join([*said, "own rule"] if is_own else said),
            mark,
            role,
            "Change…",
            change,
            change,
            one.name,
        )

    def change(self, one: Weight) -> None:
        """Ask how this partnership weighs a kind of change."""
        carried_out(self.desk, class_dialog(self.desk, one, self.window()), "Kept how this kind of change is weighed.")


def class_dialog(desk: Desk, one: Weight, parent: QWidget) -> FieldsDialog:
    """Return the dialog that weighs a kind of change."""
    held = next((own for own in desk.bridge.book.all(DriftClass) if own.name == one.name), None)
    given = {
        "title": held.title if held else "",
        "materiality": one.materiality,
        "threshold": one.threshold,
        "asks": one.asks,
        "note": held.note if held else "",
    }

    def make(values: Mapping[str, Any]) -> Operation:
        if held is not None:
            return EditRecord("drift_classes", held.id, values)
        return AddRecord("drift_classes", {**values, "name": one.name})

    names = tuple(name for name in _NAMES if name != "threshold" or one.threshold is not None)
    dialog = FieldsDialog(desk.bridge, "drift_classes", names, given, make, parent)
    lead = "Agree on this with your partners; who gives money often has rules of their own."
    dialog.lay_out(one.title, lead, "Keep")
    return dialog
