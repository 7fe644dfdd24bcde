"""Files that this program made and that came back: Excel workbooks, told apart from what people send instead."""

from functools import partial

from exports.edition import Progress, no_progress
from exports.incoming.apart import read_apart
from exports.incoming.archives import ZIP
from exports.incoming.limits import LOCKED, Limits, refuse
from exports.incoming.workbooks import pieces_of_packed, put_together
from workbook.bringing_in.sheets import Sheet

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOOKED_AT = 4096


def returned_sheets(
    content: bytes, name: str, limits: Limits, progress: Progress = no_progress
) -> tuple[tuple[Sheet, ...], bytes]:
    """Return the sheets of a workbook of ours, and its own properties as XML.

    Raises `Refused` in one sentence for what is none or cannot be read without harm, `Cancelled` when `progress` does.
    """
    _refuse_others(content, name, limits)
    return put_together(read_apart(partial(pieces_of_packed, limits=limits), content, name, progress))


def _refuse_others(content: bytes, name: str, limits: Limits) -> None:
    what = limits.what
    if not content:
        refuse(name, "The file is empty; ask for it again.")
    if len(content) > limits.most_bytes:
        refuse(name, f"The file is far larger than a {what}; choose the {what} that was sent back.")
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            refuse(name, LOCKED)
        refuse(name, "This is an old Excel file (.xls); open it, save it as .xlsx, and choose that.")
    if not content.startswith(ZIP) and b"\0" not in content[:_LOOKED_AT]:
        refuse(name, f"This is a text file (such as .csv) and no Excel workbook; choose the {what} that was sent back.")
    if not content.startswith(ZIP):
        refuse(name, f"This is not an Excel workbook, or it is damaged; choose the {what} that was sent back.")
