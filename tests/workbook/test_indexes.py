"""Groups that are carried along are those that would be made anew, for few moves and for many."""

import random

import pytest

from workbook.indexes import Moves, indexed, moved
from workbook.records import Activity


@pytest.mark.parametrize("count", [3, 200])
def test_groups_that_followed_changes_are_those_of_the_records_then(count: int) -> None:
    chance = random.Random(count)
    held = {
        f"a{n:03}": Activity(f"a{n:03}", title="x", status=chance.choice(("planned", "done", None)))
        for n in range(count)
    }
    for _round in range(6):
        before, moves = indexed(("status",), held.values()), list[tuple[Activity | None, Activity | None]]()
        for _move in range(count):
            key = f"a{chance.randrange(count * 2):03}"
            old = held.get(key)
            new = (
                None
                if old and chance.random() < 0.4
                else Activity(key, title="y", status=chance.choice(("done", None)))
            )
            moves.append((old, new))
            held.pop(key, None)
            held |= {} if new is None else {key: new}
        held = dict(sorted(held.items()))
        all_moves: Moves = [*moves]
        assert moved(before, ("status",), all_moves) == indexed(("status",), held.values())
