"""Plans with odd texts, numbers and days go out and come home unchanged; trackers of older programs are still read."""

import datetime
from decimal import Decimal
from typing import Any

from exports.tracker.special import TRACKER_VERSION
from tests.exports.tracker.returning import Kept, all_of, edited, put
from tests.golden.plans import Maker
from workbook.book import Book
from workbook.money import Money

TEXTS = (
    "line\nbreak", "tab\there", '"quoted"', "'apostrophe", "_x000D_", "_x0041_ and _x005F_x0041_", "😀👩‍👩‍👧",
    "مرحبا \u200fabc\u200e", "nbsp\u00a0x", "thin\u2009y", "line\u2028two", "=1+1", "-5", "@x", "#N/A", "Err:502",
    "TRUE", "007", "1e5", "2027-03-31", "3/4/2027", "50 %", "1,234", "x" * 499, "<a&b>", "\ufeffbom", "12:30",
    "\ufffe odd",
)  # fmt: skip
DAYS = (
    datetime.date(1600, 1, 1), datetime.date(1900, 2, 28), datetime.date(1900, 3, 1), datetime.date(1904, 1, 1),
    datetime.date(2500, 12, 31),
)  # fmt: skip


def odd_plan() -> Book:
    maker = Maker().plan(title="Odd", currency="EUR")
    first = maker.add("partners", name="First")
    for n, text in enumerate(TEXTS):
        partner = maker.add("partners", name=text, own_objective=f"  {text}\n\n{text}  ")
        activity = maker.add("activities", title=text, note=f"{text}\n{text}", start=DAYS[n % len(DAYS)])
        maker.add("responsibilities", activity=activity, partner=partner, letters=("A",))
        maker.add("responsibilities", activity=activity, partner=first, letters=("R",))
        maker.add(
            "resources", title=text, kind="offer", provider=first, evidence=text, due=DAYS[n % len(DAYS)],
            quantity=Decimal("12345678901234567.891") if n % 2 else Decimal("0.1"),
            rate=Money(Decimal("10.33"), ("EUR", "JPY", "KWD")[n % 3]),
            delivered_value=Money(Decimal("123456789012345678.12" if n % 5 else "7.005"), "CHF"),
        )  # fmt: skip
        measure = maker.add("indicators", title=text, responsible=first, baseline=Decimal("0.1234567890123456"))
        maker.add("readings", indicator=measure, date=DAYS[-1], breakdown=text, value=Decimal("0.333333333333333333"))
    return maker.book


def test_odd_plans_come_home_unchanged() -> None:
    kept = Kept(odd_plan())
    for code, language in (("", "en"), ("P-01", "en"), ("", "ar")):
        sent = kept.sent(code, language)
        for content in (sent, edited(sent, lambda _workbook: None)):
            preview = kept.preview(content)
            assert preview.is_empty, (code, preview.rows[:3], preview.closed[:3], preview.problems[:3])


def test_a_tracker_of_an_older_program_is_read_by_what_it_called_its_columns_itself() -> None:
    kept = Kept()

    def older(workbook: Any) -> None:
        meta, sheet = workbook["_meta"], workbook["Activities"]
        for row in meta.iter_rows(min_row=2, max_col=2):
            if row[0].value == "tracker_version":
                row[1].value = TRACKER_VERSION - 1
            if row[0].value == "column Activities done":
                row[1].value = "How far"
        next(cell for cell in sheet[1] if cell.value == "Done").value = "How far"
        workbook["README"]["A2"].value = "Worded as it was then"

    preview = kept.preview(edited(kept.sent("P-04"), all_of(put("Activities", "A-05", "Done", 0.7), older)))
    assert [(row.edit.field, row.edit.theirs) for row in preview.rows] == [("done", 70)]
    assert not preview.problems
