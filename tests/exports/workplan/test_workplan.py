import datetime

import pytest
from pypdfium2 import PdfDocument

from exports import workplan
from exports.charts import Box, Gantt, GanttRow, picture_of
from exports.outline import Document, Figure, Note, Paragraph, Table, plain
from tests.golden.making import pdf_of
from tests.golden.plans import AS_OF, Maker, arabic, edition, example, large, titled_only
from tests.golden.reading import flat, fonts_of, pages_of, widest
from workbook.book import Book
from workbook.operations import EditRecord
from workbook.records import Activity

_DAY = datetime.date


def outline(book: Book) -> Document:
    return workplan.document(edition(book))


def table_of(document: Document) -> tuple[tuple[str, ...], ...]:
    return next(block for block in document.blocks if isinstance(block, Table)).as_text()


def figures_of(document: Document) -> list[Figure]:
    return [block for block in document.blocks if isinstance(block, Figure)]


def said(document: Document) -> str:
    return " ".join(plain(block.text) for block in document.blocks if isinstance(block, Paragraph | Note))


def rows_of(figure: Figure) -> tuple[str, ...]:
    assert isinstance(figure.chart, Gantt)
    return tuple(f"[{row.label}]" if row.heading else row.label for row in figure.chart.rows)


def hall() -> Maker:
    maker = Maker().plan(title="Hall")
    city = maker.add("partners", name="City", code="P-01", sector="local_government", status="signed")
    choir = maker.add("partners", name="Choir", code="P-02", sector="civil_society", status="signed")
    hall = maker.add("objectives", code="O-01", statement="Open the hall")
    roof = maker.add(
        "activities",
        code="A-02",
        title="Mend the roof",
        objective=hall,
        start=_DAY(2026, 9, 1),
        end=_DAY(2026, 11, 22),
        baseline_end=_DAY(2026, 10, 1),
        done=40,
        status="in_progress",
    )
    maker.add(
        "activities", code="A-01", title="Open", objective=hall, end=_DAY(2027, 3, 1), milestone=True, status="blocked"
    )
    maker.add("activities", code="A-03", title="Sing", status="not_started")
    maker.add("responsibilities", activity=roof, partner=city, letters=("A",))
    maker.add("responsibilities", activity=roof, partner=choir, letters=("R",))
    return maker


def test_a_row_says_who_does_what_by_when_and_how_it_stands() -> None:
    assert table_of(outline(hall().book)) == (
        ("Code", "Activity", "Responsible", "Accountable", "Start", "Due", "Agreed due", "Done", "State"),
        ("O-01 Open the hall",),
        ("A-02", "Mend the roof", "P-02", "P-01", "1 Sept 2026", "22 Nov 2026", "1 Oct 2026", "40%", "Late, 1 day"),
        ("A-01", "Open (milestone)", "", "", "", "1 Mar 2027", "", "–", "Blocked"),
        ("Without an objective",),
        ("A-03", "Sing", "", "", "", "", "", "–", "Not started"),
    )


def test_codes_of_partners_are_explained_below_the_table() -> None:
    _, partners = (block.as_text() for block in outline(hall().book).blocks if isinstance(block, Table))
    assert partners == (("Code", "Partner", "Code", "Partner"), ("P-01", "City", "P-02", "Choir"))


def test_the_time_line_stands_below_objectives_and_says_what_it_cannot_draw() -> None:
    document = outline(hall().book)

    (figure,) = figures_of(document)
    assert rows_of(figure) == ("[O-01 Open the hall]", "A-02 Mend the roof", "A-01 Open")
    assert figure.alt == (
        "Time line of 2 activities from 1 Sept 2026 to 31 Mar 2027: 0 done, 0 under way, 1 planned, 1 late."
    )
    assert "Not drawn for want of a due date: 1." in said(document)


def test_what_is_cancelled_stays_in_the_table_only() -> None:
    maker = hall()
    roof = next(one for one in maker.book.all(Activity) if one.code == "A-02")
    book = maker.book.apply(EditRecord("activities", roof.id, {"status": "cancelled"}).plan(maker.book))

    document = outline(book)
    assert table_of(document)[2][-1] == "Cancelled"
    assert rows_of(figures_of(document)[0]) == ("[O-01 Open the hall]", "A-01 Open")
    assert "2 activities, 1 milestone among them; on 23 Nov 2026, 0 done and 0 late." in said(document)
    assert "Not drawn because they are cancelled: 1." in said(document)


