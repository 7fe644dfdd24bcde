"""Trackers that are out, as the worked example has none: for pictures, and for reading the page from outside."""

import datetime
from typing import Any

from workbook.operations import AddRecord
from workbook.records import Partner
from workbook.workbook import Workbook

_STANDING: tuple[dict[str, Any], ...] = (
    {"sent": -30, "due": -16},
    {"sent": -10, "due": 4},
    {"sent": -3},
    {"sent": -40, "due": -26, "status": "returned", "returned_on": -25, "note": "Thank you; two figures were changed."},
    {"sent": -60, "due": -46, "status": "not_expected", "note": "They are no longer with us."},
)


def put_out(workbook: Workbook) -> None:
    """Put a tracker on record for each way in which one may stand."""
    today = datetime.datetime.now().astimezone().date()
    partners: tuple[Partner | None, ...] = (*workbook.book.all(Partner)[1:5], None)
    for partner, standing in zip(partners, _STANDING, strict=True):
        days = {name: standing[name] for name in ("sent", "due", "returned_on") if name in standing}
        given: dict[str, Any] = {
            name.replace("sent", "issued_on"): today + datetime.timedelta(number) for name, number in days.items()
        }
        whom = "Tracker.xlsx" if partner is None else f"Tracker {partner.code} {partner.name}.xlsx"
        given |= {"file": whom, "partner": None if partner is None else partner.id, "state": 1, "language": "en"}
        given |= {name: standing[name] for name in ("status", "note") if name in standing}
        given |= {"returned_file": f"{whom[:-5]} (filled in).xlsx"} if "returned_on" in standing else {}
        workbook.do(AddRecord("trackers", given))
