"""Which report is being written, where there are several."""

import datetime

from tests.properties.sittings import new_workbook
from workbook.operations import AddRecord
from workbook.reporting import current_report


def test_the_draft_with_the_latest_period_is_meant_and_an_issued_one_only_where_there_is_no_draft() -> None:
    workbook = new_workbook()
    assert current_report(workbook.book) is None
    for title, status, month in (("One", "issued", 6), ("Two", "draft", 3), ("Three", "draft", 4)):
        period = {"period_end": datetime.date(2027, month, 30)}
        workbook.do(AddRecord("reports", {"title": title, "status": status, **period}))
        if title == "One":
            first = current_report(workbook.book)
            assert first is not None
            assert first.title == "One"
    report = current_report(workbook.book)
    assert report is not None
    assert report.title == "Three"
