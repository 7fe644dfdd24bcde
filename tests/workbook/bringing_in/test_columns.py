"""Columns are matched by titles in every language of the program, by nearly the same words, and by what they hold."""

import pytest

from exports.languages import DOCUMENT_LANGUAGES, formats_in
from exports.sheets.reading import spellings
from workbook.bringing_in.columns import likeliest, look_at, matched
from workbook.bringing_in.kinds_of_rows import KEPT, ROW_KINDS
from workbook.bringing_in.sheets import Cell
from workbook.bringing_in.tables import Row, Table

_TITLES = {
    "partners": ("name", "website", "address", "mission"),
    "contacts": ("name", "partner", "email", "phone", "position"),
    "activities": ("title", "start", "end", "place"),
    "training_sessions": ("title", "date", "venue", "attended", "women"),
    "resources": ("title", "value", "provider", "period"),
    "objectives": ("statement", "lead"),
    "indicators": ("title", "baseline", "target", "unit"),
    "readings": ("indicator", "date", "value"),
}


def _table(headings: tuple[str, ...], *rows: tuple[Cell, ...]) -> Table:
    return Table("List", headings, tuple(Row(number, cells) for number, cells in enumerate(rows, 2)))


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
@pytest.mark.parametrize("type_name", _TITLES)
def test_our_own_titles_are_known_in_each_language(language: str, type_name: str) -> None:
    kind = ROW_KINDS[type_name]
    names = _TITLES[type_name]
    headings = tuple(formats_in(language).say(kind.record_type.by_name[name].title) for name in names)
    assert matched(_table(headings), kind, spellings).fields == names


def test_words_of_lists_are_known_with_small_faults_brackets_and_runs_of_words() -> None:
    table = _table(
        ("Organistaion", "WebSite", "postal_address", "City (where)"), ("Choir", "c.example", "Lane 1", "Bonn")
    )
    found = likeliest(look_at(table, spellings).found)
    assert found is not None
    assert (found.kind.type_name, found.fields) == ("partners", ("name", "website", "address", "local_place"))


def test_what_a_column_holds_tells_where_its_heading_does_not() -> None:
    people = _table(
        ("Contact", "Firm", "A", "B", "C"),
        ("Ada", "Choir", "+49 30 12345", "ada@c.example", "tall"),
        ("Bo", "Choir", "030 123456", "bo@c.example", "small"),
    )
    kind = ROW_KINDS["contacts"]
    assert matched(people, kind, spellings).fields == ("name", KEPT, "phone", "email", KEPT)
    work = _table(
        ("Task", "One", "Two", "Three"), ("Dig", "1.2.2027", "3.2.2027", "x"), ("Fill", "4.2.2027", "5.2.2027", "y")
    )
    assert matched(work, ROW_KINDS["activities"], spellings).fields == ("title", "start", "end", KEPT)
    money = _table(("Item", "Net", "Kind"), ("Paint", "€ 1 200", "oil"), ("Wood", "300 EUR", "ash"))
    assert matched(money, ROW_KINDS["resources"], spellings).fields[:2] == ("title", "value")


def test_two_columns_never_become_one_field_and_sums_are_no_samples() -> None:
    table = _table(("Name", "Partner", "Organisation"), ("A", "B", "C"))
    fields = matched(table, ROW_KINDS["partners"], spellings).fields
    assert fields.count("name") == 1
    assert fields.count(KEPT) == 2
