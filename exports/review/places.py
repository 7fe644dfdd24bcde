"""Where an answer stands in the plan: the page, and the codes of the rows."""

from exports.report.context import Context
from workbook.measures.figure import Rows
from workbook.records import RECORD_TYPES


def places(context: Context, rows: Rows) -> str:
    """Name types of records and the codes of those meant, as far as they have room."""
    found: dict[str, list[tuple[str, str]]] = {}
    for type_name, record_id in rows:
        found.setdefault(type_name, []).append((type_name, record_id))
    return context.showing.listed(_place(context, type_name, tuple(own)) for type_name, own in found.items())


def _place(context: Context, type_name: str, rows: Rows) -> str:
    declared = RECORD_TYPES[type_name]
    title = context.showing.say(declared.title if type_name == "plan" else declared.titles)
    if not declared.code_prefix or not any(context.book.get(*row) for row in rows):
        return title
    return context.showing.labelled(title, context.rows(rows))
