"""The tracker of one partner: which rows are its own, and which columns it may fill (domain.md 10.4)."""

from collections.abc import Iterable, Mapping

from workbook.book import Book
from workbook.records import (
    Activity,
    CapacityAction,
    FollowUp,
    Indicator,
    Record,
    Resource,
    Responsibility,
    TrainingSession,
)
from workbook.records import Reading as IndicatorReading
from workbook.surfaces import Names, TrackerColumn, TrackerSheet
from workbook.wording import source

ADDABLE = ("Readings",)
"""The sheets in which a partner may write new rows."""
_ANSWERING = ("R", "A")


def _sheet(type_name: str, help: str, *columns: tuple[str, str]) -> TrackerSheet:
    return TrackerSheet((type_name,), tuple(TrackerColumn(title, (path,)) for title, path in columns), help)


PARTNER_COLUMNS: dict[str, TrackerSheet] = {
    "Activities": _sheet(
        "activities", source("The work in which you are responsible or accountable."),
        ("Code", "code"), ("Activity", "title"), ("Objective", "objective"), ("Start", "start"), ("Due", "end"),
        ("Deliverable", "deliverable"), ("Really started", "actual_start"), ("Really done", "actual_end"),
        ("Done", "done"), ("Status", "status"), ("Comment", "note"),
    ),
    "Resources": _sheet(
        "resources", source("What you bring."),
        ("Code", "code"), ("Description", "title"), ("Need, offer or commitment", "kind"), ("Activity", "activity"),
        ("Cash or in kind", "type"), ("Quantity", "quantity"), ("Unit", "unit"), ("Currency", "*currency"),
        ("Counted as", "*value"), ("Due", "due"), ("Status", "status"), ("Delivered quantity", "delivered_quantity"),
        ("Delivered value", "delivered_value"), ("Delivered on", "delivered_on"), ("Evidence", "evidence"),
        ("Comment", "note"),
    ),
    "Capacity_plan": _sheet(
        "capacity_actions", source("The learning that you lead or give."),
        ("Code", "code"), ("Action", "title"), ("Kind", "type"), ("Gap", "need"), ("For whom", "target_group"),
        ("People planned", "planned_people"), ("Start", "start"), ("End", "end"), ("Status", "status"),
        ("Comment", "note"),
    ),
    "Training_log": _sheet(
        "training_sessions", source("The sessions that you hold: when they took place, who came, what it did."),
        ("Code", "code"), ("Session", "title"), ("Action", "action"), ("Date", "date"), ("Hours", "hours"),
        ("Status", "status"), ("Registered", "registered"), ("Attended", "attended"), ("Completed", "completed"),
        ("Women", "women"), ("Men", "men"), ("Other", "other_sex"), ("Not said", "undisclosed_sex"),
        ("Under 18", "under_18"), ("18 to 29", "age_18_29"), ("30 to 59", "age_30_59"),
        ("60 and over", "age_60_plus"), ("With a disability", "with_disability"), ("Satisfaction", "satisfaction"),
        ("Before", "before"), ("After", "after"), ("Comment", "note"),
    ),
    "Indicators": _sheet(
        "indicators", source("What you measure."),
        ("Code", "code"), ("Indicator", "title"), ("Unit", "unit"), ("Objective", "objective"),
        ("Baseline", "baseline"), ("Target", "target"), ("Target date", "target_date"), ("Reached", "*achievement"),
        ("Comment", "note"),
    ),
    "Readings": _sheet(
        "readings", source("What you have measured so far; write new values below, a row for each."),
        ("Indicator", "indicator"), ("Date", "date"), ("Part", "breakdown"), ("Value", "value"),
        ("Answers", "sample"), ("Source", "source"), ("Comment", "note"),
    ),
    "Follow_ups": _sheet(
        "follow_ups", source("What you promised to do next."),
        ("Code", "code"), ("Follow-up", "title"), ("Due", "due"), ("Status", "status"), ("Done on", "done_on"),
        ("Evidence", "evidence"), ("Comment", "note"),
    ),
}  # fmt: skip

OPEN: Mapping[str, Names] = {
    "Activities": ("actual_start", "actual_end", "done", "status", "note"),
    "Resources": ("status", "delivered_quantity", "delivered_value", "delivered_on", "evidence", "note"),
    "Capacity_plan": ("status", "note"),
    "Training_log": (
        "date", "hours", "status", "registered", "attended", "completed", "women", "men", "other_sex",
        "undisclosed_sex", "under_18", "age_18_29", "age_30_59", "age_60_plus", "with_disability", "satisfaction",
        "before", "after", "note",
    ),
    "Indicators": ("note",),
    "Readings": ("value", "sample", "source", "note"),
    "Follow_ups": ("status", "done_on", "evidence", "note"),
}  # fmt: skip
"""The columns of each sheet that a partner may fill; everything else stands there to be read."""


def rows_of(book: Book, partner_id: str) -> dict[str, frozenset[str]]:
    """Return the ids of a partner's own records, sheet by sheet."""
    roles = book.where(Responsibility, partner=partner_id)
    answered = {cell.activity for cell in roles if any(letter in cell.letters for letter in _ANSWERING)}
    actions = _ids(book.where(CapacityAction, lead=partner_id), book.where(CapacityAction, provider=partner_id))
    held = book.where(TrainingSession, organisation=partner_id)
    sessions = _ids(held, *(book.where(TrainingSession, action=action) for action in actions))
    indicators = _ids(book.where(Indicator, responsible=partner_id))
    return {
        "Activities": frozenset(one for one in answered if one is not None and book.one(Activity, one) is not None),
        "Resources": _ids(book.where(Resource, provider=partner_id)),
        "Capacity_plan": actions,
        "Training_log": sessions,
        "Indicators": indicators,
        "Readings": _ids(*(book.where(IndicatorReading, indicator=one) for one in indicators)),
        "Follow_ups": _ids(book.where(FollowUp, partner=partner_id)),
    }


def _ids(*found: Iterable[Record]) -> frozenset[str]:
    return frozenset(one.id for records in found for one in records)
