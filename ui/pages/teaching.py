"""What an empty table teaches: what belongs into it, and why it is worth the trouble."""

from workbook.records import RecordType

_WHY = {
    "partners": "List everybody who gives or gains: city offices, cultural institutions, businesses, schools, "
    "community groups, independent artists. Suppliers who are simply paid do not belong here.",
    "contacts": "One person per partner is enough to begin with. Only keep what the work needs, and say that you do.",
    "sector_waivers": "If a sector is left out on purpose, say so here; otherwise the checks go on asking for it.",
    "objectives": "Write what will be different, so that one can see whether it was reached. Three to five are plenty.",
    "indicators": "For each objective, one or two things that are counted: from which value, to which, by when.",
    "readings": "Enter a value whenever something has been measured. No reading means no data, never zero.",
    "drivers": "Policies, laws, initiatives and good practice that support you: name them, and all see why now.",
    "challenges": "What makes working together hard here. A challenge that is named can be answered.",
    "mechanisms": "A mechanism is a way of working together, such as a residency, a shared space or a voucher scheme.",
    "responsibilities": "Roles are filled in the grid: activities against partners.",
    "resources": "Begin with what is needed, then enter what each partner offers: money, people, rooms, networks.",
    "governance_bodies": "Who decides, how often they meet and by what rule. A small steering group is often enough.",
    "members": "Which partner sits in which body, and with which vote.",
    "meetings": "Plan the next meeting now; its minutes and decisions come to stand beside it.",
    "decisions": "Write down what is asked for and what was decided, by whom, until when.",
    "agreements": "Begin with a letter of intent or a memorandum; an agreement that binds can come later.",
    "clauses": "The clauses of an agreement, in their order. Words in {braces} are filled from the plan.",
    "signatures": "Who signs for which partner, and when they did.",
    "approvals": "Before it signs, each partner asks its own lawyers, council or board. Whose answer is missing?",
    "seals": "What was signed or issued is sealed, so that everybody can see later what it said, to the letter.",
    "trackers": "Each partner gets a spreadsheet with its own rows; when it comes back, you see what would change.",
    "activities": "Begin each with a verb: “Open the workshop”. Give it an end and somebody who answers for it.",
    "capacity_needs": "What do people and organisations have to be able to do that they cannot do yet?",
    "capacity_actions": "Collaboration, capacity building, training or education that closes a gap.",
    "training_sessions": "Each session that takes place: when, how many came, how many completed.",
    "session_groups": "How many city managers, artists or teachers came to a session, without keeping any name.",
    "participants": "Only where names are needed, for instance for certificates. Figures alone stand in the session.",
    "risks": "What may go wrong, how likely it is, how bad it would be, and what you would do.",
    "issues": "What has gone wrong and needs an answer. Each gets an owner and a date.",
    "health_rounds": "Once or twice a year, ask every partner how the cooperation feels: twenty statements.",
    "health_responses": "The answers of one round, partner by partner; no score means “don't know”.",
    "follow_ups": "Small promises with a name and a date, after a session, a meeting or a cooperation check.",
    "reports": "A report belongs to a period. Write the few sentences that no figure can say; the rest is filled in.",
    "report_narratives": "A few sentences for a section of a report: what its figures mean, and what follows.",
    "attachments": "Scans, photos and letters that belong to a record, and where they are kept.",
    "snapshots": "Give the present state a name, such as “as sent to the council”, and it can be found again.",
    "acceptances": "Findings that the team has looked at and lives with, each with its reason.",
    "thresholds": "Limits of the checks that this workbook sets itself; without an entry the usual ones apply.",
    "term_names": "Your city's own words, such as “protocol” for a memorandum.",
    "drift_classes": "How you weigh changes after signing; without an entry the usual way applies.",
    "translations": "Your own words in another language, for agreements that are made in two.",
}


def teaching(record_type: RecordType) -> tuple[str, str, str]:
    """Return title, sentence and button for a table without records."""
    title = f"No {record_type.titles[:1].lower()}{record_type.titles[1:]} yet"
    sentence = _WHY.get(record_type.name) or record_type.help
    return title, sentence, f"Add the first {record_type.title.lower()}"
