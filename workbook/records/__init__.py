"""Every record type of a workbook (domain.md 10.1), each field declared once."""

from workbook.records.agreements import Agreement, Approval, Clause, Signature
from workbook.records.base import RECORD_TYPES, Record, RecordType
from workbook.records.capacity import CapacityAction, CapacityNeed, Participant, SessionGroup, TrainingSession
from workbook.records.cooperation import HealthResponse, HealthRound
from workbook.records.governance import Decision, FollowUp, GovernanceBody, Meeting, Member
from workbook.records.keeping import Acceptance, Attachment, Snapshot, TermName, Threshold
from workbook.records.monitoring import Indicator, Reading, Report, ReportNarrative
from workbook.records.partners import Contact, Partner
from workbook.records.partnership import Challenge, Driver, Mechanism, Plan, SectorWaiver
from workbook.records.resources import Resource
from workbook.records.sealing import DriftClass, Seal, Translation
from workbook.records.trackers import Tracker
from workbook.records.work import Activity, Issue, Objective, Responsibility, Risk

__all__ = [
    "RECORD_TYPES",
    "Acceptance",
    "Activity",
    "Agreement",
    "Approval",
    "Attachment",
    "CapacityAction",
    "CapacityNeed",
    "Challenge",
    "Clause",
    "Contact",
    "Decision",
    "DriftClass",
    "Driver",
    "FollowUp",
    "GovernanceBody",
    "HealthResponse",
    "HealthRound",
    "Indicator",
    "Issue",
    "Mechanism",
    "Meeting",
    "Member",
    "Objective",
    "Participant",
    "Partner",
    "Plan",
    "Reading",
    "Record",
    "RecordType",
    "Report",
    "ReportNarrative",
    "Resource",
    "Responsibility",
    "Risk",
    "Seal",
    "SectorWaiver",
    "SessionGroup",
    "Signature",
    "Snapshot",
    "TermName",
    "Threshold",
    "Tracker",
    "TrainingSession",
    "Translation",
]
