"""How one sees whether it works: indicators, readings and reports."""

import datetime
from decimal import Decimal
from typing import Annotated

from workbook import vocabularies as terms
from workbook.fields import choice, choices, day, flag, language_tag, line, moment, number, reference, text, whole
from workbook.records.base import Record, record


@record("indicators", "Indicator", "Indicators", label="title", code="I", help="What is counted, from where to where.")
class Indicator(Record, frozen=True, gc=False):
    """Something that is measured again and again (domain.md 6.3)."""

    code: Annotated[str, line("Code")] = ""
    title: Annotated[str, line("Indicator", required=True)] = ""
    definition: Annotated[str, text("Definition", "What exactly is counted, and what is not.")] = ""
    objective: Annotated[str | None, reference("Objective", "objectives", expected=True)] = None
    level: Annotated[str | None, choice("Level", terms.INDICATOR_LEVELS)] = None
    unit: Annotated[str, line("Unit", "Such as people, events, %.", expected=True)] = ""
    direction: Annotated[str | None, choice("Wanted direction", terms.DIRECTIONS)] = "increase"
    baseline: Annotated[Decimal | None, number("Baseline", "The value before the partnership.", expected=True)] = None
    baseline_date: Annotated[datetime.date | None, day("Baseline date")] = None
    target: Annotated[Decimal | None, number("Target", expected=True)] = None
    target_date: Annotated[datetime.date | None, day("Target date")] = None
    cumulative: Annotated[bool, flag("Readings add up", "Each reading counts only its own period.")] = False
    source: Annotated[str, line("Source of the figures")] = ""
    method: Annotated[str, text("Method")] = ""
    frequency: Annotated[str | None, choice("Measured", terms.FREQUENCIES, expected=True)] = None
    disaggregation: Annotated[str, line("Broken down by")] = ""
    responsible: Annotated[str | None, reference("Responsible", "partners", expected=True)] = None
    person: Annotated[str | None, reference("Person", "contacts")] = None
    sdg_targets: Annotated[tuple[str, ...], choices("SDG targets", terms.SDG_TARGETS)] = ()
    culture_2030: Annotated[tuple[str, ...], choices("Culture|2030", terms.CULTURE_2030)] = ()
    note: Annotated[str, text("Notes", "Doubts about the figures belong here.")] = ""


@record("readings", "Reading", "Readings", label="value", key=("indicator", "date", "breakdown"))
class Reading(Record, frozen=True, gc=False):
    """The value of an indicator on a day. No reading is no data, never zero."""

    indicator: Annotated[str | None, reference("Indicator", "indicators", owned=True)] = None
    date: Annotated[datetime.date | None, day("Date")] = None
    breakdown: Annotated[str, line("Part", "Empty for the whole; else such as “women”.")] = ""
    value: Annotated[Decimal | None, number("Value", required=True)] = None
    numerator: Annotated[Decimal | None, number("Numerator")] = None
    denominator: Annotated[Decimal | None, number("Denominator")] = None
    sample: Annotated[int | None, whole("Answers", "How many were asked.")] = None
    source: Annotated[str, line("Source")] = ""
    note: Annotated[str, line("Note")] = ""


@record("reports", "Report", "Reports", label="title", code="RP", help="What was reported, when, from which state.")
class Report(Record, frozen=True, gc=False):
    """A progress report: its period and the words that no figure can say (domain.md 6.2)."""

    code: Annotated[str, line("Number")] = ""
    title: Annotated[str, line("Title", required=True)] = ""
    period: Annotated[str | None, choice("Period", terms.REPORT_PERIODS)] = None
    period_start: Annotated[datetime.date | None, day("From", expected=True)] = None
    period_end: Annotated[datetime.date | None, day("To", expected=True)] = None
    previous: Annotated[str | None, reference("Earlier report", "reports", "What changed is told since that one.")] = (
        None
    )
    language: Annotated[str, language_tag("Language", "Empty: the language of the plan.")] = ""
    sections: Annotated[
        tuple[str, ...], choices("Sections", terms.REPORT_SECTIONS, "What the report holds; empty: everything.")
    ] = ()
    prepared_by: Annotated[str, line("Prepared by", personal=True)] = ""
    summary: Annotated[str, text("Summary", "Two or three sentences for somebody in a hurry.", expected=True)] = ""
    achievements: Annotated[str, text("Achievements", "Up to three, one to a line: results, not meetings.")] = ""
    concerns: Annotated[str, text("Concerns", "Up to three, one to a line.")] = ""
    decisions_requested: Annotated[str, text("Decisions asked for", "One to a line: what, by whom, until when.")] = ""
    decision_asked: Annotated[
        str | None, reference("Decision asked for", "decisions", "The proposed decision that the reader is to take.")
    ] = None
    next_period: Annotated[str, text("Next period")] = ""
    rating: Annotated[str | None, choice("Overall status", terms.RATINGS)] = None
    rating_reason: Annotated[str, line("Reason for the status")] = ""
    status: Annotated[str | None, choice("Status", terms.REPORT_STATUSES)] = "draft"
    issued_at: Annotated[datetime.datetime | None, moment("Issued at", internal=True)] = None
    sealed_state: Annotated[int | None, whole("Issued state", internal=True)] = None
    sealed_hash: Annotated[str, line("Issued state's fingerprint", internal=True)] = ""
    note: Annotated[str, text("Notes")] = ""


@record(
    "report_narratives",
    "Narrative of a report",
    "Narratives of reports",
    label="wording",
    key=("report", "section"),
    help="What the figures of a section mean, in words.",
)
class ReportNarrative(Record, frozen=True, gc=False):
    """The words that stand above the figures of one section of a report."""

    report: Annotated[str | None, reference("Report", "reports", owned=True)] = None
    section: Annotated[str | None, choice("Section", terms.REPORT_SECTIONS, required=True)] = None
    wording: Annotated[str, text("Text", required=True)] = ""
