"""Work plans of GanttProject: tasks hold their parts, name what comes after them, and are as long as working days."""

import datetime
from collections.abc import Iterator

from lxml import etree

from exports.sheets.tasks import Task, day_of

_LONGEST_TASK = 10_000
_END_TO_START = "2"
_TIES = {"1": "begins with", "3": "ends with", "4": "ends when this begins:"}
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_USUAL = frozenset((5, 6))


def tasks_of(root: "etree._Element") -> Iterator[Task]:
    """Yield every task in the order of the plan."""
    names = {task.get("id", ""): task.get("name", "") for task in root.findall("./tasks//task")}
    after, ties = _links(root, names)
    free, owners = _free_days(root), _owners(root)
    for task in root.findall("./tasks//task"):
        parent = task.getparent()
        number = task.get("id", "")
        start = day_of(task.get("start", ""))
        is_milestone = task.get("meeting") == "true"
        length = 1 if is_milestone else _length(task.get("duration", ""))
        yield Task(
            number,
            task.get("name", ""),
            start,
            _end(start, length, *free) if isinstance(start, datetime.date) else "",
            is_milestone,
            task.get("complete", ""),
            parent.get("id", "") if parent is not None and parent.tag == "task" else "",
            tuple(after.get(number, ())),
            owners.get(number, ""),
            other_links=tuple(ties.get(number, ())),
            notes=task.findtext("notes") or "",
        )


def _links(root: "etree._Element", names: dict[str, str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return what comes before each task, and in words how else it is tied to another."""
    after: dict[str, list[str]] = {}
    ties: dict[str, list[str]] = {}
    for task in root.findall("./tasks//task"):
        for link in task.findall("depend"):
            kind, other = link.get("type", _END_TO_START), link.get("id", "")
            if kind in _TIES:
                ties.setdefault(other, []).append(f"{_TIES[kind]} {names.get(task.get('id', ''), '')}")
            else:
                after.setdefault(other, []).append(task.get("id", ""))
    return after, ties


def _owners(root: "etree._Element") -> dict[str, str]:
    """Return who is responsible for each task: the one who is marked so, else the first who is on it."""
    people = {one.get("id", ""): one.get("name", "") for one in root.findall("./resources/resource")}
    found: dict[str, str] = {}
    for one in root.findall("./allocations/allocation"):
        task, name = one.get("task-id", ""), people.get(one.get("resource-id", ""), "")
        if name and (task not in found or one.get("responsible") == "true"):
            found[task] = name
    return found


def _free_days(root: "etree._Element") -> tuple[frozenset[int], dict[datetime.date, bool]]:
    """Return the days of the week on which nobody works, and single days with whether somebody does."""
    week = root.find("./calendars/day-types/default-week")
    free = _USUAL if week is None else frozenset(at for at, day in enumerate(_WEEK) if week.get(day) == "1")
    single: dict[datetime.date, bool] = {}
    for one in root.findall("./calendars//date"):
        day = day_of("-".join(one.get(part, "").zfill(2) for part in ("year", "month", "date")))
        if isinstance(day, datetime.date) and one.get("type", "HOLIDAY") in ("HOLIDAY", "WORKING_DAY"):
            single[day] = one.get("type") == "WORKING_DAY"
    return (free if len(free) < len(_WEEK) else _USUAL), single


def _end(
    start: datetime.date, length: int, free: frozenset[int], single: dict[datetime.date, bool]
) -> datetime.date | str:
    """Return the last working day; the first one counts."""
    day, left = start, length - 1
    try:
        while left > 0:
            day += datetime.timedelta(days=1)
            left -= single.get(day, day.weekday() not in free)
    except OverflowError:
        return ""
    return day


def _length(text: str) -> int:
    return min(int(text), _LONGEST_TASK) if text.isdecimal() and len(text) < 10 else 1
