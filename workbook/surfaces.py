"""Where a field appears, and in which order: lists of names, and nothing else (design.md: one declaration per field).

`TABLE_COLUMNS` is what a table in the window shows unless its user chooses otherwise. `FORM_SECTIONS` are the forms,
each with its headings in plain words and what is asked most first; every field that a person may fill stands there
exactly once. `TRACKER_COLUMNS` are the sheets of the Excel tracker that hold records (domain.md 10.4).
"""

from typing import NamedTuple

Names = tuple[str, ...]
Sections = tuple[tuple[str, Names], ...]

TABLE_COLUMNS: dict[str, Names] = {
    "plan": ("title", "municipality", "start", "end", "stage", "currency"),
    "partners": ("code", "name", "sector", "level", "roles", "status", "approval"),
    "contacts": ("code", "name", "partner", "position", "consent", "email", "phone", "is_main", "is_signatory"),
    "sector_waivers": ("sector", "reason"),
    "drivers": ("code", "title", "type", "level", "source", "helps"),
    "challenges": ("code", "title", "dimension", "response", "driver"),
    "mechanisms": ("code", "title", "summary", "level", "adopted"),
    "objectives": ("code", "statement", "lead", "target_date", "priority", "status"),
    "indicators": ("code", "title", "objective", "unit", "baseline", "target", "target_date", "responsible"),
    "readings": ("indicator", "date", "breakdown", "value", "sample", "source"),
    "activities": ("code", "title", "objective", "owner", "start", "end", "done", "status"),
    "responsibilities": ("activity", "partner", "letters", "person", "note"),
    "resources": ("code", "title", "status", "provider", "value", "kind", "category", "type", "due"),
    "governance_bodies": ("code", "name", "type", "chair", "frequency", "decision_rule"),
    "members": ("body", "partner", "person", "alternate", "seat"),
    "meetings": ("code", "title", "body", "date", "place", "status"),
    "decisions": ("code", "title", "status", "date", "due", "owner", "decider"),
    "agreements": ("code", "title", "level", "parties", "status", "effective", "expiry"),
    "clauses": ("position", "heading", "assessment", "comment", "left_out"),
    "signatures": ("agreement", "partner", "contact", "signed", "date", "method"),
    "approvals": ("agreement", "partner", "step", "decides", "due", "status", "date"),
    "seals": ("code", "title", "kind", "version", "language", "sealed_at", "state"),
    "capacity_needs": ("code", "title", "level", "pillar", "current", "desired", "priority"),
    "capacity_actions": ("code", "title", "type", "need", "target_group", "planned_people", "lead", "end", "status"),
    "training_sessions": ("code", "title", "action", "date", "hours", "attended", "completed", "satisfaction"),
    "session_groups": ("session", "stakeholder_type", "people"),
    "participants": ("session", "name", "organisation", "stakeholder_type", "attended", "completed"),
    "risks": ("code", "title", "category", "likelihood", "impact", "owner", "review", "status"),
    "issues": ("code", "title", "severity", "owner", "due", "status"),
    "health_rounds": ("code", "title", "date", "asked", "show_single"),
    "health_responses": ("round", "partner", "statement", "score", "comment"),
    "follow_ups": ("code", "title", "owner", "partner", "due", "status"),
    "reports": ("code", "title", "period_start", "period_end", "rating", "status"),
    "report_narratives": ("report", "section", "wording"),
    "attachments": ("code", "name", "record_type", "media_type", "size", "note"),
    "snapshots": ("code", "name", "date", "state", "note"),
    "acceptances": ("rule", "reason", "date"),
    "thresholds": ("name", "value", "reason"),
    "term_names": ("vocabulary", "term", "title"),
    "drift_classes": ("name", "materiality", "threshold", "asks", "note"),
    "translations": ("record_type", "field", "language", "wording"),
    "trackers": ("code", "file", "partner", "status", "issued_on", "due", "returned_on"),
}

