"""The brief is one page, whatever the plan holds, and says only what the plan says."""

import datetime

import pytest

from exports import brief
from exports.outline import Document, Note, Paragraph, Status, Table, plain
from tests.golden.making import pdf_of
from tests.golden.plans import Maker, arabic, edition, example, large, titled_only
from tests.golden.reading import pages_of
from workbook.book import Book
from workbook.operations import EditRecord
from workbook.records import Activity, Report
from workbook.since import Since, since


def _report(book: Book) -> str:
    return book.all(Report)[0].id if book.count("reports") else ""


def _slipped(book: Book) -> Since:
    now = book
    for activity in [one for one in book.all(Activity) if one.end is not None][:6]:
        assert activity.end is not None
        later = {"end": activity.end + datetime.timedelta(days=12)}
        now = now.apply(EditRecord("activities", activity.id, later).plan(now))
    return since("Spring report", datetime.date(2026, 6, 30), book, now)


def _wordy() -> Book:
    long = "A very long sentence that somebody wrote without ever stopping to breathe " * 20
    maker = Maker().plan(title=long[:400], currency="EUR")
    maker.add("reports", title=long[:400], summary=long, rating="at_risk", rating_reason=long[:400])
    maker.add("decisions", title=long[:400], status="proposed", decider=long[:200])
    for number in range(40):
        day = datetime.date(2026, 12, 1) + datetime.timedelta(days=number)
        maker.add("activities", title=f"{number} {long[:300]}", end=day)
    return maker.book


def _texts(document: Document) -> str:
    said = [plain(block.text) for block in document.blocks if isinstance(block, Paragraph | Note)]
    return " ".join(said)


@pytest.mark.parametrize("make", [Book.empty, titled_only, example, arabic, large, _wordy])
def test_it_is_one_page_whatever_the_plan_holds(make: object) -> None:
    book = make()  # type: ignore[operator]
    found = _slipped(book) if book.count("activities") else None

    assert len(pages_of(pdf_of("brief", edition(book), _report(book), since=found))) == 1


def test_it_gives_status_with_reason_money_dates_changes_and_the_decision() -> None:
    book = example()
    document = brief.document(edition(book), _report(book), _slipped(book))
    status = next(block for block in document.blocks if isinstance(block, Status))
    money, dates = (block.as_text() for block in document.blocks if isinstance(block, Table))

    assert (status.rating, bool(status.reason)) == ("at_risk", True)
    assert money[1][:2] == ("EUR, cash", "64,000")
    assert dates[1][1].startswith("RK-01")
    assert "Decision asked:" in _texts(document)
    assert "Since “Spring report”, as of 30 Jun 2026: 6 changed." in _texts(document)


def test_what_nobody_recorded_is_no_zero() -> None:
    said = _texts(brief.document(edition(titled_only())))

    assert "People trained: no data. Indicators: none yet." in said
    assert "No resource has a value yet." in said
