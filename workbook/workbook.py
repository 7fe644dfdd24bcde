"""The open workbook: the one door through which every change goes.

A person, the command line, a returned tracker, a merge or an undo brings an operation; the operation is planned
against the book, written by the journal in one transaction, applied in memory, and told to the listeners.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import msgspec

from workbook.answers import refuse_bringing_back, refuse_revealing
from workbook.book import Book
from workbook.chain import chained
from workbook.changes import Change, ChangeSet
from workbook.contents import BringsContents, GivenFile, verified
from workbook.erasing import TITLE as ERASING
from workbook.erasing import erasure_of
from workbook.formats import Formats
from workbook.history import Step, UndoStacks
from workbook.identity import new_id
from workbook.journal import NO_CONTENTS, Journal
from workbook.operations import Operation, Problem, Refused, RestoreRecord, RestoreState, TakeBack
from workbook.records import RECORD_TYPES, Seal
from workbook.sealing import MadeFrom, PassesSeals, State, Verdict, refuse_sealed, verified_seal, verified_seals
from workbook.states import book_at


@dataclass(frozen=True)
class Author:
    """Who changes the workbook, on which machine, and by what means."""

    operator: str
    device: str = ""
    source: str = ""


@dataclass(frozen=True)
class Wording:
    """What a step is called in the history, and the id of the step that it takes back, if it does."""

    title: str
    values: dict[str, str]
    undoes: str = ""


@dataclass(frozen=True)
class Ready:
    """A step that is worked out and not yet made: what it changes, and the books before and after it."""

    changes: tuple[Change, ...]
    wording: Wording
    contents: Mapping[str, bytes]
    before: Book
    after: Book


Listener = Callable[[ChangeSet, object], None]


def _utc_now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class Workbook:
    """A book, its journal and those who follow its changes."""

    def __init__(
        self,
        book: Book,
        journal: Journal,
        author: Author,
        now: Callable[[], datetime.datetime] = _utc_now,
    ) -> None:
        self.book = book
        self.author = author
        self.now = now
        self._journal = journal
        self._listeners: list[Listener] = []
        self._stacks: UndoStacks | None = None

    @property
    def seq(self) -> int:
        """The sequence number of the last change set: the name of the present state."""
        return self._journal.last[0]

    @property
    def fingerprint(self) -> str:
        """The hash of the last change set, which names the present state and its whole history."""
        return self._journal.last[1]

    @property
    def state(self) -> State:
        """The present state, as a document names it that was made from it."""
        return State(self.seq, self.fingerprint)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(change_set, initiator)` after every change; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def do(self, operation: Operation, initiator: object = None) -> ChangeSet | None:
        """Carry out an operation; returns its change set, or None where nothing had to change.

        Raises `Refused` with the reasons, or what the journal raises; then nothing has changed.
        """
        return self.make(self.ready(operation), initiator)

    def ready(self, operation: Operation) -> Ready:
        """Work out a step that `make` then makes; a worker may call it for one that would keep the window waiting.

        Raises `Refused` with the reasons.
        """
        if isinstance(operation, MadeFrom) and operation.made_from != self.state:
            raise Refused(Problem("The plan has changed since this document was made; make it again, then seal it."))
        book = self.book
        changes = operation.plan(book)
        if not (isinstance(operation, PassesSeals) and operation.passes_seals):
            refuse_sealed(book, changes, undoing=isinstance(operation, TakeBack))
        self._keep_confidence(operation, changes)
        undoes = operation.change_set.id if isinstance(operation, TakeBack) else ""
        contents = operation.contents if isinstance(operation, BringsContents) else NO_CONTENTS
        wording = Wording(operation.title, dict(operation.values), undoes)
        return Ready(changes, wording, contents, book, book.apply(changes))

    def make(self, ready: Ready, initiator: object = None) -> ChangeSet | None:
        """Write a step that is worked out, and tell it; returns its change set, or None where nothing has to change.

        Raises `Refused` where the book has moved on since, or what the journal raises; then nothing has changed.
        """
        if not ready.changes:
            return None
        if ready.before is not self.book:
            raise Refused(Problem("The plan has changed meanwhile, so nothing was done; try again."))
        change_set = self._next_step(ready.changes, ready.wording)
        self._journal.append(change_set, ready.after, ready.contents)
        self.book = ready.after
        if self._stacks is not None:
            self._stacks.follow(Step(change_set.seq, change_set.id, change_set.title, ready.wording.undoes))
        for listener in tuple(self._listeners):
            listener(change_set, initiator)
        return change_set

    @property
    def next_undo(self) -> Step | None:
        """What undo would take back."""
        return self._undo_stacks.next_undo

    @property
    def next_redo(self) -> Step | None:
        """What redo would do again."""
        return self._undo_stacks.next_redo

    def undo(self, initiator: object = None) -> ChangeSet:
        """Take back the last step that still stands; raises `Refused` where there is none or it cannot be."""
        return self._take_back(self.next_undo, "Undo: {step}", "There is nothing to undo.", initiator)

    def redo(self, initiator: object = None) -> ChangeSet:
        """Do again what was last undone; raises `Refused` where there is nothing."""
        return self._take_back(self.next_redo, "Redo: {step}", "There is nothing to redo.", initiator)

    def erase(self, type_name: str, record_id: str, initiator: object = None) -> ChangeSet:
        """Erase the person in a record, from the history too; nothing brings that back. Returns the step that says so.

        Raises `Refused`, or what the journal raises; then nothing has changed, but for what `overwrite_freed` raises.
        """
        erasure = erasure_of(self.book, self.history(), type_name, record_id)
        present = erasure.present(self.book)
        after = self.book.apply(present)
        touched = tuple(Change(change.type, change.id, change.after, change.after) for change in present)
        what = str(getattr(self.book.get(type_name, record_id), "code", "")) or RECORD_TYPES[type_name].title
        step = self._next_step(touched, Wording(ERASING, {"record": what}))
        step = msgspec.structs.replace(step, salt="")
        pairs = ((old, erasure.change_set(old)) for old in self.history())
        self._journal.erase(step, present, (new for old, new in pairs if new is not old))
        self.book, self._stacks = after, None
        for listener in tuple(self._listeners):
            listener(step, initiator)
        self._journal.overwrite_freed()
        return step

    def history(self, first: int = 1, last: int | None = None) -> Iterable[ChangeSet]:
        """Return change sets by sequence number, oldest first."""
        return self._journal.change_sets(first, last)

    def moment(self, seq: int) -> datetime.datetime | None:
        """Return when a state came about; None where there is no such state."""
        return next((entry.at for entry in self.history(seq, seq)), None)

    def people(self) -> tuple[str, ...]:
        """Return who changed this workbook, here or in a copy that was brought in, by name."""
        return self._journal.people()

    def content(self, sha256: str) -> bytes:
        """Return what an attachment holds, having checked that it is what was attached; raises `Refused` if not."""
        return verified(sha256, self._journal.content(sha256))

    def keep_ahead(self, file: GivenFile) -> None:
        """Write what a file holds before the step that attaches it; may be called by a worker."""
        self._journal.keep_ahead(file.sha256, file.content)

    def forget_ahead(self) -> None:
        """Give up what was kept ahead for a step that is not made."""
        self._journal.forget_ahead()

    def has_content(self, sha256: str) -> bool:
        """Say whether what an attachment holds is in this workbook; one that came in a plan file has its name only."""
        return bool(sha256) and self._journal.has_content(sha256)

    def verdicts(self) -> tuple[Verdict, ...]:
        """Check every seal: whether document and state are what was recorded; reads the whole history."""
        return verified_seals(self.book, self.history(), self._journal.content)

    def verdict(self, seal: Seal, formats: Formats | None = None) -> Verdict:
        """Check one seal, which reads little of the history."""
        return verified_seal(self.book, seal, self._journal.change_sets, self._journal.content(seal.sha256), formats)

    def at(self, seq: int) -> Book:
        """Return the book as it was after change set `seq` (0: before the first), from the nearer end of the log."""
        if not 0 <= seq <= self.seq:
            raise Refused(Problem(f"There is no state {seq}; the last one is {self.seq}."))
        return book_at(self._journal.change_sets, self.book, self.seq, seq)

    @property
    def _undo_stacks(self) -> UndoStacks:
        if self._stacks is None:
            self._stacks = UndoStacks.following(self._journal.steps())
        return self._stacks

    def _take_back(self, step: Step | None, title: str, nothing: str, initiator: object) -> ChangeSet:
        if step is None:
            raise Refused(Problem(nothing))
        (change_set,) = self._journal.change_sets(step.seq, step.seq)
        done = self.do(TakeBack(change_set, title, {"step": step.title}), initiator)
        if done is None:
            raise Refused(Problem(nothing))
        return done

    def _keep_confidence(self, operation: Operation, changes: tuple[Change, ...]) -> None:
        """Refuse what would show answers of single partners that nobody was to read."""
        if self._is_step_back(operation):
            return
        refuse_revealing(self.book, changes)
        if isinstance(operation, TakeBack | RestoreRecord | RestoreState):
            refuse_bringing_back(self.book, changes)

    def _is_step_back(self, operation: Operation) -> bool:
        """Say whether this undoes the last step, or an undo: then everything is as it was when it was allowed."""
        if not isinstance(operation, TakeBack):
            return False
        return operation.change_set.id in {step.id for step in (self.next_undo, self.next_redo) if step is not None}

    def _next_step(self, changes: tuple[Change, ...], wording: Wording) -> ChangeSet:
        seq, previous = self._journal.last
        return chained(
            ChangeSet(
                seq=seq + 1,
                id=new_id(),
                at=self.now().replace(microsecond=0),
                operator=self.author.operator,
                device=self.author.device,
                operation=wording.title,
                changes=changes,
                values=wording.values,
                source=self.author.source,
                undoes=wording.undoes,
            ),
            previous,
        )
