"""Columns are as wide in a mirrored table as in one that is read from the left."""

from exports.outline import Column
from exports.outline.tables import Row, body
from exports.pdf import fonts, measuring, styles
from exports.pdf.widths import APART, PADDING, shared_widths


def test_a_column_of_numbers_beside_words_has_room_for_its_words_in_a_mirrored_table() -> None:
    fonts.register()
    columns = (Column("Baseline", 0.8, "end"), Column("Reached", 0.3, "end"), Column("Rating", 1), Column("Reason", 4))
    rows = body([("0", "no data", "on track", "because"), ("1,200", "39 %", "at risk", "it is late")])
    widths = shared_widths(columns[::-1], [Row(row.cells[::-1]) for row in rows], 300, right_to_left=True)

    words = measuring.width("Reached", styles.CELL_SIZE, bold=True)
    assert widths[2] >= words + APART + PADDING
