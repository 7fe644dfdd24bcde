"""Which activities stand together and in which order: by objective, then by date."""

import datetime
from dataclasses import dataclass

from exports.outline.showing import Showing
from workbook.book import Book
from workbook.records import Activity, Objective
from workbook.wording import source

NO_OBJECTIVE = source("Without an objective")


@dataclass(frozen=True, slots=True)
class Group:
    """The activities of one objective, soonest first; those without a date come last.

    `title` is empty for those without an objective.
    """

    title: str
    activities: tuple[Activity, ...]


def groups_of(book: Book) -> tuple[Group, ...]:
    """Return the activities by objective, in the order of the objectives; objectives without any are left out."""
    found: dict[str | None, list[Activity]] = {objective.id: [] for objective in book.all(Objective)}
    found[None] = []
    for activity in book.all(Activity):
        found[activity.objective if activity.objective in found else None].append(activity)
    return tuple(
        Group(_title(book.one(Objective, objective_id)), tuple(sorted(activities, key=_place)))
        for objective_id, activities in found.items()
        if activities
    )


def title_of(group: Group, showing: Showing) -> str:
    """Say what stands above a group."""
    return group.title or showing.say(NO_OBJECTIVE)


def again(title: str, showing: Showing) -> str:
    """Say the title of a group once more, where the group goes on on another page."""
    return showing.say("{title} (continued)", title=title)


def _title(objective: Objective | None) -> str:
    return "" if objective is None else f"{objective.code} {objective.statement}".strip()


def _place(activity: Activity) -> tuple[datetime.date, datetime.date, str, str]:
    never = datetime.date.max
    return (activity.start or activity.end or never, activity.end or never, activity.code, activity.id)
