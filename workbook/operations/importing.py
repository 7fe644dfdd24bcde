"""Bringing a plan that somebody wrote, or another workbook exported, into this one."""

from dataclasses import dataclass, field

from workbook.book import Book
from workbook.changes import Change
from workbook.plan_format import read_plan


@dataclass
class ImportPlan:
    """Add what a plan file has and this workbook has not, and give known records the file's values.

    A record is known by its code, by what it joins, or by its owner and name. Only keys that are in the file are
    touched and nothing is removed, so a file may hold a part of a plan; the whole is one step that can be undone.
    `document` is plain data, as `exports.plan.read` returns it; `name` is the name of the file, for the history.
    Refused with every problem at once, each under its path in the file: ``partners[3].sector``.
    """

    document: object
    name: str
    title: str = field(default="Import plan from {name}", init=False)

    @property
    def values(self) -> dict[str, str]:
        return {"name": self.name}

    def plan(self, book: Book) -> tuple[Change, ...]:
        return read_plan(self.document, book)
