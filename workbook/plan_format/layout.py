"""What stands in a plan file, under which keys and in which order.

Every record type has its list, and every field its key, but for what means nothing in another file: fields that the
program itself keeps (`internal`: sealed and issued states, fingerprints), seals, and named snapshots, which are names
of states that only the history of their own workbook knows. Of an attachment a plan file has the name, the size and
where it is kept, but not what it holds: scans would make a text file unreadable, so an imported attachment says that
the file itself is not in the workbook, until it is attached again.
"""

from workbook.fields import Field
from workbook.records import RECORD_TYPES, RecordType

FORMAT = "creative-partnership-plan"
VERSION = 1

LEFT_OUT = frozenset({"snapshots", "seals", "trackers"})

_ORDER = (
    "plan", "partners", "contacts", "sector_waivers", "drivers", "challenges", "mechanisms", "objectives",
    "indicators", "readings", "activities", "responsibilities", "resources", "governance_bodies", "members",
    "meetings", "decisions", "agreements", "clauses", "signatures", "approvals", "capacity_needs", "capacity_actions",
    "training_sessions", "session_groups", "participants", "risks", "issues", "health_rounds",
    "health_responses", "follow_ups", "reports", "report_narratives", "attachments", "acceptances", "thresholds",
    "term_names", "drift_classes", "translations",
)  # fmt: skip

# Some fields hold the id of a record of any type. Ids stay behind, so the file holds an address such as
# ``activities/A-03``; the type that an address names is not written a second time.
ADDRESS_FIELDS = {"acceptances": "record_id", "attachments": "record_id", "translations": "record_id"}
ADDRESS_KEY = "record"
TYPE_OF_ADDRESS = {"attachments": "record_type", "translations": "record_type"}


def _rank(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


TYPES: tuple[RecordType, ...] = tuple(
    RECORD_TYPES[name] for name in sorted(RECORD_TYPES, key=_rank) if name not in LEFT_OUT
)
"""The record types of a plan file in the order in which it is read by people: who, why, what, with what, on paper."""


def fields_in_file(record_type: RecordType) -> dict[str, Field]:
    """Return the fields of a type that stand in a plan file, by their key there."""
    address = ADDRESS_FIELDS.get(record_type.name)
    found: dict[str, Field] = {}
    for field in record_type.fields:
        if field.name == address:
            found[ADDRESS_KEY] = field
        elif not field.internal:
            found[field.name] = field
    return found


FIELDS: dict[str, dict[str, Field]] = {record_type.name: fields_in_file(record_type) for record_type in TYPES}


def has_code(record_type: RecordType) -> bool:
    """Say whether records of a type are referred to by a code of their own."""
    return bool(record_type.code_prefix)


def is_address(record_type: RecordType, field: Field) -> bool:
    """Say whether a field holds the id of a record of any type."""
    return ADDRESS_FIELDS.get(record_type.name) == field.name