FORM_SECTIONS: dict[str, Sections] = {
    "plan": (
        ("The partnership", ("title", "code", "vision", "purpose", "stage")),
        ("Where and when", ("municipality", "territory_term", "country", "area", "start", "end")),
        ("For whom, and why now", ("target_groups", "context", "exclusions")),
        ("What it answers to", ("urban_challenges", "dimensions", "technologies")),
        (
            "Long-term value",
            ("value_for_people", "value_for_systems", "value_for_country", "sustainability_plan", "exit_plan"),
        ),
        ("International tags", ("sdg_targets", "culture_2030", "culture_21")),
        (
            "Keeping the plan",
            ("lead_officer", "department", "currency", "fiscal_year_start", "language", "confidentiality"),
        ),
        ("Documents", ("logo", "accent_colour")),
        ("Notes", ("bodies_not_needed", "note")),
    ),
    "partners": (
        ("Who it is", ("name", "code", "sector", "subfields", "level", "status", "roles")),
        ("Gives and gains", ("strengths", "own_objective", "expected_benefit")),
        ("Local activity", ("local_activity", "local_place", "local_beneficiaries")),
        ("Internal approval", ("approval", "approval_body", "approval_date", "due_diligence")),
        ("For the agreement", ("legal_name", "short_name", "legal_form", "registration", "address")),
        ("More", ("mission", "website", "joined", "left", "source", "note")),
    ),
    "contacts": (
        ("Who it is", ("name", "code", "partner", "position", "stakeholder_type")),
        ("How to reach them", ("email", "phone", "channel", "is_main", "alternate")),
        ("Signing", ("is_signatory", "authority")),
        ("Privacy and notes", ("consent", "note")),
    ),
    "sector_waivers": (("Sector not needed", ("sector", "reason")),),
    "drivers": (
        ("Driver", ("title", "code", "type", "level", "helps")),
        ("Where it comes from", ("source", "note")),
    ),
    "challenges": (("Challenge", ("title", "code", "dimension", "response", "driver", "note")),),
    "mechanisms": (
        ("Mechanism", ("title", "code", "summary", "adopted", "level", "driver_type")),
        ("What it takes", ("sectors", "urban_challenges", "preconditions", "needs", "watch_outs")),
        ("Where it comes from", ("example", "source", "verified_on", "note")),
    ),
    "objectives": (
        ("Objective", ("statement", "code", "type", "lead", "target_date", "priority")),
        ("Status", ("status", "status_reason")),
        ("What it serves", ("urban_challenges", "dimension", "mechanisms", "sdg_targets", "culture_2030")),
        ("Notes", ("note",)),
    ),
    "indicators": (
        ("What is measured", ("title", "code", "objective", "unit", "definition", "level")),
        ("From where to where", ("baseline", "baseline_date", "target", "target_date", "direction", "cumulative")),
        ("Who measures, and how", ("responsible", "person", "frequency", "source", "method", "disaggregation")),
        ("Tags and notes", ("sdg_targets", "culture_2030", "note")),
    ),
    "readings": (
        ("Reading", ("indicator", "date", "breakdown", "value")),
        ("Behind the figure", ("numerator", "denominator", "sample", "source", "note")),
    ),
    "activities": (
        ("Activity", ("title", "code", "objective", "description", "category", "parent")),
        ("When and how far", ("start", "end", "milestone", "done", "status", "depends_on")),
        ("Who and what", ("owner", "deliverable", "place", "cross_sector", "no_resource_needed")),
        ("People reached", ("beneficiaries_planned", "beneficiaries_actual")),
        ("Agreed and real dates", ("baseline_start", "baseline_end", "actual_start", "actual_end")),
        ("Notes", ("note",)),
    ),
    "responsibilities": (("Role", ("activity", "partner", "letters", "person", "note")),),
    "resources": (
        ("What it is", ("title", "code", "kind", "category", "type", "status")),
        ("Who and what for", ("provider", "recipient", "activity", "objective", "covers", "agreement")),
        ("How much", ("value", "quantity", "unit", "rate", "basis", "planned_value", "period")),
        ("When, and on what terms", ("due", "available_from", "restricted", "conditions")),
        ("What was delivered", ("delivered_value", "delivered_quantity", "delivered_on", "evidence")),
        ("Notes", ("source", "note")),
    ),
    "governance_bodies": (
        ("Body", ("name", "code", "type", "mandate", "chair", "frequency")),
        ("How it decides", ("decision_rule", "quorum", "tie_rule", "urgent_rule", "reserved")),
        ("Notes", ("note",)),
    ),
    "members": (("Seat", ("body", "partner", "seat", "person", "alternate")),),
    "meetings": (
        ("Meeting", ("title", "code", "body", "date", "place", "status")),
        ("What was said", ("agenda", "attendees", "minutes", "note")),
    ),
    "decisions": (
        ("Decision", ("title", "code", "status", "decider", "date", "meeting", "proposer")),
        ("What follows", ("owner", "due", "reason", "note")),
    ),
    "agreements": (
        ("Agreement", ("title", "code", "level", "parties", "status", "version", "number", "parent", "supersedes")),
        ("Dates", ("ready", "effective", "signed", "review", "expiry", "notice_days", "reminder_days")),
        ("Terms", ("binding", "governing_law", "place", "renewal")),
        ("Languages", ("language", "second_language", "layout", "prevailing_language")),
        ("If it ended early", ("ended", "ended_reason")),
        ("Notes", ("source", "note")),
    ),
    "clauses": (
        ("Clause", ("heading", "body", "assessment", "comment")),
        ("Its place", ("agreement", "position", "code", "topic", "left_out", "locked")),
    ),
    "signatures": (
        ("Signature", ("agreement", "partner", "contact", "capacity", "authority")),
        ("When and how", ("signed", "date", "place", "method", "stamp_wanted", "witness_wanted", "witness", "note")),
    ),
    "approvals": (
        ("Internal approval", ("agreement", "partner", "step", "position", "decides", "due")),
        ("The answer", ("status", "date", "document", "note")),
    ),
    "seals": (
        ("Document", ("title", "code", "kind", "record_type", "version", "language", "sealed_at", "sealed_by")),
        ("What it can be checked by", ("sha256", "size", "state", "state_hash", "reason")),
    ),
    "capacity_needs": (
        ("Need", ("title", "code", "current", "desired", "level", "pillar", "priority")),
        ("For whom", ("target_group", "partner", "objective", "note")),
    ),
    "capacity_actions": (
        ("Action", ("title", "code", "type", "form", "need", "status", "priority")),
        ("For whom", ("target_group", "stakeholder_types", "planned_people", "level", "competency")),
        ("Who and when", ("lead", "provider", "owner", "start", "end", "hours")),
        ("How", ("learning_objectives", "methods", "mode", "venue", "language", "accessibility")),
        ("Money and result", ("planned_cost", "funding", "output", "evaluation", "follow_up")),
        ("Links and notes", ("objective", "activity", "source", "note")),
    ),
    "training_sessions": (
        ("Session", ("title", "code", "action", "date", "end", "hours", "status", "topics")),
        ("Who came", ("invited", "registered", "attended", "completed", "unique_people", "certificates")),
        ("Women and men", ("women", "men", "other_sex", "undisclosed_sex")),
        ("Age, disability, groups", (
            "under_18", "age_18_29", "age_30_59", "age_60_plus", "with_disability", "stakeholder_types",
        )),
        ("What it did", ("satisfaction", "before", "after")),
        ("Where and by whom", ("venue", "district", "organisation", "trainer", "cost", "materials", "sheet")),
        ("Notes", ("source", "note")),
    ),
    "session_groups": (("Group", ("session", "stakeholder_type", "people")),),
    "participants": (
        ("Person", ("session", "name", "organisation", "partner", "stakeholder_type")),
        ("Took part", ("attended", "completed", "certificate")),
        ("Before and after", ("rating_before", "rating_after", "test_before", "test_after")),
        ("For the statistics", ("sex", "age_band", "disability")),
        ("Privacy and notes", ("consent", "delete_after", "note")),
    ),
    "risks": (
        ("Risk", ("title", "code", "category", "likelihood", "impact", "status")),
        ("What is done", ("response", "owner", "review", "activity", "note")),
    ),
    "issues": (
        ("Issue", ("title", "code", "severity", "status", "raised", "activity")),
        ("What is done", ("owner", "due", "resolution", "note")),
    ),
    "health_rounds": (("Cooperation check", ("title", "code", "date", "asked", "show_single", "comment", "note")),),
    "health_responses": (("Answer", ("round", "partner", "statement", "score", "comment")),),
    "follow_ups": (
        ("Follow-up", ("title", "code", "owner", "partner", "due", "status", "done_on")),
        ("After what", ("session", "meeting", "round", "months_after", "foundation")),
        ("Proof and notes", ("evidence", "note")),
    ),
    "reports": (
        ("Report", ("title", "code", "period", "period_start", "period_end", "prepared_by", "status")),
        ("What it holds", ("previous", "sections", "language")),
        ("In words", (
            "summary", "achievements", "concerns", "decisions_requested", "decision_asked", "next_period",
        )),
        ("Overall status", ("rating", "rating_reason", "note")),
    ),
    "report_narratives": (("Narrative", ("report", "section", "wording")),),
    "attachments": (("File", ("name", "code", "record_type", "path", "media_type", "size", "note")),),
    "snapshots": (("Snapshot", ("name", "code", "date", "state", "note")),),
    "acceptances": (("Accepted finding", ("rule", "record_id", "reason", "date")),),
    "thresholds": (("Limit", ("name", "value", "reason")),),
    "term_names": (("Own word", ("vocabulary", "term", "title")),),
    "drift_classes": (("Kind of change", ("name", "title", "materiality", "threshold", "asks", "note")),),
    "trackers": (
        ("Tracker", ("file", "code", "partner", "status", "issued_on", "due", "returned_on", "note")),
        ("Where it comes from", ("language", "state", "state_hash", "returned_file", "sha256")),
    ),
    "translations": (("Translation", ("record_type", "record_id", "field", "language", "wording")),),
}  # fmt: skip


