"""A step that is not released: it shows that the way from one format to the next works before it is needed."""

import sqlalchemy as sa
from alembic import op

revision = "format_1_4"
down_revision = "format_1_3"


def upgrade() -> None:
    op.add_column("partners", sa.Column("nickname", sa.TEXT))
    op.execute("UPDATE partners SET nickname = 'the ' || name")
