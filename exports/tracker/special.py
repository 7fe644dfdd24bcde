"""The sheets that are no list of records: the RACI matrix, needs against offers, the log of changes, and _meta."""

from collections.abc import Iterable
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from exports.edition import Edition
from exports.tracker.colours import (
    SOFT_AMBER,
    SOFT_BLUE,
    SOFT_GREEN,
    SOFT_GREY,
    SOFT_RED,
    colour_equal,
    colour_where,
)
from exports.tracker.contents import Content, head, moment, number, text
from exports.tracker.sheets import SPARE_ROWS, Maker
from exports.tracker.shown import NAMING_PEOPLE
from exports.tracker.styles import BODY, HEADER, WORKED_OUT
from workbook import vocabularies as terms
from workbook.changes import ChangeSet, touched_types
from workbook.measures.resources import need_coverage
from workbook.records import RECORD_TYPES, Activity, Partner, Responsibility

TRACKER_VERSION = 1
MOST_PARTNERS = 16_000
_LETTER_COLOURS = {"A": SOFT_AMBER, "R": SOFT_GREEN, "C": SOFT_BLUE, "I": SOFT_GREY}
_TOGETHER = ("R", "A", "C", "I", "R/A", "R/C", "A/C")
_STATES = {"uncovered": "Uncovered", "partly": "Partly", "covered": "Covered", "over": "More than needed"}


def raci_sheet(maker: Maker) -> None:
    """Activities against partners; two counts show whether each activity has one A and an R."""
    shown, book = maker.shown, maker.shown.book
    partners = book.all(Partner)[:MOST_PARTNERS]
    titles = ["Code", "Activity", *(shown.label("partners", partner.id) for partner in partners), "A count", "R count"]
    widths = [9, 40, *([13] * len(partners)), 9, 9]
    figures = [False] * (len(titles) - 2) + [True, True]
    sheet, rows = maker.table("RACI", [head(title) for title in titles], widths, figures)
    cells = {(cell.activity, cell.partner): "/".join(cell.letters) for cell in book.all(Responsibility)}
    first, last = "D", get_column_letter(max(len(partners) + 3, 4))
    activities = book.all(Activity)
    for place, activity in enumerate(activities, 2):
        if place % 500 == 0:
            maker.progress("RACI", place, len(activities))
        letters = (text(cells.get((activity.id, partner.id), "")) for partner in partners)
        counts = (f'=COUNTIF({first}{place}:{last}{place},"*{letter}*")' for letter in ("A", "R")) if partners else ()
        rows.formulas([text(activity.id), text(activity.code), text(activity.title), *letters], counts, BODY)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(titles) + 1)}{rows.row}"
    if activities and partners:
        _raci_rules(maker, sheet, first, last, rows.row)


def _raci_rules(maker: Maker, sheet: Any, first: str, last: str, last_row: int) -> None:
    cells = f"{first}2:{last}{last_row}"
    for letter, colour in _LETTER_COLOURS.items():
        colour_where(sheet, cells, f'ISNUMBER(SEARCH("{letter}",{first}2))', colour)
    allowed = ",".join(_TOGETHER)
    validation = DataValidation(type="list", formula1=f'"{allowed}"', allow_blank=True, showErrorMessage=True)
    validation.errorTitle, validation.error = "Not possible here", "Choose letters of the list; none empties the cell."
    validation.add(cells)
    sheet.data_validations.append(validation)
    count = len(maker.shown.book.all(Partner)[:MOST_PARTNERS]) + 4
    a, r = get_column_letter(count), get_column_letter(count + 1)
    colour_equal(sheet, f"{a}2:{a}{last_row}", "1", SOFT_RED, "notEqual")
    colour_equal(sheet, f"{r}2:{r}{last_row}", "0", SOFT_RED)


def needs_sheet(maker: Maker) -> None:
    """Each need with what answers it, in the need's own unit or currency."""
    titles = ["Code", "Need", "Activity", "Unit", "Required", "Offered", "Committed", "Delivered", "Gap", "State"]
    widths = [9, 40, 30, 14, 14, 14, 14, 14, 14, 18]
    heads = [head(title, "number" if 4 <= place <= 8 else "text") for place, title in enumerate(titles)]
    sheet, rows = maker.table("Needs_vs_offers", heads, widths, [True] * len(titles))
    shown = maker.shown
    for coverage in need_coverage(shown.book):
        need, unit = coverage.need, coverage.unit
        activity = "" if need.activity is None else shown.label("activities", need.activity)
        known = (coverage.required, coverage.offered, coverage.committed)
        rows.line(
            *(text(need.id), text(need.code), text(need.title), text(activity)),
            text(terms.UNITS.title(unit) if unit in terms.UNITS else unit or "lines"),
            *(number(amount) for amount in known),
            number(coverage.delivered) if coverage.delivered else None,  # no line says that anything has arrived
            number(coverage.gap),
            text(_STATES[coverage.state]),
            role=WORKED_OUT,
        )
    sheet.auto_filter.ref = f"A1:K{rows.row}"
    state = f"K2:K{rows.row + SPARE_ROWS}"
    for title, colour in zip(_STATES.values(), (SOFT_RED, SOFT_AMBER, SOFT_GREEN, SOFT_GREY), strict=True):
        colour_equal(sheet, state, f'"{title}"', colour)


def log_sheet(maker: Maker, history: Iterable[ChangeSet]) -> None:
    """What was changed, newest last; who did it only where names were asked for."""
    titles = ["State", "When (UTC)", "What", "Records", "From", *(["Who"] if maker.shown.personal else [])]
    heads = [head(title, "whole" if title in ("State", "Records") else "text") for title in titles]
    sheet, rows = maker.table("Log", heads, [9, 18, 70, 10, 30, 24][: len(titles)], [True] * len(titles), "B2")
    for entry in history:
        cells: list[Content | None] = [
            text(entry.id),
            number(entry.seq, "whole"),
            moment(entry.at),
            text(_title(entry, maker.shown.personal)),
            number(len(entry.changes), "whole"),
            text(entry.source),
        ]
        rows.line(*cells, *([text(entry.operator)] if maker.shown.personal else []))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(titles) + 1)}{rows.row}"


def _title(entry: ChangeSet, personal: bool) -> str:
    naming = touched_types(entry.changes) & NAMING_PEOPLE
    if personal or not naming:
        return entry.title
    return "Change to " + ", ".join(RECORD_TYPES[name].titles.lower() for name in sorted(naming))


def lists_sheet(maker: Maker) -> None:
    """The choices behind the drop-downs, out of sight."""
    sheet = maker.sheet("Lists")
    sheet.sheet_state = "hidden"
    maker.lists.write(maker.rows(sheet))


def meta_of(edition: Edition) -> dict[str, str | int]:
    """Return what a tracker that comes back has to say for itself: from which workbook, and from which state."""
    return {
        "tracker_version": TRACKER_VERSION,
        "workbook": edition.workbook_id,
        "state": edition.state,
        "fingerprint": edition.fingerprint,
        "as_of": edition.as_of.isoformat(),
        "scope": "plan",
        "personal": "yes" if edition.personal else "no",
    }


def meta_sheet(maker: Maker) -> None:
    """Where this tracker comes from, in a sheet that Excel shows to nobody."""
    sheet = maker.sheet("_meta")
    sheet.sheet_state = "veryHidden"
    rows = maker.rows(sheet)
    rows.line(text("key"), text("value"), role=HEADER)
    for key, value in meta_of(maker.shown.edition).items():
        rows.line(text(key), number(value, "whole") if isinstance(value, int) else text(value))
