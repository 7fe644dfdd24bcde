"""The tracker: the plan as an Excel workbook that is filled, sorted, sent round and sent back (domain.md 10.4)."""

from collections.abc import Iterable

from openpyxl import Workbook

from exports.edition import Edition, Progress, no_progress
from exports.tracker.archive import clear_away, packed
from exports.tracker.front import dashboard_sheet, readme_sheet
from exports.tracker.sheets import Maker, record_sheet
from exports.tracker.shown import Shown
from exports.tracker.special import lists_sheet, log_sheet, meta_sheet, needs_sheet, raci_sheet
from workbook.changes import ChangeSet
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
        _fill(maker, progress, history)
        return packed(maker.workbook, edition.book.plan.title, edition.as_of)
    except BaseException:
        clear_away(maker.workbook)
        raise


def _fill(maker: Maker, progress: Progress, history: Iterable[ChangeSet]) -> None:
    readme_sheet(maker, SHEETS)
    for name in SHEETS:
        progress(name, 0, 0)
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
