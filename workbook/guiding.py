"""What to do next, and why: the line that leads a newcomer through the whole plan, and one for each guiding question.

Pure rules over the book and what the checks say. Nobody has to follow them; a person may stop and jump anywhere.
"""

from collections.abc import Iterable
from typing import NamedTuple

from workbook.book import PLAN_ID, Book, name_of
from workbook.checks import Finding, Rule, Score
from workbook.checks.base import NOTHING_YET, Each, Tally, Whole
from workbook.checks.scores import NOT_MET
from workbook.records import RECORD_TYPES

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
"""The parts of a plan in the order in which a newcomer fills them: who, what for, the work, with what, on paper."""
_WEIGHT = {"error": 0, "warning": 1, "information": 2}


class Step(NamedTuple):
    """One thing to do: in a few words, why it matters, and where. No `id` means the whole table of a type."""

    title: str
    why: str
    type: str
    id: str = ""
    field: str = ""

    @property
    def begins_table(self) -> bool:
        """Say whether the step is to enter the first records of a type."""
        return not self.id and self.type != "plan"


def next_step(book: Book, found: Iterable[Finding]) -> Step | None:
    """Return the first part of the plan that is still empty, else the heaviest of the open findings, else nothing."""
    if not book.plan.vision:
        why = "Two or three sentences: what will be different in the city if this works?"
        return Step("Say what this partnership is for", why, "plan", PLAN_ID, "vision")
    for name in _ORDER:
        if not book.count(name):
            return Step(_beginning(name), RECORD_TYPES[name].help, name)
    heaviest = min(found, key=lambda one: _WEIGHT[one.severity], default=None)
    return None if heaviest is None else _settling(heaviest)


def step_of(score: Score) -> Step | None:
    """Return what brings one question or foundation on: its heaviest finding, else what was not begun; else nothing."""
    open_findings = [
        finding
        for state in score.states
        if state.state == NOT_MET
        for finding in state.findings
        if not finding.accepted
    ]
    if open_findings:
        return _settling(min(open_findings, key=lambda one: _WEIGHT[one.severity]))
    for state in score.states:
        if state.state == NOTHING_YET:
            return Step(f"Not begun yet: {_small(state.rule.title)}", state.rule.why, _subject(state.rule))
    return None


def _settling(found: Finding) -> Step:
    record_id = found.id or (PLAN_ID if found.type == "plan" else "")
    return Step(found.title, f"{found.why} {found.remedy}".strip(), found.type, record_id, found.field)


def _subject(rule: Rule) -> str:
    """Return the type of the records that a rule looks at first."""
    part = rule.parts[0]
    if isinstance(part, Each | Tally):
        return name_of(part.subject)
    return next(iter(part.inputs)) if isinstance(part, Whole) else "agreements"


def _beginning(name: str) -> str:
    if name == "responsibilities":
        return "Say who does what in each activity"
    return f"Enter the first {RECORD_TYPES[name].titles.lower()}"


def _small(title: str) -> str:
    return title[:1].lower() + title[1:]
