"""Format 1.2: agreements that stay true after they are signed, reports that stay as issued, words in two languages."""

import sqlalchemy as sa
from alembic import op

revision = "format_1_2"
down_revision = "format_1_1"

_TABLES = {
    "approvals": ("agreement", "partner", "step", "position", "decides", "due", "status", "date", "document", "note"),
    "seals": (
        *("code", "title", "kind", "record_type", "record_id", "version", "language", "sealed_at", "sealed_by"),
        *("state", "state_hash", "sha256", "size", "reason"),
    ),
    "drift_classes": ("name", "title", "materiality", "threshold", "asks", "note"),
    "translations": ("record_type", "record_id", "field", "language", "wording"),
    "report_narratives": ("report", "section", "wording"),
    "trackers": (
        *("code", "file", "partner", "status", "issued_on", "due", "language", "state", "state_hash"),
        *("returned_on", "returned_file", "sha256", "note"),
    ),
}
_EMPTY_TEXT = {
    "plan": ("accent_colour",),
    "agreements": ("language", "second_language", "prevailing_language", "ended_reason"),
    "signatures": ("capacity", "authority"),
    "reports": ("language",),
}
_NOTHING = {
    "plan": ("logo",),
    "agreements": ("number", "supersedes", "layout", "ready", "ended"),
    "reports": ("period", "previous", "sections", "decision_asked"),
}
_NO = {"signatures": ("stamp_wanted", "witness_wanted")}


def upgrade() -> None:
    """Add what is new; there is nothing yet that could stand in it."""
    for table, names in _TABLES.items():
        op.create_table(table, *(sa.Column(name, sa.TEXT) for name in ("id", *names)))
    for columns, blank in ((_EMPTY_TEXT, "''"), (_NOTHING, "NULL"), (_NO, "0")):
        for table, names in columns.items():
            for name in names:
                op.add_column(table, sa.Column(name, sa.INTEGER if blank == "0" else sa.TEXT))
                op.execute(f'UPDATE {table} SET "{name}" = {blank}')  # noqa: S608 - our names
