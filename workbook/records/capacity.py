"""What people and organisations have to learn: needs, actions, sessions and who took part."""

import datetime
from decimal import Decimal
from typing import Annotated

from workbook import vocabularies as terms
from workbook.fields import choice, choices, day, flag, line, money, number, percent, reference, text, whole
from workbook.money import Money
from workbook.records.base import Record, record


@record(
    "capacity_needs", "Capacity need", "Capacity needs", label="title", code="N", help="What is there, what is wanted."
)
class CapacityNeed(Record, frozen=True, gc=False):
    """A gap between the capacity of today and the one the plan needs, each from 1 to 5 (domain.md 5.1)."""

    code: Annotated[str, line("Code")] = ""
    title: Annotated[str, line("Capacity", required=True)] = ""
    level: Annotated[str | None, choice("Level", terms.CAPACITY_LEVELS, expected=True)] = None
    pillar: Annotated[str | None, choice("Pillar", terms.CAPACITY_PILLARS, expected=True)] = None
    current: Annotated[int | None, whole("Now", minimum=1, maximum=5, expected=True)] = None
    desired: Annotated[int | None, whole("Wanted", minimum=1, maximum=5, expected=True)] = None
    target_group: Annotated[str, line("Who")] = ""
    partner: Annotated[str | None, reference("Partner", "partners")] = None
    priority: Annotated[str | None, choice("Priority", terms.PRIORITIES)] = None
    objective: Annotated[str | None, reference("Objective", "objectives")] = None
    note: Annotated[str, text("Notes")] = ""


@record(
    "capacity_actions", "Capacity action", "Capacity actions", label="title", code="C", help="How the gaps are closed."
)
class CapacityAction(Record, frozen=True, gc=False):
    """A piece of collaboration, capacity building, training or education (domain.md 5.2, 5.3)."""

    code: Annotated[str, line("Code")] = ""
    title: Annotated[str, line("Action", required=True)] = ""
    type: Annotated[str | None, choice("Kind", terms.ACTION_TYPES, expected=True)] = None
    form: Annotated[str | None, choice("Form", terms.ACTION_FORMS)] = None
    level: Annotated[str | None, choice("Level", terms.CAPACITY_LEVELS)] = None
    need: Annotated[str | None, reference("Need", "capacity_needs", "The gap it closes.", expected=True)] = None
    objective: Annotated[str | None, reference("Objective", "objectives")] = None
    activity: Annotated[str | None, reference("Activity", "activities")] = None
    competency: Annotated[str, line("Competency")] = ""
    target_group: Annotated[str, line("For whom", expected=True)] = ""
    stakeholder_types: Annotated[tuple[str, ...], choices("Groups", terms.STAKEHOLDER_TYPES)] = ()
    planned_people: Annotated[int | None, whole("People to be reached", unit="people", expected=True)] = None
    learning_objectives: Annotated[str, text("What they will be able to do")] = ""
    methods: Annotated[str, text("Methods")] = ""
    provider: Annotated[str | None, reference("Provider", "partners")] = None
    lead: Annotated[str | None, reference("Lead partner", "partners", expected=True)] = None
    owner: Annotated[str | None, reference("Owner", "contacts")] = None
    start: Annotated[datetime.date | None, day("Start")] = None
    end: Annotated[datetime.date | None, day("End", expected=True)] = None
    hours: Annotated[Decimal | None, number("Hours", minimum=0, unit="hours")] = None
    venue: Annotated[str, line("Venue")] = ""
    mode: Annotated[str | None, choice("Mode", terms.MODES)] = None
    language: Annotated[str, line("Language")] = ""
    accessibility: Annotated[str, line("Accessibility")] = ""
    planned_cost: Annotated[Money | None, money("Planned cost")] = None
    funding: Annotated[str, line("Paid from")] = ""
    priority: Annotated[str | None, choice("Priority", terms.PRIORITIES)] = None
    status: Annotated[str | None, choice("Status", terms.ACTION_STATUSES, expected=True)] = None
    output: Annotated[str, line("Expected output")] = ""
    evaluation: Annotated[str | None, choice("Evaluation planned", terms.EVALUATION_LEVELS)] = None
    follow_up: Annotated[datetime.date | None, day("Follow-up", "Three to six months later.")] = None
    source: Annotated[str, line("Source")] = ""
    note: Annotated[str, text("Notes")] = ""


