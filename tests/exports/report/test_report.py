import datetime
from decimal import Decimal

import pytest

from exports import report as reports
from exports.charts import Gantt, ProgressBars, StackedBars
from exports.outline import Cover, Document, Figure, Heading, Paragraph, Status, Table, plain
from exports.report.outline import NoSuchReport
from tests.golden.making import pdf_of
from tests.golden.plans import AS_OF, Maker, arabic, case, edition, example, large, titled_only
from tests.golden.reading import flat, fonts_of, pages_of, widest
from tests.golden.small import small_plan
from workbook.book import Book
from workbook.money import Money
from workbook.operations import AddRecord, EditRecord, RemoveRecords
from workbook.records import Activity, HealthResponse, Indicator, Report
from workbook.sealing import State
from workbook.sealing.operations import IssueReport, SealedBy
from workbook.since import Since, since

SECTIONS = (
    "Summary",
    "What changed",
    "Objectives and indicators",
    "Milestones and activities",
    "Resources",
    "Capacity building and training",
    "Cooperation and agreements",
    "Risks, issues and challenges",
    "Decisions requested",
    "Next period",
    "Annex: full tables",
)


def of(book: Book, **values: object) -> bytes:
    return pdf_of("report", edition(book, **values))  # type: ignore[arg-type]


def outline(book: Book) -> Document:
    return reports.document(edition(book))


def section(document: Document, title: str) -> tuple[object, ...]:
    """Return the blocks of one section."""
    places = [n for n, block in enumerate(document.blocks) if isinstance(block, Heading) and block.level == 1]
    first = next(n for n in places if document.blocks[n].text.endswith(title))  # type: ignore[union-attr]
    last = next((n for n in places if n > first), len(document.blocks))
    return document.blocks[first:last]


def tables(document: Document, title: str) -> list[tuple[tuple[str, ...], ...]]:
    return [block.as_text() for block in section(document, title) if isinstance(block, Table)]


def paragraphs(document: Document) -> list[str]:
    return [plain(block.text) for block in document.blocks if isinstance(block, Paragraph)]


def funded() -> Book:
    maker = Maker().plan(title="Depot", currency="EUR")
    city = maker.add("partners", name="City", sector="local_government", status="signed")
    firm = maker.add("partners", name="Firm", sector="creative_industry", status="signed")
    for provider, amount, code, kind, status in (
        (city, 1000, "EUR", "cash", "committed"),
        (firm, 500, "EUR", "in_kind", "delivered"),
        (firm, 300, "USD", "cash", "committed"),
        (firm, 900, "EUR", "cash", "withdrawn"),
    ):
        maker.add(
            "resources",
            title=f"{kind} in {code}",
            kind="commitment",
            type=kind,
            provider=provider,
            value=Money(Decimal(amount), code),
            status=status,
        )
    return maker.book


@pytest.mark.parametrize("make", [Book.empty, titled_only, example, arabic])
def test_every_section_is_there_whatever_the_plan_holds(make: object) -> None:
    book: Book = make()  # type: ignore[operator]
    headings = [heading.text for heading in outline(book).headings() if heading.level == 1]

    assert headings == [f"{number}. {title}" for number, title in enumerate(SECTIONS, 1)]
    assert all(fonts_of(of(book)).values())


def test_an_empty_plan_says_in_one_line_that_nothing_is_recorded() -> None:
    text = flat(of(titled_only()))

    assert text.count("Nothing recorded yet.") > 8
    assert "No decision is asked for." in text
    assert "Overall: no data" in text


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert of(example()) == of(example())


def test_status_is_told_in_words_with_its_reason() -> None:
    book = example()
    status = next(
        block for block in reports.document(edition(book), book.all(Report)[0].id).blocks if isinstance(block, Status)
    )

    assert (status.rating, status.title) == ("at_risk", "Overall: at risk")
    assert "power connection" in status.reason


