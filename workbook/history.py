"""What can be undone and redone, worked out from the log alone, so that it survives closing the program."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Step(NamedTuple):
    """The part of a change set that undo needs: where it stands, its title and what it takes back.

    A step in which a person was erased, or that erased one, is never undone: undo goes on with the step before.
    """

    seq: int
    id: str
    title: str
    undoes: str
    is_erased: bool = False


@dataclass
class UndoStacks:
    """Two stacks that follow the log: what can be undone, and what was undone and can be redone.

    An undo is an ordinary change set that points at the one it takes back; a redo points at the undo. A new edit
    empties the redo stack, as everywhere.
    """

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    _origin: dict[str, Step] = field(default_factory=dict)

    @classmethod
    def following(cls, steps: Iterable[Step]) -> "UndoStacks":
        stacks = cls()
        for step in steps:
            stacks.follow(step)
        return stacks

    def follow(self, step: Step) -> None:
        """Take in the next step of the log."""
        if not step.undoes:
            self.undone.clear()
            if not step.is_erased:
                self.done.append(step)
            return
        if step.is_erased:  # what it took back held the same, so it is in neither stack
            return
        redone = next((entry for entry in self.undone if entry.id == step.undoes), None)
        if redone is not None:
            self.undone.remove(redone)
            again = step._replace(title=self._origin.get(redone.id, redone).title, undoes="")
            self.done.append(again)
            return
        taken = next((entry for entry in self.done if entry.id == step.undoes), None)
        if taken is not None:
            self.done.remove(taken)
        self._origin[step.id] = taken or step
        self.undone.append(step)

    @property
    def next_undo(self) -> Step | None:
        return self.done[-1] if self.done else None

    @property
    def next_redo(self) -> Step | None:
        """The undo that redo would take back, under the title of what it took back."""
        if not self.undone:
            return None
        step = self.undone[-1]
        return step._replace(title=self._origin.get(step.id, step).title)