class TrackerColumn(NamedTuple):
    """One column of a tracker sheet.

    `paths` say where its values come from, one for each type of the sheet: a field (``title``), a field of the record
    that a reference names (``need.level``), a figure that is worked out (``*rating``), or nothing.
    """

    title: str
    paths: Names


class TrackerSheet(NamedTuple):
    """One sheet of the tracker: the records of one type, or of several one after the other, a row each."""

    types: Names
    columns: tuple[TrackerColumn, ...]
    help: str


def _sheet(types: Names, help: str, *columns: Names) -> TrackerSheet:
    """Take each column as its title and its paths; one path serves all types alike."""
    made = (TrackerColumn(title, tuple(paths if len(paths) > 1 else paths * len(types))) for title, *paths in columns)
    return TrackerSheet(types, tuple(made), help)


TRACKER_COLUMNS: dict[str, TrackerSheet] = {
    "Partners": _sheet(
        ("partners",), "Who takes part, what each gives and gains.",
        ("Code", "code"), ("Name", "name"), ("Sector", "sector"), ("Level", "level"), ("Roles", "roles"),
        ("Main contact", "*contact_name"), ("E-mail", "*contact_email"), ("Phone", "*contact_phone"),
        ("Own objective", "own_objective"), ("Expected benefit", "expected_benefit"),
        ("Internal approval", "approval"), ("Status", "status"),
    ),
    "Objectives": _sheet(
        ("objectives",), "What the partnership wants to reach, and how far it is.",
        ("Code", "code"), ("Objective", "statement"), ("Shared or own", "type"), ("Challenges", "urban_challenges"),
        ("SDG targets", "sdg_targets"), ("Lead partner", "lead"), ("Target date", "target_date"),
        ("Status", "status"), ("Rating", "*objective_rating"), ("Comment", "note"),
    ),
    "Activities": _sheet(
        ("activities",), "The work: who does it, from when to when, how far it is.",
        ("Code", "code"), ("Activity", "title"), ("Objective", "objective"), ("Lead (A)", "*accountable"),
        ("Responsible", "*responsible"), ("Consulted", "*consulted"), ("Informed", "*informed"), ("Owner", "owner"),
        ("Start", "start"), ("Due", "end"), ("Agreed due", "baseline_end"), ("Really started", "actual_start"),
        ("Really done", "actual_end"), ("Done", "done"), ("Status", "status"), ("Deliverable", "deliverable"),
        ("Comment", "note"),
    ),
    "Resources": _sheet(
        ("resources",), "Needs, offers and commitments, a line each.",
        ("Code", "code"), ("Description", "title"), ("Need, offer or commitment", "kind"), ("Category", "category"),
        ("Activity", "activity"), ("Provider", "provider"), ("Cash or in kind", "type"), ("Quantity", "quantity"),
        ("Unit", "unit"), ("Rate", "rate"), ("Currency", "*currency"), ("Value", "value"), ("Counted as", "*value"),
        ("Valued by", "basis"),
        ("Status", "status"), ("Due", "due"), ("Delivered quantity", "delivered_quantity"),
        ("Delivered value", "delivered_value"), ("Evidence", "evidence"), ("Comment", "note"),
    ),
    "Capacity_plan": _sheet(
        ("capacity_actions", "capacity_needs"), "What has to be learnt, and how; gaps without an action come last.",
        ("Code", "code"), ("Gap", "need.title", "title"), ("Level", "need.level", "level"),
        ("Pillar", "need.pillar", "pillar"), ("Now", "need.current", "current"), ("Wanted", "need.desired", "desired"),
        ("Action", "title", ""), ("Kind", "type", ""), ("Expected output", "output", ""),
        ("For whom", "target_group"), ("People planned", "planned_people", ""), ("Start", "start", ""),
        ("End", "end", ""), ("Y1", "*in_year_1", ""), ("Y2", "*in_year_2", ""), ("Y3", "*in_year_3", ""),
        ("Lead partner", "lead", "partner"), ("Provider", "provider", ""), ("Status", "status", ""),
    ),
    "Training_log": _sheet(
        ("training_sessions",), "What took place, who came, what follows.",
        ("Code", "code"), ("Session", "title"), ("Date", "date"), ("Hours", "hours"), ("Topics", "topics"),
        ("Trainer", "trainer"), ("Venue", "venue"), ("Registered", "registered"), ("Attended", "attended"),
        ("Completed", "completed"), ("Women", "women"), ("Men", "men"), ("Other", "other_sex"),
        ("Not said", "undisclosed_sex"), ("Under 18", "under_18"), ("18 to 29", "age_18_29"),
        ("With a disability", "with_disability"), ("Groups", "stakeholder_types"), ("Satisfaction", "satisfaction"),
        ("Before", "before"), ("After", "after"), ("Cost", "cost"), ("Currency", "*currency"),
        ("Follow-up", "*follow_up"), ("Who", "*follow_up_owner"), ("Follow-up due", "*follow_up_due"),
        ("Follow-up done", "*follow_up_done"),
    ),
    "Indicators": _sheet(
        ("indicators",), "What is counted, from where to where, quarter by quarter.",
        ("Code", "code"), ("Indicator", "title"), ("Unit", "unit"), ("Objective", "objective"),
        ("Baseline", "baseline"), ("Baseline date", "baseline_date"), ("Target", "target"),
        ("Target date", "target_date"), ("Q1 actual", "*quarter_1"), ("Q2 actual", "*quarter_2"),
        ("Q3 actual", "*quarter_3"), ("Q4 actual", "*quarter_4"), ("Reached", "*achievement"),
        ("Rating", "*indicator_rating"), ("Source", "source"), ("Responsible", "responsible"),
        ("Broken down by", "disaggregation"),
    ),
    "Risks_issues": _sheet(
        ("risks", "issues"), "What may go wrong, and what has.",
        ("Code", "code"), ("Risk or issue", "title"), ("Category", "category", ""),
        ("Likelihood", "likelihood", ""), ("Impact", "impact", ""), ("Score", "*risk_score", ""),
        ("Severity", "", "severity"), ("Answer", "response", "resolution"), ("Owner", "owner"),
        ("Raised", "", "raised"), ("Review or due", "review", "due"), ("Status", "status"), ("Comment", "note"),
    ),
    "Decisions": _sheet(
        ("decisions",), "What was decided or is asked for, and what follows.",
        ("Number", "code"), ("Decision", "title"), ("Status", "status"), ("To be decided by", "decider"),
        ("Taken on", "date"), ("Proposed by", "proposer"), ("Carried out by", "owner"), ("Due", "due"),
        ("Reasons", "reason"), ("Comment", "note"),
    ),
    "Agreements": _sheet(
        ("agreements",), "What the partners put in writing.",
        ("Reference", "code"), ("Title", "title"), ("Level", "level"), ("Version", "version"),
        ("Parties", "parties"), ("Status", "status"), ("Signed", "signed"), ("In force from", "effective"),
        ("Ends", "expiry"), ("To be reviewed", "review"), ("Notice (days)", "notice_days"), ("Comment", "note"),
    ),
}  # fmt: skip
