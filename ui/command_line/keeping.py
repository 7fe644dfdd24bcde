"""Commands that make, change and look into workbooks."""

import argparse
import datetime
import getpass
import platform
from pathlib import Path
from typing import Any

from exports import plan
from exports.incoming.content import content_of
from exports.plan.reading import MOST_BYTES
from storage import SUFFIX, OpenWorkbook, check_file, create, is_workbook, open_workbook
from ui.command_line.answers import Answer, UserError
from ui.command_line.saying import one_line
from ui.command_line.sheets import bring_in, is_sheet
from ui.command_line.trackers import is_tracker, take_in
from ui.files import EXAMPLE, template_path, templates
from workbook.book import Book
from workbook.brought import brought_steps
from workbook.changes import Change, ChangeSet
from workbook.checks import Finding, findings, scores
from workbook.operations.importing import ImportPlan
from workbook.records import RECORD_TYPES
from workbook.sealing import sealed_books
from workbook.vocabularies import FOUNDATIONS, SEVERITIES
from workbook.workbook import Author


def author(source: str = "Command line") -> Author:
    """Name who is at work: the user of this machine."""
    try:
        operator = getpass.getuser()
    except (OSError, KeyError, ImportError):
        operator = ""
    return Author(_word(operator) or "unknown", _word(platform.node()), _word(source))


def _word(text: str) -> str:
    """Return what the system says as text that can be stored; names of files and users may be bytes that are none."""
    return one_line(text.encode(errors="replace").decode())


def new(options: argparse.Namespace) -> Answer:
    """Make a workbook: blank, from a plan, from a template or from the worked example."""
    if options.file.suffix.lower() != SUFFIX:
        raise UserError(f"“{options.file}” has to end in {SUFFIX}, as workbooks do.")
    source = _starting_plan(options)
    start = None if source is None else ImportPlan(document_in(source), _word(source.name))
    make_workbook(options.file, start)
    return Answer([f"{options.file} is ready."])


def make_workbook(path: Path, start: ImportPlan | None) -> None:
    """Create a workbook file, with a first step if there is one; a start that is refused leaves no file."""
    create(path, author(), () if start is None else (start,)).close()


def import_(options: argparse.Namespace) -> Answer:
    """Bring a plan, a returned tracker or the rows of a spreadsheet in as one step, or say what they would change."""
    if not options.kind and is_tracker(options.source):
        return take_in(options, author(f"Import: {options.source.name}"))
    if is_sheet(options.source):
        return bring_in(options, author(f"Import: {options.source.name}"))
    operation = ImportPlan(document_in(options.source), _word(options.source.name))
    with open_workbook(options.file, author(f"Import: {options.source.name}"), read_only=options.preview) as opened:
        book = opened.workbook.book
        if options.preview:
            changes = operation.plan(book)
        else:
            done = opened.workbook.do(operation)
            changes = () if done is None else done.changes
    number = counts(changes)
    verb = "would be" if options.preview else "was" if number["added"] == 1 else "were"
    lines = [f"{counted(number['added'], 'record')} {verb} added, {number['edited']} edited."]
    if options.preview:
        lines += [f"  {change.action}: {label(book, change)}" for change in changes]
    if not changes:
        lines = ["Nothing to change: the workbook already says the same."]
    return Answer(lines, {"preview": options.preview, **number})


def check(options: argparse.Namespace) -> Answer:
    """Say whether the file is sound, then what the structure checks find."""
    health = check_file(options.file)
    if health:
        sentences = [str(problem) for problem in health]
        return Answer(
            sentences, {"sound": False, "problems": sentences}, f"{options.file} is not sound: {sentences[0]}"
        )
    today = datetime.datetime.now().astimezone().date()
    with open_workbook(options.file, author(), read_only=True) as opened:
        book = opened.workbook.book
        found = findings(book, today, sealed_books(opened.workbook.history, book, opened.workbook.seq))
        steps = counted(opened.workbook.seq, "change")
        lines = [f"{options.file} is sound: every record agrees with its history of {steps}."]
        foundations = scores(book, found)
        seals = opened.workbook.verdicts()
    lines += [verdict.sentence for verdict in seals]
    lines += [f"{FOUNDATIONS.title(key)}: {score.title}" for key, score in foundations.items()]
    lines += [_sentence(finding) for finding in found]
    data = {
        "sound": True,
        "seals": [{"seal": one.seal.code, "holds": one.holds, "says": one.sentence} for one in seals],
        "foundations": [{"foundation": key, "met": score.met, "of": score.of} for key, score in foundations.items()],
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity,
                "type": finding.type,
                "record": finding.id,
                "finding": finding.title,
                "why": finding.why,
                "remedy": finding.remedy,
                "accepted": finding.accepted,
            }
            for finding in found
        ],
    }
    return Answer(lines, data)


