"""What an amendment changes: how it was agreed, and how it is from now on."""

from exports.agreement.context import Blocks, Context
from exports.outline import Row, group
from exports.outline.tables import Column
from workbook.drifting import GROUPS, amendment_rows, weights
from workbook.translating import in_language


def changes(context: Context) -> Blocks:
    """Return the table of before and after, group by group; without a sealed state to compare with there is none."""
    edition = context.showing.edition
    agreed = edition.agreed(context.agreement.id)
    if agreed is None:
        return ()
    columns = (Column("What", 2.4, strong=True), Column("As agreed before", 2.4), Column("From now on", 2.4))
    before = in_language(agreed, edition.formats.language)
    rows: list[Row] = []
    told = ""
    for row in amendment_rows(before, context.book, context.agreement, weights(context.book), edition.formats):
        if row.group != told:
            told = row.group
            rows.append(group(context.showing.say(GROUPS[told])))
        rows.append(Row((row.what, row.before or "–", row.after or "–")))
    if not rows:
        return (context.showing.paragraph("The plan says nothing else than what was agreed before.", "small"),)
    return context.showing.table_of(columns, tuple(rows))
