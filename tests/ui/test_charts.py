"""Charts in the window: painted in the theme, mirrored, and said in words."""

import datetime
import subprocess
import sys
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exports.charts import (
    Bar,
    Chart,
    CountBars,
    CountRow,
    Gantt,
    GanttRow,
    ProgressBars,
    ProgressRow,
    SmallLine,
    SmallLines,
    StackedBars,
)
from ui import theme
from ui.charts import ChartView

JANUARY, MARCH, JUNE = datetime.date(2026, 1, 1), datetime.date(2026, 3, 1), datetime.date(2026, 6, 1)
BARS = StackedBars(
    ("Cash", "In kind"), (Bar("Library", (Decimal(3000), Decimal(1000)), "EUR 4,000"), Bar("Museum", (), "none")), "EUR"
)
CHARTS: tuple[Chart, ...] = (
    BARS,
    ProgressBars((ProgressRow("Jobs", Decimal("0.4"), "40 %", "at_risk"), ProgressRow("Visits", None, "no data"))),
    CountBars((CountRow("Trust", 2, 10), CountRow("Cooperation", 0, 0))),
    SmallLines((SmallLine("Visits", ((JANUARY, Decimal(10)), (MARCH, Decimal(30))), "30", Decimal(40), "target 40"),)),
    Gantt((GanttRow("Open the depot", JANUARY, MARCH, state="late"),), JANUARY, JUNE, MARCH, (), "today"),
)


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    made = ChartView("Contributions by partner")
    qtbot.addWidget(made)
    made.resize(640, 300)
    return made


def painted(view: ChartView) -> QImage:
    return view.grab().toImage()


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: type(chart).__name__)
def test_every_chart_is_painted_and_said_in_words(view: ChartView, chart: Chart) -> None:
    blank = painted(view)
    view.show_chart(chart)
    assert painted(view) != blank
    assert view.heightForWidth(640) > 20
    assert view.accessibleName() == "Contributions by partner"
    assert view.accessibleDescription()


def test_numbers_are_said_with_what_they_are(view: ChartView) -> None:
    view.show_chart(StackedBars(("Cash", "In kind"), (BARS.bars[0],), "EUR"))
    assert view.accessibleDescription() == "Library: Cash EUR 3,000, In kind EUR 1,000, Together EUR 4,000."
    view.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[1] == "Library\t3,000\t1,000\tEUR 4,000"


def test_what_is_not_known_is_said(view: ChartView) -> None:
    view.show_chart(CHARTS[1])
    assert "Visits: Reached no data" in view.accessibleDescription()
    view.show_chart(CHARTS[2])
    assert "Cooperation: Met not assessed" in view.accessibleDescription()


def test_right_to_left_is_mirrored(view: ChartView) -> None:
    view.show_chart(StackedBars(("",), (Bar("", (Decimal(1),), "a long text beside the bar"),)))
    accent = theme.current().colour("accent").rgb()

    def side_of_bar() -> str:
        image = painted(view)
        rows = range(20, view.heightForWidth(640))
        places = [x for y in rows for x in range(image.width()) if image.pixel(x, y) == accent]
        return "left" if sum(places) / len(places) < image.width() / 2 else "right"

    assert side_of_bar() == "left"
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert side_of_bar() == "right"


def test_it_is_drawn_anew_in_another_theme(view: ChartView) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    view.show_chart(BARS)
    light = painted(view)
    theme.apply(app, "dark")
    try:
        assert painted(view) != light
    finally:
        theme.apply(app, "light")
    assert painted(view) == light


def test_larger_type_makes_a_larger_chart(view: ChartView) -> None:
    view.show_chart(BARS)
    before = view.heightForWidth(640)
    face = view.font()
    face.setPointSizeF(face.pointSizeF() * 2)
    view.setFont(face)
    assert view.heightForWidth(640) > before * 1.8


def test_an_empty_view_takes_no_room(view: ChartView) -> None:
    view.show_chart(BARS)
    view.show_chart(None)
    assert view.heightForWidth(640) == 0
    assert view.accessibleDescription() == ""


def test_drawing_loads_no_document_library() -> None:
    probe = (
        "import sys, ui.charts; print([n for n in sys.modules if n.split('.')[0] in ('reportlab', 'openpyxl', 'docx')])"
    )
    found = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
