"""The matrix that follows changes is the one that would be read anew, and leaves alone what they do not touch."""

import random
from decimal import Decimal
from typing import Any

from tests.golden.plans import Maker
from workbook.measures.matrix import NeedsMatrix, needs_matrix
from workbook.measures.needs_following import matrix_after
from workbook.operations import AddRecord, EditRecord, Operation, Refused, RemoveRecords
from workbook.records import Partner, Resource

_CATEGORIES = ("staff_time", "space", None)


class Sitting:
    """Somebody who changes needs, offers and partners at random."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        maker = Maker().plan(title="Depot", currency="EUR")
        self.activities = [maker.add("activities", title=f"Do {n}") for n in range(3)]
        for number in range(4):
            maker.add("partners", name=f"Partner {number}", sector="civil_society", status="engaged")
        self.book = maker.book

    def step(self) -> tuple[Any, ...]:
        """Change something; returns the changes."""
        try:
            changes = self._wish().plan(self.book)
        except Refused:
            return ()
        self.book = self.book.apply(changes)
        return changes

    def _wish(self) -> Operation:
        lines = self.book.all(Resource)
        dice = self.dice.random()
        if len(lines) < 6 or dice < 0.2:
            return AddRecord("resources", {"title": "Line", **self._values()})
        line = self.dice.choice(lines)
        if dice < 0.3:
            return RemoveRecords("resources", tuple(one.id for one in self.dice.sample(lines, 2)))
        if dice < 0.4:
            partner = self.dice.choice(self.book.all(Partner))
            return EditRecord("partners", partner.id, {"status": self.dice.choice(("engaged", "withdrawn"))})
        values = self._values()
        return EditRecord("resources", line.id, {name: values[name] for name in self.dice.sample(list(values), 2)})

    def _values(self) -> dict[str, Any]:
        needs = [one.id for one in self.book.where(Resource, kind="need")]
        kind = self.dice.choice(("need", "offer", "offer"))
        return {
            "kind": kind,
            "category": self.dice.choice(_CATEGORIES),
            "activity": self.dice.choice((*self.activities, None)),
            "covers": self.dice.choice((*needs, None, None)) if kind == "offer" else None,
            "provider": self.dice.choice((*(one.id for one in self.book.all(Partner)), None)),
            "status": self.dice.choice(("offered", "pledged", "withdrawn", None)),
            "quantity": Decimal(self.dice.randint(1, 5)),
            "unit": self.dice.choice(("hour", "month")),
        }


def followed(sitting: Sitting, matrix: NeedsMatrix) -> NeedsMatrix:
    """Follow one step, and see that every row is as if read anew, and untouched ones the same as before."""
    before = {row.coverage.need.id: row for row in matrix.rows}
    changes = sitting.step()
    found = matrix_after(matrix, sitting.book, changes)
    assert found.matrix == needs_matrix(sitting.book)
    for row in found.matrix.rows:
        need_id = row.coverage.need.id
        assert need_id in found.touched or row is before[need_id]
    return found.matrix


def test_following_gives_what_reading_anew_gives_whatever_happens() -> None:
    for seed in range(8):
        sitting = Sitting(seed)
        matrix = needs_matrix(sitting.book)
        for _ in range(60):
            matrix = followed(sitting, matrix)
        assert matrix.rows


def test_a_change_of_one_offer_leaves_other_needs_alone() -> None:
    maker = Maker().plan(title="Depot", currency="EUR")
    needs = [maker.add("resources", title=f"Need {n}", kind="need", status="needed") for n in range(20)]
    offer = maker.add("resources", title="Hall", kind="offer", status="offered", covers=needs[3])
    matrix = needs_matrix(maker.book)
    changes = EditRecord("resources", offer, {"covers": needs[7]}).plan(maker.book)
    found = matrix_after(matrix, maker.book.apply(changes), changes)
    assert found.touched == {needs[3], needs[7], offer}
    assert [row.coverage.state for row in found.matrix.rows if row.coverage.need.id in needs[3:8:4]] == [
        "uncovered",
        "covered",
    ]
