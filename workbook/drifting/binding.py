"""Drift: what the plan says differently from what was sealed (domain: drift report; check T4).

Only what binds partners is compared: who they are, who does what, what each brings, when, for which objectives, and the
words of the agreement itself. Progress, notes and contacts change all the time and are no drift. What no longer binds
(a cancelled activity, a withdrawn contribution, a partner that left) shows as removed.
"""

from collections.abc import Callable, Iterable
from typing import Any

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.measures.lines import state_of
from workbook.measures.partners import is_active
from workbook.records import RECORD_TYPES, Record

BINDING_FIELDS: dict[str, frozenset[str]] = {
    "plan": frozenset({"title", "purpose", "area", "exclusions", "start", "end"}),
    "partners": frozenset({"name", "legal_name", "registration", "roles"}),
    "objectives": frozenset({"statement", "type", "lead", "target_date"}),
    "indicators": frozenset({"title", "objective", "unit", "target", "target_date"}),
    "activities": frozenset({"title", "objective", "place", "start", "end", "milestone", "deliverable"}),
    "responsibilities": frozenset({"activity", "partner", "letters"}),
    "resources": frozenset(
        {"title", "category", "type", "activity", "provider", "recipient", "quantity", "unit", "rate", "value", "due"}
        | {"restricted", "conditions"}
    ),
    "governance_bodies": frozenset({"name", "chair", "frequency", "quorum", "decision_rule", "tie_rule"}),
    "agreements": frozenset({"title", "level", "parties", "effective", "review", "expiry", "notice_days", "binding"}),
    "clauses": frozenset({"agreement", "topic", "heading", "body", "left_out"}),
}

_BINDS: dict[str, Callable[[Any], bool]] = {
    "partners": lambda partner: is_active(partner) or partner.status == "completed",
    "objectives": lambda objective: objective.status != "dropped",
    "activities": lambda activity: activity.status != "cancelled",
    "resources": lambda line: state_of(line) in ("pledged", "committed"),
}


def drift(sealed: Book, now: Book, agreement_id: str = "") -> tuple[Change, ...]:
    """Return the changes that lead from what was sealed to what the plan says now, in binding fields only.

    With an agreement's id, other agreements and their clauses are left out. Removed and added records hold their
    binding fields on the one side that exists.
    """
    found = []
    for name in BINDING_FIELDS:
        old, new = sealed.table(name), now.table(name)
        if old is not new:
            for record_id in sorted(set(old) | set(new)):
                if old.get(record_id) is not new.get(record_id):
                    change = drift_of(sealed, now, name, record_id, agreement_id)
                    found += [] if change is None else [change]
    return tuple(found)


def drift_of(sealed: Book, now: Book, type_name: str, record_id: str, agreement_id: str = "") -> Change | None:
    """Return the drift of one record, or None where it says what was sealed, or binds nobody."""
    then = _binding(type_name, sealed.get(type_name, record_id), agreement_id)
    today = _binding(type_name, now.get(type_name, record_id), agreement_id)
    if then is None and today is None:
        return None
    change = change_between(RECORD_TYPES[type_name], then, today)
    return None if change is None else _only(change, BINDING_FIELDS[type_name])


def _binding(type_name: str, record: Record | None, agreement_id: str) -> Record | None:
    if record is None or not _BINDS.get(type_name, _always)(record):
        return None
    if agreement_id and type_name == "agreements" and record.id != agreement_id:
        return None
    if agreement_id and type_name == "clauses" and getattr(record, "agreement", None) != agreement_id:
        return None
    return record


def _always(_: Record) -> bool:
    return True


def _only(change: Change, fields: Iterable[str]) -> Change | None:
    kept = frozenset(fields)
    before = None if change.before is None else {k: v for k, v in change.before.items() if k in kept}
    after = None if change.after is None else {k: v for k, v in change.after.items() if k in kept}
    return Change(change.type, change.id, before, after) if before or after else None
