"""Trackers on the command line: one that goes out to a partner, and one that comes back."""

import argparse
import datetime
from typing import Any

from exports.incoming.content import content_of
from exports.incoming.limits import TRACKER
from exports.tracker.taking import Expected, is_tracker, previewed
from storage import OpenWorkbook, open_workbook
from ui.command_line.answers import Answer
from workbook.changes import Change
from workbook.formats import Formats
from workbook.merging import Side
from workbook.returning.accepting import AcceptTracker, taken_sentence
from workbook.returning.edits import ClosedEdit, Key
from workbook.returning.preview import Compared, Preview
from workbook.returning.telling import Teller, Told
from workbook.workbook import Author

_NAMED = 3


def take_in(options: argparse.Namespace, author: Author) -> Answer:
    """Show what a returned tracker would change; without `--preview` take it in, unless something has to be decided."""
    content = content_of(options.source, TRACKER.most_bytes)
    with open_workbook(options.file, author, read_only=options.preview) as opened:
        preview = _preview(opened, content, options)
        teller, waiting = Teller(preview, Formats()), _decisions(preview, options)
        answer = Answer(_lines(preview, teller), _data(preview, teller, waiting), warning=_closed(preview))
        if preview.brings_nothing and not waiting:
            answer.lines.append("Nothing to change: the tracker says what the plan says.")
        if waiting or options.preview:
            answer.trouble = " ".join(waiting)
            return answer
        done = opened.workbook.do(_operation(preview, options))
    changes = () if done is None else done.changes
    answer.data["applied"] = len([change for change in changes if change.type != "trackers"])
    answer.data["registered"] = done is not None
    answer.lines.append(_said(changes, "" if done is None else done.title))
    return answer


def _preview(opened: OpenWorkbook, content: bytes, options: argparse.Namespace) -> Preview:
    workbook = opened.workbook
    expected = Expected(workbook.book, workbook.seq, opened.workbook_id, workbook.history)
    return previewed(content, options.source.name, expected, options.order)


def _operation(preview: Preview, options: argparse.Namespace) -> AcceptTracker:
    side: Side = options.prefer or "ours"
    guessed: Side = "theirs" if options.guesses == "take" else "ours"
    conflicts: dict[Key, Side] = {row.edit.key: side for row in preview.conflicts}
    guesses: dict[Key, Side] = {
        row.edit.key: "ours" if guessed == "ours" else conflicts.get(row.edit.key, guessed) for row in preview.guesses
    }
    today = datetime.datetime.now().astimezone().date()
    return AcceptTracker(preview, today, {**conflicts, **guesses}, options.policy)


def _decisions(preview: Preview, options: argparse.Namespace) -> list[str]:
    """Return what somebody has to say first, each with the option that says it."""
    if preview.taken is not None:
        return [taken_sentence(preview.taken)]
    waiting = []
    if not preview.is_known and preview.rows and not options.prefer:
        waiting.append("This tracker was made by another copy of the workbook, so nobody knows what was before.")
    if preview.conflicts and not options.prefer:
        named = _named([row.edit.place for row in preview.conflicts])
        said = _count(len(preview.conflicts), "value was", "values were")
        waiting.append(f"{said} changed here too ({named}): --prefer ours|theirs.")
    if preview.guesses and not options.guesses:
        named = _named([row.edit.place for row in preview.guesses])
        said = _count(len(preview.guesses), "value stands", "values stand")
        waiting.append(f"{said} in rows without their id, whose record is a guess ({named}): --guesses take|leave.")
    if preview.unsure:
        named = _named([one.place for one in preview.unsure])
        said = _count(len(preview.unsure), "date could be two days", "dates could be two days each")
        waiting.append(f"{said} ({named}): --day-first or --month-first.")
    if preview.missing and options.policy == "ask":
        said = _count(len(preview.missing), "row was", "rows were")
        named = _named([preview.base.label(row.type, row.id) for row in preview.missing])
        waiting.append(f"{said} taken out ({named}): --policy leave|close.")
    if preview.problems and not options.rest:
        first = "; ".join(str(problem) for problem in preview.problems[:_NAMED])
        more = f"; and {len(preview.problems) - _NAMED} more" if len(preview.problems) > _NAMED else ""
        said = _count(len(preview.problems), "thing cannot be taken", "things cannot be taken")
        waiting.append(f"{said}: {first}{more} Correct this in the file, or take the rest with --rest.")
    return waiting


