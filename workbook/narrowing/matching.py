"""Whether a record is what somebody wants to see, and how that wish is said in words."""

import datetime
import unicodedata
from collections.abc import Callable
from typing import Any

from workbook.fields import Field
from workbook.kinds import KINDS, Reading
from workbook.narrowing import terms
from workbook.narrowing.conditions import (
    BEGINS,
    CONTAINS,
    LACKS,
    NEXT_30_DAYS,
    PAST,
    RANGE,
    THIS_MONTH,
    THIS_WEEK,
    TYPED,
    WAYS,
    Condition,
    bounded,
    ends_of,
)
from workbook.records import Record

Wish = frozenset[str] | Condition
"""Terms of which a record has to have one, or a condition that its value has to meet."""
Test = Callable[[Any], bool]
_NAMED = 3
_FORTHCOMING = datetime.timedelta(days=30)


def matcher(field: Field, wish: Wish, today: datetime.date, first_weekday: int = 0) -> Callable[[Record], bool]:
    """Return what says whether a record meets a wish; `first_weekday` counts from Monday."""
    if isinstance(wish, frozenset):
        return lambda record: not wish.isdisjoint(terms.keys_of(field, record))
    test, name = _test(field, wish, today, first_weekday), field.name
    return lambda record: test(getattr(record, name))


def in_words(field: Field, wish: Wish, reading: Reading) -> str:
    """Say a wish in words, as “Budget: from EUR 500”."""
    if isinstance(wish, frozenset):
        titles = [terms.title_of(field, key, reading) for key in terms.in_order(field, wish, reading)]
        more = f" or {len(titles) - _NAMED} more" if len(titles) > _NAMED else ""
        return f"{field.title}: {' or '.join(titles[:_NAMED])}{more}"
    if wish.way != RANGE:
        said = WAYS[field.kind][wish.way]
        return f"{field.title} {said} “{wish.first}”" if wish.way in TYPED else f"{field.title}: {said}"
    shown = shown_ends(field, wish, reading)
    return f"{field.title}: " + " ".join(
        f"{word} {text}" for word, text in zip(("from", "to"), shown, strict=True) if text
    )


def shown_ends(field: Field, condition: Condition, reading: Reading) -> tuple[str, str]:
    """Return what was typed into a condition as people read it: a text, or both ends of a range."""
    if condition.way != RANGE:
        return condition.first, condition.last
    plain = bounded(field)
    first, last = (KINDS[plain.kind].show(plain, end, reading) for end in ends_of(field, condition))
    return first, last


def period_of(way: str, today: datetime.date, first_weekday: int) -> tuple[datetime.date | None, datetime.date]:
    """Return the first and the last day that a way to ask means today; no first day is all time before."""
    if way == THIS_WEEK:
        monday = today - datetime.timedelta(days=(today.weekday() - first_weekday) % 7)
        return monday, monday + datetime.timedelta(days=6)
    if way == THIS_MONTH:
        next_month = (today.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
        return today.replace(day=1), next_month - datetime.timedelta(days=1)
    if way == NEXT_30_DAYS:
        return today, today + _FORTHCOMING
    assert way == PAST
    return None, today - datetime.timedelta(days=1)


def spelt(text: str) -> str:
    """Reduce text to what has to agree: no capitals, no accents, single blanks."""
    whole = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(char for char in whole if not unicodedata.combining(char)).split())


def _test(field: Field, condition: Condition, today: datetime.date, first_weekday: int) -> Test:
    way = condition.way
    if way in (CONTAINS, LACKS, BEGINS):
        return _text_test(way, spelt(condition.first))
    first: Any
    last: Any
    first, last = ends_of(field, condition) if way == RANGE else period_of(way, today, first_weekday)
    if field.kind == "money":
        currency = (first or last).currency
        low, high = (None if end is None else end.amount for end in (first, last))
        return lambda value: value is not None and value.currency == currency and _within(value.amount, low, high)
    if field.kind == "moment":
        return lambda value: value is not None and _within(value.date(), first, last)
    return lambda value: value is not None and _within(value, first, last)


def _text_test(way: str, wanted: str) -> Test:
    if way == BEGINS:
        return lambda value: spelt(value).startswith(wanted)
    if way == LACKS:
        return lambda value: wanted not in spelt(value)
    return lambda value: wanted in spelt(value)


def _within(value: Any, first: Any, last: Any) -> bool:
    return (first is None or value >= first) and (last is None or value <= last)
