"""What to do next: the one line that leads a newcomer through the whole plan."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from ui.desk import Desk
from ui.findings import SEVERITIES
from ui.pages.teaching import teaching
from workbook.book import PLAN_ID
from workbook.records import RECORD_TYPES


class Step(NamedTuple):
    """What, why, and the way there."""

    title: str
    sentence: str
    action: str
    run: Callable[[], object]


_ORDER = (
    "partners",
    "objectives",
    "activities",
    "responsibilities",
    "resources",
    "governance_bodies",
    "indicators",
    "agreements",
    "contacts",
    "drivers",
    "challenges",
    "capacity_needs",
    "capacity_actions",
    "health_rounds",
    "reports",
)


def next_step(desk: Desk) -> Step:
    """Return the first part of the plan that is still empty, else the heaviest finding, else the report."""
    book = desk.bridge.book
    if not book.plan.vision:
        sentence = "Two or three sentences: what will be different in the city if this works?"
        return Step("Say what this partnership is for", sentence, "Write the vision", lambda: _vision(desk))
    for name in _ORDER:
        if not book.count(name):
            title, sentence, _ = teaching(RECORD_TYPES[name])
            return Step(_imperative(name), sentence, f"Go to {title[3:-4]}", partial(desk.go_to, name))
    found = min(desk.findings.open, key=lambda one: SEVERITIES.index(one.severity), default=None)
    if found is not None:
        return Step(
            found.title,
            f"{found.why} {found.remedy}".strip(),
            "Go there",
            lambda: desk.go_to(found.type, found.id, found.field),
        )
    if not desk.findings.is_ready:
        sentence = "This is a large plan; in a moment the next step stands here."
        return Step(
            "The checks are reading the plan", sentence, "Go to the work plan", partial(desk.go_to, "activities")
        )
    sentence = "The checks find nothing to settle. A report shows the partners and the leadership where you stand."
    return Step("Tell others about it", sentence, "Make the report", lambda: desk.start("export_report"))


def _vision(desk: Desk) -> None:
    desk.go_to("plan", PLAN_ID, "vision")


def _imperative(name: str) -> str:
    record_type = RECORD_TYPES[name]
    if name == "responsibilities":
        return "Say who does what in each activity"
    return f"Enter the first {record_type.titles.lower()}"
