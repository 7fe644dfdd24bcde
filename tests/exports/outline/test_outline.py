import datetime
from decimal import Decimal

import pytest

from exports.charts import (
    Bar,
    Box,
    Chart,
    CountBars,
    CountRow,
    Gantt,
    GanttRow,
    Label,
    ProgressBars,
    ProgressRow,
    SmallLine,
    SmallLines,
    StackedBars,
    picture_of,
)
from exports.outline import Column, Rated, Table, body, bold, group, plain, total
from exports.outline.showing import Showing
from tests.golden.plans import edition, example
from workbook.money import Money

DAY = datetime.date(2027, 1, 1)
CHARTS: list[Chart] = [
    StackedBars(("Cash", "In kind"), (Bar("City", (Decimal(3), Decimal(1)), "4"),), "EUR"),
    StackedBars(("Cash",), ()),
    ProgressBars((ProgressRow("A", Decimal("0.5"), "50 %", "on_track"), ProgressRow("B", None, "no data"))),
    CountBars((CountRow("A", 2, 5), CountRow("B", 0, 0), CountRow("Long", 1, 90))),
    SmallLines((SmallLine("A", ((DAY, Decimal(-1)), (DAY + datetime.timedelta(9), Decimal(2))), "2", Decimal(5)),)),
    Gantt((GanttRow("A", DAY, DAY), GanttRow("B", DAY, DAY, milestone=True)), DAY, DAY, DAY, ((DAY, "Jan"),), "today"),
]


def measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * 0.6


def test_a_table_can_be_read_as_words() -> None:
    table = Table(
        (Column("A"), Column("B")), (*body([("1", bold("x")), (Rated("no_data", "No data"), "")]), total("", "2"))
    )

    assert table.as_text() == (("A", "B"), ("1", "x"), ("No data", ""), ("", "2"))
    assert group("Head").cells == ("Head",)
    assert plain(bold("x")) == "x"


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("width", [400.0, 470.0])
def test_charts_stay_inside_their_width(chart: Chart, width: float) -> None:
    picture = picture_of(chart, width, measure)

    for mark in picture.marks:
        if isinstance(mark, Box):
            assert mark.x >= -0.1
            assert mark.x + mark.width <= width + 0.1
            assert 0 <= mark.y <= picture.height
        if isinstance(mark, Label):
            wide = measure(mark.text, mark.size, mark.bold)
            left = mark.x - {"left": 0, "center": wide / 2, "right": wide}[mark.align]
            assert left >= -2, mark
            assert left + wide <= width + 2, mark


def test_bars_begin_at_zero_and_have_the_length_of_their_value() -> None:
    chart = StackedBars(
        ("Cash", "In kind"), (Bar("A", (Decimal(30), Decimal(10)), ""), Bar("B", (Decimal(20), Decimal(0)), ""))
    )
    boxes = [mark for mark in picture_of(chart, 400, measure).marks if isinstance(mark, Box) and mark.y > 12]

    assert boxes[0].x == boxes[2].x
    assert boxes[0].width / boxes[2].width == pytest.approx(1.5)
    assert boxes[1].x == pytest.approx(boxes[0].x + boxes[0].width)
    assert boxes[0].pattern != boxes[1].pattern


def test_what_is_not_known_has_no_bar() -> None:
    picture = picture_of(ProgressBars((ProgressRow("A", None, "no data"),)), 400, measure)

    assert [mark.tone for mark in picture.marks if isinstance(mark, Box)] == ["paper"]
    assert any(isinstance(mark, Label) and mark.text == "no data" for mark in picture.marks)


def test_numbers_are_rounded_only_where_they_are_shown() -> None:
    showing = Showing(edition(example()))

    assert showing.number(Decimal("1234.56")) == "1,234.6"
    assert showing.number(None) == "no data"
    assert showing.percent(Decimal("66.6667")) == "67%"
    assert showing.sums({"EUR": Decimal(5), "USD": Decimal(0)}) == "EUR 5"
    assert showing.money(Money(Decimal("1.5"), "EUR")) == "EUR 1.50"


def test_a_person_is_named_by_the_partner_unless_names_are_asked_for() -> None:
    book = example()
    contact = book.records("contacts")[0]

    assert Showing(edition(book)).person(contact.id) == Showing(edition(book)).partner(contact.partner)  # type: ignore[attr-defined]
    assert Showing(edition(book, personal=True)).person(contact.id) == contact.name  # type: ignore[attr-defined]
