"""Taking a returned tracker in, as one step that can be undone."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbook.book import Book
from workbook.changes import Change
from workbook.circles import refuse_circles
from workbook.merging import Side, resolved
from workbook.problems import Problem, Refused
from workbook.records import Tracker
from workbook.returning.deciding import Decisions, Policy
from workbook.returning.edits import Key
from workbook.returning.preview import Preview, again, comparison_of, stands_otherwise
from workbook.returning.registering import CameBack, returned_change, whose

_MOVED_ON = "The plan has changed since this tracker was compared with it; take it in again."
_ACCEPTED = "Accept tracker from {partner}: {file}"
_RETURNED = "Mark tracker from {partner} as returned: {file}"


@dataclass
class AcceptTracker:
    """Take in what a returned tracker says, as far as `deciding` lets it: `choices` say whose word counts where.

    What was sealed, closed or could not be read stays out in any case. `today` is the day on which it counts as
    returned; it does so even if nothing is taken. Refused as a whole where what it touches is not as it was compared
    any more.
    """

    preview: Preview
    today: datetime.date
    choices: Mapping[Key, Side] = field(default_factory=dict)
    policy: Policy = "leave"
    note: str = ""
    title: str = field(default=_ACCEPTED, init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)
    _planned: tuple[Change, ...] | None = field(default=None, init=False, repr=False)

    def prepared(self) -> "AcceptTracker":
        """Work out the changes for the plan that the tracker was compared with; may be called by a worker."""
        self._planned = self.plan(self.preview.ours)
        return self

    def plan(self, book: Book) -> tuple[Change, ...]:
        if self._planned is not None and book is self.preview.ours:
            return self._planned
        preview = self._checked(book)
        decisions = Decisions(self.choices, self.policy)
        taken, closings = decisions.taken_edits(preview), decisions.closings(preview)
        new = [row for row in preview.new if decisions.takes(row)]
        comparison = comparison_of(preview.base, book, [*taken, *closings], new)
        said = [*taken, *(edit for edit in closings if self.choices.get((edit.type, edit.id, "")) == "theirs")]
        sides: dict[Key, Side] = {edit.key: "theirs" for edit in said}
        sides |= {(edit.type, edit.id, ""): "theirs" for edit in said}
        changes = resolved(comparison, book, sides)
        refuse_circles(book, changes)
        self.title = _ACCEPTED if changes else _RETURNED
        self.values = {"partner": whose(book, preview.origin.partner_id), "file": preview.file}
        back = CameBack(preview.file, preview.sha256, self.today, self.note)
        kept = returned_change(book, preview.origin, back)
        return changes if kept is None else (*changes, kept)

    @property
    def takes_something(self) -> bool:
        """Say whether the step that was planned changes the plan, and not only the register of trackers."""
        return self.title == _ACCEPTED

    def _checked(self, book: Book) -> Preview:
        """Return the preview as it is beside this book; refuse a file that is in already, and a plan that moved on."""
        preview = self.preview if book is self.preview.ours else again(self.preview, book)
        if preview.taken is not None:
            raise Refused(Problem(taken_sentence(preview.taken), preview.file))
        if stands_otherwise(self.preview, preview):
            raise Refused(Problem(_MOVED_ON, preview.file))
        return preview


def taken_sentence(taken: Tracker) -> str:
    """Say that a file was taken in before."""
    when = "" if taken.returned_on is None else f" on {taken.returned_on.isoformat()}"
    return f"This very file was taken in already{when}; nothing is taken from it again unless that step is undone."
