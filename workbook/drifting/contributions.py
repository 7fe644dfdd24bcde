"""Differences in what partners bring: by how much of what was agreed, in the currency in which it was agreed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from workbook.changes import Change
from workbook.drifting.amounts import Amounts, share_of_quantity
from workbook.drifting.classes import Weight
from workbook.drifting.corrections import is_correction
from workbook.drifting.drift import (
    ADDED,
    AMOUNT,
    BROUGHT,
    EDITED,
    EMPTIED,
    FILLED,
    REMOVED,
    WITHDRAWN,
    Drift,
)
from workbook.drifting.telling import Sides
from workbook.measures.lines import value_of
from workbook.records import RECORD_TYPES, Resource

_TYPE = RECORD_TYPES["resources"]
_OF_AMOUNT = ("quantity", "unit", "rate", "value")
_DATES = ("due",)


def of_contribution(sides: Sides, amounts: Amounts, change: Change, classes: Mapping[str, Weight]) -> Iterator[Drift]:
    """Weigh the difference of one line of the ledger: its amount once, and each of its other fields."""
    then, now = sides.sealed.one(Resource, change.id), sides.now.one(Resource, change.id)
    if change.action == "edited" and then is not None and now is not None:
        yield from _amount(sides, amounts, then, now, classes)
        yield from _fields(sides, change, classes)
        return
    line, is_new = (now, True) if change.action == "added" else (then, False)
    if line is None:
        return
    kind = _by_share(amounts.share(line), classes)
    worth = sides.money(value_of(line))
    name = sides.name(change)
    texts = (BROUGHT, WITHDRAWN) if worth and line.provider else (ADDED, REMOVED)
    before, after = ("", worth or name) if is_new else (worth or name, "")
    values = (*_named(sides, change.id, line, earlier=not is_new), ("before", before), ("after", after))
    text = texts[0] if is_new else texts[1]
    yield Drift("contributions", classes[kind], "resources", change.id, "", name, before, after, text, values)


def _amount(
    sides: Sides, amounts: Amounts, then: Resource, now: Resource, classes: Mapping[str, Weight]
) -> Iterator[Drift]:
    if not any(getattr(then, name) != getattr(now, name) for name in _OF_AMOUNT):
        return
    was, is_now = value_of(then), value_of(now)
    if was is not None and is_now is not None:
        same = was.currency == is_now.currency
        kind = _by_share(amounts.share(then), classes) if same else "contribution_large"
    else:
        kind = _by_share(share_of_quantity(then, now), classes)
    before, after = sides.money(was) or _quantity(sides, then), sides.money(is_now) or _quantity(sides, now)
    if was == is_now:
        before, after = _quantity(sides, then), _quantity(sides, now)
    name = sides.label("resources", now.id, earlier=False)
    values = (*_named(sides, now.id, now, earlier=False), ("before", before or "–"), ("after", after or "–"))
    yield Drift("contributions", classes[kind], "resources", now.id, "value", name, before, after, AMOUNT, values)


def _fields(sides: Sides, change: Change, classes: Mapping[str, Weight]) -> Iterator[Drift]:
    for field in _TYPE.fields:
        if field.name in _OF_AMOUNT or field.name not in (change.after or {}):
            continue
        was, now = (change.before or {})[field.name], (change.after or {})[field.name]
        before, after = sides.shown(field, was, earlier=True), sides.shown(field, now, earlier=False)
        kind = "contribution_large" if field.name in ("provider", "type", "restricted") else "other"
        if field.name in _DATES:
            kind = "dates"
        elif field.name == "title" and is_correction(str(was), str(now)):
            kind = "correction"
        group = "dates" if field.name in _DATES else "contributions"
        text = EDITED if before and after else FILLED if after else EMPTIED
        title = sides.formats.say(field.title)
        values = (("record", sides.name(change)), ("field", title), ("before", before), ("after", after))
        yield Drift(group, classes[kind], "resources", change.id, field.name, title, before, after, text, values)


def _by_share(share: Decimal | None, classes: Mapping[str, Weight]) -> str:
    limit = classes["contribution_small"].threshold
    return "contribution_small" if share is not None and limit is not None and share <= limit else "contribution_large"


def _named(sides: Sides, record_id: str, line: Resource, *, earlier: bool) -> tuple[tuple[str, str], ...]:
    provider = sides.label("partners", line.provider, earlier=earlier) if line.provider else "–"
    return ("record", sides.label("resources", record_id, earlier=earlier)), ("partner", provider)


def _quantity(sides: Sides, line: Resource) -> str:
    if line.quantity is None:
        return ""
    field = _TYPE.by_name["unit"]
    number, unit = sides.formats.number(line.quantity), sides.shown(field, line.unit, earlier=False)
    return f"{number} × {unit.lower()}" if unit else number
