"""Random sittings at a workbook: what people do, in any order, with any text."""

import contextlib
import datetime
import functools
import random
from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from workbook.book import Book
from workbook.contents import GivenFile
from workbook.fields import Field
from workbook.journal import MemoryJournal
from workbook.kinds import KINDS
from workbook.money import Money
from workbook.operations import (
    AddRecord,
    AttachFiles,
    EditRecord,
    Operation,
    Refused,
    RemoveRecords,
    SetResponsibilities,
)
from workbook.records import RECORD_TYPES
from workbook.workbook import Author, Workbook

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n=+-@'\"“”éΩжعمل"), max_size=40)
NUMBERS = st.decimals(min_value=1, max_value=5, places=2, allow_nan=False)

Step = Callable[[Book], Operation | None]


def _noon(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(12), datetime.UTC)


ANY_DAY = st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 1, 1))
BY_KIND: dict[str, st.SearchStrategy[Any]] = {
    "line": TEXT,
    "text": TEXT,
    "whole": st.none() | st.integers(1, 5),
    "number": st.none() | NUMBERS,
    "percent": st.none() | NUMBERS,
    "money": st.none() | st.builds(Money, NUMBERS.map(abs), st.sampled_from(["EUR", "GBP", "JPY"])),
    "date": st.none() | ANY_DAY,
    "moment": st.none() | ANY_DAY.map(_noon),
    "flag": st.booleans(),
}


@functools.cache
def _words_for(field: Field) -> st.SearchStrategy[Any]:
    """Values that need no book. Made once for each field: thousands of them are drawn, and making one is dear."""
    if field.name == "sha256":
        return st.just("")  # a fingerprint comes with its content, which nobody types
    if field.pattern:
        return st.sampled_from(["", field.example.split(" or ")[0]])
    if field.vocabulary and field.kind in ("choice", "choices"):
        words = st.sampled_from(field.vocabulary.keys)
        return st.none() | words if field.kind == "choice" else st.lists(words, max_size=3).map(tuple)
    return BY_KIND[field.kind]


def values_for(field: Field, book: Book) -> st.SearchStrategy[Any]:
    """Values that a field can hold, links being to records of this book."""
    if not field.target:
        return _words_for(field)
    ids = sorted(book.table(field.target))
    if field.kind == "reference":
        return st.sampled_from([None, *ids])
    return st.lists(st.sampled_from(ids), max_size=2).map(tuple) if ids else st.just(())


@st.composite
def operations(draw: st.DrawFn, book: Book) -> Operation:
    """One thing that somebody may try to do to this book; it may well be refused."""
    type_name = draw(st.sampled_from(sorted(RECORD_TYPES)))
    record_type = RECORD_TYPES[type_name]
    ids = sorted(book.table(type_name))
    what = draw(st.sampled_from(["add", "edit", "remove", "cell"]))
    if what == "cell" and book.count("activities") and book.count("partners"):
        activity = draw(st.sampled_from(sorted(book.table("activities"))))
        partner = draw(st.sampled_from(sorted(book.table("partners"))))
        return SetResponsibilities({(activity, partner): tuple(draw(st.lists(st.sampled_from("RACI"), max_size=2)))})
    fields = draw(st.lists(st.sampled_from(record_type.fields), min_size=1, max_size=3, unique_by=lambda f: f.name))
    if what == "edit" and ids:
        given = {field.name: draw(values_for(field, book)) for field in fields if field.name not in record_type.key}
        return EditRecord(type_name, draw(st.sampled_from(ids)), given)
    if what == "remove" and ids and type_name != "plan":
        return RemoveRecords(type_name, (draw(st.sampled_from(ids)),))
    needed = [field for field in record_type.fields if field.required or field.name in record_type.key]
    given = {field.name: draw(values_for(field, book)) for field in (*needed, *fields) if field.name != "code"}
    return AddRecord(type_name, given)


def new_workbook(book: Book | None = None, operator: str = "Ana") -> Workbook:
    """A workbook in memory, whose clock stands still."""
    moment = datetime.datetime(2027, 1, 4, 9, 0, tzinfo=datetime.UTC)
    return Workbook(book or Book.empty(), MemoryJournal(), Author(operator, "desk"), lambda: moment)


