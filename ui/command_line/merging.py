"""The command that brings two copies of a workbook together."""

import argparse
import datetime
from typing import Any

from storage import OpenWorkbook, open_workbook
from storage.together import meet_copy
from ui.command_line.answers import Answer
from ui.command_line.keeping import author, counted, counts, label, opened_for_reading
from workbook.bringing import BringTogether, still_named
from workbook.changes import Change, ChangeSet
from workbook.formats import Formats
from workbook.merging import Hand, Meeting, ToldConflict, erased_there, told_conflicts
from workbook.records import RECORD_TYPES

_SHOWN = 200
"""How much of somebody's text a line repeats; `--json` has all of it."""


def merge(options: argparse.Namespace) -> Answer:
    """Bring in what another copy did, as one step; where both changed the same, say so and change nothing."""
    with (
        opened_for_reading(options.other) as theirs,
        open_workbook(options.file, author(f"Merge: {options.other.name}"), read_only=options.preview) as ours,
    ):
        meeting = meet_copy(ours, theirs)
        if meeting.brings_nothing:
            line = f"There is nothing to bring: {options.file} has all that {options.other.name} has."
            return Answer([line], _data(options, "nothing to bring", meeting))
        return _brought(options, meeting, ours, theirs)


def _brought(options: argparse.Namespace, meeting: Meeting, ours: OpenWorkbook, theirs: OpenWorkbook) -> Answer:
    conflicts = meeting.comparison.open_conflicts
    choices = {conflict.key: options.prefer for conflict in conflicts if options.prefer}
    today = datetime.datetime.now().astimezone().date()
    operation = BringTogether(meeting, theirs.store.content, ours.workbook.has_content, today, choices)
    waits = bool(conflicts) and not options.prefer
    erased: list[str] = []
    if options.preview or waits:
        operation.plan(ours.workbook.book)
    else:
        ours.workbook.do(operation)
        erased = _erased_too(ours, meeting) if options.erase else []
    changes = operation.brought
    told = told_conflicts(meeting, meeting.comparison.conflicts, Formats())
    status = "needs decisions" if waits else "preview" if options.preview else "done"
    data = _data(options, status, meeting, changes, told)
    data |= {"lost": list(operation.lost), "erased": erased}
    lines = _lines(options, meeting, changes, told, waits=waits)
    lines += [f"Erased here too: {', '.join(erased)}."] if erased else []
    trouble = _trouble(options, len(conflicts)) if waits else ""
    return Answer(lines, data, trouble, _warning(options, meeting, operation, theirs.notices))


def _erased_too(ours: OpenWorkbook, meeting: Meeting) -> list[str]:
    erased = []
    for person in still_named(ours.workbook, erased_there(meeting)):
        ours.workbook.erase(*person)
        erased.append(_called(meeting, person))
    return erased


def _data(
    options: argparse.Namespace,
    status: str,
    meeting: Meeting,
    changes: tuple[Change, ...] = (),
    told: tuple[ToldConflict, ...] = (),
) -> dict[str, Any]:
    return {
        "status": status,
        "preview": options.preview,
        **counts(changes),
        "steps": [_step(one) for one in meeting.new_steps] if status != "nothing to bring" else [],
        "conflicts": [_conflict(one, options.prefer) for one in told],
        "lost": [],
        "erased_there": [_called(meeting, person) for person in erased_there(meeting)],
        "erased": [],
    }


def _step(one: ChangeSet) -> dict[str, Any]:
    told = {"seq": one.seq, "at": one.at.isoformat(), "operator": one.operator, "title": one.title}
    return {**told, "changes": len(one.changes)}


def _lines(
    options: argparse.Namespace,
    meeting: Meeting,
    changes: tuple[Change, ...],
    told: tuple[ToldConflict, ...],
    *,
    waits: bool,
) -> list[str]:
    number = counts(changes)
    people = ", ".join(dict.fromkeys(step.operator for step in meeting.new_steps))
    what = "Records that would be" if options.preview or waits else "Records"
    are = "is" if len(meeting.new_steps) == 1 else "are"
    lines = [
        f"{options.other.name} has {counted(len(meeting.new_steps), 'change')} by {people} that {are} not here.",
        f"{what} added: {number['added']:,}, edited: {number['edited']:,}, removed: {number['removed']:,}.",
    ]
    lines += [_line(one) for one in told]
    if options.preview:
        lines += [f"  {change.action}: {label(meeting.ours, change)}" for change in changes]
    return lines


def _line(one: ToldConflict) -> str:
    place = f"{one.record}: {one.field}" if one.field else one.record
    sides = f"was {_short(one.was)}; here {_short(one.ours)}{_by(one.our_hand)}"
    return f"  {place} ({one.reason}): {sides}; there {_short(one.theirs)}{_by(one.their_hand)}"


def _by(hand: Hand | None) -> str:
    return "" if hand is None else f" ({hand.operator}, {hand.at.astimezone():%Y-%m-%d %H:%M})"


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return f"“{shown[:_SHOWN]}{'…' if len(shown) > _SHOWN else ''}”"


def _conflict(one: ToldConflict, prefer: str | None) -> dict[str, Any]:
    conflict = one.conflict
    return {
        "type": conflict.type,
        "id": conflict.id,
        "field": conflict.field,
        "record": one.record,
        "reason": conflict.reason,
        "needs_decision": conflict.is_open,
        "was": one.was,
        "ours": one.ours,
        "ours_by": _hand(one.our_hand),
        "theirs": one.theirs,
        "theirs_by": _hand(one.their_hand),
        "stays": (prefer or "") if conflict.is_open else "",
        "becomes": one.becomes,
    }


def _hand(hand: Hand | None) -> dict[str, str] | None:
    return None if hand is None else {"operator": hand.operator, "at": hand.at.isoformat()}


def _trouble(options: argparse.Namespace, count: int) -> str:
    places = "1 place needs" if count == 1 else f"{count:,} places need"
    return (
        f"{places} a decision, so nothing was changed; say --prefer ours or --prefer theirs, "
        f"or bring {options.other.name} in from the window and decide one by one."
    )


def _warning(options: argparse.Namespace, meeting: Meeting, operation: BringTogether, notices: tuple[str, ...]) -> str:
    said = list(notices)
    if operation.lost:
        said.append(f"What these hold is lost in {options.other.name}: {', '.join(operation.lost)}.")
    people = erased_there(meeting)
    if people and not options.erase:
        called = ", ".join(_called(meeting, person) for person in people)
        said.append(
            f"Erased in {options.other.name} and still named here: {called}; "
            "say --erase with this command, or erase them later, if they asked for it. It cannot be undone."
        )
    return " ".join(said)


def _called(meeting: Meeting, person: tuple[str, str]) -> str:
    """Tell a person by code only, as what a command says is often kept."""
    code = getattr(meeting.ours.get(*person), "code", "")
    return str(code or RECORD_TYPES[person[0]].title)
