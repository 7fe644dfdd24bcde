"""Every kind of document there is and in which formats, said without what makes it: menus are built from it at once."""

from dataclasses import dataclass

_PAGES = (".pdf", ".docx")


@dataclass(frozen=True)
class DocumentKind:
    """A kind of document. `subject` names the type of the record that it is about; empty: the whole plan.

    `suffixes` are those of its formats in the order in which they are offered. `compares` says that it tells what
    changed since the reader saw the last one, `logs` that it lists the last changes.
    """

    key: str
    title: str
    lead: str
    suffixes: tuple[str, ...]
    subject: str = ""
    needs_subject: bool = False
    compares: bool = False
    logs: bool = False

    @property
    def has_pages(self) -> bool:
        return self.suffixes == _PAGES


KINDS = {
    kind.key: kind
    for kind in (
        DocumentKind(
            "agreement",
            "Agreement",
            "The letter, memorandum or agreement with its clauses, annexes and places to sign.",
            _PAGES,
            "agreements",
            needs_subject=True,
        ),
        DocumentKind(
            "report",
            "Progress report",
            "Where the partnership stands: results, money, risks and the decisions that are asked for.",
            _PAGES,
            "reports",
            compares=True,
        ),
        DocumentKind(
            "brief",
            "Leadership brief",
            "One page for somebody with two minutes: status and reason, money, dates, changes, the decision asked.",
            _PAGES,
            "reports",
            compares=True,
        ),
        DocumentKind(
            "review",
            "Annual review pack",
            "For the audit committee: register entry, approval checklist, review of the year, risks, what is asked.",
            _PAGES,
        ),
        DocumentKind(
            "statement",
            "Statement of a partner",
            "A letter to one partner: what it promised, what has arrived, what is due, what it does; to be confirmed.",
            _PAGES,
            "partners",
            needs_subject=True,
        ),
        DocumentKind(
            "statements",
            "Statements of all partners",
            "The same letters to all partners in one file, each on a new page, to be printed and sent together.",
            _PAGES,
        ),
        DocumentKind(
            "workplan",
            "Work plan",
            "Who does what and by when, as a table and as a time line, on wide pages to print and hang up.",
            _PAGES,
        ),
        DocumentKind(
            "sign_in_sheet",
            "Sign-in sheet of a session",
            "Lines to sign on, a note on what the names are for, and room to count without names.",
            _PAGES,
            "training_sessions",
            needs_subject=True,
        ),
        DocumentKind(
            "certificates",
            "Certificates of a session",
            "One sheet for each person who completed a session; with a line for the name where names are not kept.",
            _PAGES,
            "training_sessions",
            needs_subject=True,
        ),
        DocumentKind(
            "calendar",
            "Calendar",
            "Deadlines, milestones, meetings and sessions for Outlook, Google Calendar or a telephone. Taken in again "
            "after a change, it moves what is there already.",
            (".ics",),
        ),
        DocumentKind(
            "partner_calendar",
            "Calendar of a partner",
            "The same dates, but only what one partner answers for, brings, attends or signs.",
            (".ics",),
            "partners",
            needs_subject=True,
        ),
        DocumentKind(
            "tracker",
            "Tracker",
            "The whole plan as an Excel workbook, for partners and for your own lists.",
            (".xlsx",),
            logs=True,
        ),
        DocumentKind(
            "partner_tracker",
            "Tracker of a partner",
            "Only the partner's own rows, with its columns open; what comes back is compared with the plan.",
            (".xlsx",),
            "partners",
            needs_subject=True,
        ),
    )
}
