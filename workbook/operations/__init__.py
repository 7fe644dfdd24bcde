"""Everything a person can do to a workbook; the only way in which it changes."""

from workbook.operations.attaching import AttachFiles
from workbook.operations.base import Operation, Problem, Refused, title_of
from workbook.operations.editing import AddRecord, EditRecord, EditSeveral, RemoveRecords, SetResponsibility
from workbook.operations.keeping import AcceptFinding, NameSnapshot
from workbook.operations.partnering import NeedSector, WaiveSector
from workbook.operations.pasting import PasteRows
from workbook.operations.restoring import RestoreRecord, RestoreState, TakeBack

__all__ = [
    "AcceptFinding",
    "AddRecord",
    "AttachFiles",
    "EditRecord",
    "EditSeveral",
    "NameSnapshot",
    "NeedSector",
    "Operation",
    "PasteRows",
    "Problem",
    "Refused",
    "RemoveRecords",
    "RestoreRecord",
    "RestoreState",
    "SetResponsibility",
    "TakeBack",
    "WaiveSector",
    "title_of",
]
