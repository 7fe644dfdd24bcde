"""Work plans of Microsoft Project: tasks have a level in the outline, and name what comes before them."""

from collections.abc import Iterator

from lxml import etree

from exports.sheets.tasks import Task, day_of

SPACE = "{http://schemas.microsoft.com/project}"
_DEEPEST, _LONGEST_NUMBER = 50, 9
_END_TO_START = "1"
_TIES = {"0": "ends with", "2": "ends when this begins:", "3": "begins with"}


def tasks_of(root: "etree._Element") -> Iterator[Task]:
    """Yield every task in the order of the plan; row 0 is the project itself and no task."""
    found = root.findall(f"{SPACE}Tasks/{SPACE}Task")
    names = {_said(task, "UID"): _said(task, "Name") for task in found}
    owners = _owners(root)
    above: dict[int, str] = {}
    for task in found:
        number, level = _said(task, "UID"), _level(_said(task, "OutlineLevel"))
        if number == "0" or _said(task, "IsNull") == "1" or not names[number]:
            continue
        above[level] = number
        after, ties = _links(task, names)
        agreed = next((one for one in task.findall(f"{SPACE}Baseline") if _said(one, "Number") in ("", "0")), None)
        yield Task(
            number,
            names[number],
            day_of(_said(task, "Start")),
            day_of(_said(task, "Finish")),
            _said(task, "Milestone") == "1",
            _said(task, "PercentComplete"),
            above.get(level - 1, ""),
            after,
            owners.get(number, ""),
            "" if agreed is None else day_of(_said(agreed, "Start")),
            "" if agreed is None else day_of(_said(agreed, "Finish")),
            day_of(_said(task, "ActualStart")),
            day_of(_said(task, "ActualFinish")),
            ties,
            _said(task, "Notes"),
        )


def _links(task: "etree._Element", names: dict[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what comes before a task, and in words how else it is tied to another."""
    links = [
        (_said(link, "Type") or _END_TO_START, _said(link, "PredecessorUID"))
        for link in task.findall(f"{SPACE}PredecessorLink")
    ]
    after = tuple(other for kind, other in links if kind not in _TIES)
    return after, tuple(f"{_TIES[kind]} {names.get(other, '')}" for kind, other in links if kind in _TIES)


def _owners(root: "etree._Element") -> dict[str, str]:
    """Return the first who is on each task."""
    people = {_said(one, "UID"): _said(one, "Name") for one in root.findall(f"{SPACE}Resources/{SPACE}Resource")}
    found: dict[str, str] = {}
    for one in root.findall(f"{SPACE}Assignments/{SPACE}Assignment"):
        name = people.get(_said(one, "ResourceUID"), "")
        if name:
            found.setdefault(_said(one, "TaskUID"), name)
    return found


def _said(element: "etree._Element", name: str) -> str:
    return str(element.findtext(f"{SPACE}{name}") or "").strip()


def _level(text: str) -> int:
    return min(int(text), _DEEPEST) if text.isdecimal() and len(text) <= _LONGEST_NUMBER else 1
