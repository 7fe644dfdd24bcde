"""Reads an old Excel file in a process of its own.

Nothing in an .xls says beforehand how much it unpacks to, and its reader stops the whole process on some damaged files;
so it runs where it can be ended, within limits of time and memory.
"""

import contextlib
import io
import multiprocessing
import os
import sys
from multiprocessing.connection import Connection

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from exports.sheets.limits import refuse
from workbook.bringing_in.sheets import Sheet
from workbook.problems import Refused

_SECONDS = 10
_MOST_MEMORY = 500_000_000


def sheets_apart(content: bytes, name: str, damaged: str) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook; `damaged` is what is said where the other process cannot read it."""
    process_kind = multiprocessing.get_context("spawn")
    ours, theirs = process_kind.Pipe(duplex=False)
    process = process_kind.Process(target=_read, args=(theirs, content, name), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(_SECONDS):
            refuse(name, f"Reading the file takes more than {_SECONDS} seconds; copy what you need into a new one.")
        answer = ours.recv()
    except (EOFError, OSError):
        answer = None
    finally:
        process.kill()
        process.join()
        ours.close()
    if isinstance(answer, Refused):
        raise answer
    if not isinstance(answer, tuple):
        refuse(name, damaged)
    return answer


def sheets_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, in this process; raises what the reader raises."""
    from exports.sheets.limits import refuse_vast

    sheets = []
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as held:
        for meta in held.sheets_metadata:
            if meta.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = held.get_sheet_by_name(meta.name)
            refuse_vast(sheet.height, sheet.width, name, meta.name)
            rows = tuple(tuple(row) for row in sheet.to_python(skip_empty_area=False))
            merged = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
            sheets.append(Sheet(meta.name, rows, merged, meta.visible != SheetVisibleEnum.Visible))
    return tuple(sheets)


def _read(answers: Connection, content: bytes, name: str) -> None:
    """Send the sheets, or a refusal; a process that ends without a word has met what it could not read."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what the reader says about its own faults is for nobody here
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))
    try:
        answers.send(sheets_of(content, name))
    except Refused as refused:
        answers.send(refused)
    except (CalamineError, OSError, ValueError, MemoryError):
        answers.send(None)
