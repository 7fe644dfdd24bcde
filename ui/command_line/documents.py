"""Commands that make documents."""

import argparse
import datetime
import os.path
from dataclasses import replace
from pathlib import Path

from exports.catalogue import made, outline_of
from exports.edition import Edition
from exports.kinds import KINDS
from exports.languages import DOCUMENT_LANGUAGES, formats_in
from exports.outline.lacking import untranslated
from exports.writing import write_whole
from storage import OpenWorkbook, is_workbook
from ui.command_line.answers import Answer, UserError
from ui.command_line.keeping import document_in, make_workbook, opened_for_reading, template_plan
from ui.command_line.sealed import sealed_document
from ui.command_line.sending import kept, opened_for_sending
from ui.command_line.subjects import code_given, subject_of
from ui.documents.sending import sending, to_send
from ui.documents.wanting import agreed_in, logo_of, wanted_for
from ui.files import EXAMPLE
from workbook.book import Book
from workbook.operations.importing import ImportPlan
from workbook.records import Agreement, TrainingSession
from workbook.returning.issuing import Sent
from workbook.workbook import Workbook

PLAN_FORMATS = (".json", ".yaml", ".yml")


def export(options: argparse.Namespace) -> Answer:
    """Make one document from a workbook and put it where it is wanted, but never over a workbook."""
    if is_workbook(options.output):
        raise UserError(f"{options.output} is a workbook, which no document may replace; choose another name.")
    if options.what == "tracker":
        return _tracker(options)
    with opened_for_reading(options.file) as opened:
        if options.what == "sealed":
            return _put(options.output, sealed_document(opened, options.seal, options.output))
        edition = _edition(
            opened,
            options.as_of,
            names=options.names,
            language=_language(options.language),
            paper=options.paper or "",
        )
        what, about = options.what.replace("-", "_"), code_given(options)
        content = _content(opened, edition, what, options.output, about)
        warning = _untranslated(opened, edition, what, about)
    return _put(options.output, content, warning)


def _tracker(options: argparse.Namespace) -> Answer:
    """Make a tracker, and keep in the workbook that it is out."""
    code = code_given(options)
    opened, unwritable = opened_for_sending(options.file)
    with opened:
        workbook = opened.workbook
        language = _language(options.language)
        given = _edition(opened, options.as_of, names=options.names, language=language, paper=options.paper or "")
        edition = replace(to_send(workbook, given), due=options.due)
        answer = _put(options.output, _content(opened, edition, "tracker", options.output, code))
        sent = Sent(subject_of(edition.book, KINDS["tracker"], code) or None, options.output.name)
        today = datetime.datetime.now().astimezone().date()
        unkept = unwritable or kept(workbook, sending(edition, (sent,), today, options.due))
        answer.warning = " ".join(filter(None, (*opened.notices, unkept)))
    return answer


def _put(target: Path, content: bytes, warning: str = "") -> Answer:
    write_whole(target, content)
    return Answer([f"{target} is written ({len(content):,} bytes)."], warning=warning)


def demo(options: argparse.Namespace) -> Answer:
    """Make the worked example and its documents; an example that is there already is kept as it is."""
    directory: Path = options.directory
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{directory} cannot be made: {(error.strerror or 'unknown reason').lower()}.") from None
    plan = template_plan(EXAMPLE)
    start = ImportPlan(document_in(plan), plan.name)
    path = directory / f"{_title(start)}.cpw"
    if not os.path.exists(path):  # noqa: PTH110 - pathlib raises where a folder may not be looked into
        make_workbook(path, start)
    lines = [f"{path}"]
    with opened_for_reading(path) as opened:
        for what, name in _documents(opened.workbook.book):
            target = directory / name
            is_about_one = what in ("agreement", "sign_in_sheet", "certificates")
            code = name.rpartition(".")[0].rpartition(" ")[2] if is_about_one else None
            edition = _edition(opened, None, names=False)
            write_whole(target, _content(opened, edition, what, target, code))
            lines.append(f"{target}")
    return Answer(["The worked example and its documents:", *(f"  {line}" for line in lines)])


