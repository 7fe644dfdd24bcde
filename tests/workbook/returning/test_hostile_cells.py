"""Cells of a returned tracker that were made to keep a reader busy are read or refused at once, of whatever kind."""

import pytest

from exports.languages import formats_in
from tests.workbook.bringing_in.test_hostile_cells import LENGTH, REPEATED
from workbook.kinds import KINDS, Reading, Unacceptable
from workbook.records import RECORD_TYPES
from workbook.returning.typed import Typing, Unsure, read_cell

MORE = ["1 ", "Q1 ", "+44 ", "2024 ", "P-01 ", "€", "é", "٣", "% ", "Jan "]
ODD = (
    *((one * LENGTH)[:LENGTH] for one in (*REPEATED, *MORE)),
    *(f"{around}{blank * LENGTH}{around}" for blank in " \t\u00a0" for around in "a1"),
)
FIELDS = {field.kind: field for one in RECORD_TYPES.values() for field in one.fields}
READING = Reading(formats_in("en"), lambda _type, record_id: record_id, lambda _type, _text: "")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_cell_takes_longer_the_longer_it_is(kind: str) -> None:
    field = FIELDS[kind]
    said = []
    for text in ODD:
        try:
            read_cell(field, text, Typing(READING, currency="EUR"))
        except (Unacceptable, Unsure) as error:
            said.append(str(error))
    assert max(map(len, said), default=0) < 2_000
    assert len(said) == len(ODD) or kind in ("line", "text", "letters", "reference", "references")