@record("training_sessions", "Session", "Sessions", label="title", code="S", help="What took place and who came.")
class TrainingSession(Record, frozen=True, gc=False):
    """One session of a capacity action, counted (domain.md 5.4)."""

    code: Annotated[str, line("Code")] = ""
    title: Annotated[str, line("Session", required=True)] = ""
    action: Annotated[str | None, reference("Action", "capacity_actions")] = None
    date: Annotated[datetime.date | None, day("Date", expected=True)] = None
    end: Annotated[datetime.date | None, day("Last day")] = None
    hours: Annotated[Decimal | None, number("Hours", minimum=0, unit="hours", expected=True)] = None
    venue: Annotated[str, line("Venue")] = ""
    district: Annotated[str, line("District")] = ""
    trainer: Annotated[str, line("Trainer")] = ""
    organisation: Annotated[str | None, reference("Held by", "partners")] = None
    topics: Annotated[str, text("Topics")] = ""
    invited: Annotated[int | None, whole("Invited", unit="people")] = None
    registered: Annotated[int | None, whole("Registered", unit="people")] = None
    attended: Annotated[int | None, whole("Attended", unit="people", expected=True)] = None
    completed: Annotated[int | None, whole("Completed", unit="people", expected=True)] = None
    unique_people: Annotated[
        int | None, whole("Different people", "Each person once, however often they came.", unit="people")
    ] = None
    women: Annotated[int | None, whole("Women", unit="people")] = None
    men: Annotated[int | None, whole("Men", unit="people")] = None
    other_sex: Annotated[int | None, whole("Other", unit="people")] = None
    undisclosed_sex: Annotated[int | None, whole("Not said", unit="people")] = None
    under_18: Annotated[int | None, whole("Under 18", unit="people")] = None
    age_18_29: Annotated[int | None, whole("18 to 29", unit="people")] = None
    age_30_59: Annotated[int | None, whole("30 to 59", unit="people")] = None
    age_60_plus: Annotated[int | None, whole("60 and over", unit="people")] = None
    with_disability: Annotated[int | None, whole("With a disability", unit="people")] = None
    stakeholder_types: Annotated[tuple[str, ...], choices("Groups", terms.STAKEHOLDER_TYPES)] = ()
    satisfaction: Annotated[Decimal | None, number("Satisfaction", "Mean, 1 to 5.", minimum=1, maximum=5)] = None
    before: Annotated[Decimal | None, percent("Before", "Mean result of the test before.")] = None
    after: Annotated[Decimal | None, percent("After", "Mean result of the test after.")] = None
    cost: Annotated[Money | None, money("Cost")] = None
    materials: Annotated[str, line("Materials")] = ""
    sheet: Annotated[str, line("Attendance sheet", "Where the signed sheet is kept.")] = ""
    certificates: Annotated[int | None, whole("Certificates given")] = None
    status: Annotated[str | None, choice("Status", terms.MEETING_STATUSES)] = None
    source: Annotated[str, line("Source")] = ""
    note: Annotated[str, text("Notes")] = ""


@record(
    "session_groups", "Group in a session", "Groups in sessions", label="people", key=("session", "stakeholder_type")
)
class SessionGroup(Record, frozen=True, gc=False):
    """How many people of one group came to a session, where nobody's name is kept (domain.md 5.4)."""

    session: Annotated[str | None, reference("Session", "training_sessions", owned=True)] = None
    stakeholder_type: Annotated[str | None, choice("Group", terms.STAKEHOLDER_TYPES, required=True)] = None
    people: Annotated[int | None, whole("People", unit="people", expected=True)] = None


@record("participants", "Participant", "Participants", label="name", help="Only where names are needed.")
class Participant(Record, frozen=True, gc=False):
    """A person in a session; optional, personal throughout, never exported unless asked for."""

    session: Annotated[str | None, reference("Session", "training_sessions", owned=True)] = None
    name: Annotated[str, line("Name", required=True, personal=True)] = ""
    sex: Annotated[str | None, choice("Sex", terms.SEXES)] = None
    age_band: Annotated[str | None, choice("Age", terms.AGE_BANDS)] = None
    disability: Annotated[bool, flag("Disability")] = False
    organisation: Annotated[str, line("Organisation", personal=True)] = ""
    partner: Annotated[str | None, reference("Partner", "partners")] = None
    stakeholder_type: Annotated[str | None, choice("Group", terms.STAKEHOLDER_TYPES)] = None
    attended: Annotated[bool, flag("Attended")] = True
    completed: Annotated[bool, flag("Completed")] = False
    certificate: Annotated[str, line("Certificate no.", personal=True)] = ""
    rating_before: Annotated[int | None, whole("Before (looking back)", minimum=1, maximum=5)] = None
    rating_after: Annotated[int | None, whole("Now", minimum=1, maximum=5)] = None
    test_before: Annotated[Decimal | None, percent("Test before")] = None
    test_after: Annotated[Decimal | None, percent("Test after")] = None
    consent: Annotated[bool, flag("Agreed to be stored")] = False
    delete_after: Annotated[datetime.date | None, day("Delete the name after")] = None
    note: Annotated[str, line("Note", personal=True)] = ""