def work(workbook: Workbook, data: st.DataObject, most: int = 12) -> list[Book]:
    """Do random things; returns the book after each change set, the first being the start."""
    states = [workbook.book]
    for _ in range(data.draw(st.integers(1, most))):
        try:
            done = workbook.do(data.draw(operations(workbook.book)))
        except Refused:
            continue
        if done is not None:
            states.append(workbook.book)
    return states


def starter() -> Workbook:
    """A small plan to work on: two partners, two activities, an objective."""
    workbook = new_workbook()
    workbook.do(AddRecord("plan", {"title": "Lab"}))
    for name in ("Museum", "School"):
        workbook.do(AddRecord("partners", {"name": name}))
    workbook.do(AddRecord("objectives", {"statement": "More people make things"}))
    for title in ("Open the workshop", "Hold the fair"):
        workbook.do(AddRecord("activities", {"title": title}))
    return workbook


def plain(book: Book) -> list[object]:
    """Everything a book holds, to compare it with another."""
    return [(name, record) for name in RECORD_TYPES for record in book.records(name)]


def sound(book: Book) -> None:
    """Hold a book against what must always be true of it."""
    for record_type in RECORD_TYPES.values():
        for record in book.records(record_type.name):
            for field in record_type.fields:
                value = getattr(record, field.name)
                assert KINDS[field.kind].accept(field, value) == value
                for target in value if isinstance(value, tuple) and field.is_reference else ():
                    assert book.get(field.target, target) is not None
                if field.kind == "reference" and value is not None:
                    assert book.get(field.target, value) is not None


def busy_sitting(workbook: Workbook, chance: random.Random, most: int) -> None:
    """Work on the few same records again and again, as two people do who know nothing of each other."""
    for _ in range(chance.randrange(most + 1)):
        with contextlib.suppress(Refused):
            workbook.do(_busy(workbook.book, chance))


def _busy(book: Book, chance: random.Random) -> Operation:
    ids = {name: sorted(book.table(name)) or ["none"] for name in ("activities", "partners", "contacts", "agreements")}
    one, other = chance.choice(ids["activities"]), chance.choice(ids["activities"])
    partner, agreement = chance.choice(ids["partners"]), chance.choice(ids["agreements"])
    word = chance.choice("xyz")
    cell = {(one, partner): (chance.choice("RACI"),)}
    ways: list[Callable[[], Operation]] = [
        lambda: AddRecord("partners", {"name": word}),
        lambda: AddRecord("activities", {"title": word, "parent": one, "depends_on": (other,)}),
        lambda: AddRecord("contacts", {"partner": partner, "name": word}),
        lambda: AddRecord("agreements", {"title": word, "level": "mou", "parties": (partner,)}),
        lambda: AddRecord("clauses", {"agreement": agreement, "heading": word, "body": word}),
        lambda: EditRecord("activities", one, {"title": word}),
        lambda: EditRecord("activities", one, {"depends_on": (other,)}),
        lambda: EditRecord("activities", one, {"parent": other}),
        lambda: EditRecord("partners", partner, {"name": word, "code": chance.choice(("P-01", "P-03", "P-05"))}),
        lambda: EditRecord("contacts", chance.choice(ids["contacts"]), {"name": word}),
        lambda: SetResponsibilities(cell),
        lambda: AttachFiles("activities", one, (GivenFile(f"{word}.txt", word.encode()),)),
        lambda: RemoveRecords("activities", (one,)),
        lambda: RemoveRecords("partners", (partner,)),
        lambda: RemoveRecords("agreements", (agreement,)),
    ]
    return chance.choice(ways)()


def few(examples: int) -> settings:
    """Try so many examples, or as many as ``--hypothesis-profile thorough`` asks for."""
    is_thorough = settings().max_examples > settings.get_profile("default").max_examples
    return settings() if is_thorough else settings(max_examples=examples)


def copy_of(workbook: Workbook, operator: str = "Ben") -> Workbook:
    """The same workbook taken home by somebody else: the same book and history, and from now on its own."""
    journal = MemoryJournal()
    for step in workbook.history():
        journal.append(step, workbook.book)
    return Workbook(workbook.book, journal, Author(operator, "home"), workbook.now)
