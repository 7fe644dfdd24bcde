"""A short answer to whoever sent a tracker back: what was taken in, and what was not, where it stands, and why."""

from collections.abc import Iterator, Mapping

from workbook.formats import Formats
from workbook.returning.deciding import Decisions
from workbook.returning.edits import ClosedEdit, MissingRow, NewRow, UnsureDate
from workbook.returning.preview import Compared, Preview
from workbook.returning.telling import Line, Teller, Told, lines_of
from workbook.wording import source

_MOST = 40
"""So many places are named under each reason; nobody reads more in a letter."""
_HEADINGS: Mapping[str, str] = {
    "taken": source("Taken in:"),
    "conflict": source("Changed here as well, and left as it is here:"),
    "guess": source("Not taken, because the row has lost its hidden id and may mean another record:"),
    "sealed": source("Not taken, because it is part of a signed or issued document:"),
    "gone": source("Not taken, because the record was removed from the plan:"),
    "left": source("Not taken:"),
    "closed": source("Not taken, because these cells are not open for filling:"),
    "unsure": source("Not taken, because these dates could be two days; please write them like 2027-03-31:"),
    "problem": source("Could not be taken; please put these right:"),
    "kept": source("Rows that were taken out of the tracker; the plan keeps them:"),
    "shut": source("Rows that were taken out of the tracker; the plan closes them:"),
}


def reply_to(preview: Preview, decisions: Decisions, note: str, formats: Formats) -> str:
    """Write the answer as plain text in the language of `formats`, with the note that goes to the partner."""
    teller = Teller(preview, formats)
    found: dict[str, list[str]] = {reason: [] for reason in _HEADINGS}
    counts = dict.fromkeys(_HEADINGS, 0)
    for line in lines_of(preview):
        reason = _reason(line, decisions)
        if reason:
            counts[reason] += 1
            if counts[reason] <= _MOST:
                found[reason].append(f"- {_said(line, teller, reason)}")
    parts = [formats.say("Thank you for “{file}”. This is what became of it.", file=preview.file)]
    if not counts["taken"]:
        parts.append(formats.say("Nothing in it was taken in."))
    for reason, said in found.items():
        more = counts[reason] - len(said)
        if said:
            rest = [f"- {formats.say('and {count} more', count=more)}"] if more else []
            parts.append("\n".join([formats.say(_HEADINGS[reason]), *said, *rest]))
    return "\n\n".join([*parts, *([note.strip()] if note.strip() else [])]) + "\n"


def _reason(line: Line, decisions: Decisions) -> str:
    """Return under which heading a line stands; what the plan said already is not worth a word."""
    if isinstance(line, Compared | NewRow):
        if decisions.takes(line):
            return "taken"
        return _why_left(line) if isinstance(line, Compared) else "left"
    if isinstance(line, MissingRow):
        return "shut" if decisions.takes(line) else "kept"
    return "closed" if isinstance(line, ClosedEdit) else "unsure" if isinstance(line, UnsureDate) else "problem"


def _why_left(row: Compared) -> str:
    if row.standing in ("sealed", "gone", "conflict", "same"):
        return "" if row.standing == "same" else row.standing
    return "guess" if row.edit.is_guess else "left"


def _said(line: Line, teller: Teller, reason: str) -> str:
    told, say = teller.told(line), teller.formats.say
    theirs = told.theirs or say("nothing")
    where = ": ".join(_where(told))
    if reason == "conflict":
        ours = told.ours or say("nothing")
        return say("{where}: you wrote “{theirs}”; the plan says “{ours}”", where=where, theirs=theirs, ours=ours)
    if reason == "problem":
        return say("{where}: {value}", where=told.place, value=told.why)
    if reason in ("kept", "shut"):
        return say("{where}: {value}", where=told.place, value=told.record)
    if reason == "closed":
        was = told.was or say("nothing")
        return say("{where}: you wrote “{theirs}”; it stays “{was}”", where=where, theirs=theirs, was=was)
    return say("{where}: {value}", where=where, value=theirs)


def _where(told: Told) -> Iterator[str]:
    if told.place:
        yield told.place
    about = ", ".join(part for part in (told.record, told.field) if part)
    if about:
        yield about