def test_without_a_rating_by_hand_the_worst_objective_counts() -> None:
    maker = Maker().plan(title="x")
    objective = maker.add("objectives", statement="Reach it", code="O-1")
    maker.add("activities", title="Open", milestone=True, end=datetime.date(2026, 1, 1), objective=objective)
    status = next(block for block in outline(maker.book).blocks if isinstance(block, Status))

    assert status.rating == "off_track"
    assert "O-1" in status.reason


def test_no_reading_is_no_data_and_never_zero() -> None:
    maker = Maker().plan(title="x")
    maker.add("indicators", title="Visits", baseline=Decimal(0), target=Decimal(100), code="I-01")
    row = next(row for row in tables(outline(maker.book), "Objectives and indicators")[0] if row[0] == "I-01")

    assert row[4:7] == ("no data", "no data", "No data")
    chart = next(
        block.chart
        for block in outline(maker.book).blocks
        if isinstance(block, Figure) and isinstance(block.chart, ProgressBars)
    )
    assert chart.rows[0].share is None
    assert chart.rows[0].text == "no data"


def test_a_reading_of_zero_is_a_zero() -> None:
    maker = Maker().plan(title="x")
    indicator = maker.add(
        "indicators", title="Visits", baseline=Decimal(0), target=Decimal(100), code="I-01", frequency="monthly"
    )
    maker.add("readings", indicator=indicator, date=AS_OF, value=Decimal(0))
    row = next(row for row in tables(outline(maker.book), "Objectives and indicators")[0] if row[0] == "I-01")

    assert row[4:6] == ("0", "0%")


def test_currencies_are_never_added_and_withdrawn_lines_never_counted() -> None:
    found = tables(outline(funded()), "Resources")
    committed = next(row for row in found[0] if row[0] == "Committed")

    assert committed[1:3] == ("EUR 1,000\nUSD 300", "EUR 500")
    text = flat(of(funded()))
    for wrong in ("1,300", "1,800", "1,900", "2,400"):
        assert wrong not in text


def test_leverage_stands_with_its_formula() -> None:
    figures = tables(outline(funded()), "Resources")[1]
    row = next(row for row in figures if row[0] == "Leverage, EUR")

    assert row[1] == "0.5 : 1"
    assert "cash committed by local government" in row[2]


def test_each_currency_has_its_own_chart_with_words_and_numbers() -> None:
    figures = [
        block
        for block in section(outline(funded()), "Resources")
        if isinstance(block, Figure) and isinstance(block.chart, StackedBars)
    ]

    assert [figure.chart.unit for figure in figures if isinstance(figure.chart, StackedBars)] == ["EUR", "USD"]
    assert "City: EUR 1,000 in cash and – in kind" in figures[0].alt


def test_every_figure_says_what_it_shows() -> None:
    for book in (example(), large(8, 30)):
        figures = [block for block in outline(book).blocks if isinstance(block, Figure)]
        assert figures
        assert all(len(figure.alt) > 30 for figure in figures)


def test_late_things_come_first_and_the_work_plan_is_drawn() -> None:
    blocks = section(outline(example()), "Milestones and activities")

    assert isinstance(blocks[1], Heading)
    assert blocks[1].text == "Late"
    assert any(isinstance(block, Figure) and isinstance(block.chart, Gantt) for block in blocks)


def _since(earlier: Book, now: Book) -> Since:
    return since("Spring report", datetime.date(2026, 6, 30), earlier, now)


def test_changes_show_what_was_and_what_is_also_what_was_removed() -> None:
    before = book = example()
    partner = book.records("partners")[0]
    operations = (
        EditRecord("partners", partner.id, {"mission": "Another mission"}),
        AddRecord("risks", {"title": "A new risk"}),
        RemoveRecords("challenges", (book.records("challenges")[0].id,)),
    )
    for operation in operations:
        book = book.apply(operation.plan(book))
    document = reports.document(edition(book), since=_since(before, book))
    rows = [row for row in tables(document, "What changed")[0] if row[0] in ("Added", "Removed", "Changed")]

    assert {row[0] for row in rows} == {"Added", "Removed", "Changed"}
    assert any(row[2] == "Mission" and row[4] == "Another mission" for row in rows)
    assert "Compared with “Spring report”, as of 30 Jun 2026: 1 added, 1 changed, 1 removed." in paragraphs(document)


