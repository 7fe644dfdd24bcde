"""Format 1.1: attachments inside the file, groups counted in sessions, and which library entry a mechanism is."""

import sqlalchemy as sa
from alembic import op

revision = "format_1_1"
down_revision = "format_1_0"


def upgrade() -> None:
    """Add what is new; there is nothing yet that could stand in it."""
    op.create_table("contents", sa.Column("sha256", sa.TEXT), sa.Column("content", sa.LargeBinary))
    op.create_table(
        "session_groups", *(sa.Column(name, sa.TEXT) for name in ("id", "session", "stakeholder_type", "people"))
    )
    op.add_column("mechanisms", sa.Column("library", sa.TEXT))
    op.execute("UPDATE mechanisms SET library = ''")
