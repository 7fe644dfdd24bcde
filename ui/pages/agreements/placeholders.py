"""Words in {braces}: marked where they are written, and listed with what stands behind them."""

import re
from collections.abc import Mapping

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.desk import Desk
from ui.widgets.to_do import ToDo, ToDoCard
from workbook.agreements import Place, place_of
from workbook.agreements.placeholders import names_in
from workbook.agreements.values import TITLES, clause_values
from workbook.records import Agreement

_BRACES = re.compile(r"\{([a-z][a-z0-9_]*)(?:=([^{}]*))?\}")
_LONGEST = 90


class PlaceholderMarks(QSyntaxHighlighter):
    """What the plan fills is bold; what it does not say yet is underlined as well."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._values: Mapping[str, str] = {}

    def show_values(self, values: Mapping[str, str]) -> None:
        """Mark anew with other values, if they are others."""
        if values != self._values:
            self._values = dict(values)
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for match in _BRACES.finditer(text):
            filled = bool(self._values.get(match[1], "").strip()) or bool(match[2] and not match[2].startswith("?"))
            made = QTextCharFormat()
            made.setFontWeight(QFont.Weight.Bold)
            made.setForeground(theme.current().colour("accent" if filled else "warning"))
            made.setFontUnderline(not filled)
            self.setFormat(match.start(), len(match[0]), made)


class FilledCard(ToDoCard):
    """The placeholders of a wording: what each is filled with, or what is missing and where it is to be said."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        nothing = "No words in {braces}: this clause reads the same in every plan."
        super().__init__("Filled from the plan", nothing, parent)
        self.desk = desk

    def show_wording(self, agreement: Agreement, wording: str, values: Mapping[str, str]) -> None:
        """List what stands behind the braces of a wording."""
        found = {match[1]: match[2] for match in _BRACES.finditer(wording)}
        self.show_all([self._line(agreement, name, found.get(name), values) for name in names_in(wording)])

    def _line(self, agreement: Agreement, name: str, default: str | None, values: Mapping[str, str]) -> ToDo:
        said = values.get(name, "").strip()
        title = TITLES.get(name, name.replace("_", " "))
        what = title[:1].upper() + title[1:]
        place = place_of(self.desk.bridge.book, agreement, name)
        lead = (lambda: self.desk.go_to(*place)) if place is not None else None
        target = "/".join(place or Place(""))
        if said:
            short = " ".join(said.split())
            words = f"{what}: {short if len(short) <= _LONGEST else short[:_LONGEST] + '…'}"
            return ToDo(words, "", "check-circle", "good", lead=lead, target=target)
        if default and not default.startswith("?"):
            return ToDo(f"{what}: {default}", "change it in the text", "pencil-simple", "muted")
        if default is not None:
            return ToDo(f"{default[1:]}: still to be said", "write it in the text after =", "warning", "warning")
        if name in values:
            remark = "say it there" if lead else ""
            return ToDo(f"{what}: not yet in the plan", remark, "warning", "warning", lead=lead, target=target)
        return ToDo(f"{{{name}}}: no such value; it stays as it is written", "", "x-circle", "error")


def values_for(desk: Desk, agreement: Agreement, letters: Mapping[str, str]) -> dict[str, str]:
    """Return what the plan puts into wordings, annexes included."""
    return clause_values(desk.bridge.book, agreement, desk.bridge.formats) | dict(letters)
