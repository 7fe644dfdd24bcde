"""Where two copies of a workbook parted, what each did since, and from which state they are compared.

The chain of hashes names the last step that both have. Where one of them already took in steps of the other, that is
known from what it remembers (`memory`), and the copies are compared from there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from workbook.book import Book, MovedOn
from workbook.brought import known_through, memory_of, short, standing
from workbook.chain import first_break, last_common
from workbook.changes import ChangeSet, inverted
from workbook.erasing import erased_already, people_in, people_named
from workbook.kinds import Unacceptable
from workbook.merging.comparing import compare, found, settled
from workbook.merging.conflicts import Comparison, RecordKey, key_of
from workbook.merging.crossing import in_both
from workbook.problems import Problem, Refused
from workbook.records import RECORD_TYPES
from workbook.workbook import Workbook

_Steps = tuple[ChangeSet, ...]


@dataclass(frozen=True)
class Meeting:
    """Two copies side by side. `common` numbers the last step of both; the lists hold each side's steps after it.

    `in_ours` numbers the last step of theirs whose work ours has.
    """

    name: str
    ours: Book
    theirs: Book
    common: int
    our_steps: tuple[ChangeSet, ...]
    their_steps: tuple[ChangeSet, ...]
    in_ours: int
    comparison: Comparison

    @property
    def our_last(self) -> int:
        return self.common + len(self.our_steps)

    @property
    def new_steps(self) -> tuple[ChangeSet, ...]:
        """The steps of theirs that ours has not seen yet."""
        return tuple(step for step in self.their_steps if step.seq > self.in_ours)

    @property
    def brings_nothing(self) -> bool:
        """Say whether ours has all of theirs already; that theirs took in what is here is nothing new."""
        has_all = not (self.comparison.wished or self.comparison.conflicts)
        return has_all and all(memory_of(step) is not None for step in self.new_steps)

    @cached_property
    def known(self) -> frozenset[str]:
        """The short hashes of steps that come along because theirs had brought them in."""
        return known_through(self.new_steps)

    @cached_property
    def here(self) -> frozenset[str]:
        """The short hashes of the steps of ours since the last common one, and of those that they brought in."""
        return known_through(self.our_steps) | {short(step.hash) for step in self.our_steps}


def meet(ours: Workbook, theirs: Workbook, name: str) -> Meeting:
    """Put two copies side by side; `name` is what the other one is called.

    Raises `Refused` where they have no step in common, or where the history of theirs is not as it was recorded.
    """
    common = last_common(_hashes(ours), _hashes(theirs), min(ours.seq, theirs.seq))
    if not common and ours.seq and theirs.seq:
        sentence = (
            f"“{name}” and this workbook have no step of their history in common, so they are no copies of each other; "
            "export its plan and import that instead."
        )
        raise Refused(Problem(sentence))
    our_steps, their_steps = tuple(ours.history(common + 1)), tuple(theirs.history(common + 1))
    unknown = any(change.type not in RECORD_TYPES for step in their_steps for change in step.changes)
    if unknown or first_break(their_steps, _hashes(theirs)(common)) is not None:
        raise Refused(_not_as_recorded(f"“{name}”"))
    book, their_steps = _without_erased(theirs.book, their_steps, our_steps)
    in_ours = _last_known(their_steps, our_steps, common)
    in_theirs = _last_known(our_steps, their_steps, common)
    branches = _Branch("this workbook", ours.book, our_steps), _Branch(f"“{name}”", book, their_steps)
    comparison = _compared(*branches, common, in_ours, in_theirs)
    comparison = _without_names(comparison, (*our_steps, *their_steps))
    return Meeting(name, ours.book, book, common, our_steps, their_steps, in_ours, comparison)


def _without_erased(theirs: Book, their_steps: _Steps, our_steps: _Steps) -> tuple[Book, _Steps]:
    """Return a copy as it would be if those had been erased there who were erased here, so that nothing comes back."""
    erasure = erased_already(our_steps, theirs, their_steps)
    if not erasure.names:
        return theirs, their_steps
    return theirs.apply(erasure.present(theirs)), tuple(map(erasure.change_set, their_steps))


@dataclass(frozen=True)
class _Branch:
    """One side: what it is called, its book, and the steps in which it grew apart, over which it is led back."""

    name: str
    book: Book
    steps: tuple[ChangeSet, ...]

    def at(self, seq: int) -> Book:
        """Return the book after a step. However long the common history is, only what came after it is read."""
        later = tuple(change for step in self.steps if step.seq > seq for change in step.changes)
        try:
            return self.book.apply(inverted(later))
        except (MovedOn, Unacceptable, KeyError):
            raise Refused(_not_as_recorded(self.name)) from None


def _compared(ours: _Branch, theirs: _Branch, common: int, in_ours: int, in_theirs: int) -> Comparison:
    """Compare from the last state that both had: that of the chain, or one that a side took in from the other since."""
    if in_ours == common + len(theirs.steps):
        return Comparison((), ())
    if in_theirs == common + len(ours.steps):
        return compare(ours.book, ours.book, theirs.book, theirs.at(common) if in_theirs == common else None)
    if in_ours == common == in_theirs:
        return compare(ours.at(common), ours.book, theirs.book, theirs.at(common))
    if in_theirs == common:
        return compare(theirs.at(in_ours), ours.book, theirs.book)
    if in_ours == common:
        return compare(ours.at(in_theirs), ours.book, theirs.book)
    crossed = (theirs.at(in_ours), ours.at(in_theirs))
    first, second = (found(base, ours.book, theirs.book) for base in crossed)
    return settled(ours.book, in_both(first, second, ours.book, ours.at(common)))


def _without_names(comparison: Comparison, steps: tuple[ChangeSet, ...]) -> Comparison:
    """Leave out the names that a side gave to its own states before it brought something in; they stay with it."""
    names = {
        key_of(change)
        for step in steps
        if memory_of(step) is not None
        for change in step.changes
        if change.type == "snapshots" and (change.after or {}).get("state") == step.seq - 1
    }
    if not names:
        return comparison
    changes, wished = (
        tuple(one for one in side if key_of(one) not in names) for side in (comparison.changes, comparison.wished)
    )
    conflicts = tuple(one for one in comparison.conflicts if (one.type, one.id) not in names)
    return Comparison(changes, conflicts, wished)


def _hashes(workbook: Workbook) -> Callable[[int], str]:
    def hash_at(seq: int) -> str:
        return next((step.hash for step in workbook.history(seq, seq)), "") if seq else ""

    return hash_at


def _last_known(steps: _Steps, others: _Steps, common: int) -> int:
    """Return the number of the last of these steps up to which the other side has all their work.

    It has what it brought in and did not take back, and what these simply took over from it after that.
    """
    known, still = known_through(others), {step.id for step in standing(steps)}
    last, brought = common, set[str]()
    for step in steps:
        if short(step.hash) in known:
            brought.add(short(step.hash))
        elif step.id not in still or not _takes_over(step, others, brought):
            break
        last = step.seq
    return last


def _takes_over(step: ChangeSet, others: _Steps, before: set[str]) -> bool:
    """Say whether a step brought only what the other side has too, with nothing to decide, and so the same everywhere.

    Where something was taken back, it is not the same everywhere: who has the step that is taken back loses what others
    have from elsewhere. Then the other side must have been what this one became, with all its work of `before`.
    """
    memory = memory_of(step)
    if memory is None or memory.decisions:
        return False
    taken = {*(one.hash for one in memory.steps), *memory.also}
    if not any(one.is_undo for one in memory.steps):
        return known_through(others) | {short(one.hash) for one in others} >= taken
    last = max((number for number, one in enumerate(others, 1) if short(one.hash) in taken), default=0)
    then = others[:last]
    return known_through(then) | {short(one.hash) for one in then} >= taken | before


def _not_as_recorded(name: str) -> Problem:
    return Problem(
        f"The history of {name} is not as it was recorded, so it cannot be said what was done there; "
        "check that file, or rescue it into a new one."
    )


def erased_there(meeting: Meeting) -> tuple[RecordKey, ...]:
    """Return the people who were erased in the other copy and whom this one still names, in records or in steps."""
    erased = dict.fromkeys(key for step in meeting.new_steps for key in people_in(step))
    named = people_named(meeting.ours, meeting.our_steps) if erased else frozenset()
    return tuple(key for key in erased if key in named)
