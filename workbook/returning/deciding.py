"""What of a returned tracker is taken in: what nobody has to be asked about, and what somebody has to say first.

Only they changed it: taken, unless somebody leaves it. Both changed it, the record was guessed, or its row is gone from
the file: left as it is here, until somebody says otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workbook.book import Book
from workbook.kinds import KINDS
from workbook.merging import Side
from workbook.records import RECORD_TYPES
from workbook.returning.edits import Edit, Key, MissingRow, NewRow
from workbook.returning.preview import Compared, Preview

Policy = Literal["leave", "ask", "close"]
Offered = Compared | NewRow | MissingRow
"""What somebody may take or leave."""


def key_of(offered: Offered) -> Key:
    """Return by what a choice about it is kept."""
    return offered.edit.key if isinstance(offered, Compared) else offered.key


def is_open(offered: Offered) -> bool:
    """Say whether there is anything to choose."""
    if isinstance(offered, Compared):
        return offered.is_open
    return isinstance(offered, NewRow) or bool(offered.field)


def usual_side(offered: Offered) -> Side | None:
    """Return whose word counts without being asked; None where somebody has to say so."""
    if isinstance(offered, Compared):
        is_plain = offered.standing == "change" and not offered.edit.is_guess
        return "theirs" if is_plain else None if offered.is_open else "ours"
    if isinstance(offered, NewRow):
        return "theirs"
    return None if offered.field else "ours"


@dataclass(frozen=True)
class Decisions:
    """What somebody said, by the key of each value, new row or missing row; `policy` is for all missing rows."""

    choices: Mapping[Key, Side] = field(default_factory=dict)
    policy: Policy = "leave"

    def takes(self, offered: Offered) -> bool:
        """Say whether their word counts."""
        if not is_open(offered):
            return False
        said = self.choices.get(key_of(offered))
        if said is None and isinstance(offered, MissingRow):
            return self.policy == "close"
        return (said or usual_side(offered)) == "theirs"

    def taken_edits(self, preview: Preview) -> list[Edit]:
        """Return the edits that are taken, each new record with what it is about; never that alone."""
        taken = [row.edit for row in preview.rows if self.takes(row) and not row.edit.names_record]
        records = {(edit.type, edit.id) for edit in taken}
        about = [row.edit for row in preview.rows if row.edit.names_record]
        return [*(edit for edit in about if (edit.type, edit.id) in records), *taken]

    def closings(self, preview: Preview) -> list[Edit]:
        """Return the edits that close the records whose rows are gone, as far as that is wanted."""
        return [_closing(preview.base, row) for row in preview.missing if self.takes(row)]


def _closing(base: Book, row: MissingRow) -> Edit:
    declared = RECORD_TYPES[row.type].by_name[row.field]
    was = KINDS[declared.kind].to_plain(getattr(base.get(row.type, row.id), row.field))
    return Edit(row.place, row.type, row.id, row.field, was, row.value)
