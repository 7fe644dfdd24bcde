"""Making and opening workbook files for the window."""

import platform
from collections.abc import Sequence
from pathlib import Path

from resources.lookup import resource
from storage import SUFFIX, Backup, OpenWorkbook, bring_back, create, open_workbook, rescue
from ui.preferences import Preferences
from workbook.operations import AddRecord, Operation
from workbook.operations.importing import ImportPlan
from workbook.workbook import Author

EXAMPLE = "old_tram_depot"


def author(preferences: Preferences) -> Author:
    """Name who is at work in this window."""
    return Author(preferences.operator, platform.node(), "Window")


def opened(path: Path, preferences: Preferences, *, read_only: bool = False) -> OpenWorkbook:
    """Open a workbook; raises `FileProblem`."""
    return open_workbook(path, author(preferences), read_only=read_only)


def rescued(path: Path, preferences: Preferences) -> tuple[OpenWorkbook, str]:
    """Open what can be read of a damaged workbook, in a new file beside it, with a sentence on what came over."""
    target = _free_name(path, "rescued")
    report = rescue(path, target, author(preferences))
    return open_workbook(target, author(preferences)), report.sentence


def brought_back(path: Path, backup: Backup, preferences: Preferences) -> tuple[OpenWorkbook, str]:
    """Open a backup of a workbook in a new file beside it, with a sentence on what that is."""
    target = _free_name(path, f"backup of {backup.at.astimezone():%Y-%m-%d}")
    bring_back(backup, target)
    said = f"“{target.name}” is the plan as it was then, without what was done since; “{path.name}” is left as it is."
    return open_workbook(target, author(preferences)), said


def _free_name(path: Path, what: str) -> Path:
    """Return a name beside a workbook that says what the new file is, and that nothing has yet."""
    target, number = path.with_name(f"{path.stem} ({what}){SUFFIX}"), 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem} ({what} {number}){SUFFIX}")
    return target


def made(path: Path, start: Operation, preferences: Preferences) -> OpenWorkbook:
    """Make a workbook with its first step; raises `FileProblem` or `Refused`, and then there is no file."""
    return create(path.with_suffix(SUFFIX), author(preferences), (start,))


def blank_start(title: str) -> Operation:
    """Return the step that begins an empty plan."""
    return AddRecord("plan", {"title": title})


def template_start(name: str) -> Operation:
    """Return the step that fills a workbook from a shipped plan."""
    from exports import plan  # a YAML reader comes with it

    path = template_path(name)
    return ImportPlan(plan.read(path.read_bytes(), path.name), path.name)


def plan_start(path: Path) -> Operation:
    """Return the step that fills a workbook from a plan file; raises `Refused` for what is none."""
    from exports import plan  # a YAML reader comes with it
    from exports.incoming.content import content_of
    from exports.plan.reading import MOST_BYTES

    return ImportPlan(plan.read(content_of(path, MOST_BYTES), path.name), path.name)


def template_path(name: str) -> Path:
    """Return where a shipped plan lies."""
    return resource("templates", f"{name}.yaml")


def templates() -> Sequence[str]:
    """Return the names of the shipped plans, the worked example first."""
    names = sorted(path.stem for path in resource("templates").glob("*.yaml"))
    return sorted(names, key=lambda name: name != EXAMPLE)
