"""A finished workbook as bytes that depend on its content only, not on the clock or the machine."""

import contextlib
import datetime
import io
import os
import shutil
from collections.abc import Mapping
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.writer.excel import ExcelWriter

_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can name
_UNIX = 3
FACT = "tracker "
"""How the names of our own facts begin among the properties of a file."""


class _PinnedArchive(ZipFile):
    """A zip file whose entries all carry the same moment."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        super().writestr(_entry(str(zinfo_or_arcname)), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        entry = _entry(str(arcname))
        entry.file_size = os.stat(filename).st_size  # noqa: PTH116 - only its size is asked, for the zip format
        with open(filename, "rb") as source, self.open(entry, "w") as target:  # noqa: PTH123 - a path of openpyxl's
            shutil.copyfileobj(source, target, 1 << 20)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _MOMENT)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = 0o600 << 16
    return entry


def packed(workbook: Workbook, title: str, as_of: datetime.date, facts: Mapping[str, str | int] | None = None) -> bytes:
    """Return a workbook as the bytes of an xlsx file, dated by the day that it speaks of.

    `facts` stand among the properties of the file too, where they outlive a sheet that somebody deletes.
    """
    properties = workbook.properties
    properties.creator = "Creative Partnership Workbook"
    properties.title = title
    properties.created = properties.modified = datetime.datetime.combine(as_of, datetime.time())
    held: Any = workbook.__dict__["custom_doc_props"]
    for name, value in (facts or {}).items():
        held.append(StringProperty(name=f"{FACT}{name}", value=str(value)))
    content = io.BytesIO()
    ExcelWriter(workbook, _PinnedArchive(content, "w", ZIP_DEFLATED, allowZip64=True)).save()
    return content.getvalue()


def clear_away(workbook: Workbook) -> None:
    """Close and delete the temporary files behind the sheets of a workbook that nobody wants any more."""
    for sheet in workbook.worksheets:
        half: Any = sheet
        with contextlib.suppress(OSError):
            if not half.closed:
                half.close()
            half._writer.cleanup()  # noqa: SLF001 - openpyxl itself cleans up only when the program ends
