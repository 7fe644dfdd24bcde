"""The hidden sheet of choices, and the validations that offer them and refuse what a column cannot hold."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from exports.tracker.contents import FIRST_DAY, text
from exports.tracker.rows import RowWriter
from exports.tracker.shown import Shown
from exports.tracker.styles import BODY, HEADER
from workbook.fields import Field
from workbook.kinds.choices import NO, YES
from workbook.records import RECORD_TYPES
from workbook.vocabularies import Vocabulary
from workbook.wording import source

Say = Callable[..., str]
SHEET = "Lists"
_LONGEST_PROMPT, _LONGEST_TITLE = 250, 30
_WANTED = {
    "percentage": (
        source("Write a percentage."),
        source("Write a percentage of {low} or more."),
        source("Write a percentage from {low} to {high}."),
    ),
    "whole": (
        source("Write a whole number."),
        source("Write a whole number of {low} or more."),
        source("Write a whole number from {low} to {high}."),
    ),
    "number": (
        source("Write a number."),
        source("Write a number of {low} or more."),
        source("Write a number from {low} to {high}."),
    ),
}
"""What is wanted of a number without limits, with the lower one, and with both."""


class Lists:
    """The choices that columns need, gathered while sheets are made, written at the end."""

    def __init__(self, shown: Shown) -> None:
        self._shown = shown
        self._lists: dict[str, list[str]] = {}
        self.only: dict[str, frozenset[str]] = {}
        """Which records of a type may be offered, where not all: those of a partner."""

    def reference(self, fields: Sequence[Field]) -> str:
        """Return the cells that hold the choices of a column, as a formula names them; nothing where it has none.

        Where several types share a column, the choices of all of them are offered.
        """
        vocabularies = list(dict.fromkeys(f.vocabulary for f in fields if f.kind == "choice" and f.vocabulary))
        if len(vocabularies) > 1:
            titles = dict.fromkeys(said for vocabulary in vocabularies for said in self._terms(vocabulary))
            return self._named("+".join(vocabulary.name for vocabulary in vocabularies), list(titles))
        return self._of_one(fields[0])

    def _of_one(self, field: Field) -> str:
        if field.kind == "choice" and field.vocabulary is not None:
            return self._named(field.vocabulary.name, self._terms(field.vocabulary))
        if field.kind == "flag":
            return self._named("yes_no", [self._shown.say(YES), self._shown.say(NO)])
        if field.kind == "reference":
            if field.target not in self._lists:
                only = self.only.get(field.target)
                held = [one for one in self._shown.book.records(field.target) if only is None or one.id in only]
                self._named(field.target, [self._shown.label(field.target, record.id) for record in held])
            return self._cells(field.target)
        return ""

    def _terms(self, vocabulary: Vocabulary) -> list[str]:
        return [self._shown.formats.term(vocabulary, key) for key in vocabulary.keys]

    def _named(self, name: str, choices: list[str]) -> str:
        self._lists.setdefault(name, choices)
        return self._cells(name)

    def _cells(self, name: str) -> str:
        count = len(self._lists[name])
        letter = get_column_letter(list(self._lists).index(name) + 1)
        return f"{SHEET}!${letter}$2:${letter}${count + 1}" if count else ""

    def write(self, rows: RowWriter) -> None:
        rows.line(*(text(name) for name in self._lists), role=HEADER)
        for row in zip_longest(*self._lists.values(), fillvalue=""):
            rows.line(*(text(choice) for choice in row), role=BODY)


def validation_of(fields: Sequence[Field], lists: Lists, say: Say) -> DataValidation | None:
    """Return what Excel checks and says for a column; None where anything goes and there is nothing to say."""
    field = fields[0]
    rule = _rule(fields, lists)
    unit = say("Unit: {unit}.", unit=say(field.unit)) if field.unit else ""
    told = " ".join(part for part in (say(field.help), unit) if part)
    if rule is None and not (told and field.title):
        return None
    validation = DataValidation(allow_blank=True, **(rule or {}))
    if rule is not None:
        # A list of records only warns, so that a code typed by hand passes; it is looked up when the sheet comes back.
        validation.errorStyle = "warning" if field.kind == "reference" else "stop"
        validation.showErrorMessage = True
        validation.errorTitle = say("Not possible here")[:_LONGEST_TITLE]
        validation.error = _error(field, say)[:_LONGEST_PROMPT]
    if told and field.title:
        validation.showInputMessage = True
        validation.promptTitle, validation.prompt = say(field.title)[:_LONGEST_TITLE], told[:_LONGEST_PROMPT]
    return validation


def closed_validation(say: Say) -> DataValidation:
    """Return what refuses all typing into a column that is not read, and says so in the words of the tracker."""
    validation = DataValidation(type="custom", formula1="FALSE", allow_blank=True, showErrorMessage=True)
    validation.errorTitle = say("Not possible here")[:_LONGEST_TITLE]
    validation.error = say("This column is only to be read; what is written here is not taken.")[:_LONGEST_PROMPT]
    return validation


def _rule(fields: Sequence[Field], lists: Lists) -> dict[str, Any] | None:
    field = fields[0]
    cells = lists.reference(fields)
    if cells:
        return {"type": "list", "formula1": cells}
    if field.kind == "date":
        return {"type": "date", "operator": "greaterThanOrEqual", "formula1": f"DATE({FIRST_DAY:%Y,%m,%d})"}
    if field.kind in ("whole", "number", "percent"):
        return {"type": "whole" if field.kind == "whole" and field.unit != "%" else "decimal", **_limits(field)}
    return None


def _limits(field: Field) -> dict[str, str]:
    scale = Decimal(100) if field.unit == "%" else Decimal(1)
    low = Decimal("-1e15") if field.minimum is None else field.minimum / scale
    high = Decimal("1e15") if field.maximum is None else field.maximum / scale
    return {"operator": "between", "formula1": f"{low:f}", "formula2": f"{high:f}"}


def _error(field: Field, say: Say) -> str:
    if field.kind in ("choice", "flag"):
        return say("Choose one of the list.")
    if field.kind == "reference":
        titles = say(RECORD_TYPES[field.target].titles)
        return say("This is not in the list of {titles}. Keep it if it is a code.", titles=titles.lower())
    if field.kind == "date":
        return say("Write a date.")
    plain, from_low, between = _WANTED["percentage" if field.unit == "%" else _what(field)]
    if field.minimum is None:
        return say(plain)
    return say(from_low if field.maximum is None else between, low=field.minimum, high=field.maximum)


def _what(field: Field) -> str:
    return {"whole": "whole", "percent": "percentage"}.get(field.kind, "number")
