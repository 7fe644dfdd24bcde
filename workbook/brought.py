"""The history of another copy that was brought in: who did what there, and what was decided when the two came together.

It stands in the values of the step that brought it, so that it is chained, undone and erased with that step. By the
hashes in it the same copy is known again, and nothing is brought or asked twice.
"""

import datetime
from collections.abc import Callable, Iterable

import msgspec

from workbook.changes import Change, ChangeSet
from workbook.records import RECORD_TYPES

BROUGHT = "brought"
"""The name of the value in which a step keeps the history that it brought in."""
MOST_KEPT = 64 * 1024 * 1024
"""So many bytes of a history are kept whole: some 200,000 edits. A file carries no more than that twice."""
_HASH = 16


class TheirStep(msgspec.Struct, frozen=True, array_like=True):
    """One change set of the other copy: its number there, when, who, what, and the beginning of its hash.

    What comes after the hash is blank in what earlier programs brought in, and `changes` where there were too many.
    """

    seq: int
    at: datetime.datetime
    operator: str
    title: str
    hash: str
    changes: tuple[Change, ...] = ()
    source: str = ""
    is_undo: bool = False


class Decision(msgspec.Struct, frozen=True, array_like=True):
    """One conflict and how it was settled, in words: record, field, was, ours, theirs, and which side stayed."""

    record: str
    field: str
    was: str
    ours: str
    theirs: str
    stayed: str


class Memory(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one step brought: the steps of the other copy, and what was decided. `also` are hashes known through it."""

    steps: tuple[TheirStep, ...] = ()
    decisions: tuple[Decision, ...] = ()
    also: tuple[str, ...] = ()


_decoder = msgspec.json.Decoder(Memory)


def short(hash_: str) -> str:
    """Return as much of a hash as is kept to know a step again."""
    return hash_[:_HASH]


def noted(memory: Memory) -> str:
    """Return what is kept as one text, for the values of a step; beyond `MOST_KEPT` without what each step changed."""
    text = msgspec.json.encode(memory)
    if len(text) > MOST_KEPT:
        by_title = tuple(msgspec.structs.replace(one, changes=()) for one in memory.steps)
        text = msgspec.json.encode(msgspec.structs.replace(memory, steps=by_title))
    return text.decode()


def memory_of(step: ChangeSet) -> Memory | None:
    """Return what a step keeps of another copy; None for every step that brought none."""
    text = step.values.get(BROUGHT)
    if text is None:
        return None
    try:
        return _decoder.decode(text)
    except msgspec.DecodeError:  # written by another program: shown like any step, and nothing is known through it
        return None


def steps_there(new: Iterable[ChangeSet], here: frozenset[str]) -> tuple[TheirStep, ...]:
    """Return the history that steps of another copy are, with what they brought from further copies before them.

    `here` are the short hashes of the steps that this copy has or has brought in already.
    """
    steps = tuple(new)
    still = {step.id for step in standing(steps)}
    found: dict[str, TheirStep] = {}
    for step in steps:
        memory = memory_of(step) if step.id in still else None
        for one in memory.steps if memory is not None else ():
            if one.hash not in here:
                found.setdefault(one.hash, one)
        known = short(step.hash)
        is_undo = bool(step.undoes)
        found[known] = TheirStep(
            step.seq, step.at, step.operator, step.title, known, step.changes, step.source, is_undo
        )
    return tuple(found.values())


def brought_steps(step: ChangeSet) -> tuple[ChangeSet, ...]:
    """Return what a step brought as change sets, oldest first."""
    memory = memory_of(step)
    return tuple(as_change_set(step, one) for one in (memory.steps if memory is not None else ()))


def as_change_set(step: ChangeSet, one: TheirStep) -> ChangeSet:
    """Return what was done in another copy as a change set, which has the number of the step that brought it.

    It has no id, as nothing here can take it back alone.
    """
    name = step.values.get("name", "")
    return ChangeSet(
        seq=step.seq,
        id="",
        at=one.at,
        operator=one.operator,
        device="",
        operation=one.title,
        changes=tuple(filter(_is_known, one.changes)),
        source=f"{name}: {one.source}" if one.source else name,
        salt=step.salt,
    )


def _is_known(change: Change) -> bool:
    """Say whether this program knows what a change touches; a newer one, or none of ours, may have written it."""
    record_type = RECORD_TYPES.get(change.type)
    if record_type is None:
        return False
    return all(name in record_type.by_name for side in (change.before, change.after) for name in side or ())


def rewritten(text: str, change: Callable[[Change], Change], words: Callable[[str], str]) -> str:
    """Return what is kept of another copy with every change and every text of it made anew, as erasing does."""
    try:
        memory = _decoder.decode(text)
    except msgspec.DecodeError:
        return words(text)
    steps = tuple(
        msgspec.structs.replace(
            one,
            title=words(one.title),
            changes=tuple(change(each) if each.type in RECORD_TYPES else each for each in one.changes),
        )
        for one in memory.steps
    )
    decisions = tuple(Decision(*map(words, msgspec.structs.astuple(one))) for one in memory.decisions)
    made = msgspec.structs.replace(memory, steps=steps, decisions=decisions)
    return text if made == memory else noted(made)


def known_through(steps: Iterable[ChangeSet]) -> frozenset[str]:
    """Return the short hashes of all steps of other copies that these steps brought and that were not taken back."""
    known: set[str] = set()
    for step in standing(steps):
        memory = memory_of(step)
        if memory is not None:
            known.update(one.hash for one in memory.steps)
            known.update(memory.also)
    return frozenset(known)


def standing(steps: Iterable[ChangeSet]) -> list[ChangeSet]:
    """Return the steps that no later step has undone; an undo that was itself undone counts for nothing."""
    taken_back: set[str] = set()
    found = []
    for step in reversed(tuple(steps)):
        if step.id in taken_back:
            continue
        found.append(step)
        if step.undoes:
            taken_back.add(step.undoes)
    return found
