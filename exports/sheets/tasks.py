"""A task of a work plan as a row, whatever program the plan comes from."""

import datetime
from typing import NamedTuple

from workbook.bringing_in.sheets import Cell, Cells

_LONGEST_NUMBER = 9


class Task(NamedTuple):
    """One task. `after` are numbers of tasks that end before it begins; other ties between tasks are only named."""

    number: str
    name: str
    start: Cell = ""
    due: Cell = ""
    is_milestone: bool = False
    done: str = ""
    parent: str = ""
    after: tuple[str, ...] = ()
    owner: str = ""
    agreed_start: Cell = ""
    agreed_due: Cell = ""
    really_started: Cell = ""
    really_done: Cell = ""
    other_links: tuple[str, ...] = ()
    notes: str = ""

    @property
    def cells(self) -> Cells:
        """Return the task as a row below `HEADINGS`."""
        return (
            self.number,
            self.name,
            self.start,
            self.due,
            "yes" if self.is_milestone else "",
            int(self.done) if self.done.isdecimal() and len(self.done) <= _LONGEST_NUMBER else "",
            self.parent,
            "; ".join(self.after),
            self.owner,
            self.agreed_start,
            self.agreed_due,
            self.really_started,
            self.really_done,
            "; ".join(self.other_links),
            self.notes.strip(),
        )


HEADINGS = (
    *("#", "Activity", "Start", "Due", "Milestone", "Done", "Part of", "After", "Owner", "Agreed start", "Agreed due"),
    *("Really started", "Really done", "Other links", "Notes"),
)


def day_of(text: str) -> Cell:
    """Return the day that a work plan writes, with or without an hour."""
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return ""