def schema(_options: argparse.Namespace) -> Answer:
    """Print the JSON Schema of the plan format."""
    from workbook.plan_format import schema as plan_schema

    return Answer(data=plan_schema())


def edition_of(
    workbook: Workbook,
    workbook_id: str,
    as_of: datetime.date | None,
    *,
    personal: bool,
    language: str = "",
    paper: str = "",
) -> Edition:
    """Return what documents are made from: the present state, or the one at the end of an earlier day.

    Without a language the document speaks the plan's, and without a paper it is made for that of the plan's country.
    """
    today = datetime.datetime.now().astimezone().date()
    if as_of is None or as_of >= today:
        book, state, fingerprint = workbook.book, workbook.seq, workbook.fingerprint
    else:
        earlier = [entry for entry in workbook.history() if entry.at.astimezone().date() <= as_of]
        if not earlier:
            raise UserError(f"This workbook holds nothing from {as_of} or before; its first change is later.")
        state, fingerprint = earlier[-1].seq, earlier[-1].hash
        book = workbook.at(state)
    formats = formats_in(language or book.plan.language)
    logo = logo_of(workbook, book)
    agreed = agreed_in(workbook, book, state)
    day = as_of or today
    return Edition(book, day, state, fingerprint, workbook_id, formats, personal, paper, logo, language, agreed)


def _language(wanted: str | None) -> str:
    if wanted is not None and wanted.replace("_", "-").split("-")[0].lower() not in DOCUMENT_LANGUAGES:
        raise UserError(f"There are no documents in “{wanted}”; there are {', '.join(DOCUMENT_LANGUAGES)}.")
    return wanted or ""


def _edition(
    opened: OpenWorkbook,
    as_of: datetime.date | None,
    *,
    names: bool,
    language: str = "",
    paper: str = "",
) -> Edition:
    return edition_of(opened.workbook, opened.workbook_id, as_of, personal=names, language=language, paper=paper)


def _content(opened: OpenWorkbook, edition: Edition, what: str, target: Path, code: str | None) -> bytes:
    if what == "plan":
        return _plan(edition, target)
    kind = KINDS[what]
    _expect(target, *kind.suffixes)
    wanted = wanted_for(kind, opened.workbook, edition, subject_of(edition.book, kind, code))
    return made(kind, target.suffix.lower(), edition, wanted)


def _untranslated(opened: OpenWorkbook, edition: Edition, what: str, code: str | None) -> str:
    """Say which of the users' own words the document shows in another language than its own."""
    kind = KINDS.get(what)
    if kind is None or not kind.has_pages:
        return ""
    wanted = wanted_for(kind, opened.workbook, edition, subject_of(edition.book, kind, code))
    return untranslated(edition, outline_of(kind, edition, wanted))


def _plan(edition: Edition, target: Path) -> bytes:
    from exports import plan

    _expect(target, *PLAN_FORMATS)
    return plan.to_json(edition) if target.suffix.lower() == ".json" else plan.to_yaml(edition)


def _documents(book: Book) -> list[tuple[str, str]]:
    agreements = [
        ("agreement", f"Agreement {agreement.code}.{suffix}")
        for agreement in book.all(Agreement)
        for suffix in ("pdf", "docx")
    ]
    sessions = [
        (what, f"{title} {session.code}.pdf")
        for session in book.all(TrainingSession)[:1]
        for what, title in (("sign_in_sheet", "Sign-in sheet"), ("certificates", "Certificates"))
    ]
    return [
        *agreements,
        ("report", "Progress report.pdf"),
        ("brief", "Leadership brief.pdf"),
        ("review", "Annual review pack.pdf"),
        ("statement", "Statements of all partners.pdf"),
        ("workplan", "Work plan.pdf"),
        *sessions,
        ("calendar", "Calendar.ics"),
        ("tracker", "Tracker.xlsx"),
        ("plan", "Plan.json"),
        ("plan", "Plan.yaml"),
    ]


def _title(start: ImportPlan) -> str:
    return Book.empty().apply(start.plan(Book.empty())).plan.title


def _expect(target: Path, *suffixes: str) -> None:
    if target.suffix.lower() not in suffixes:
        raise UserError(f"{target.name} has to end in {' or '.join(suffixes)}.")
