"""A workbook that tests fill in a line or two, through the same door as everybody else."""

import datetime
from typing import Any
from uuid import UUID

from workbook.book import PLAN_ID, Book
from workbook.changes import ChangeSet
from workbook.checks import Checker, Finding, findings
from workbook.journal import MemoryJournal
from workbook.operations import AcceptFinding, AddRecord, EditRecord, RemoveRecords, SetResponsibilities
from workbook.records import RECORD_TYPES
from workbook.workbook import Author, Workbook

TODAY = datetime.date(2027, 3, 1)


def days(count: int) -> datetime.date:
    """A day some days after today (or before it)."""
    return TODAY + datetime.timedelta(days=count)


class Builder:
    """A workbook in memory, with one word for each thing that a test does to it."""

    def __init__(self, **plan: Any) -> None:
        self._made = 0
        self.workbook = Workbook(Book.empty(), MemoryJournal(), Author("T"))
        self.checker = following(self.workbook)
        if plan:
            self.plan(**plan)

    def again(self) -> "Builder":
        """Another workbook, which begins with what this one holds."""
        other = Builder()
        other._made = self._made
        other.workbook = Workbook(self.book, MemoryJournal(), Author("T"))
        other.checker = following(other.workbook)
        return other

    @property
    def book(self) -> Book:
        return self.workbook.book

    def plan(self, **given: Any) -> None:
        if self.book.count("plan"):
            self.edit("plan", PLAN_ID, **given)
        else:
            self.add("plan", **{"title": "Plan", **given})

    def add(self, type_name: str, **given: Any) -> str:
        operation = self.adding(type_name, given)
        self.workbook.do(operation)
        return operation.record_id

    def adding(self, type_name: str, given: dict[str, Any]) -> AddRecord:
        """An addition with an id that is the same in every run, so that a failing example can be run again."""
        self._made += 1
        return AddRecord(type_name, given, "" if RECORD_TYPES[type_name].key else str(UUID(int=self._made)))

    def edit(self, type_name: str, record_id: str, **given: Any) -> None:
        self.workbook.do(EditRecord(type_name, record_id, given))

    def remove(self, type_name: str, *record_ids: str) -> None:
        self.workbook.do(RemoveRecords(type_name, record_ids))

    def partner(self, name: str = "Museum", sector: str = "cultural_institution", **given: Any) -> str:
        return self.add("partners", **{"name": name, "sector": sector, "status": "engaged", **given})

    def activity(self, title: str = "Open the workshop", **given: Any) -> str:
        return self.add("activities", title=title, **given)

    def role(self, activity: str, partner: str, *letters: str) -> None:
        self.workbook.do(SetResponsibilities({(activity, partner): letters}))

    def line(self, kind: str = "commitment", title: str = "Money", **given: Any) -> str:
        return self.add("resources", kind=kind, title=title, **given)

    def accept(self, rule: str, record_id: str = "", reason: str = "We know.") -> None:
        self.workbook.do(AcceptFinding(rule, record_id, reason, TODAY))

    def found(self, rule: str, sealed: dict[str, Book] | None = None) -> tuple[Finding, ...]:
        """What one rule finds in the book as it stands; a checker that followed every step has to find the same."""
        found = findings(self.book, TODAY, sealed)
        assert sealed is not None or self.checker.findings == found
        return tuple(finding for finding in found if finding.rule == rule)

    def titles(self, rule: str, sealed: dict[str, Book] | None = None) -> list[str]:
        return [finding.title for finding in self.found(rule, sealed)]


def following(workbook: Workbook, as_of: datetime.date = TODAY) -> Checker:
    """A checker that follows every change of a workbook."""
    checker = Checker(as_of)
    checker.run(workbook.book)

    def follow(change_set: ChangeSet, _: object) -> None:
        checker.update(workbook.book, change_set.changes)

    workbook.subscribe(follow)
    return checker
