"""The documents that the window offers: each kind of the catalogue in each of its formats."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.kinds import KINDS, DocumentKind

if TYPE_CHECKING:
    from exports.edition import Edition, Progress
    from workbook.workbook import Workbook


@dataclass(frozen=True)
class Document:
    """One kind of document in one format. In another format it is an entry of its own, `beside` the first one."""

    key: str
    title: str
    lead: str
    icon: str
    suffix: str
    make: "Callable[[Workbook, Edition, str, Progress], bytes]"
    of: str = ""
    of_required: bool = False
    beside: str = ""

    @property
    def program(self) -> str:
        """What people call files of this kind."""
        return _PROGRAMS[self.suffix]

    @property
    def kind_of_file(self) -> str:
        """What the file dialog calls them."""
        return _FILES[self.suffix]


_PROGRAMS = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel", ".ics": "calendar"}
_FILES = {
    ".pdf": "PDF documents",
    ".docx": "Word documents",
    ".xlsx": "Excel workbooks",
    ".ics": "Calendar files",
}
_ICONS = {
    "agreement": "article",
    "report": "file-text",
    "brief": "gauge",
    "review": "clipboard-text",
    "statement": "handshake",
    "statements": "users-three",
    "workplan": "calendar-check",
    "sign_in_sheet": "user-list",
    "certificates": "graduation-cap",
    "calendar": "calendar-blank",
    "partner_calendar": "calendar-plus",
    "tracker": "table",
    "partner_tracker": "users-three",
}
_ENDINGS = {".docx": "_word"}


def _document(kind: DocumentKind, suffix: str, first: str) -> Document:
    def make(workbook: "Workbook", edition: "Edition", subject: str, progress: "Progress") -> bytes:
        from exports.catalogue import made  # the rules of the plan come with it, and the window begins without them
        from ui.documents.wanting import wanted_for

        return made(kind, suffix, edition, wanted_for(kind, workbook, edition, subject, progress))

    beside = "" if suffix == first else kind.key
    key = f"{kind.key}{_ENDINGS[suffix]}" if beside else kind.key
    icon = _ICONS[kind.key]
    return Document(key, kind.title, kind.lead, icon, suffix, make, kind.subject, kind.needs_subject, beside)


DOCUMENTS = {
    document.key: document
    for kind in KINDS.values()
    for document in (_document(kind, suffix, kind.suffixes[0]) for suffix in kind.suffixes)
}
