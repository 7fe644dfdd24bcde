"""Format 1.0, the first: an empty file, from the definitions frozen beside this script."""

from pathlib import Path

from alembic import op

revision = "format_1_0"
down_revision = None


def upgrade() -> None:
    """Make the tables of format 1.0."""
    for definition in Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").splitlines():
        op.execute(definition)
