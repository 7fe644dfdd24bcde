"""Words for what is to be done, who answers for it, and how the partners decide together.

Sources of the lists: domain.md 3.2 (RACI), 3.3 (governance bodies), 10.1 (objective to decision).
"""

from __future__ import annotations

from workbook.vocabularies.base import Term, Vocabulary

OBJECTIVE_TYPES = Vocabulary(
    "objective_types",
    (
        Term("shared", "Shared", "All partners want this together."),
        Term("own", "Partner's own", "One partner hopes for this; the others know about it."),
    ),
)

OBJECTIVE_STATUSES = Vocabulary(
    "objective_statuses",
    (
        Term("not_started", "Not started", "No work for it has begun."),
        Term("on_track", "On track", "It will be reached on time as things stand."),
        Term("at_risk", "At risk", "It can still be reached, if something is done now."),
        Term("off_track", "Off track", "It will not be reached unless the partners step in."),
        Term("achieved", "Achieved", "It has been reached."),
        Term("dropped", "Dropped", "The partners decided not to pursue it any longer."),
    ),
)

PRIORITIES = Vocabulary(
    "priorities",
    (
        Term("high", "High", "The partnership fails without it."),
        Term("medium", "Medium", "It matters, and some delay can be borne."),
        Term("low", "Low", "It is good to have when there is time."),
    ),
)

ACTIVITY_CATEGORIES = Vocabulary(
    "activity_categories",
    (
        Term("programme", "Programme", "Something that runs for some time, such as classes or residencies."),
        Term("event", "Event", "A festival, exhibition, performance or public meeting."),
        Term("research", "Research", "A study, survey, map or inventory."),
        Term("infrastructure", "Infrastructure", "Building, repairing or equipping a place."),
        Term("policy", "Policy", "Writing or changing a strategy, rule or procedure."),
        Term("technology", "Technology or prototype", "Developing and trying out something technical."),
        Term("communication", "Communication", "Telling people about it and listening to them."),
        Term("management", "Management", "Coordinating, accounting and reporting."),
        Term("other", "Other", "None of the kinds above."),
    ),
)

ACTIVITY_STATUSES = Vocabulary(
    "activity_statuses",
    (
        Term("not_started", "Not started", "Its start is still to come, or nobody has begun."),
        Term("in_progress", "In progress", "Somebody is working on it."),
        Term("done", "Done", "It is finished and its result exists."),
        Term("late", "Late", "Its due date has passed and it is not finished."),
        Term("blocked", "Blocked", "It cannot go on until something else is settled."),
        Term("cancelled", "Cancelled", "It will not be done."),
    ),
)

RACI = Vocabulary(
    "raci",
    (
        Term("R", "Responsible", "Does the work. Each activity needs at least one, and there may be several."),
        Term("A", "Accountable", "Answers for the result. Each activity needs one, and only one."),
        Term("C", "Consulted", "Is asked before something is decided. Keep these few: each one takes time."),
        Term("I", "Informed", "Is told afterwards and need not reply."),
    ),
)

BODY_TYPES = Vocabulary(
    "body_types",
    (
        Term("steering", "Steering group", "Sets the direction and takes the main decisions."),
        Term("executive", "Executive group", "Decides what cannot wait for the steering group."),
        Term("working_group", "Working group", "Does the work on one topic."),
        Term("advisory", "Advisory group", "Gives advice and takes no decisions."),
        Term(
            "community_panel", "Community panel", "Residents who say how plans and results look from where they live."
        ),
        Term("secretariat", "Secretariat", "Prepares meetings, keeps records and follows things up."),
    ),
)

DECISION_RULES = Vocabulary(
    "decision_rules",
    (
        Term("consensus", "Consensus", "A decision stands when no member objects."),
        Term("majority", "Simple majority", "More than half of the votes decide."),
        Term("two_thirds", "Two-thirds majority", "At least two thirds of the votes decide."),
        Term("lead_decides", "Lead decides after consultation", "The lead hears the members and then decides."),
    ),
)

SEATS = Vocabulary(
    "seats",
    (
        Term("chair", "Chair", "Leads the meetings, and votes unless the rules say otherwise."),
        Term("voting", "Voting member", "Takes part and votes."),
        Term("observer", "Observer", "Listens and may speak, without a vote."),
    ),
)

MEETING_FREQUENCIES = Vocabulary(
    "meeting_frequencies",
    (
        Term("weekly", "Weekly", "Once a week."),
        Term("monthly", "Monthly", "Once a month."),
        Term("two_monthly", "Every two months", "Six times a year."),
        Term("quarterly", "Quarterly", "Four times a year."),
        Term("half_yearly", "Half-yearly", "Twice a year."),
        Term("yearly", "Yearly", "Once a year."),
        Term("as_needed", "As needed", "Whenever a member asks; there is no fixed rhythm."),
    ),
)

DECISION_STATUSES = Vocabulary(
    "decision_statuses",
    (
        Term("proposed", "Proposed", "Somebody has put it forward and it is not decided."),
        Term("taken", "Taken", "It is decided and still to be carried out."),
        Term("done", "Done", "It has been carried out."),
        Term("superseded", "Superseded", "A later decision took its place."),
        Term("withdrawn", "Withdrawn", "It was taken back before it was decided or carried out."),
    ),
)

MEETING_STATUSES = Vocabulary(
    "meeting_statuses",
    (
        Term("planned", "Planned", "It is still to come."),
        Term("held", "Held", "It took place."),
        Term("cancelled", "Cancelled", "It did not take place and will not."),
    ),
)
