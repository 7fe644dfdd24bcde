"""The tracker: the plan as an Excel workbook that is filled, sorted, sent round and sent back (domain.md 10.4)."""

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection

from exports.edition import Edition, Progress, no_progress
from exports.tracker.archive import clear_away, packed
from exports.tracker.front import dashboard_sheet, partner_readme, readme_sheet
from exports.tracker.sheets import Maker, Own, record_sheet
from exports.tracker.shown import Shown
from exports.tracker.special import lists_sheet, log_sheet, meta_of, meta_sheet, needs_sheet, raci_sheet
from workbook.changes import ChangeSet
from workbook.partner_sheets import ADDABLE, OPEN, PARTNER_COLUMNS, rows_of
from workbook.surfaces import TRACKER_COLUMNS

SHEETS = (
    "Dashboard", "Partners", "Objectives", "Activities", "RACI", "Resources", "Needs_vs_offers", "Capacity_plan",
    "Training_log", "Indicators", "Risks_issues", "Decisions", "Agreements", "Log",
)  # fmt: skip
"""The sheets that people see, after README, in their order; Lists and _meta follow out of sight."""


def to_xlsx(edition: Edition, progress: Progress = no_progress, *, history: Iterable[ChangeSet] = ()) -> bytes:
    """Return the tracker of the whole plan. The same edition and history give the same bytes.

    `history` fills the sheet Log, oldest first. Names, e-mail addresses and telephone numbers of persons stand in it
    only if the edition is personal. Raises `Cancelled` when `progress` does, and `Refused` for more rows than Excel
    can hold.
    """
    maker = Maker(Workbook(write_only=True), Shown(edition), progress)
    try:
        fill_plan(maker, history)
        return packed(maker.workbook, edition.book.plan.title, edition.as_of, meta_of(edition))
    except BaseException:
        clear_away(maker.workbook)
        raise


def to_partner_xlsx(edition: Edition, partner_id: str, progress: Progress = no_progress) -> bytes:
    """Return the tracker of one partner: its own rows, with only its columns open. The same edition, the same bytes.

    Raises `Cancelled` when `progress` does.
    """
    maker = Maker(Workbook(write_only=True), Shown(edition), progress)
    try:
        fill_partner(maker, partner_id)
        return packed(maker.workbook, edition.book.plan.title, edition.as_of, meta_of(edition, partner_id))
    except BaseException:
        clear_away(maker.workbook)
        raise


def fill_partner(maker: Maker, partner_id: str) -> None:
    """Write the sheets of one partner; a sheet of which it has no row is left out."""
    rows = rows_of(maker.shown.book, partner_id)
    maker.lists.only = {"indicators": rows["Indicators"]}
    names = [name for name in PARTNER_COLUMNS if rows["Indicators" if name in ADDABLE else name]]
    partner_readme(maker, partner_id, names)
    for name in names:
        maker.progress(name, 0, 0)
        record_sheet(maker, name, PARTNER_COLUMNS[name], Own(rows[name], OPEN[name], name in ADDABLE))
    lists_sheet(maker)
    meta_sheet(maker, partner_id)
    maker.workbook.security = WorkbookProtection(lockStructure=True)  # no sheet is deleted or renamed by mistake


def fill_plan(maker: Maker, history: Iterable[ChangeSet], names: Sequence[str] = SHEETS) -> None:
    """Write the sheets of the whole plan, or those that are named."""
    readme_sheet(maker, SHEETS)
    for name in names:
        maker.progress(name, 0, 0)
        if name == "Dashboard":
            dashboard_sheet(maker)
        elif name == "RACI":
            raci_sheet(maker)
        elif name == "Needs_vs_offers":
            needs_sheet(maker)
        elif name == "Log":
            log_sheet(maker, history)
        else:
            record_sheet(maker, name, TRACKER_COLUMNS[name])
    lists_sheet(maker)
    meta_sheet(maker)