def test_every_page_of_the_time_line_repeats_its_calendar_and_its_objective() -> None:
    document = outline(large())
    figures = figures_of(document)
    charts = [figure.chart for figure in figures if isinstance(figure.chart, Gantt)]

    assert sum(not row.heading for chart in charts for row in chart.rows) == 300
    assert len({(chart.first, chart.last, chart.ticks) for chart in charts}) == 1
    assert all(chart.rows[0].heading for chart in charts)
    assert all(not chart.rows[-1].heading for chart in charts)
    assert rows_of(figures[1])[0].endswith("(continued)]")
    assert all("today, 23 Nov 2026" in page for page in pages_of(pdf_of("workplan", edition(large())))[-len(charts) :])


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("make", [example, large, arabic, titled_only])
def test_nothing_reaches_over_the_edges_of_the_wide_page(paper: str, make: object) -> None:
    made = edition(make())  # type: ignore[operator]
    document = pdf_of("workplan", made.__class__(**{**vars(made), "paper": paper}))

    left, right = widest(document)
    assert left >= 60
    assert right <= (842 if paper == "A4" else 792) - 60
    assert all(fonts_of(document).values())


def test_the_longest_title_is_cut_on_the_time_line_and_whole_in_the_table() -> None:
    maker = Maker().plan(title="Hall")
    maker.add("activities", title="Mend the roof again " * 24 + "at last", end=AS_OF, status="not_started")

    document = pdf_of("workplan", edition(maker.book))
    assert flat(document).count("at last") == 1
    assert "…" in pages_of(document)[-1]


def test_without_activities_it_says_so() -> None:
    document = pdf_of("workplan", edition(titled_only()))

    assert len(pages_of(document)) == 1
    assert "There is no activity in the work plan yet." in flat(document)


def test_without_dates_the_time_line_says_so() -> None:
    maker = Maker().plan(title="Hall")
    maker.add("activities", title="Sing")

    assert "No activity has a due date yet" in said(outline(maker.book))


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert pdf_of("workplan", edition(example())) == pdf_of("workplan", edition(example()))


def test_bars_are_told_apart_without_colour() -> None:
    states = ("planned", "running", "done", "late")
    rows = tuple(GanttRow(state, AS_OF, AS_OF + datetime.timedelta(days=9), state=state) for state in states)

    marks = picture_of(Gantt(rows, AS_OF, AS_OF + datetime.timedelta(days=9), AS_OF), 500, lambda *_: 10.0).marks
    bars = [(mark.tone == "soft", mark.pattern) for mark in marks if isinstance(mark, Box)][-4:]
    assert bars == [(True, "solid"), (False, "solid"), (False, "hollow"), (False, "striped")]


def test_a_single_day_stands_in_its_month() -> None:
    maker = Maker().plan(title="Hall")
    maker.add("activities", title="Open the doors", end=_DAY(2027, 2, 14))

    chart = figures_of(outline(maker.book))[0].chart
    assert isinstance(chart, Gantt)
    assert (chart.first, chart.last) == (_DAY(2027, 2, 1), _DAY(2027, 2, 28))
    assert chart.ticks == ((_DAY(2027, 2, 1), "Feb 2027"),)


def test_an_objective_that_goes_on_is_named_again_on_each_page_and_no_other() -> None:
    maker = Maker().plan(title="Hall")
    for code, count in (("O-01", 50), ("O-02", 3)):
        objective = maker.add("objectives", code=code, statement="Open the hall")
        for number in range(count):
            maker.add("activities", title=f"Step {number} of {code}", objective=objective)
    pages = [" ".join(page.split()) for page in pages_of(pdf_of("workplan", edition(maker.book)))]
    heads = [page.count("O-01 Open the hall (continued)") for page in pages]
    assert heads == [0, 1, 1, 0]
    assert [page.count("O-01 Open the hall") for page in pages] == [1, 1, 1, 0]
    assert [page.count("O-02 Open the hall") for page in pages] == [0, 0, 1, 0]
    assert not any("O-02 Open the hall (continued)" in page for page in pages)
    for number in range(50):
        assert sum(f"Step {number} of O-01" in page for page in pages) == 1


def test_time_runs_from_the_right_where_one_reads_from_there() -> None:
    figure = figures_of(outline(hall().book))[0]

    def width(text: str, size: float, _bold: bool) -> float:
        return len(text) * size * 0.5

    one = picture_of(figure.chart, 700, width)
    other = picture_of(figure.chart, 700, width, right_to_left=True)
    bars = [mark for mark in one.marks if isinstance(mark, Box)]
    mirrored = [mark.x for mark in other.marks if isinstance(mark, Box)]
    assert mirrored == pytest.approx([700 - bar.x - bar.width for bar in bars])
    for language, is_right in (("en-GB", False), ("ar", True)):
        pdf = PdfDocument(pdf_of("workplan", edition(hall().book, language=language)))
        words = pdf[1].get_textpage()
        found = words.search("Mend the roof").get_next()
        assert found is not None
        assert (words.get_charbox(found[0])[0] > 421) == is_right
        pdf.close()
