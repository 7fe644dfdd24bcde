"""The documents that can be made: what each is called, and the call that makes it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from exports.edition import Edition, Progress
from workbook.workbook import Workbook


@dataclass(frozen=True)
class Document:
    """One kind of document. `of` names the record type that it is made of, if it is not the whole plan.

    The same document in another format has an entry of its own, which stands `beside` the first one.
    """

    key: str
    title: str
    lead: str
    icon: str
    suffix: str
    kind_of_file: str
    make: Callable[[Workbook, Edition, str, Progress], bytes]
    of: str = ""
    of_required: bool = False
    beside: str = ""

    @property
    def program(self) -> str:
        """What people call files of this kind."""
        return _PROGRAMS[self.suffix]


_PROGRAMS = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel"}


def _agreement(_workbook: Workbook, edition: Edition, agreement_id: str, progress: Progress) -> bytes:
    from exports.agreement import to_pdf  # reportlab comes with it

    return to_pdf(edition, agreement_id, progress=progress)


def _report(_workbook: Workbook, edition: Edition, report_id: str, progress: Progress) -> bytes:
    from exports.report import to_pdf  # reportlab comes with it

    return to_pdf(edition, report_id or None, progress=progress)


def _workplan(_workbook: Workbook, edition: Edition, _record_id: str, progress: Progress) -> bytes:
    from exports.workplan import to_pdf  # reportlab comes with it

    return to_pdf(edition, progress)


def _agreement_word(_workbook: Workbook, edition: Edition, agreement_id: str, progress: Progress) -> bytes:
    from exports.agreement import to_docx  # python-docx comes with it

    return to_docx(edition, agreement_id, progress=progress)


def _report_word(_workbook: Workbook, edition: Edition, report_id: str, progress: Progress) -> bytes:
    from exports.report import to_docx  # python-docx comes with it

    return to_docx(edition, report_id or None, progress=progress)


def _workplan_word(_workbook: Workbook, edition: Edition, _record_id: str, progress: Progress) -> bytes:
    from exports.workplan import to_docx  # python-docx comes with it

    return to_docx(edition, progress)


def _tracker(workbook: Workbook, edition: Edition, _record_id: str, progress: Progress) -> bytes:
    from exports.tracker import LOG_LENGTH, to_xlsx  # openpyxl comes with it

    recent = workbook.history(max(1, edition.state - LOG_LENGTH + 1), edition.state)
    return to_xlsx(edition, progress=progress, history=recent)


def _for_word(document: Document, make: Callable[[Workbook, Edition, str, Progress], bytes]) -> Document:
    return replace(
        document,
        key=f"{document.key}_word",
        suffix=".docx",
        kind_of_file="Word documents",
        make=make,
        beside=document.key,
    )


_FIRST = {
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

_WORD = (("agreement", _agreement_word), ("report", _report_word), ("workplan", _workplan_word))

DOCUMENTS = _FIRST | {f"{key}_word": _for_word(_FIRST[key], make) for key, make in _WORD}
