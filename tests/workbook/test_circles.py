"""Nothing a person does makes an activity a part of itself, or lets it wait for itself."""

from typing import Any

import pytest

from workbook.book import Book
from workbook.circles import circles
from workbook.journal import MemoryJournal
from workbook.operations import AddRecord, EditRecord, EditSeveral, Refused, TakeBack
from workbook.operations.importing import ImportPlan
from workbook.workbook import Author, Workbook

HEAD = {"format": "creative-partnership-plan", "version": 1}
REMEDY = "take one of these links out."


def imported(book: Book, *activities: dict[str, Any]) -> Book:
    return book.apply(ImportPlan({**HEAD, "activities": list(activities)}, "plan.json").plan(book))


def refusals(book: Book, *activities: dict[str, Any]) -> list[str]:
    with pytest.raises(Refused) as refused:
        imported(book, *activities)
    return [str(problem) for problem in refused.value.problems]


def workbook() -> tuple[Workbook, list[str]]:
    made = Workbook(Book.empty(), MemoryJournal(), Author("Ana"))
    for title in ("Open", "Build", "Plan"):
        made.do(AddRecord("activities", {"title": title}))
    return made, [record.id for record in made.book.records("activities")]


def test_a_file_with_a_circle_is_refused_where_it_stands() -> None:
    said = refusals(
        Book.empty(),
        {"code": "A-01", "title": "a", "parent": "A-02", "depends_on": ["A-03"]},
        {"code": "A-02", "title": "b", "parent": "A-01"},
        {"code": "A-03", "title": "c", "depends_on": ["A-02", "A-04"]},
        {"code": "A-04", "title": "d", "depends_on": ["a-01"]},
    )
    assert said == [
        f"activities[0].parent: Part of leads back to the record itself (A-01 → A-02 → A-01); {REMEDY}",
        f"activities[0].depends_on: After leads back to the record itself (A-01 → A-03 → A-04 → A-01); {REMEDY}",
    ]


def test_a_file_closes_no_circle_with_what_the_workbook_has() -> None:
    book = imported(Book.empty(), {"code": "A-01", "title": "a"}, {"code": "A-02", "title": "b", "parent": "A-01"})
    said = refusals(book, {"code": "A-01", "parent": "A-02"})
    assert said[0].startswith("activities[0].parent: Part of leads back to the record itself (A-01 → A-02 → A-01)")
    assert not book.difference(imported(book, {"code": "A-01", "parent": None}))


@pytest.mark.parametrize("field", ["parent", "depends_on"])
def test_editing_makes_no_circle(field: str) -> None:
    made, (one, two, three) = workbook()
    value = (lambda target: target) if field == "parent" else (lambda target: (target,))
    made.do(EditRecord("activities", one, {field: value(two)}))
    made.do(EditRecord("activities", two, {field: value(three)}))
    with pytest.raises(Refused, match="leads back to the record itself"):
        made.do(EditRecord("activities", three, {field: value(one)}))
    made.do(EditRecord("activities", three, {"title": "Later"}))


def test_two_edits_in_one_step_make_no_circle() -> None:
    made, (one, two, _) = workbook()
    with pytest.raises(Refused, match="leads back"):
        made.do(EditSeveral("activities", {one: {"parent": two}, two: {"parent": one}}))
    assert made.seq == 3


def test_taking_back_an_older_step_closes_no_circle() -> None:
    made, (one, two, _) = workbook()
    made.do(EditRecord("activities", one, {"parent": two}))
    cut = made.do(EditRecord("activities", one, {"parent": None}))
    made.do(EditRecord("activities", two, {"parent": one}))
    assert cut is not None
    with pytest.raises(Refused, match="leads back"):
        made.do(TakeBack(cut))


def test_very_long_ways_are_no_circles_and_are_walked_once() -> None:
    long: dict[str, tuple[str, ...]] = {str(place): (str(place + 1), str(place + 2)) for place in range(100_000)}
    assert not list(circles(long, lambda one: long.get(one, ())))
    long["100000"] = ("0",)
    assert all(way[0] == way[-1] for way in circles(["0"], lambda one: long.get(one, ())))
