"""What a workbook remembers of a copy that was brought in: the steps that were made there, and what was decided.

It stands in the values of the step that brought them, so that it is chained, undone and erased with that step. By the
hashes in it the same copy is known again, and nothing is brought or asked twice.
"""

import datetime
from collections.abc import Iterable

import msgspec

from workbook.changes import BROUGHT, ChangeSet

_HASH = 16


class TheirStep(msgspec.Struct, frozen=True, array_like=True):
    """One change set of the other copy: its number there, when, who, what, and the beginning of its hash."""

    seq: int
    at: datetime.datetime
    operator: str
    title: str
    hash: str


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


def noted(steps: Iterable[tuple[ChangeSet, str]], decisions: Iterable[Decision], also: Iterable[str]) -> str:
    """Return what is to be remembered as one text, for the values of a step; each step comes with its title."""
    theirs = (TheirStep(one.seq, one.at, one.operator, title, short(one.hash)) for one, title in steps)
    return msgspec.json.encode(Memory(tuple(theirs), tuple(decisions), tuple(also))).decode()


def memory_of(step: ChangeSet) -> Memory | None:
    """Return what a step remembers of another copy; None for every step that brought none."""
    text = step.values.get(BROUGHT)
    if text is None:
        return None
    try:
        return _decoder.decode(text)
    except msgspec.DecodeError:  # written by another program: shown like any step, and nothing is known through it
        return None


def known_through(steps: Iterable[ChangeSet]) -> frozenset[str]:
    """Return the short hashes of all steps of other copies that these steps brought and that were not taken back."""
    known: set[str] = set()
    for step in _standing(steps):
        memory = memory_of(step)
        if memory is not None:
            known.update(one.hash for one in memory.steps)
            known.update(memory.also)
    return frozenset(known)


def _standing(steps: Iterable[ChangeSet]) -> list[ChangeSet]:
    """Return the steps that no later step has undone; an undo that was itself undone counts for nothing."""
    taken_back: set[str] = set()
    standing = []
    for step in reversed(tuple(steps)):
        if step.id in taken_back:
            continue
        standing.append(step)
        if step.undoes:
            taken_back.add(step.undoes)
    return standing
