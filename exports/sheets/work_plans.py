"""Work plans of other programs as a sheet of activities: GanttProject (.gan) and Microsoft Project (.xml)."""

import datetime
import re
from collections.abc import Iterator

from lxml import etree

from exports.incoming.limits import SPREADSHEET, refuse
from workbook.bringing_in.sheets import Cell, Cells, Sheet

_HEADINGS = ("#", "Activity", "Start", "Due", "Milestone", "Done", "Part of", "After", "Notes")
_ENTITY = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_PROJECT = "{http://schemas.microsoft.com/project}"
_DEEPEST = 50
_LONGEST_NUMBER, _LONGEST_TASK = 9, 10_000


def sheet_of_plan(content: bytes, name: str) -> Sheet:
    """Return a row for each task; raise `Refused` where the file is another kind of XML or defines entities."""
    if _ENTITY.search(content):
        refuse(name, "The file defines words of its own (entities), as no work plan does; do not use it.")
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except (etree.XMLSyntaxError, ValueError):
        refuse(name, "The file is damaged and cannot be read; save it again, or ask for it again.")
    if root.tag == "project":
        rows = list(_of_gantt(root))
    elif root.tag == f"{_PROJECT}Project":
        rows = list(_of_project(root))
    else:
        refuse(name, "This XML is no work plan of GanttProject or Microsoft Project; choose another file.")
    if not rows:
        refuse(name, "The work plan has no tasks.")
    if len(rows) > SPREADSHEET.most_rows:
        refuse(name, f"The work plan has more than {SPREADSHEET.most_rows:,} tasks; choose a smaller one.")
    return Sheet(name.rpartition(".")[0] or name, (_HEADINGS, *rows))


def _of_gantt(root: "etree._Element") -> Iterator[Cells]:
    """A task there holds its parts, and names what comes after it; its length is in working days."""
    after: dict[str, list[str]] = {}
    tasks = root.findall("./tasks//task")
    for task in tasks:
        for link in task.findall("depend"):
            after.setdefault(link.get("id", ""), []).append(task.get("id", ""))
    for task in tasks:
        parent = task.getparent()
        number = task.get("id", "")
        start = _day(task.get("start", ""))
        is_milestone = task.get("meeting") == "true"
        yield (
            number,
            task.get("name", ""),
            start,
            "" if not isinstance(start, datetime.date) else _end(start, task.get("duration", ""), is_milestone),
            "yes" if is_milestone else "",
            _number(task.get("complete", "")),
            parent.get("id", "") if parent is not None and parent.tag == "task" else "",
            "; ".join(after.get(number, ())),
            (task.findtext("notes") or "").strip(),
        )


def _end(start: datetime.date, length: str, is_milestone: bool) -> datetime.date:
    """Return the last working day; the first one counts."""
    day, left = start, 0 if is_milestone else min(_whole(length) or 0, _LONGEST_TASK) - 1
    while left > 0:
        day += datetime.timedelta(days=1)
        left -= day.weekday() < 5
    return day


def _of_project(root: "etree._Element") -> Iterator[Cells]:
    """A task there has a level in the outline, and names what comes before it; row 0 is the project itself."""
    above: dict[int, str] = {}
    for task in root.findall(f"{_PROJECT}Tasks/{_PROJECT}Task"):
        said = {child.tag.removeprefix(_PROJECT): (child.text or "").strip() for child in task}
        number, level = said.get("UID", ""), min(_whole(said.get("OutlineLevel", "")) or 1, _DEEPEST)
        if number == "0" or said.get("IsNull") == "1" or not said.get("Name"):
            continue
        above[level] = number
        before = [
            link.findtext(f"{_PROJECT}PredecessorUID") or "" for link in task.findall(f"{_PROJECT}PredecessorLink")
        ]
        yield (
            number,
            said["Name"],
            _day(said.get("Start", "")),
            _day(said.get("Finish", "")),
            "yes" if said.get("Milestone") == "1" else "",
            _number(said.get("PercentComplete", "")),
            above.get(level - 1, ""),
            "; ".join(before),
            said.get("Notes", ""),
        )


def _day(text: str) -> Cell:
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return ""


def _number(text: str) -> Cell:
    return "" if (number := _whole(text)) is None else number


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= _LONGEST_NUMBER else None
