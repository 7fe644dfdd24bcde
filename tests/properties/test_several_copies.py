"""What must hold when three people worked apart and brought copies together, took back and erased, in any order."""

import contextlib
import random
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.merging import bring, content, obeys_the_rules
from tests.properties.sittings import busy_sitting, copy_of, few, starter
from workbook.book import Book
from workbook.chain import first_break
from workbook.erasing import people_in
from workbook.merging import Side, meet
from workbook.operations import AddRecord, Refused
from workbook.records import Partner
from workbook.workbook import Workbook

FEW = few(40)


@given(st.randoms(use_true_random=False))
@FEW
def test_copies_that_come_together_in_any_order_obey_the_rules_and_agree_in_the_end(chance: random.Random) -> None:
    start = starter()
    busy_sitting(start, chance, 6)
    copies = [copy_of(start, name) for name in ("Ana", "Ben", "Carla")]
    for copy in copies:
        busy_sitting(copy, chance, 6)
    for _ in range(chance.randrange(5)):
        ours, theirs = chance.sample(copies, 2)
        conflicts = meet(ours, theirs, "copy.cpw").comparison.conflicts
        sides: tuple[Side, Side] = ("ours", "theirs")
        bring(ours, theirs, {conflict.key: chance.choice(sides) for conflict in conflicts})
        obeys_the_rules(ours.book)
        busy_sitting(ours, chance, 2)
    _agree_in_the_end_or_ask(copies, content)


@given(st.randoms(use_true_random=False))
@FEW
def test_copies_that_undo_and_erase_too_agree_in_the_end_and_nobody_erased_comes_back(chance: random.Random) -> None:
    start = starter()
    museum = start.book.all(Partner)[0].id
    for name in ("Secret Adams", "Secret Brown"):
        start.do(AddRecord("contacts", {"partner": museum, "name": name, "email": f"{name[-5:]}@example.org"}))
    copies = [copy_of(start, name) for name in ("Ana", "Ben", "Carla")]
    for _ in range(chance.randrange(12)):
        ours, theirs = chance.sample(copies, 2)
        if chance.random() < 0.4:
            conflicts = meet(ours, theirs, "copy.cpw").comparison.conflicts
            sides: tuple[Side, Side] = ("ours", "theirs")
            bring(ours, theirs, {conflict.key: chance.choice(sides) for conflict in conflicts})
            assert meet(ours, theirs, "copy.cpw").brings_nothing
            obeys_the_rules(ours.book)
        else:
            _work_undo_or_erase(ours, chance)
    _agree_in_the_end_or_ask(copies, _of_no_person)
    for copy in copies:
        steps = tuple(copy.history())
        assert first_break(steps) is None
        assert not Book.empty().apply(change for step in steps for change in step.changes).difference(copy.book)
        said = repr([(step.title, step.changes, step.values) for step in steps])
        for gone in {key for step in steps for key in people_in(step)}:
            assert not any(name in said for name in _secret_names(copies, gone)), "erased here, whatever came since"


def _agree_in_the_end_or_ask(copies: list[Workbook], told: Callable[[Book], list[object]]) -> None:
    """Let one copy take in the others and the others take it in; they differ only where somebody was asked first."""
    first, *others = copies
    for other in others:
        bring(first, other)
        obeys_the_rules(first.book)
    for other in others:
        asked = bring(other, first).comparison.open_conflicts
        obeys_the_rules(other.book)
        assert asked or told(other.book) == told(first.book)
        assert asked or meet(first, other, "copy.cpw").brings_nothing


def _work_undo_or_erase(workbook: Workbook, chance: random.Random) -> None:
    def sit() -> None:
        busy_sitting(workbook, chance, 2)

    def erase() -> None:
        workbook.erase("contacts", chance.choice(workbook.book.records("contacts")).id)

    ways: list[Callable[[], object]] = [workbook.undo, workbook.redo, *[sit] * 6]
    ways += [erase] if workbook.book.count("contacts") else []
    with contextlib.suppress(Refused):
        chance.choice(ways)()


def _of_no_person(book: Book) -> list[object]:
    """What does not depend on who was erased where."""
    return [entry for entry in content(book) if not isinstance(entry, tuple) or entry[0] != "contacts"]


def _secret_names(copies: list[Workbook], person: tuple[str, str]) -> set[str]:
    """Return the names that any copy still has of somebody."""
    sides = (
        side
        for copy in copies
        for step in copy.history()
        for change in step.changes
        if (change.type, change.id) == person
        for side in (change.before, change.after)
    )
    return {name for side in sides if (name := str((side or {}).get("name", ""))).startswith("Secret")}
