"""Taking a returned tracker in, as one step that can be undone."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.circles import refuse_circles
from workbook.merging import Side, resolved
from workbook.operations.editing import accepted, made_record
from workbook.problems import Problem, Refused
from workbook.records import RECORD_TYPES, Partner, Tracker
from workbook.returning.deciding import Decisions, Policy
from workbook.returning.edits import Key
from workbook.returning.preview import Preview, again, comparison_of

_TRACKERS = RECORD_TYPES["trackers"]
WHOLE_PLAN = "the whole plan"
_MOVED_ON = "The plan has changed since this tracker was compared with it; take it in again."


@dataclass
class AcceptTracker:
    """Take in what a returned tracker says, as far as `deciding` lets it: `choices` say whose word counts where.

    What was sealed, closed or could not be read stays out in any case. `today` is the day on which it counts as
    returned. Refused as a whole where what it touches is not as it was compared any more.
    """

    preview: Preview
    today: datetime.date
    choices: Mapping[Key, Side] = field(default_factory=dict)
    policy: Policy = "leave"
    note: str = ""
    title: str = field(default="Accept tracker from {partner}: {file}", init=False)
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
        partner = book.one(Partner, preview.origin.partner_id)
        who = WHOLE_PLAN if partner is None else partner.code or partner.name
        self.values = {"partner": who, "file": preview.file}
        kept = self._kept(book)
        return (*changes, kept) if changes and kept is not None else changes

    def _checked(self, book: Book) -> Preview:
        """Return the preview as it is beside this book; refuse a file that is in already, and a plan that moved on."""
        preview = self.preview if book is self.preview.ours else again(self.preview, book)
        if preview.taken is not None:
            raise Refused(Problem(taken_sentence(preview.taken), preview.file))
        if preview.rows != self.preview.rows:
            raise Refused(Problem(_MOVED_ON, preview.file))
        return preview

    def _kept(self, book: Book) -> Change | None:
        """Say in the register of trackers that this one has come back."""
        origin, preview = self.preview.origin, self.preview
        partner = origin.partner_id if book.one(Partner, origin.partner_id) is not None else None
        given = {
            "status": "returned",
            "returned_on": self.today,
            "returned_file": preview.file,
            "sha256": preview.sha256,
            **({"note": self.note} if self.note else {}),
        }
        issued = issued_of(book, partner, origin.state, origin.state_hash)
        if issued is not None:
            return change_between(_TRACKERS, issued, accepted(book, _TRACKERS, issued, given))
        made = {
            "partner": partner, "state": origin.state, "state_hash": origin.state_hash, "language": origin.language,
            "issued_on": origin.as_of,
        "file": preview.file,
        }  # fmt: skip
        return change_between(_TRACKERS, None, made_record(book, _TRACKERS, {**made, **given}))


def issued_of(book: Book, partner_id: str | None, state: int, state_hash: str) -> Tracker | None:
    """Return the record of a tracker that is out, by whom it went to and the state that it was made from."""
    found = book.where(Tracker, partner=partner_id, state=state)
    return next((one for one in found if one.state_hash == state_hash and one.status == "issued"), None)


def taken_sentence(taken: Tracker) -> str:
    """Say that a file was taken in before."""
    when = "" if taken.returned_on is None else f" on {taken.returned_on.isoformat()}"
    return f"This very file was taken in already{when}; nothing is taken from it again."
