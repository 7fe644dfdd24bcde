"""Bringing copies together in memory, and what has to be true of a book that came of it."""

import datetime

from hypothesis import strategies as st

from tests.properties.sittings import plain
from workbook.book import Book, id_for
from workbook.bringing import BringTogether
from workbook.circles import circles, inner_links, targets
from workbook.merging import Choices, Meeting, Side, meet
from workbook.merging.removals import owners_of
from workbook.operations.editing import accepted
from workbook.records import RECORD_TYPES, Attachment, Translation
from workbook.workbook import Workbook

SIDES: st.SearchStrategy[Side] = st.sampled_from(("ours", "theirs"))
TODAY = datetime.date(2027, 1, 4)


def bring(ours: Workbook, theirs: Workbook, choices: Choices | None = None, name: str = "copy.cpw") -> Meeting:
    """Bring theirs into ours; what attachments hold plays no part here."""
    meeting = meet(ours, theirs, name)
    ours.do(BringTogether(meeting, lambda _: None, lambda _: True, TODAY, choices or {}))
    return meeting


def content(book: Book) -> list[object]:
    """Everything but the names that states are given before something is brought in."""
    return [entry for entry in plain(book) if not isinstance(entry, tuple) or entry[0] != "snapshots"]


def obeys_the_rules(book: Book) -> None:
    """Hold a merged book against what editing guarantees, by the very check that every edit passes."""
    for name, record_type in RECORD_TYPES.items():
        table = book.table(name)
        for record in book.records(name):
            given = {field.name: getattr(record, field.name) for field in record_type.fields}
            assert accepted(book, record_type, record, given, is_new=True) == record
            keys = {key: str(getattr(record, key) or "") for key in record_type.key if name != "plan"}
            assert id_for(record_type, keys, lambda one=record: one.id) == record.id, "derived keys meet"
        for field in inner_links(record_type):
            assert not list(circles(table, lambda one, f=field, t=table: targets(t.get(one), f)))  # type: ignore[misc]
    parts = [("attachments", one) for one in book.all(Attachment)] + [
        ("translations", t) for t in book.all(Translation)
    ]
    assert all(book.get(*owner) is not None for name, part in parts for owner in owners_of(name, part))