def _closed(preview: Preview) -> str:
    if not preview.closed:
        return ""
    named = _named([one.place for one in preview.closed])
    said = "1 cell that the tracker had closed was changed all the same, and is not taken"
    if len(preview.closed) > 1:
        count = f"{len(preview.closed):,} cells"
        said = f"{count} that the tracker had closed were changed all the same, and are not taken"
    return f"{said}: {named}."


def _named(places: list[str]) -> str:
    more = len(places) - _NAMED
    return ", ".join(places[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _lines(preview: Preview, teller: Teller) -> list[str]:
    lines = [_line(row, teller.told(row)) for row in preview.rows if not row.edit.names_record]
    for new in preview.new:
        told = teller.told(new)
        lines.append(f"{told.place}: new {told.field.lower()} {told.record}")
    lines += [f"{row.place}: no row for {teller.record(row.type, row.id)} any more" for row in preview.missing]
    lines += [f"{one.place}: {one.title} is closed; “{one.theirs}” is not taken" for one in preview.closed]
    lines += [f"{problem}" for problem in (*preview.problems, *(one.problem for one in preview.unsure))]
    return lines


def _line(row: Compared, told: Told) -> str:
    said = f"{told.place}: {told.record}, {told.field}: {told.was or 'nothing'} -> {told.theirs or 'nothing'}"
    if row.standing in ("conflict", "sealed"):
        said += f"; ours: {told.ours or 'nothing'}"
    is_plain = row.standing == "change" and not row.edit.is_guess
    return said if is_plain else f"{said}; {told.standing[:1].lower()}{told.standing[1:]}"


def _said(changes: tuple[Change, ...], title: str) -> str:
    plan = [change for change in changes if change.type != "trackers"]
    if not plan:
        return f"{title}."
    counts = {action: sum(change.action == action for change in plan) for action in ("added", "edited", "removed")}
    return f"{title}: {counts['added']} added, {counts['edited']} edited, {counts['removed']} removed."


def _data(preview: Preview, teller: Teller, waiting: list[str]) -> dict[str, Any]:
    return {
        "file": preview.file,
        "fingerprint": preview.sha256,
        "state": preview.origin.state,
        "partner": teller.record("partners", preview.origin.partner_id),
        "known": preview.is_known,
        "changes": [_edit(row, teller) for row in preview.rows],
        "new": [{"place": r.place, "type": r.type, "id": r.id, "values": r.values} for r in preview.new],
        "missing": [
            {"sheet": r.place, "type": r.type, "id": r.id, "record": teller.record(r.type, r.id)}
            for r in preview.missing
        ],
        "closed": [_closed_data(one) for one in preview.closed],
        "problems": [problem._asdict() for problem in preview.problems],
        "dates": [one.problem._asdict() for one in preview.unsure],
        "decisions": waiting,
        "applied": 0,
        "registered": False,
    }


def _closed_data(one: ClosedEdit) -> dict[str, str]:
    return {name: getattr(one, name) for name in ("place", "title", "type", "id", "was", "theirs")}


def _edit(row: Compared, teller: Teller) -> dict[str, Any]:
    edit = row.edit
    return {
        "place": edit.place,
        "record": teller.record(edit.type, edit.id),
        "type": edit.type,
        "id": edit.id,
        "field": edit.field,
        "was": edit.was,
        "theirs": edit.theirs,
        "ours": row.ours,
        "standing": row.standing,
        "found_by": edit.how,
    }


__all__ = ["is_tracker", "take_in"]
