"""Work plans of other programs as a sheet of activities: GanttProject (.gan) and Microsoft Project (.xml)."""

import re

from lxml import etree

from exports.incoming.limits import SPREADSHEET, refuse
from exports.sheets import gantt_project, ms_project
from exports.sheets.tasks import HEADINGS
from workbook.bringing_in.sheets import Sheet

_ENTITY = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


def sheet_of_plan(content: bytes, name: str) -> Sheet:
    """Return a row for each task; raise `Refused` where the file is another kind of XML or defines entities."""
    if _ENTITY.search(content):
        refuse(name, "The file defines words of its own (entities), as no work plan does; do not use it.")
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except (etree.XMLSyntaxError, ValueError):
        refuse(name, "The file is damaged and cannot be read; save it again, or ask for it again.")
    if root.tag == "project":
        rows = [task.cells for task in gantt_project.tasks_of(root)]
    elif root.tag == f"{ms_project.SPACE}Project":
        rows = [task.cells for task in ms_project.tasks_of(root)]
    else:
        refuse(name, "This XML is no work plan of GanttProject or Microsoft Project; choose another file.")
    if not rows:
        refuse(name, "The work plan has no tasks.")
    if len(rows) > SPREADSHEET.most_rows:
        refuse(name, f"The work plan has more than {SPREADSHEET.most_rows:,} tasks; choose a smaller one.")
    return Sheet(name.rpartition(".")[0] or name, (HEADINGS, *rows))
