"""How the parts of rules are run: once over everything, and then after each change only where it matters.

A runner keeps the findings of one part. It looks again at a record when that record changed, when a path leads from a
changed record to it, when one of its findings names a changed record, and when an acceptance of its finding changed.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import chain
from typing import Protocol

from workbook.book import Book, name_of
from workbook.changes import Change
from workbook.checks.base import WHOLE_PLAN, Context, Drifting, Each, Finding, Hit, Path, Rule, Tally, Whole
from workbook.checks.drift import BINDING_FIELDS, drift, drift_of
from workbook.identity import derived_id
from workbook.records import RECORD_TYPES, Acceptance, Agreement

Sealed = Mapping[str, Book]
ENDED = frozenset({"expired", "terminated", "superseded"})


class Runner(Protocol):
    """One part of one rule at work."""

    @property
    def findings(self) -> tuple[Finding, ...]: ...

    def start(self, ctx: Context) -> None:
        """Look at everything."""
        ...

    def follow(self, before: Book, ctx: Context, changes: Iterable[Change], again: frozenset[str]) -> None:
        """Look again at what these changes, or a changed acceptance of the records `again`, can have changed."""
        ...


def runner_for(rule: Rule, part: object, sealed: Sealed) -> Runner:
    """Return what runs a part."""
    if isinstance(part, Each):
        return EachRunner(rule, part)
    if isinstance(part, Whole):
        return WholeRunner(rule, part)
    if isinstance(part, Tally):
        return TallyRunner(rule, part)
    assert isinstance(part, Drifting)
    return DriftRunner(rule, part, sealed)


def warm(ctx: Context, paths: Iterable[Path]) -> None:
    """Ask once for every group that paths will ask for, so that the first edit does not pay for making them."""
    for path in paths:
        for record_class, fields in path.indexes if ctx.book.count(path.type) else ():
            ctx.book.count_where(record_class, **dict.fromkeys(fields))


def decorated(rule: Rule, ctx: Context, hits: Iterable[Hit]) -> tuple[Finding, ...]:
    """Make findings of what a part said, with the reasons for which the team accepted them."""
    return tuple(rule.finding(found, _acceptance(ctx.book, rule.id, found.id)) for found in hits)


def _acceptance(book: Book, rule: str, record_id: str) -> str:
    if not book.count("acceptances"):
        return ""
    record = book.one(Acceptance, derived_id("acceptances", rule, record_id))
    return record.reason if record is not None else ""


def _touched(before: Book, after: Book, subject: str, paths: Iterable[Path], changes: Iterable[Change]) -> set[str]:
    """Return the ids of the subjects on which changes bear, as things stood before and as they stand now."""
    ids: set[str] = set()
    for change in changes:
        if change.type == subject:
            ids.add(change.id)
        for path in paths:
            if path.concerns(change):
                for book in (before, after):
                    record = book.get(change.type, change.id)
                    if record is not None:
                        ids.update(record_id for record_id in path.to(book, record) if record_id)
    return ids


def _renames(change: Change) -> bool:
    """Say whether a change can make a record be named differently in a sentence."""
    if change.before is None or change.after is None:
        return True
    return "code" in change.after or RECORD_TYPES[change.type].label in change.after


class EachRunner:
    """Runs a part that looks at every record of a class by itself."""

    def __init__(self, rule: Rule, part: Each) -> None:
        self._rule, self._part = rule, part
        self._subject = name_of(part.subject)
        self._held: dict[str, tuple[tuple[Finding, ...], frozenset[str]]] = {}
        self._order: list[str] = []
        self._naming: dict[str, set[str]] = {}
        self._all: tuple[Finding, ...] | None = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        if self._all is None:
            self._all = tuple(chain.from_iterable(self._held[record_id][0] for record_id in self._order))
        return self._all

    def start(self, ctx: Context) -> None:
        self._held, self._naming, self._order, self._all = {}, {}, [], None
        for record in ctx.book.all(self._part.subject):
            self._look(ctx, record.id)
        warm(ctx, self._part.paths)

    def follow(self, before: Book, ctx: Context, changes: Iterable[Change], again: frozenset[str]) -> None:
        ids = _touched(before, ctx.book, self._subject, self._part.paths, changes)
        ids.update(record_id for record_id in again if record_id in self._held)
        if self._naming:
            for change in changes:
                if _renames(change):
                    ids |= self._naming.get(change.id, set())
        for record_id in ids:
            self._look(ctx, record_id)

    def _look(self, ctx: Context, record_id: str) -> None:
        ctx.mentioned.clear()
        record = ctx.book.get(self._subject, record_id)
        hits = () if record is None else tuple(self._part.check(ctx, record))
        known = self._held.get(record_id)
        if hits:
            self._keep(record_id, decorated(self._rule, ctx, hits), frozenset(ctx.mentioned) - {record_id})
        elif known is not None:
            self._forget(record_id)

    def _keep(self, record_id: str, findings: tuple[Finding, ...], mentions: frozenset[str]) -> None:
        known = self._held.get(record_id)
        if known is None:
            insort(self._order, record_id)
        elif known == (findings, mentions):
            return
        else:
            self._unname(record_id, known[1])
        self._held[record_id] = (findings, mentions)
        for name in mentions:
            self._naming.setdefault(name, set()).add(record_id)
        self._all = None

    def _forget(self, record_id: str) -> None:
        self._unname(record_id, self._held.pop(record_id)[1])
        del self._order[bisect_left(self._order, record_id)]
        self._all = None

    def _unname(self, record_id: str, mentions: frozenset[str]) -> None:
        for name in mentions:
            subjects = self._naming[name]
            subjects.discard(record_id)
            if not subjects:
                del self._naming[name]


class _PlanRunner:
    """What runners have in common that speak about the plan as a whole."""

    def __init__(self, rule: Rule, inputs: Mapping[str, tuple[str, ...]]) -> None:
        self._rule, self._inputs = rule, inputs
        self._named: frozenset[str] = frozenset()
        self.findings: tuple[Finding, ...] = ()

    def _say(self, ctx: Context, hits: Iterable[Hit]) -> None:
        self.findings = decorated(self._rule, ctx, hits)
        self._named = frozenset(ctx.mentioned)

    def _concerned(self, changes: Iterable[Change], again: frozenset[str]) -> bool:
        accepted = again and (WHOLE_PLAN in again or any(finding.id in again for finding in self.findings))
        return bool(accepted) or any(
            self._is_input(change) or (change.id in self._named and _renames(change)) for change in changes
        )

    def _is_input(self, change: Change) -> bool:
        fields = self._inputs.get(change.type)
        if fields is None:
            return False
        if not fields or change.before is None or change.after is None:
            return True
        return any(name in change.after for name in fields)


class WholeRunner(_PlanRunner):
    """Runs a part that looks at the plan as a whole."""

    def __init__(self, rule: Rule, part: Whole) -> None:
        super().__init__(rule, part.inputs)
        self._part = part

    def start(self, ctx: Context) -> None:
        ctx.mentioned.clear()
        hits = tuple(self._part.check(ctx))
        self._say(ctx, hits)

    def follow(self, before: Book, ctx: Context, changes: Iterable[Change], again: frozenset[str]) -> None:
        if self._concerned(changes, again):
            self.start(ctx)


class TallyRunner(_PlanRunner):
    """Runs a part that judges sums, and moves the sums with every change."""

    def __init__(self, rule: Rule, part: Tally) -> None:
        super().__init__(rule, part.inputs)
        self._part = part
        self._subject = name_of(part.subject)
        self._sums: dict[tuple[str, ...], Decimal] = {}
        self._counts: dict[tuple[str, ...], int] = {}

    def start(self, ctx: Context) -> None:
        self._sums, self._counts = {}, {}
        for record in ctx.book.all(self._part.subject):
            self._add(ctx.book, record.id, 1)
        warm(ctx, self._part.paths)
        self._judge(ctx)

    def follow(self, before: Book, ctx: Context, changes: Iterable[Change], again: frozenset[str]) -> None:
        ids = _touched(before, ctx.book, self._subject, self._part.paths, changes)
        for record_id in ids:
            self._add(before, record_id, -1)
            self._add(ctx.book, record_id, 1)
        if ids or self._concerned(changes, again):
            self._judge(ctx)

    def _judge(self, ctx: Context) -> None:
        ctx.mentioned.clear()
        hits = tuple(self._part.judge(ctx, self._sums))
        self._say(ctx, hits)

    def _add(self, book: Book, record_id: str, sign: int) -> None:
        record = book.get(self._subject, record_id)
        if record is None:
            return
        for key, amount in self._part.amounts(book, record):
            count = self._counts.get(key, 0) + sign
            if count:
                self._counts[key] = count
                self._sums[key] = self._sums.get(key, Decimal(0)) + sign * amount
            else:
                self._counts.pop(key, None)
                self._sums.pop(key, None)


class DriftRunner(_PlanRunner):
    """Runs the comparison with what was sealed, record by record."""

    def __init__(self, rule: Rule, part: Drifting, sealed: Sealed) -> None:
        super().__init__(rule, {"agreements": (), "drift_classes": ()})
        self._part, self._sealed = part, sealed
        self._drifts: dict[str, dict[tuple[str, str], Change]] = {}

    def start(self, ctx: Context) -> None:
        self._drifts = {
            agreement_id: {(change.type, change.id): change for change in drift(book, ctx.book, agreement_id)}
            for agreement_id, book in self._sealed.items()
        }
        self._judge(ctx)

    def follow(self, before: Book, ctx: Context, changes: Iterable[Change], again: frozenset[str]) -> None:
        moved = False
        for change in changes:
            if change.type in BINDING_FIELDS:
                moved = self._compare(ctx.book, change) or moved
        if moved or self._concerned(changes, again):
            self._judge(ctx)

    def _compare(self, now: Book, change: Change) -> bool:
        key, moved = (change.type, change.id), False
        for agreement_id, sealed in self._sealed.items():
            drifts = self._drifts[agreement_id]
            found = drift_of(sealed, now, *key, agreement_id)
            if found != drifts.get(key):
                moved = True
                if found is None:
                    del drifts[key]
                else:
                    drifts[key] = found
        return moved

    def _judge(self, ctx: Context) -> None:
        ctx.mentioned.clear()
        hits: list[Hit] = []
        for agreement in ctx.book.all(Agreement):
            drifts = self._drifts.get(agreement.id)
            if drifts and agreement.status not in ENDED and not self._is_amended(ctx.book, agreement):
                changes = [drifts[key] for key in sorted(drifts)]
                hits += self._part.judge(ctx, agreement, self._sealed[agreement.id], changes)
        self._say(ctx, hits)

    def _is_amended(self, book: Book, agreement: Agreement) -> bool:
        """Say whether a later sealed amendment is in force; the plan is then compared with that one."""
        amendments = book.where(Agreement, parent=agreement.id, status="in_force")
        return any(a.level == "amendment" and a.id in self._sealed for a in amendments)
