"""Words for following up: indicators, risks, issues, ratings, the foundations, and the cooperation check.

Sources of the lists: domain.md 6.1 and 6.3 (ratings, indicators), 7.1 (cooperation check), 10.1 (risk, issue,
report), 10.2 (severities, foundations); product.md (guiding questions).
"""

from __future__ import annotations

from workbook.vocabularies.base import Term, Vocabulary

INDICATOR_LEVELS = Vocabulary(
    "indicator_levels",
    (
        Term("output", "Output", "What the work produces, such as events held or people trained."),
        Term("outcome", "Outcome", "What changes for people because of it, such as jobs found."),
        Term("impact", "Impact", "What changes for the city in the long run; the partnership is one cause of many."),
    ),
)

DIRECTIONS = Vocabulary(
    "directions",
    (
        Term("increase", "Increase", "The figure should rise from baseline to target."),
        Term("decrease", "Decrease", "The figure should fall from baseline to target."),
        Term("maintain", "Maintain", "The figure should stay where it is."),
    ),
)

FREQUENCIES = Vocabulary(
    "frequencies",
    (
        Term("once", "Once", "A single time, usually at the end."),
        Term("monthly", "Monthly", "Once a month."),
        Term("quarterly", "Quarterly", "Four times a year."),
        Term("half_yearly", "Half-yearly", "Twice a year."),
        Term("yearly", "Yearly", "Once a year."),
    ),
)

RISK_CATEGORIES = Vocabulary(
    "risk_categories",
    (
        Term("financial", "Financial", "Money is late, lost, cut or not enough."),
        Term("political", "Political", "Elections, priorities or support may change."),
        Term("legal", "Legal and rights", "Law, contracts, permits, copyright or ownership cause trouble."),
        Term("delivery", "Delivery", "The work may be late, poor or not done."),
        Term("reputation", "Reputation", "Trust in a partner or in the partnership may suffer."),
        Term("social", "Social and displacement", "Residents may be harmed, shut out or priced out."),
        Term("technology", "Technology and data", "Systems fail, data leak, or tools are not ready."),
        Term("safety", "Safety", "People may be hurt."),
        Term("staff", "Staff", "Key people leave, fall ill or lack time."),
    ),
)

RISK_STATUSES = Vocabulary(
    "risk_statuses",
    (
        Term("open", "Open", "It is known, and nothing has been done about it yet."),
        Term("mitigating", "Mitigating", "Something is being done to make it smaller."),
        Term("accepted", "Accepted", "The partners know it and live with it."),
        Term("closed", "Closed", "It can no longer happen."),
        Term("occurred", "Occurred", "It has happened; it is now an issue."),
    ),
)

ISSUE_SEVERITIES = Vocabulary(
    "issue_severities",
    (
        Term("low", "Low", "A nuisance; the work goes on."),
        Term("medium", "Medium", "It costs time or money within what was planned."),
        Term("high", "High", "An objective or a partner's commitment is in danger."),
        Term("critical", "Critical", "The partnership itself, or somebody's safety, is in danger."),
    ),
)

ISSUE_STATUSES = Vocabulary(
    "issue_statuses",
    (
        Term("open", "Open", "Nobody has started on it."),
        Term("in_progress", "In progress", "Somebody is working on it."),
        Term("resolved", "Resolved", "A solution is in place, and those affected have yet to confirm it."),
        Term("closed", "Closed", "It is over."),
    ),
)

FOLLOW_UP_STATUSES = Vocabulary(
    "follow_up_statuses",
    (
        Term("open", "Open", "It is still to be done."),
        Term("done", "Done", "It has been done."),
        Term("cancelled", "Cancelled", "It is no longer needed."),
    ),
)

TRACKER_STATUSES = Vocabulary(
    "tracker_statuses",
    (
        Term("issued", "Out", "It was sent and has not come back."),
        Term("returned", "Returned", "It has come back and was taken in."),
        Term("not_expected", "Not expected", "It will not come back, and nobody waits for it."),
    ),
)

RATINGS = Vocabulary(
    "ratings",
    (
        # The group is the colour that leaders know a rating by; words come first, so that no one depends on colour.
        Term("off_track", "Off track", "It will miss its goal unless somebody steps in.", "red"),
        Term("at_risk", "At risk", "It may miss its goal; something is being done about it.", "amber"),
        Term("on_track", "On track", "It will reach its goal as things stand.", "green"),
        Term("no_data", "No data", "There is no recent reading, so nothing can be said.", "grey"),
    ),
)

REPORT_STATUSES = Vocabulary(
    "report_statuses",
    (
        Term("draft", "Draft", "It is being prepared and still follows the plan."),
        Term("issued", "Issued", "It has been given out, and what it says stays as it was."),
    ),
)

REPORT_PERIODS = Vocabulary(
    "report_periods",
    (
        Term("month", "Month", "Short and frequent, for the steering group."),
        Term("quarter", "Quarter", "The usual rhythm of a partnership at work."),
        Term("half_year", "Half-year", "Often asked for by funders and boards."),
        Term("year", "Year", "For the council and the public."),
        Term("whole", "Whole term", "The final report, over everything since the start."),
        Term("other", "Other period", "From and to say which."),
    ),
)

