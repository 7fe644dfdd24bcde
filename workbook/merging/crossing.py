"""Two copies that both took the other in, apart from each other: there are two last common states, and neither rules.

What is new from both of these states is new. What is new from one of them only was decided differently on the two
sides, and so is asked again.
"""

from workbook.book import Book
from workbook.changes import Change, Values
from workbook.kinds import Plain
from workbook.merging.conflicts import Comparison, Conflict, Key, RecordKey, all_values, by_record, key_of

_Piece = Plain | Change


def in_both(first: Comparison, second: Comparison, ours: Book, start: Book) -> Comparison:
    """Return what two comparisons of the same two books, from different bases, agree on; the rest becomes conflicts.

    `start` is the last state that both sides had before either took the other in, which tells what was.
    """
    contested = {conflict.key: conflict for conflict in (*first.conflicts, *second.conflicts)}
    pieces, others = _pieces(first), _pieces(second)
    sure: dict[RecordKey, Change] = {}
    edits = (by_record(first.wished), by_record(second.wished))
    whole = {(type_name, record_id) for type_name, record_id, field in contested if not field}
    for key in dict.fromkeys((*pieces, *others)):
        record = key[:2]
        if key in contested or record in whole:
            continue
        change = edits[0 if key in pieces else 1][record]
        if key in pieces and key in others and pieces[key] == others[key]:
            sure[record] = _with(sure.get(record), change, key[2])
        else:
            conflict = _doubtful(start, ours, change, key)
            contested[conflict.key] = conflict
    return Comparison((), tuple(contested.values()), tuple(sure.values()))


def _pieces(comparison: Comparison) -> dict[Key, _Piece]:
    """Return each field that is edited, and each record that comes or goes."""
    found: dict[Key, _Piece] = {}
    for change in comparison.wished:
        if change.before is None or change.after is None:
            found[*key_of(change), ""] = change
        else:
            found.update({(change.type, change.id, name): plain for name, plain in change.after.items()})
    return found


def _with(change: Change | None, edit: Change, field: str) -> Change:
    if not field or edit.before is None or edit.after is None:
        return edit
    before: Values = {**((change.before if change else None) or {}), field: edit.before[field]}
    after: Values = {**((change.after if change else None) or {}), field: edit.after[field]}
    return Change(edit.type, edit.id, before, after)


def _doubtful(start: Book, ours: Book, change: Change, key: Key) -> Conflict:
    type_name, record_id, field = key
    was, here = (all_values(book, type_name, record_id) for book in (start, ours))
    if field:
        held = (change.before or {}).get(field)
        given = (change.after or {}).get(field)
        return Conflict(type_name, record_id, field, "both edited", was.get(field), held, given)
    if change.after is None:
        return Conflict(type_name, record_id, "", "theirs removed", was, here, None, (change,))
    return Conflict(type_name, record_id, "", "ours removed", was, None, change.after, (change,))
