"""The sections of the window: one declaration each, from which navigation, menu, palette and `go_to` are built."""

from dataclasses import dataclass

PLAN, AGREE, DELIVER, ACCOUNT = "Plan", "Agree", "Deliver", "Account"
GROUPS = (PLAN, AGREE, DELIVER, ACCOUNT)


@dataclass(frozen=True)
class Section:
    """One entry of the navigation. `page` names the page that `ui.pages` makes; `types` are shown as its tabs."""

    key: str
    title: str
    group: str
    icon: str
    page: str = "tables"
    types: tuple[str, ...] = ()
    lead: str = ""


SECTIONS = (
    Section("overview", "Overview", PLAN, "compass", "overview"),
    Section(
        "partnership",
        "Partnership",
        PLAN,
        "handshake",
        "partnership",
        ("plan", "term_names", "thresholds", "drift_classes", "translations"),
        "What this partnership is, where, for whom and until when.",
    ),
    Section(
        "objectives",
        "Objectives & indicators",
        PLAN,
        "target",
        types=("objectives", "indicators", "readings"),
        lead="What all want to reach, and how everybody will see that it is reached.",
    ),
    Section(
        "partners",
        "Partners & contacts",
        PLAN,
        "users-three",
        "partners",
        ("partners", "contacts", "sector_waivers"),
        lead="Who takes part, what each gives and gains, and whom to talk to.",
    ),
    Section(
        "drivers",
        "Drivers & challenges",
        PLAN,
        "flag-banner",
        types=("drivers", "challenges"),
        lead="What already pushes in this direction, and what stands in the way.",
    ),
    Section(
        "mechanisms",
        "Mechanisms",
        PLAN,
        "puzzle-piece",
        "mechanisms",
        ("mechanisms",),
        lead="Ways of working together that have proved themselves elsewhere.",
    ),
    Section("roles", "Roles", AGREE, "grid-four", "roles", ("responsibilities",), "Who does what in each activity."),
    Section(
        "resources",
        "Resources",
        AGREE,
        "wallet",
        "resources",
        ("resources",),
        "What is needed, what is offered, what is committed and what has arrived.",
    ),
    Section(
        "governance",
        "Governance",
        AGREE,
        "bank",
        "governance",
        types=("governance_bodies", "members", "meetings", "decisions"),
        lead="How the partners decide together.",
    ),
    Section(
        "agreements",
        "Agreements",
        AGREE,
        "article",
        "agreements",
        ("agreements", "clauses", "approvals", "signatures", "seals"),
        lead="What the partners put in writing, clause by clause, and who has signed.",
    ),
    Section(
        "work",
        "Work plan",
        DELIVER,
        "calendar-check",
        "work",
        ("activities",),
        "The work, from start to end, and who answers for it.",
    ),
    Section(
        "capacity",
        "Capacity & training",
        DELIVER,
        "student",
        "capacity",
        ("capacity_needs", "capacity_actions", "training_sessions", "session_groups", "participants"),
        "What people and organisations have to learn, and how they learn it.",
    ),
    Section(
        "risks",
        "Risks & issues",
        DELIVER,
        "warning",
        types=("risks", "issues"),
        lead="What may go wrong, and what has gone wrong and is being solved.",
    ),
    Section(
        "cooperation",
        "Cooperation check",
        DELIVER,
        "heartbeat",
        "cooperation",
        ("health_rounds", "health_responses", "follow_ups"),
        lead="How the cooperation feels to those in it, and what follows from that.",
    ),
    Section(
        "reports",
        "Reports & documents",
        ACCOUNT,
        "files",
        "documents",
        ("reports", "report_narratives", "attachments"),
        "Everything that goes out on paper or as a spreadsheet.",
    ),
    Section(
        "trackers",
        "Trackers",
        ACCOUNT,
        "table",
        "trackers",
        ("trackers",),
        lead="Spreadsheets that are out with partners, and what they bring when they come back.",
    ),
    Section(
        "history",
        "History",
        ACCOUNT,
        "clock-counter-clockwise",
        "history",
        ("snapshots", "acceptances"),
        "Every change: who, when, before and after.",
    ),
)

BY_KEY = {section.key: section for section in SECTIONS}
SECTION_OF = {type_name: section for section in SECTIONS for type_name in section.types}
"""Which section shows the records of a type."""
