"""The library is whole, and a mechanism comes into the plan in one step."""

import datetime
import tomllib
from collections.abc import Iterator

import pytest

from resources.lookup import read_text, resource
from tests.workbook.checks.building import Builder
from workbook.book import Book
from workbook.measures.coverage import mechanism_use
from workbook.mechanisms import (
    AdoptMechanism,
    LibraryMechanism,
    UnusableMechanisms,
    Wanted,
    adopted_as,
    parts_of,
    read_mechanisms,
)
from workbook.operations import Refused
from workbook.records import Activity, Indicator, Mechanism, Objective, Resource, Responsibility


def shipped() -> Iterator[LibraryMechanism]:
    for path in sorted(resource("mechanisms").glob("*.toml")):
        yield from read_mechanisms(tomllib.loads(path.read_text(encoding="utf-8")))


LIBRARY = tuple(shipped())
BY_KEY = {entry.key: entry for entry in LIBRARY}


def test_the_readme_counts_what_is_there_and_names_each_entry() -> None:
    readme = read_text("mechanisms", "README.md")
    assert f"{len(LIBRARY)} of the 40" in readme
    assert len(BY_KEY) == len(LIBRARY) == len({entry.title for entry in LIBRARY})


@pytest.mark.parametrize("entry", LIBRARY, ids=lambda entry: str(entry.key))
def test_each_entry_says_what_it_is_and_where_that_was_read(entry: LibraryMechanism) -> None:
    assert entry.url.startswith(("http://", "https://"))
    assert entry.checked <= datetime.date(2026, 11, 26)
    for text in (entry.summary, entry.preconditions, entry.watch_outs, entry.example, entry.confirmed):
        assert text.strip()
        assert text.endswith(".")
    assert entry.urban_challenges
    assert len(entry.responsibilities) >= 3
    assert len(entry.needs) >= 3
    assert len(entry.indicators) >= 2
    for activity in entry.responsibilities:
        assert set(activity.roles) <= set(entry.sectors)
        assert activity.title[0].isupper()
        assert not activity.title.endswith(".")


@pytest.mark.parametrize("entry", LIBRARY, ids=lambda entry: str(entry.key))
def test_each_entry_can_be_adopted_as_it_stands(entry: LibraryMechanism) -> None:
    builder = Builder()
    builder.partner("City", "local_government")
    builder.workbook.do(AdoptMechanism(entry))
    (mechanism,) = builder.book.all(Mechanism)
    assert (mechanism.library, mechanism.adopted, mechanism.verified_on) == (entry.key, True, entry.checked)
    assert entry.url in mechanism.source


def in_words(book: Book) -> list[str]:
    activity = book.all(Activity)[0]
    cells = book.where(Responsibility, activity=activity.id)
    return sorted(f"{book.label('partners', cell.partner or '')}: {''.join(sorted(cell.letters))}" for cell in cells)


def test_adopting_adds_work_roles_needs_and_indicators_in_one_step() -> None:
    builder = Builder()
    objective = builder.add("objectives", statement="More art in public")
    builder.partner("Planning", "local_government", status="prospective")
    builder.partner("City", "local_government")
    builder.partner("Museum", "cultural_institution", status="signed")
    before = builder.book
    entry = BY_KEY["percent_for_art"]
    done = builder.workbook.do(AdoptMechanism(entry, objective))
    assert done is not None
    assert done.title == "Adopt mechanism: Percent for art"
    book = builder.book
    assert in_words(book) == ["P-02 City: AR", "P-03 Museum: C"]
    assert "Consulted: Other business" in book.all(Activity)[0].note
    assert [one.kind for one in book.all(Resource)] == ["need"] * len(entry.needs)
    assert all(one.objective == objective for one in book.all(Activity))
    assert all(one.objective == objective for one in book.all(Indicator))
    assert all(one.objective == objective for one in book.all(Resource))
    assert mechanism_use(book).value == 100
    builder.workbook.undo()
    assert not before.difference(builder.book)


def test_parts_can_be_left_out_and_nothing_needs_an_objective() -> None:
    builder = Builder()
    entry = BY_KEY["night_mayor"]
    parts = parts_of(entry, builder.book)
    left_out = frozenset(part.key for part in parts if part.kind != "Need")
    builder.workbook.do(AdoptMechanism(entry, left_out=left_out))
    book = builder.book
    assert (book.count("activities"), book.count("indicators"), book.count("resources")) == (0, 0, len(entry.needs))
    assert not book.all(Objective)


def test_a_mechanism_is_adopted_once() -> None:
    builder = Builder()
    entry = BY_KEY["creative_hub"]
    builder.workbook.do(AdoptMechanism(entry))
    assert adopted_as(builder.book, entry) is not None
    before = builder.book
    with pytest.raises(Refused, match="ME-01 Creative hub is already in this plan"):
        builder.workbook.do(AdoptMechanism(entry))
    assert builder.book is before


def test_the_preview_names_who_would_have_which_role() -> None:
    builder = Builder()
    builder.partner("City", "local_government")
    first = parts_of(BY_KEY["percent_for_art"], builder.book)[0]
    assert first.text.startswith("Responsible: City; Accountable: City; Consulted: ")
    assert "Cultural institution (open)" in first.text


def test_the_library_is_searched_by_words_and_by_what_matters() -> None:
    def found(wanted: Wanted) -> set[str]:
        return {entry.key for entry in LIBRARY if wanted.fits(entry)}

    assert found(Wanted()) == set(BY_KEY)
    assert "night_mayor" in found(Wanted("NIGHT residents"))
    assert found(Wanted("night", level="national")) == set()
    assert found(Wanted(challenge="health")) >= {"museum_on_prescription"}
    assert all("media" not in BY_KEY[key].sectors for key in found(Wanted(sector="research")))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"format": 2}, "format 2; 1 was expected"),
        ({"format": 1, "mechanism": [{"key": "x"}]}, "cannot be read"),
    ],
)
def test_a_file_in_another_form_is_refused(data: dict[str, object], sentence: str) -> None:
    with pytest.raises(UnusableMechanisms, match=sentence):
        read_mechanisms(data)
