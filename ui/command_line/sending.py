"""What the command line does beside making a tracker: the workbook keeps that it is out, where it can be written."""

from pathlib import Path

from storage import OpenWorkbook, open_workbook
from storage.errors import FileProblem
from ui.command_line.keeping import author, opened_for_reading
from ui.documents.sending import not_on_record
from workbook.operations import Operation, Refused
from workbook.workbook import Workbook

_FOR_READING = "it can be opened for reading only."


def opened_for_sending(path: Path) -> tuple[OpenWorkbook, str]:
    """Open a workbook to be written, else for reading, with the sentence that says why nothing can be kept in it."""
    try:
        opened = open_workbook(path, author())
    except FileProblem as problem:
        return opened_for_reading(path), not_on_record((problem,))
    return opened, not_on_record((_FOR_READING,)) if opened.read_only else ""


def kept(workbook: Workbook, operation: Operation) -> str:
    """Put on record that a tracker is out; returns why not, or nothing."""
    try:
        workbook.do(operation)
    except Refused as refused:
        return not_on_record(refused.problems)
    except FileProblem as problem:
        return not_on_record((problem,))
    return ""