REPORT_SECTIONS = Vocabulary(
    "report_sections",
    (
        Term("summary", "Summary", "The page for somebody in a hurry."),
        Term("changes", "What changed", "What is different since the earlier report."),
        Term("results", "Objectives and indicators", "How far the results are."),
        Term("work", "Milestones and activities", "What was done, and what is late."),
        Term("resources", "Resources", "What was promised, and what has arrived."),
        Term("capacity", "Capacity building and training", "Who learnt what."),
        Term("cooperation", "Cooperation and agreements", "How partners work together, and what binds them."),
        Term("risks", "Risks, issues and challenges", "What may go wrong, and what has."),
        Term("decisions", "Decisions requested", "What the reader is asked to decide."),
        Term("next_period", "Next period", "What comes next."),
        Term("annex", "Annex: full tables", "Every row, for whoever wants to look it up."),
    ),
)

FOUNDATIONS = Vocabulary(
    "foundations",
    (
        # The group is the letter in the ids of structure checks: C1, R1, S1, T1, L1 (domain.md 10.2).
        Term("cooperation", "Cooperation from all parties", "Everybody takes part, and nobody is a passenger.", "C"),
        Term("resources", "Dedicated resources", "What the work needs is promised, and it arrives.", "R"),
        Term("responsibility", "Shared responsibility", "It is clear who does what and who answers for it.", "S"),
        Term("trust", "Mutual trust", "What was agreed is written down, kept, and openly discussed.", "T"),
        Term("long_term_value", "Long-term value", "Something lasting comes of it for people and city.", "L"),
    ),
)

GUIDING_QUESTIONS = Vocabulary(
    "guiding_questions",
    (
        Term(
            "Q1", "What makes it effective?", "Answered by the structure checks and by how complete the agreement is."
        ),
        Term(
            "Q2",
            "How are creative skills and resources leveraged for the city?",
            "Answered by needs against offers, and by what each partner gives and gains.",
        ),
        Term(
            "Q3",
            "What are its structural elements, and how is an existing one reinforced?",
            "Answered by objectives, roles, resources and agreement, and by what has changed since signing.",
        ),
        Term("Q4", "Which mechanisms and tools exist?", "Answered by the library of mechanisms that can be adopted."),
        Term(
            "Q5",
            "How does the creative industry engage at local level?",
            "Answered by each creative partner's local activity: its place, its beneficiaries and its contact.",
        ),
    ),
)

SEVERITIES = Vocabulary(
    "severities",
    (
        Term("error", "Error", "It has to be settled before the partnership is ready to sign."),
        Term("warning", "Warning", "It will probably cause trouble; settle it, or accept it and say why."),
        Term("information", "Information", "It is worth knowing, and nothing has to be done."),
    ),
)

HEALTH_STATEMENTS = Vocabulary(
    "health_statements",
    (
        # No help texts: an explanation beside a statement would steer the answer.
        Term("s01", "We agree on what we want to achieve.", group="cooperation"),
        Term("s02", "We meet and share information as often as the work needs.", group="cooperation"),
        Term("s03", "People outside the lead office can shape decisions.", group="cooperation"),
        Term("s04", "New ideas from another field are tried here.", group="cooperation"),
        Term("s05", "What was promised arrives when promised.", group="resources"),
        Term("s06", "Time for this work is in somebody's official workload.", group="resources"),
        Term("s07", "Non-cash contributions are valued openly.", group="resources"),
        Term("s08", "We know where the money will come from next year.", group="resources"),
        Term("s09", "I can say who answers for each main task.", group="responsibility"),
        Term("s10", "Work is spread in proportion to what partners can bear.", group="responsibility"),
        Term("s11", "When a task slips, we solve it together and record it.", group="responsibility"),
        Term("s12", "Decisions are written down and followed.", group="responsibility"),
        Term("s13", "Partners raise problems early.", group="trust"),
        Term("s14", "Bad news does not lead to blame.", group="trust"),
        Term("s15", "Each partner's own interests are known to the rest.", group="trust"),
        Term("s16", "Smaller partners are heard.", group="trust"),
        Term("s17", "Credit is shared fairly.", group="trust"),
        Term("s18", "Each partner gains something it can name.", group="long_term_value"),
        Term("s19", "Residents notice a benefit.", group="long_term_value"),
        Term("s20", "It could continue if one key person left.", group="long_term_value"),
    ),
)

HEALTH_SCALE = Vocabulary(
    "health_scale",
    (
        # "Don't know" is an answer without a value, so it is left out of the scale and of every mean.
        Term("1", "Not at all true", "I see no sign of it."),
        Term("2", "Rarely true", "I see it now and then; mostly not."),
        Term("3", "Partly true", "It holds in some matters and not in others."),
        Term("4", "Mostly true", "It holds, with exceptions."),
        Term("5", "Completely true", "I can always count on it."),
    ),
)
