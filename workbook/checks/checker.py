"""Running the structure checks over a book, and again after a change only where the change can matter."""

import datetime
from collections.abc import Iterable, Mapping
from itertools import chain

from workbook.book import Book
from workbook.changes import Change
from workbook.checks.base import Context, Finding, Rule
from workbook.checks.catalogue import RULES
from workbook.checks.runners import Runner, runner_for
from workbook.checks.thresholds import Limits


def findings(book: Book, as_of: datetime.date, sealed: Mapping[str, Book] | None = None) -> tuple[Finding, ...]:
    """Return what all structure checks find in a book on a day, in the order of the rules."""
    return Checker(as_of, sealed).run(book)


def blocking(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the errors that nobody accepted: what stands between the plan and *ready to sign*."""
    return tuple(finding for finding in found if finding.severity == "error" and not finding.accepted)


class Checker:
    """The structure checks at work on one workbook, for one day.

    `run` looks at everything; `update` looks again at what changes can have changed and returns all findings. `sealed`
    holds, by agreement id, the book as it was when that agreement was sealed; without it drift (T4) is not judged.
    """

    def __init__(self, as_of: datetime.date, sealed: Mapping[str, Book] | None = None) -> None:
        self.as_of = as_of
        self.findings: tuple[Finding, ...] = ()
        self._book: Book | None = None
        self._limits = Limits()
        self._knows_sealed = sealed is not None
        self._runners: list[tuple[Rule, Runner]] = [
            (rule, runner_for(rule, part, sealed or {})) for rule in RULES.values() for part in rule.parts
        ]

    @property
    def unjudged(self) -> frozenset[str]:
        """The rules that this checker cannot judge, because it was not given what was sealed."""
        return frozenset() if self._knows_sealed else frozenset({"T4"})

    def run(self, book: Book) -> tuple[Finding, ...]:
        """Check a whole book."""
        self._limits = Limits.of(book)
        ctx = self._context(book)
        for _, runner in self._runners:
            runner.start(ctx)
        return self._settled(book)

    def update(self, book: Book, changes: Iterable[Change]) -> tuple[Finding, ...]:
        """Check a book that came out of the last one checked by these changes."""
        before = self._book
        if before is None:
            return self.run(book)
        made = tuple(changes)
        again, moved = _accepted(before, book, made), _limits_touched(before, book, made)
        if moved:
            self._limits = Limits.of(book)
        ctx = self._context(book)
        for rule, runner in self._runners:
            if not moved.isdisjoint(rule.limits):
                runner.start(ctx)
            else:
                runner.follow(before, ctx, made, again.get(rule.id, frozenset()))
        return self._settled(book)

    def _context(self, book: Book) -> Context:
        return Context(book, self.as_of, self._limits)

    def _settled(self, book: Book) -> tuple[Finding, ...]:
        self._book = book
        self.findings = tuple(chain.from_iterable(runner.findings for _, runner in self._runners))
        return self.findings


def _accepted(before: Book, after: Book, changes: Iterable[Change]) -> dict[str, frozenset[str]]:
    """Return, per rule, the records whose findings were accepted or are no longer."""
    again: dict[str, frozenset[str]] = {}
    for change in changes:
        if change.type == "acceptances":
            for book in (before, after):
                record = book.get(change.type, change.id)
                if record is not None:
                    rule = str(getattr(record, "rule", ""))
                    again[rule] = again.get(rule, frozenset()) | {str(getattr(record, "record_id", ""))}
    return again


def _limits_touched(before: Book, after: Book, changes: Iterable[Change]) -> frozenset[str]:
    names: set[str] = set()
    for change in changes:
        if change.type == "thresholds":
            records = (before.get(change.type, change.id), after.get(change.type, change.id))
            names.update(str(getattr(record, "name", "")) for record in records if record is not None)
    return frozenset(names)
