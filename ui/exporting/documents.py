"""The documents that can be made: what each is called, and the call that makes it."""

from collections.abc import Callable
from dataclasses import dataclass

from exports.edition import Edition, Progress
from workbook.workbook import Workbook


@dataclass(frozen=True)
class Document:
    """One kind of document. `of` names the record type that it is made of, if it is not the whole plan."""

    key: str
    title: str
    lead: str
    icon: str
    suffix: str
    kind_of_file: str
    make: Callable[[Workbook, Edition, str, Progress], bytes]
    of: str = ""
    of_required: bool = False


def _agreement(_workbook: Workbook, edition: Edition, agreement_id: str, progress: Progress) -> bytes:
    from exports.agreement import to_pdf  # reportlab comes with it

    return to_pdf(edition, agreement_id, progress=progress)


def _report(_workbook: Workbook, edition: Edition, report_id: str, progress: Progress) -> bytes:
    from exports.report import to_pdf  # reportlab comes with it

    return to_pdf(edition, report_id or None, progress=progress)


def _workplan(_workbook: Workbook, edition: Edition, _record_id: str, progress: Progress) -> bytes:
    from exports.workplan import to_pdf  # reportlab comes with it

    return to_pdf(edition, progress)


def _tracker(workbook: Workbook, edition: Edition, _record_id: str, progress: Progress) -> bytes:
    from exports.tracker import LOG_LENGTH, to_xlsx  # openpyxl comes with it

    recent = workbook.history(max(1, edition.state - LOG_LENGTH + 1), edition.state)
    return to_xlsx(edition, progress=progress, history=recent)


DOCUMENTS = {
    document.key: document
    for document in (
        Document(
            "agreement",
            "Agreement",
            "The letter, memorandum or agreement with its clauses, annexes and places to sign.",
            "article",
            ".pdf",
            "PDF documents",
            _agreement,
            "agreements",
            of_required=True,
        ),
        Document(
            "report",
            "Progress report",
            "Where the partnership stands: results, money, risks and the decisions that are asked for.",
            "file-text",
            ".pdf",
            "PDF documents",
            _report,
            "reports",
        ),
        Document(
            "workplan",
            "Work plan",
            "Who does what and by when, as a table and as a time line, on wide pages to print and hang up.",
            "calendar-check",
            ".pdf",
            "PDF documents",
            _workplan,
        ),
        Document(
            "tracker",
            "Tracker",
            "The whole plan as an Excel workbook, for partners and for your own lists.",
            "table",
            ".xlsx",
            "Excel workbooks",
            _tracker,
        ),
    )
}
