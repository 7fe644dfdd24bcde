"""Format 1.3: translations know which words they say, so that they can be told from those that have grown old."""

import sqlalchemy as sa
from alembic import op

revision = "format_1_3"
down_revision = "format_1_2"


def upgrade() -> None:
    """Nobody wrote down yet what a translation was made from, so none is called old."""
    op.add_column("translations", sa.Column("original", sa.TEXT))
    op.execute("UPDATE translations SET original = ''")
