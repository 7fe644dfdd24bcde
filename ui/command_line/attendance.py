"""A list of who came to a session on the command line: it is counted, and the names are not kept."""

import argparse
from collections.abc import Sequence

from storage import open_workbook
from ui.command_line.answers import Answer, UserError
from workbook.bringing_in.attendance import as_list
from workbook.bringing_in.tables import Table
from workbook.training import RecordAttendance, counted
from workbook.training.counts import Counts, sums
from workbook.training.lists import read_list
from workbook.workbook import Author


def record_attendance(options: argparse.Namespace, author: Author, tables: Sequence[Table]) -> Answer:
    """Count a list into the session that `--session` names."""
    if len(tables) > 1:
        named = "; ".join(f"“{table.place}”" for table in tables[:6])
        return Answer(trouble=f"There are {len(tables)} tables: {named}; say which with --table.")
    listed = read_list(as_list(tables[0]))
    counts = counted(listed)
    first = tables[0].heading_row
    notes = [{"row": first + note.line - 1, "field": "", "reason": note.sentence} for note in listed.notes]
    lines = [f"{len(listed.people)} people are on the list, {counts.attended or 0} came."]
    lines += [one.words for one in sums(counts)]
    lines += [f"  row {note['row']}: {note['reason']}" for note in notes]
    answer = Answer(lines, {"preview": options.preview, "applied": 0, "kind": "attendance", **_data(counts, notes)})
    if not listed.people:
        answer.trouble = f"Nobody is on the list in {tables[0].place}."
        return answer
    with open_workbook(options.file, author, read_only=options.preview) as opened:
        book = opened.workbook.book
        session = book.by_code("training_sessions", options.session or "")
        if session is None:
            raise UserError("Say which session was attended with --session and its code, such as T-01.")
        operation = RecordAttendance(session.id, counts)
        if options.preview:
            answer.data["changes"] = len(operation.plan(book))
            return answer
        done = opened.workbook.do(operation)
    answer.data["applied"] = 0 if done is None else len(done.changes)
    answer.lines.append("Nothing to change: the session says this already." if done is None else f"{done.title}.")
    return answer


def _data(counts: Counts, notes: list[dict[str, object]]) -> dict[str, object]:
    return {
        "attended": counts.attended,
        "completed": counts.completed,
        "by_sex": dict(counts.by_sex),
        "by_age": dict(counts.by_age),
        "by_group": dict(counts.by_group),
        "rejected": notes,
    }