def test_dates_that_slipped_and_figures_that_mean_something_else_stand_apart() -> None:
    before = book = example()
    activity = next(one for one in book.all(Activity) if one.end is not None)
    indicator = book.all(Indicator)[0]
    assert activity.end is not None
    later = activity.end + datetime.timedelta(days=14)
    for operation in (
        EditRecord("activities", activity.id, {"end": later, "title": "Renamed"}),
        EditRecord("indicators", indicator.id, {"unit": "visitors", "note": "Counted anew"}),
    ):
        book = book.apply(operation.plan(book))
    moved, redefined, others = tables(reports.document(edition(book), since=_since(before, book)), "What changed")

    assert [(row[1], row[-1]) for row in moved[1:]] == [("Due", "+14")]
    assert [(row[1], row[3]) for row in redefined[1:]] == [("Unit", "visitors")]
    told = {(row[2], row[4]) for row in others[1:] if len(row) > 1}
    assert told == {("Activity", "Renamed"), ("Notes", "Counted anew")}


def test_only_the_chosen_sections_stand_in_a_report_with_their_own_words() -> None:
    book = example()
    report = book.all(Report)[0]
    edited = EditRecord("reports", report.id, {"sections": ["resources", "summary"]}).plan(book)
    book = book.apply(edited)
    said = {"report": report.id, "section": "resources", "wording": "The lottery said yes.\nThe lease is signed."}
    book = book.apply(AddRecord("report_narratives", said).plan(book))
    document = reports.document(edition(book), report.id)

    assert [heading.text for heading in document.headings() if heading.level == 1] == ["1. Summary", "2. Resources"]
    assert {"The lottery said yes.", "The lease is signed."} <= set(paragraphs(document))


def test_what_a_single_partner_answered_stays_out() -> None:
    book = example()
    answer = next(one for one in book.all(HealthResponse) if one.score == 2)
    after = book.apply(EditRecord("health_responses", answer.id, {"score": 5, "comment": "Only between us"}).plan(book))
    document = flat(pdf_of("report", edition(after), since=_since(book, after)))
    assert "Only between us" not in document


def test_changes_of_persons_stay_out_unless_asked_for() -> None:
    book = example()
    contact = book.records("contacts")[0]
    after = book.apply(EditRecord("contacts", contact.id, {"name": "Somebody Secret"}).plan(book))
    found = _since(book, after)

    assert "Somebody Secret" not in flat(pdf_of("report", edition(after), since=found))
    assert "Somebody Secret" in flat(pdf_of("report", edition(after, personal=True), since=found))


def test_without_changes_it_says_so() -> None:
    assert "This report is not compared with an earlier one." in flat(of(titled_only()))


def test_a_stored_report_brings_its_own_words_and_period() -> None:
    book = example()
    text = flat(pdf_of("report", edition(book), book.all(Report)[0].id))

    assert "145 visits to the first open studio nights" in text
    assert "1 Jan 2026 – 30 Sept 2026" in text


def test_contacts_are_not_named_in_a_report() -> None:
    text = flat(of(example()))

    assert not [contact for contact in example().records("contacts") if contact.name in text]  # type: ignore[attr-defined]


def test_the_annex_has_findings_and_the_summary_the_foundations() -> None:
    text = flat(of(example()))

    assert text.count("checks met") >= 10
    assert "Structure checks" in text


@pytest.mark.parametrize(("name", "language"), [("bradford_2025", "en-GB"), ("parramatta_2012", "en-AU")])
def test_real_partnerships(name: str, language: str) -> None:
    made = of(case(name), language=language)

    left, right = widest(made)
    assert left > 55
    assert right < 595 - 55
    assert all(fonts_of(made).values())


@pytest.mark.slow
def test_a_very_large_plan() -> None:
    pages = pages_of(of(large()))

    assert len(pages) > 60
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


def test_an_arabic_report_can_be_read_back_in_order() -> None:
    text = flat(of(arabic(), language="ar"))

    assert "مختبر الإبداع في محطة الترام القديمة" in text


