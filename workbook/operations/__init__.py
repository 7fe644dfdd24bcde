"""Everything a person can do to a workbook; the only way in which it changes."""

from workbook.operations.attaching import AttachFiles
from workbook.operations.base import Operation, Problem, Refused, title_of
from workbook.operations.cooperation import Answer, ForgetAnswers, KeepAnswers, PlanFollowUp
from workbook.operations.editing import AddRecord, EditRecord, EditSeveral, RemoveRecords
from workbook.operations.following_up import MarkFollowUp
from workbook.operations.governing import PlanNextMeeting
from workbook.operations.keeping import AcceptFinding, NameSnapshot, RenameSnapshot, snapshot_of
from workbook.operations.partnering import NeedSector, WaiveSector
from workbook.operations.pasting import PasteRows
from workbook.operations.restoring import RestoreRecord, RestoreState, TakeBack
from workbook.operations.roles import DescribeRole, PasteRoles, SetResponsibilities
from workbook.operations.translating import Translate

__all__ = [
    "AcceptFinding",
    "AddRecord",
    "Answer",
    "AttachFiles",
    "DescribeRole",
    "EditRecord",
    "EditSeveral",
    "ForgetAnswers",
    "KeepAnswers",
    "MarkFollowUp",
    "NameSnapshot",
    "NeedSector",
    "Operation",
    "PasteRoles",
    "PasteRows",
    "PlanFollowUp",
    "PlanNextMeeting",
    "Problem",
    "Refused",
    "RemoveRecords",
    "RenameSnapshot",
    "RestoreRecord",
    "RestoreState",
    "SetResponsibilities",
    "TakeBack",
    "Translate",
    "WaiveSector",
    "snapshot_of",
    "title_of",
]
