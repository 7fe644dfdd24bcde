"""What the cells of one tracker are made from: the edition, and what several columns of a row share."""

import datetime
from collections import defaultdict
from functools import cached_property

from exports.edition import Edition
from workbook.book import Book
from workbook.formats import Formats
from workbook.kinds import Reading
from workbook.measures.indicators import IndicatorProgress, progress
from workbook.records import RECORD_TYPES, Indicator, Responsibility
from workbook.vocabularies import UNITS

LABEL_LENGTH = 60
NAMING_PEOPLE = frozenset(
    name for name, held in RECORD_TYPES.items() if any(field.personal and field.required for field in held.fields)
)
"""The record types that are about persons."""


def unit_of(shown: "Shown", unit: str | None) -> str:
    """Say in which unit a need is counted: one of ours, somebody's own, or lines."""
    if unit in UNITS:
        return shown.formats.term(UNITS, unit or "")
    return unit or shown.say("lines")


class Shown:
    """An edition as a tracker shows it: people by their code only, unless names were asked for."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._labels: dict[str, str] = {}
        self._progress: dict[str, IndicatorProgress] = {}

    @property
    def book(self) -> Book:
        return self.edition.book

    @property
    def formats(self) -> Formats:
        return self.edition.formats

    def say(self, source: str, /, **values: object) -> str:
        """Say one of our own sentences in the language of the tracker."""
        return self.edition.say(source, **values)

    @property
    def as_of(self) -> datetime.date:
        return self.edition.as_of

    @property
    def personal(self) -> bool:
        return self.edition.personal

    @cached_property
    def reading(self) -> Reading:
        return Reading(self.edition.formats, self.label, self.book.find)

    def label(self, type_name: str, record_id: str) -> str:
        """Name a record by its code and the beginning of its name; `Book.find` knows it again by the code."""
        found = self._labels.get(record_id)
        if found is None:
            found = self._labels[record_id] = self._label(type_name, record_id)
        return found

    def _label(self, type_name: str, record_id: str) -> str:
        if type_name in NAMING_PEOPLE and not self.personal:
            return getattr(self.book.get(type_name, record_id), "code", "") or self.say(RECORD_TYPES[type_name].title)
        label = self.book.label(type_name, record_id)
        return label if len(label) <= LABEL_LENGTH else label[: LABEL_LENGTH - 1].rstrip() + "…"

    @cached_property
    def roles(self) -> dict[tuple[str, str], list[str]]:
        """The partners that have a letter in an activity."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for cell in self.book.all(Responsibility):
            for letter in cell.letters:
                found[cell.activity or "", letter].append(self.label("partners", cell.partner or ""))
        for labels in found.values():
            labels.sort()
        return found

    def progress(self, indicator: Indicator) -> IndicatorProgress:
        found = self._progress.get(indicator.id)
        if found is None:
            found = self._progress[indicator.id] = progress(self.book, indicator, self.as_of)
        return found
