"""What is to be done: objectives, activities and who does what in them."""

import datetime
from typing import Annotated

from workbook import vocabularies as terms
from workbook.fields import choice, choices, day, flag, line, reference, references, text, whole
from workbook.records.base import Record, record


@record(
    "objectives", "Objective", "Objectives", label="statement", code="O", help="What the partnership wants to reach."
)
class Objective(Record, frozen=True, gc=False):
    """An objective that all share, or that one partner brings."""

    code: Annotated[str, line("Code")] = ""
    statement: Annotated[str, line("Objective", "One sentence that can be seen to be reached.", required=True)] = ""
    type: Annotated[str | None, choice("Shared or own", terms.OBJECTIVE_TYPES)] = "shared"
    urban_challenges: Annotated[
        tuple[str, ...], choices("Urban challenges", terms.URBAN_CHALLENGES, expected=True)
    ] = ()
    dimension: Annotated[str | None, choice("Sustainability", terms.DIMENSIONS)] = None
    sdg_targets: Annotated[tuple[str, ...], choices("SDG targets", terms.SDG_TARGETS)] = ()
    culture_2030: Annotated[tuple[str, ...], choices("Culture|2030", terms.CULTURE_2030)] = ()
    mechanisms: Annotated[tuple[str, ...], references("Mechanisms", "mechanisms")] = ()
    lead: Annotated[str | None, reference("Lead partner", "partners", expected=True)] = None
    target_date: Annotated[datetime.date | None, day("To be reached by", expected=True)] = None
    priority: Annotated[str | None, choice("Priority", terms.PRIORITIES)] = None
    status: Annotated[str | None, choice("Status", terms.OBJECTIVE_STATUSES)] = None
    status_reason: Annotated[str, line("Reason for the status", "Asked for when the status is set by hand.")] = ""
    note: Annotated[str, text("Notes")] = ""


@record("activities", "Activity", "Activities", label="title", code="A", help="The work, from start to end.")
class Activity(Record, frozen=True, gc=False):
    """A piece of work that begins, ends and has somebody who answers for it."""

    code: Annotated[str, line("Code")] = ""
    title: Annotated[str, line("Activity", "Begin with a verb: “Open the workshop”.", required=True)] = ""
    objective: Annotated[str | None, reference("Objective", "objectives", expected=True)] = None
    parent: Annotated[str | None, reference("Part of", "activities")] = None
    category: Annotated[str | None, choice("Category", terms.ACTIVITY_CATEGORIES)] = None
    description: Annotated[str, text("Description")] = ""
    place: Annotated[str, line("Place")] = ""
    start: Annotated[datetime.date | None, day("Start")] = None
    end: Annotated[datetime.date | None, day("Due", expected=True)] = None
    milestone: Annotated[bool, flag("Milestone", "A day on which something must be so.")] = False
    baseline_start: Annotated[datetime.date | None, day("Agreed start", "Kept unchanged once agreed.")] = None
    baseline_end: Annotated[datetime.date | None, day("Agreed due", "Kept unchanged once agreed.")] = None
    actual_start: Annotated[datetime.date | None, day("Really started")] = None
    actual_end: Annotated[datetime.date | None, day("Really done")] = None
    done: Annotated[int | None, whole("Done", unit="%", maximum=100)] = None
    status: Annotated[str | None, choice("Status", terms.ACTIVITY_STATUSES, expected=True)] = None
    owner: Annotated[str | None, reference("Owner", "contacts", "The person who is asked about it.", expected=True)] = (
        None
    )
    deliverable: Annotated[str, line("Deliverable")] = ""
    beneficiaries_planned: Annotated[int | None, whole("People to benefit", unit="people")] = None
    beneficiaries_actual: Annotated[int | None, whole("People who benefited", unit="people")] = None
    cross_sector: Annotated[bool, flag("Meant to cross sectors")] = False
    no_resource_needed: Annotated[bool, flag("Needs no resources")] = False
    depends_on: Annotated[tuple[str, ...], references("After", "activities", "What has to be finished first.")] = ()
    note: Annotated[str, text("Notes")] = ""


@record("responsibilities", "Responsibility", "Roles", label="letters", key=("activity", "partner"))
class Responsibility(Record, frozen=True, gc=False):
    """One cell of the RACI grid: what one partner is in one activity (domain.md 3.2)."""

    activity: Annotated[str | None, reference("Activity", "activities", owned=True)] = None
    partner: Annotated[str | None, reference("Partner", "partners", owned=True)] = None
    letters: Annotated[
        tuple[str, ...], choices("Role", terms.RACI, "Responsible, accountable, consulted, informed.", required=True)
    ] = ()
    person: Annotated[str | None, reference("Person", "contacts")] = None
    note: Annotated[str, line("Note")] = ""


@record("risks", "Risk", "Risks", label="title", code="RK", help="What may go wrong.")
class Risk(Record, frozen=True, gc=False):
    """Something that may happen; its score is likelihood times impact."""

    code: Annotated[str, line("Code")] = ""
    title: Annotated[str, line("Risk", required=True)] = ""
    category: Annotated[str | None, choice("Category", terms.RISK_CATEGORIES)] = None
    likelihood: Annotated[int | None, whole("Likelihood", "1 hardly, 5 almost certainly.", minimum=1, maximum=5)] = None
    impact: Annotated[int | None, whole("Impact", "1 hardly felt, 5 ends the partnership.", minimum=1, maximum=5)] = (
        None
    )
    response: Annotated[str, text("Response", expected=True)] = ""
    owner: Annotated[str | None, reference("Owner", "contacts")] = None
    activity: Annotated[str | None, reference("Activity", "activities")] = None
    review: Annotated[datetime.date | None, day("Look at again on")] = None
    status: Annotated[str | None, choice("Status", terms.RISK_STATUSES)] = None
    note: Annotated[str, text("Notes")] = ""


@record("issues", "Issue", "Issues", label="title", code="IS", help="What has gone wrong and is being solved.")
class Issue(Record, frozen=True, gc=False):
    """Something that has happened and needs an answer."""

    code: Annotated[str, line("Code")] = ""
    title: Annotated[str, line("Issue", required=True)] = ""
    raised: Annotated[datetime.date | None, day("Raised on")] = None
    owner: Annotated[str | None, reference("Owner", "contacts")] = None
    due: Annotated[datetime.date | None, day("Due", expected=True)] = None
    severity: Annotated[str | None, choice("Severity", terms.ISSUE_SEVERITIES)] = None
    status: Annotated[str | None, choice("Status", terms.ISSUE_STATUSES)] = None
    activity: Annotated[str | None, reference("Activity", "activities")] = None
    resolution: Annotated[str, text("Resolution")] = ""
    note: Annotated[str, text("Notes")] = ""