def test_the_body_of_the_example_has_at_most_ten_pages() -> None:
    book = example()
    pages = pages_of(pdf_of("report", edition(book), book.all(Report)[0].id))
    annex = max(number for number, text in enumerate(pages, 1) if "11. Annex: full tables" in text)

    assert 5 < annex <= 11


def test_a_decision_in_narrative_and_record_is_told_once() -> None:
    book = example()
    report = book.all(Report)[0].id
    document = reports.document(edition(book), report)

    assert [row[:2] for row in tables(document, "Decisions requested")[0][1:]] == [
        ("1", "D-04 Give 4,000 EUR from the reserve of 2027 for the third prototype")
    ]
    assert flat(pdf_of("report", edition(book), report)).count("Culture committee: give") == 1


def test_announced_grants_and_doubts_of_bradford_can_be_seen() -> None:
    document = reports.document(edition(case("bradford_2025")))
    money, annex = tables(document, "Resources"), tables(document, "Annex: full tables")

    assert ("All partners", "GBP 19,950,000", "GBP 19,950,000") in [row[:3] for table in money for row in table]
    noted = [row for table in annex for row in table if row[:1] == ("IS-01",)]
    assert "24 is reported" in noted[0][2]
    people = [row for table in tables(document, "Capacity building and training") for row in table]
    assert ("People trained", "4,525 people") in [row[:2] for row in people]


def test_a_column_that_says_nothing_is_left_out() -> None:
    document = reports.document(edition(case("bradford_2025")))

    issues = next(table for table in tables(document, "Risks, issues and challenges") if table[0][1] == "Issue")
    assert issues[0] == ("Code", "Issue", "Severity", "Status")


def test_days_in_reasons_are_written_like_all_others() -> None:
    text = flat(pdf_of("report", edition(case("bradford_2025"))))

    assert "The last reading, of 31 Dec 2025" in text
    assert "2025-12-31" not in text


def test_a_report_that_is_not_there() -> None:
    with pytest.raises(NoSuchReport):
        pdf_of("report", edition(example()), "nothing")


def test_who_came_is_told_by_group_and_the_ratings_of_two_people_are_not_shown() -> None:
    maker = Maker()
    session = maker.add("training_sessions", title="Day", attended=20, with_disability=2)
    maker.add("session_groups", session=session, stakeholder_type="artist", people=12)
    for name in ("Ann", "Ben"):
        maker.add("participants", session=session, name=name, rating_before=1, rating_after=5)
    section = "Capacity building and training"
    rows = [row for table in tables(outline(maker.book), section) for row in table]
    said = [block.text for block in outline(maker.book).blocks if isinstance(block, Paragraph)]
    assert "Attendances by group. Artist or creative: 12; Not recorded: 8." in said
    assert ("With a disability", "2 people") in [row[:2] for row in rows]
    assert not [row for row in rows if row[0] == "All sessions"]
    maker.add("participants", session=session, name="Cem", rating_before=1, rating_after=5)
    rows = [row for table in tables(outline(maker.book), section) for row in table]
    assert [row[1] for row in rows if row[0] == "All sessions"] == ["3"]


def test_an_issued_report_that_is_made_again_says_that_it_is_not_what_was_issued() -> None:
    book = small_plan()
    (report,) = book.all(Report)
    being_issued = book.apply(EditRecord("reports", report.id, {"status": "issued"}).plan(book))
    at = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)
    issue = IssueReport(report.id, b"%PDF-1.7", SealedBy(State(41, "beef1234567890"), at, "Tester"))
    issued = book.apply(issue.plan(book))

    first, again = (
        next(block for block in reports.document(edition(each), report.id).blocks if isinstance(block, Cover))
        for each in (being_issued, issued)
    )
    assert dict(first.lines)["Status"] == dict(again.lines)["Status"] == "Issued"
    assert "Issued on" not in dict(first.lines)
    assert "made again" not in first.notice
    assert dict(again.lines)["Issued on"] == "20 Nov 2026  ·  State 41 · beef1234"
    assert dict(again.lines)["Made from"].startswith("State 42")
    assert again.notice.startswith("These pages were made again after the report was issued")
