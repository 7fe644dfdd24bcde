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
    quoted,
)
from exports.tracker.contents import Content, head, moment, number, text
from exports.tracker.lists import SHEET as LISTS
from exports.tracker.sheets import META, SPARE_ROWS, Maker, protect
from exports.tracker.shown import NAMING_PEOPLE, Shown, unit_of
from exports.tracker.styles import BODY, HEADER, WORKED_OUT
from workbook.changes import ChangeSet, touched_types
from workbook.measures.resources import need_coverage
from workbook.records import RECORD_TYPES, Activity, Partner, Responsibility
from workbook.wording import source

TRACKER_VERSION = 2
"""Goes up when a tracker says the same plan otherwise: in 2, tabs are blanks, and the first sheet is worded anew."""
MOST_PARTNERS = 16_000
_LETTER_COLOURS = {"A": SOFT_AMBER, "R": SOFT_GREEN, "C": SOFT_BLUE, "I": SOFT_GREY}
_TOGETHER = ("R", "A", "C", "I", "R/A", "R/C", "A/C")
_STATES = {
    "uncovered": source("Uncovered"),
    "partly": source("Partly"),
    "covered": source("Covered"),
    "over": source("More than needed"),
}


def raci_sheet(maker: Maker) -> None:
    """Activities against partners; two counts show whether each activity has one A and an R."""
    shown, book = maker.shown, maker.shown.book
    partners = book.all(Partner)[:MOST_PARTNERS]
    say = shown.say
    named = {partner.id: shown.label("partners", partner.id) for partner in partners}
    titles = {"code": say("Code"), "title": say("Activity"), **named, "*a": say("A count"), "*r": say("R count")}
    widths = [9, 40, *([13] * len(partners)), 9, 9]
    figures = [False] * (len(titles) - 2) + [True, True]
    sheet, rows = maker.table("RACI", {key: head(title) for key, title in titles.items()}, widths, figures)
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
    validation.errorTitle = maker.shown.say("Not possible here")
    validation.error = maker.shown.say("Choose letters of the list; none empties the cell.")
    validation.add(cells)
    sheet.data_validations.append(validation)
    count = len(maker.shown.book.all(Partner)[:MOST_PARTNERS]) + 4
    a, r = get_column_letter(count), get_column_letter(count + 1)
    colour_equal(sheet, f"{a}2:{a}{last_row}", "1", SOFT_RED, "notEqual")
    colour_equal(sheet, f"{r}2:{r}{last_row}", "0", SOFT_RED)


def needs_sheet(maker: Maker) -> None:
    """Each need with what answers it, in the need's own unit or currency."""
    say = maker.shown.say
    titles = {
        "code": say("Code"),
        "title": say("Need"),
        "activity": say("Activity"),
        "*unit": say("Unit"),
        "*required": say("Required"),
        "*offered": say("Offered"),
        "*committed": say("Committed"),
        "*delivered": say("Delivered"),
        "*gap": say("Gap"),
        "*state": say("State"),
    }
    widths = [9, 40, 30, 14, 14, 14, 14, 14, 14, 18]
    numbers = ("*required", "*offered", "*committed", "*delivered", "*gap")
    heads = {key: head(title, "number" if key in numbers else "text") for key, title in titles.items()}
    sheet, rows = maker.table("Needs_vs_offers", heads, widths, [True] * len(titles))
    shown = maker.shown
    for coverage in need_coverage(shown.book):
        need, unit = coverage.need, coverage.unit
        activity = "" if need.activity is None else shown.label("activities", need.activity)
        known = (coverage.required, coverage.offered, coverage.committed)
        rows.line(
            *(text(need.id), text(need.code), text(need.title), text(activity)),
            text(unit_of(shown, unit)),
            *(number(amount) for amount in known),
            number(coverage.delivered) if coverage.delivered else None,  # no line says that anything has arrived
            number(coverage.gap),
            text(say(_STATES[coverage.state])),
            role=WORKED_OUT,
        )
    sheet.auto_filter.ref = f"A1:K{rows.row}"
    state = f"K2:K{rows.row + SPARE_ROWS}"
    for title, colour in zip(_STATES.values(), (SOFT_RED, SOFT_AMBER, SOFT_GREEN, SOFT_GREY), strict=True):
        colour_equal(sheet, state, quoted(say(title)), colour)
    protect(sheet)


def log_sheet(maker: Maker, history: Iterable[ChangeSet]) -> None:
    """What was changed, newest last; who did it only where names were asked for."""
    say = maker.shown.say
    titles = {
        "state": say("State"),
        "at": say("When (UTC)"),
        "what": say("What was done"),
        "records": say("Records"),
        "source": say("Where from"),
        **({"operator": say("Who")} if maker.shown.personal else {}),
    }
    heads = {key: head(title, "whole" if key in ("state", "records") else "text") for key, title in titles.items()}
    sheet, rows = maker.table("Log", heads, [9, 18, 70, 10, 30, 24][: len(titles)], [True] * len(titles), "B2")
    for entry in history:
        cells: list[Content | None] = [
            text(entry.id),
            number(entry.seq, "whole"),
            moment(entry.at),
            text(_title(entry, maker.shown)),
            number(len(entry.changes), "whole"),
            text(entry.source),
        ]
        rows.line(*cells, *([text(entry.operator)] if maker.shown.personal else []))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(titles) + 1)}{rows.row}"
    protect(sheet)


def _title(entry: ChangeSet, shown: Shown) -> str:
    naming = touched_types(entry.changes) & NAMING_PEOPLE
    if shown.personal or not naming:
        return entry.title
    records = ", ".join(shown.say(RECORD_TYPES[name].titles).lower() for name in sorted(naming))
    return shown.say("Change to {records}", records=records)


def lists_sheet(maker: Maker) -> None:
    """The choices behind the drop-downs, out of sight."""
    sheet = maker.sheet(LISTS)
    sheet.sheet_state = "hidden"
    maker.lists.write(maker.rows(sheet))


def meta_of(edition: Edition, partner_id: str = "") -> dict[str, str | int]:
    """Return what a tracker that comes back has to say for itself: from which workbook and state, for whom."""
    return {
        "tracker_version": TRACKER_VERSION,
        "workbook": edition.workbook_id,
        "state": edition.state,
        "fingerprint": edition.fingerprint,
        "as_of": edition.as_of.isoformat(),
        "scope": "partner" if partner_id else "plan",
        "partner": partner_id,
        "personal": "yes" if edition.personal else "no",
        "language": edition.formats.language,
        "due": "" if edition.due is None else edition.due.isoformat(),
    }


def meta_sheet(maker: Maker, partner_id: str = "") -> None:
    """Where this tracker comes from, and what its sheets and columns are called, in a sheet that nobody is shown."""
    sheet = maker.sheet(META)
    sheet.sheet_state = "veryHidden"
    rows = maker.rows(sheet)
    rows.line(text("key"), text("value"), role=HEADER)
    for key, value in meta_of(maker.shown.edition, partner_id).items():
        rows.line(text(key), number(value, "whole") if isinstance(value, int) else text(value))
    for name, columns in maker.columns.items():
        rows.line(text(f"sheet {name}"), text(maker.sheet_name(name)))
        for key, title in columns.items():
            rows.line(text(f"column {name} {key}"), text(title))
