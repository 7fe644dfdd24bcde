"""Taking a returned tracker in, as one step that can be undone."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.circles import refuse_circles
from workbook.kinds import KINDS
from workbook.merging import Side, resolved
from workbook.operations.editing import accepted, made_record
from workbook.problems import Problem, Refused
from workbook.records import RECORD_TYPES, Partner, Tracker
from workbook.returning.edits import Edit, Key, MissingRow
from workbook.returning.preview import Policy, Preview, again, comparison_of

_TRACKERS = RECORD_TYPES["trackers"]
WHOLE_PLAN = "the whole plan"


@dataclass
class AcceptTracker:
    """Take in what a returned tracker says; a conflict without a choice stays as it is here.

    `left_out` are the values and new rows that somebody does not want. What was removed, closed or could not be read
    stays out in any case. `today` is the day on which it counts as returned.
    """

    preview: Preview
    today: datetime.date
    choices: Mapping[Key, Side] = field(default_factory=dict)
    left_out: Collection[Key] = ()
    policy: Policy = "leave"
    note: str = ""
    title: str = field(default="Accept tracker from {partner}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        preview = again(self.preview, book)
        if preview.taken is not None:
            raise Refused(Problem(taken_sentence(preview.taken), preview.file))
        edits = [row.edit for row in preview.rows if row.edit.key not in self.left_out]
        if not preview.is_known:
            edits = [edit for edit in edits if self.choices.get(edit.key) == "theirs"]
        if self.policy == "close":
            edits += [_closing(preview.base, row) for row in preview.missing if row.field]
        new = [row for row in preview.new if row.key not in self.left_out]
        comparison = comparison_of(preview.base, book, edits, new)
        gone: dict[Key, Side] = {
            (edit.type, edit.id, ""): "theirs" for edit in edits if self.choices.get(edit.key) == "theirs"
        }
        changes = resolved(comparison, book, {**gone, **self.choices})
        refuse_circles(book, changes)
        partner = book.one(Partner, preview.origin.partner_id)
        who = WHOLE_PLAN if partner is None else partner.code or partner.name
        self.values = {"partner": who, "file": preview.file}
        kept = self._kept(book)
        return (*changes, kept) if changes and kept is not None else changes

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


def _closing(base: Book, row: MissingRow) -> Edit:
    declared = RECORD_TYPES[row.type].by_name[row.field]
    was = KINDS[declared.kind].to_plain(getattr(base.get(row.type, row.id), row.field))
    return Edit(row.place, row.type, row.id, row.field, was, row.value)
