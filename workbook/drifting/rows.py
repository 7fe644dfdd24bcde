"""The table of an amendment: what was agreed, what is agreed now, and what that means."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from workbook.book import Book
from workbook.drifting.classes import Weight
from workbook.drifting.classifying import classified_drift
from workbook.drifting.drift import GROUPS
from workbook.formats import Formats
from workbook.kinds import KINDS, Reading
from workbook.measures.agreements import terms_in_effect
from workbook.records import RECORD_TYPES, Agreement

_TERMS = ("parties", "review", "expiry", "notice_days", "binding", "governing_law", "renewal")
_TERM_GROUPS = {"parties": "parties", "review": "dates", "expiry": "dates"}


class AmendmentRow(NamedTuple):
    """One row: the group (a key of `GROUPS`), what it is about, how it was, how it is from now on, its weight."""

    group: str
    what: str
    before: str
    after: str
    weight: str


def amendment_rows(
    sealed: Book,
    now: Book,
    amendment: Agreement,
    classes: Mapping[str, Weight],
    formats: Formats | None = None,
) -> tuple[AmendmentRow, ...]:
    """Return what an amendment changes, group by group, from the state that was sealed before to the book `now`.

    These are the amendment's own terms beside those in effect, and everything in which the plan has drifted. A
    partner that joins or leaves stands there once.
    """
    spoken = Formats() if formats is None else formats
    rows = list(_terms(sealed, now, amendment, classes, spoken))
    told = {row.group for row in rows}
    main = amendment.parent or amendment.id
    for one in classified_drift(sealed, now, main, classes, spoken):
        if one.kind == "party" and "parties" in told:
            continue
        what = one.title if one.type == "plan" else _what(now, sealed, one.type, one.id, one.title, one.field)
        rows.append(AmendmentRow(one.group, what, one.before, one.after, one.kind))
    order = list(GROUPS)
    return tuple(sorted(rows, key=lambda row: order.index(row.group)))


def _what(now: Book, sealed: Book, type_name: str, record_id: str, title: str, field: str) -> str:
    book = now if now.get(type_name, record_id) is not None else sealed
    label = book.label(type_name, record_id)
    return f"{label}: {title}" if field and title not in label else label or title


def _terms(
    sealed: Book, now: Book, amendment: Agreement, classes: Mapping[str, Weight], formats: Formats
) -> list[AmendmentRow]:
    main = sealed.one(Agreement, amendment.parent)
    if main is None:
        return []
    before = terms_in_effect(sealed, main)
    rows = []
    for name in _TERMS:
        field, was, is_now = RECORD_TYPES["agreements"].by_name[name], getattr(before, name), getattr(amendment, name)
        if was == is_now or (name != "parties" and is_now in (None, "")):
            continue
        kind, group = KINDS[field.kind], _TERM_GROUPS.get(name, "terms")
        old = kind.show(field, was, Reading(formats, _labelling(sealed, now)))
        new = kind.show(field, is_now, Reading(formats, _labelling(now, sealed)))
        weight = {"parties": "party", "review": "dates", "expiry": "extension"}.get(name, "wording")
        rows.append(AmendmentRow(group, formats.say(field.title), old, new, classes[weight].name))
    return rows


def _labelling(first: Book, second: Book) -> Callable[[str, str], str]:
    def label(type_name: str, record_id: str) -> str:
        return (first if first.get(type_name, record_id) is not None else second).label(type_name, record_id)

    return label