def history(options: argparse.Namespace) -> Answer:
    """List every change set, oldest first, each followed by what it brought in from another copy."""
    with open_workbook(options.file, author(), read_only=True) as opened:
        log = list(opened.workbook.history())
    lines: list[str] = []
    data: list[dict[str, Any]] = []
    for entry in log:
        there = brought_steps(entry)
        lines.append(_history_line(f"{entry.seq:>5}", entry))
        lines += [_history_line(f"{f'{entry.seq}.{number}':>9}", one) for number, one in enumerate(there, 1)]
        data.append(
            {
                "seq": entry.seq,
                "id": entry.id,
                **_history_data(entry),
                "device": entry.device,
                "source": entry.source,
                "undoes": entry.undoes,
                "brought": [_history_data(one) for one in there],
            }
        )
    return Answer(lines or ["Nothing has been changed yet."], {"changes": data})


def _history_line(number: str, step: ChangeSet) -> str:
    return f"{number}  {step.at:%Y-%m-%d %H:%M}  {step.operator}  {step.title}"


def _history_data(step: ChangeSet) -> dict[str, Any]:
    return {
        "at": step.at.isoformat(),
        "operator": step.operator,
        "title": step.title,
        "changes": len(step.changes),
    }


def undo(options: argparse.Namespace) -> Answer:
    """Take back the last step that still stands."""
    with open_workbook(options.file, author()) as opened:
        return Answer([opened.workbook.undo().title])


def redo(options: argparse.Namespace) -> Answer:
    """Do again what was last undone."""
    with open_workbook(options.file, author()) as opened:
        return Answer([opened.workbook.redo().title])


def erase(options: argparse.Namespace) -> Answer:
    """Erase a person for good: from the record, and from every step that held it."""
    with open_workbook(options.file, author()) as opened:
        contact = opened.workbook.book.by_code("contacts", options.contact)
        if contact is None:
            raise UserError(f"There is no contact “{options.contact}”; name one by its code, such as K-01.")
        step = opened.workbook.erase("contacts", contact.id)
    return Answer([f"{step.title}. Backups and copies that were made before still hold this person's data."])


def opened_for_reading(path: Path) -> OpenWorkbook:
    """Open a workbook that will not be changed."""
    return open_workbook(path, author(), read_only=True)


def template_plan(name: str) -> Path:
    """Return the plan behind a template's name, or refuse and say which there are."""
    if name not in templates():
        raise UserError(f"There is no template “{name}”; there are {', '.join(templates())}.")
    return template_path(name)


def _starting_plan(options: argparse.Namespace) -> Path | None:
    if options.example:
        return template_plan(EXAMPLE)
    if options.template:
        return template_plan(options.template)
    source: Path | None = options.plan
    return source


def document_in(source: Path) -> object:
    """Read a plan file, or refuse with a sentence."""
    if is_workbook(source):
        raise UserError(f"{source} is a workbook; export its plan first, and take that.")
    return plan.read(content_of(source, MOST_BYTES), source.name)


def _sentence(finding: Finding) -> str:
    accepted = f" (accepted: {finding.accepted})" if finding.accepted else ""
    return f"{finding.rule} {SEVERITIES.title(finding.severity)}: {finding.title}{accepted}"


def counted(number: int, what: str) -> str:
    """Say how many there are of something."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def counts(changes: tuple[Change, ...]) -> dict[str, int]:
    """Count the records that changes add, edit and remove."""
    return {action: sum(change.action == action for change in changes) for action in ("added", "edited", "removed")}


def label(book: Book, change: Change) -> str:
    """Name the record of the book that a change touches, and which of its fields: an edit tells only those."""
    record_type = RECORD_TYPES[change.type]
    values = change.after or change.before or {}
    name = values.get("code") or values.get(record_type.label) or change.id
    if book.get(change.type, change.id) is not None:
        name = book.label(change.type, change.id)
    touched = "" if change.action != "edited" else f" ({', '.join(record_type.by_name[n].title for n in values)})"
    return f"{record_type.title} {name}{touched}"
