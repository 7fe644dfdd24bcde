"""Weighing each difference between what was signed and what the plan says now."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from workbook.book import Book
from workbook.changes import Change
from workbook.drifting.amounts import Amounts
from workbook.drifting.binding import drift
from workbook.drifting.classes import Weight
from workbook.drifting.contributions import of_contribution
from workbook.drifting.corrections import is_correction
from workbook.drifting.drift import ADDED, EDITED, EMPTIED, FILLED, GROUPS, JOINS, LEAVES, REMOVED, Drift
from workbook.drifting.telling import Sides
from workbook.formats import Formats
from workbook.records import RECORD_TYPES

_Place = tuple[str, str]
"""Group and kind."""
_WHOLE: Mapping[str, _Place] = {
    "partners": ("parties", "party"),
    "objectives": ("objectives", "results"),
    "indicators": ("objectives", "results"),
    "activities": ("objectives", "results"),
    "responsibilities": ("responsibilities", "roles"),
    "governance_bodies": ("governance", "governance"),
    "clauses": ("terms", "wording"),
    "agreements": ("terms", "wording"),
    "plan": ("terms", "other"),
}
"""Where a record that came or went belongs, and any field that has no place of its own."""
_FIELDS: Mapping[tuple[str, str], _Place] = {
    ("plan", "purpose"): ("objectives", "results"),
    ("plan", "area"): ("objectives", "results"),
    ("plan", "exclusions"): ("objectives", "results"),
    ("plan", "start"): ("dates", "dates"),
    ("plan", "end"): ("dates", "dates"),
    ("partners", "name"): ("parties", "other"),
    ("partners", "legal_name"): ("parties", "other"),
    ("partners", "registration"): ("parties", "correction"),
    ("partners", "roles"): ("responsibilities", "roles"),
    ("objectives", "lead"): ("responsibilities", "roles"),
    ("objectives", "target_date"): ("dates", "dates"),
    ("indicators", "target_date"): ("dates", "dates"),
    ("activities", "start"): ("dates", "dates"),
    ("activities", "end"): ("dates", "dates"),
    ("activities", "place"): ("objectives", "other"),
    ("agreements", "parties"): ("parties", "party"),
    ("agreements", "effective"): ("dates", "dates"),
    ("agreements", "review"): ("dates", "dates"),
    ("agreements", "expiry"): ("dates", "dates"),
}
_SPELLED = frozenset({"name", "legal_name", "title", "statement", "heading"})


def classified_drift(
    sealed: Book,
    now: Book,
    agreement_id: str,
    classes: Mapping[str, Weight],
    formats: Formats | None = None,
) -> tuple[Drift, ...]:
    """Return what the plan says differently from what was sealed, weighed and in words, by group.

    `classes` are the weights of the workbook (`weights`). A book does not drift from itself.
    """
    return classified(sealed, now, drift(sealed, now, agreement_id), classes, formats)


def classified(
    sealed: Book, now: Book, changes: Iterable[Change], classes: Mapping[str, Weight], formats: Formats | None = None
) -> tuple[Drift, ...]:
    """Weigh differences that were found already."""
    sides = Sides(sealed, now, formats or Formats())
    amounts = Amounts(sealed, now)
    found: list[Drift] = []
    for change in changes:
        if change.type == "resources":
            found += of_contribution(sides, amounts, change, classes)
        elif change.action == "edited":
            found += _edited(sides, amounts, change, classes)
        else:
            found += _came_or_went(sides, change, classes)
    order = list(GROUPS)
    return tuple(sorted(found, key=lambda one: (order.index(one.group), not one.is_material)))


def _came_or_went(sides: Sides, change: Change, classes: Mapping[str, Weight]) -> Iterator[Drift]:
    group, kind = _WHOLE[change.type]
    name, is_new = sides.name(change), change.action == "added"
    came, went = (JOINS, LEAVES) if change.type == "partners" else (ADDED, REMOVED)
    text = came if is_new else went
    before, after = ("", name) if is_new else (name, "")
    title = sides.formats.say(RECORD_TYPES[change.type].title)
    values = (("record", name or title),)
    yield Drift(group, classes[kind], change.type, change.id, "", title, before, after, text, values)


def _edited(sides: Sides, amounts: Amounts, change: Change, classes: Mapping[str, Weight]) -> Iterator[Drift]:
    record_type = RECORD_TYPES[change.type]
    for field in record_type.fields:
        if field.name not in (change.after or {}):
            continue
        was, now = (change.before or {})[field.name], (change.after or {})[field.name]
        before, after = sides.shown(field, was, earlier=True), sides.shown(field, now, earlier=False)
        group, kind = _FIELDS.get((change.type, field.name), _WHOLE[change.type])
        kind = _kind(change.type, field.name, was, now, kind, amounts)
        text = EDITED if before and after else FILLED if after else EMPTIED
        title = sides.formats.say(field.title)
        record = sides.name(change) or sides.formats.say(record_type.title)
        values = (("record", record), ("field", title), ("before", before), ("after", after))
        yield Drift(group, classes[kind], change.type, change.id, field.name, title, before, after, text, values)


def _kind(type_name: str, field: str, was: Any, now: Any, kind: str, amounts: Amounts) -> str:
    if field in _SPELLED and was and now and is_correction(str(was), str(now)):
        return "correction"
    longer = bool(was and now and str(now) > str(was))
    if (type_name, field) in (("plan", "end"), ("agreements", "expiry")) and (longer or not now):
        return "contribution_large" if amounts.has_grown else "extension"
    return kind
