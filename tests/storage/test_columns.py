"""How values stand in the file: every kind, both ways, and a reader that is as strict as the kind."""

import sqlite3
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.columns import COLUMNS, stored_value
from storage.reading import _QUICK, read_column, read_ids, read_value
from tests.properties.sittings import values_for
from workbook.book import Book
from workbook.fields import Field
from workbook.identity import derived_id
from workbook.kinds import KINDS, Unacceptable
from workbook.records import RECORD_TYPES

FIELDS = {field.kind: field for record_type in RECORD_TYPES.values() for field in record_type.fields}
ALL_FIELDS = [field for record_type in RECORD_TYPES.values() for field in record_type.fields]


def test_every_kind_has_a_column_and_a_reader() -> None:
    assert COLUMNS.keys() == KINDS.keys()
    assert _QUICK.keys() | {"line", "text"} == KINDS.keys()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_blank_stands_in_one_way_only(kind: str) -> None:
    column, blank = COLUMNS[kind], KINDS[kind].blank
    assert column.store(KINDS[kind].to_plain(blank)) == column.blank
    assert read_value(FIELDS[kind], column.blank) == blank


@given(st.data())
def test_what_is_stored_reads_back_the_same(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(ALL_FIELDS))
    drawn = data.draw(st.lists(values_for(field, Book.empty()), min_size=1, max_size=8))
    values = [_accepted(field, value) for value in drawn]

    stored = _through_sqlite(COLUMNS[field.kind].sql_type, [stored_value(field, value) for value in values])

    assert read_column(field, stored) == (values, {})
    assert [read_value(field, one) for one in stored] == values


def _accepted(field: Field, value: Any) -> Any:
    try:
        return KINDS[field.kind].accept(field, value)
    except Unacceptable:
        return KINDS[field.kind].blank


def _through_sqlite(sql_type: str, stored: list[Any]) -> list[Any]:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE t (a {sql_type}) STRICT")
    connection.executemany("INSERT INTO t VALUES (?)", [(one,) for one in stored])
    found = [row[0] for row in connection.execute("SELECT a FROM t ORDER BY rowid")]
    connection.close()
    return found


@pytest.mark.parametrize("number", [2**63 - 1, 2**63, 10**23, 0])
def test_a_number_larger_than_sqlite_holds_is_kept_exactly(number: int) -> None:
    field = Field("n", "Number", "", "whole", None)
    stored = _through_sqlite("ANY", [stored_value(field, number), None])
    assert read_column(field, stored) == ([number, None], {})


BAD = [
    ("line", "a\x00b"),
    ("line", "a\x9fb"),
    ("text", "a\x85b"),
    ("line", "x" * 501),
    ("text", None),
    ("whole", "many"),
    ("whole", 1.5),
    ("whole", b"12"),
    ("flag", 7),
    ("flag", "yes"),
    ("line", b"\xff"),
    ("date", b"2027-01-01"),
    ("number", "NaN"),
    ("number", "1e5000"),
    ("number", "12,5"),
    ("percent", "-1"),
    ("money", "12 EU"),
    ("money", "12 QQQ"),
    ("money", "EUR"),
    ("money", "1 EUR 2 EUR"),
    ("date", "2027-02-30"),
    ("date", "0001-01-01"),
    ("moment", "2027-01-01T00:00:00"),
    ("choice", "no_such_term"),
    ("choices", '["no_such_term"]'),
    ("choices", "["),
    ("choices", "{}"),
    ("reference", "P-01"),
    ("references", '["P-01"]'),
    ("references", "[1]"),
]


@pytest.mark.parametrize(("kind", "stored"), BAD)
def test_what_cannot_be_read_is_named_with_its_reason_and_the_rest_is_read(kind: str, stored: Any) -> None:
    field = Field("f", "F", "", kind, None, FIELDS[kind].vocabulary, minimum=FIELDS["percent"].minimum)
    good = COLUMNS[kind].blank
    values, bad = read_column(field, [good, stored, good])

    assert list(bad) == [stored]
    assert values[0] == values[2] == KINDS[kind].blank
    assert bad[stored]


def test_ids_are_read_only_in_the_form_that_we_write() -> None:
    good = [derived_id("a", str(number)) for number in range(50)]
    assert read_ids(good) == (good, {})
    for wrong in (good[0].upper(), good[0][:-1], good[0].replace("-", ""), "{" + good[0][1:], "", "é" * 36):
        assert list(read_ids([*good, wrong])[1]) == [wrong]
    shifted = "-" + good[0][:8] + good[0][9:]
    assert list(read_ids([*good, shifted])[1]) == [shifted]
