"""A small plan whose trackers hold every kind of cell, and what people may write into them and do to them."""

import datetime
import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from hypothesis import strategies as st

from tests.exports.tracker.returning import Kept
from tests.golden.plans import Maker
from tests.properties.sittings import copy_of
from workbook.book import Book
from workbook.fields import Field
from workbook.kinds import KINDS, Plain
from workbook.money import Money
from workbook.partner_sheets import OPEN, PARTNER_COLUMNS
from workbook.records import RECORD_TYPES, Record
from workbook.surfaces import TRACKER_COLUMNS, TrackerSheet

PARTNERS = ("P-01", "P-02", "P-03")
DAY = datetime.date(2026, 5, 7)
WORDS = st.text(st.sampled_from("ab =+-@'\"“<&>\n,;éمر中😀\u00a01"), max_size=12)
GIBBERISH = "Changed all the same"
Typed = tuple[Any, Plain]
"""What somebody types, and what it means."""


@functools.cache
def small_plan() -> Book:
    """Make a plan in which each of three partners has rows on every sheet of its tracker."""
    maker = Maker().plan(title="Lab", currency="EUR", start=DAY)
    goal = maker.add("objectives", statement="More people make things")
    partners = [maker.add("partners", name=f"Partner {n}", sector="civil_society") for n in range(3)]
    for n, partner in enumerate(partners):
        activity = maker.add("activities", title=f"Open room {n}", objective=goal, start=DAY, done=10 * n)
        maker.add("activities", title=f"Hold fair {n}", end=DAY, note="Line\nand line")
        maker.add("responsibilities", activity=activity, partner=partner, letters=("A", "R"))
        maker.add("responsibilities", activity=activity, partner=partners[n - 1], letters=("R",))
        for title, worth in (("Hall", "125.5 EUR"), ("Press", "99 CHF")):
            maker.add(
                "resources", title=f"{title} {n}", kind="offer", provider=partner, value=Money.read(worth),
                delivered_value=Money.read(worth) if n else None, quantity=Decimal("2.5"), due=DAY,
            )  # fmt: skip
        need = maker.add("capacity_needs", title=f"Making {n}", current=1, desired=3)
        action = maker.add("capacity_actions", title=f"Course {n}", lead=partner, need=need)
        maker.add("training_sessions", title=f"Evening {n}", action=action, attended=12, before=Decimal("33.5"))
        measure = maker.add("indicators", title=f"People {n}", responsible=partner, baseline=Decimal(3))
        for month in (1, 2):
            maker.add("readings", indicator=measure, date=DAY.replace(month=month), value=Decimal("7.25"), numerator=29)
        maker.add("follow_ups", title=f"Call {n}", partner=partner)
    maker.add("risks", title="Rain", likelihood=2)
    maker.add("decisions", title="Begin", date=DAY)
    maker.add("agreements", title="Letter", level="mou", parties=partners)
    return maker.book


@functools.cache
def _home() -> Kept:
    return Kept(small_plan())


@functools.cache
def sent(code: str) -> bytes:
    """Make the tracker of a partner, or with no code that of the whole plan."""
    return _home().sent(code)


def kept_at_home() -> Kept:
    """Return the workbook that the trackers were sent from, as it was then."""
    kept = Kept(Book.empty())
    kept.workbook = copy_of(_home().workbook)
    return kept


class Place(NamedTuple):
    """One cell of a tracker by what it means: its sheet, record and column."""

    sheet: str
    type: str
    id: str
    title: str
    path: str

    @property
    def field(self) -> Field | None:
        return RECORD_TYPES[self.type].by_name.get(self.path)


def declared(code: str) -> dict[str, TrackerSheet]:
    """Return the sheets that hold records."""
    return PARTNER_COLUMNS if code else TRACKER_COLUMNS


def is_open(code: str, place: Place) -> bool:
    """Say whether what is written there is to come back; codes are left alone, as they must not meet."""
    return place.path in OPEN[place.sheet] if code else place.field is not None


def typed(draw: st.DrawFn, place: Place, book: Book) -> Typed:
    """Draw what somebody may write into an open cell, in one of the ways in which people write it."""
    field = place.field
    assert field is not None
    record = book.get(place.type, place.id)
    if not field.required and draw(st.integers(0, 7)) == 0:
        return draw(st.sampled_from([None, "", "  "])), KINDS[field.kind].to_plain(KINDS[field.kind].blank)
    return _WAYS[field.kind](draw, field, record, book)


def _words(draw: st.DrawFn, field: Field, _record: Record, _book: Book) -> Typed:
    said = field.example.split(" or ")[0] if field.pattern else draw(WORDS)
    kept = KINDS[field.kind].to_plain(KINDS[field.kind].accept(field, said if said.strip() else ""))
    if field.required and not kept:
        return "Named", "Named"
    return said, kept


def _number(draw: st.DrawFn, field: Field, _record: Record, _book: Book) -> Typed:
    low = int(field.minimum) if field.minimum is not None else -50
    value = draw(st.integers(low, int(field.maximum) if field.maximum is not None else 99_999))
    plain = KINDS[field.kind].to_plain(KINDS[field.kind].accept(field, Decimal(value)))
    if field.unit == "%":
        return draw(st.sampled_from([value / 100, f"{value} %", f"{value}%"])), plain
    return draw(st.sampled_from([value, float(value), f"{value}", f"{value},0"])), plain


def _money(draw: st.DrawFn, field: Field, record: Record, _book: Book) -> Typed:
    value = Decimal(draw(st.integers(1, 999_999))) / 4
    held = getattr(record, "value", None) or getattr(record, field.name)
    currency = "EUR" if held is None else held.currency
    if draw(st.booleans()):
        return float(value), str(Money(value, currency))
    return f"{value} CHF".replace(".", ","), str(Money(value, "CHF"))


def _day(draw: st.DrawFn, _field: Field, _record: Record, _book: Book) -> Typed:
    day = draw(st.dates(datetime.date(1905, 1, 1), datetime.date(2499, 12, 31)))
    ways: list[Any] = [datetime.datetime.combine(day, datetime.time()), day.isoformat(), f"{day:%d %B %Y}"]
    if day.day > 12:
        ways += [f"{day:%d/%m/%Y}", f"{day:%m/%d/%Y}", f"{day:%d.%m.%Y}"]
    return draw(st.sampled_from(ways)), day.isoformat()


def _choice(draw: st.DrawFn, field: Field, _record: Record, _book: Book) -> Typed:
    assert field.vocabulary is not None
    key = draw(st.sampled_from(field.vocabulary.keys))
    return field.vocabulary.title(key), key


def _choices(draw: st.DrawFn, field: Field, _record: Record, _book: Book) -> Typed:
    assert field.vocabulary is not None
    keys = draw(st.lists(st.sampled_from(field.vocabulary.keys), min_size=1, max_size=2, unique=True))
    said = "; ".join(field.vocabulary.title(key) for key in keys)
    return said, list(KINDS[field.kind].accept(field, keys))


def _reference(draw: st.DrawFn, field: Field, _record: Record, book: Book) -> Typed:
    ids = sorted(book.table(field.target))
    if not ids:
        return None, None
    chosen = draw(st.sampled_from(ids))
    said = getattr(book.get(field.target, chosen), "code", "")
    return draw(st.sampled_from([said, book.label(field.target, chosen)])), chosen


def _references(draw: st.DrawFn, field: Field, record: Record, book: Book) -> Typed:
    said, chosen = _reference(draw, field, record, book)
    return said, [str(chosen)] if chosen else []


_WAYS: dict[str, Callable[[st.DrawFn, Field, Any, Book], Typed]] = {
    "line": _words, "text": _words, "whole": _number, "number": _number, "percent": _number, "money": _money,
    "date": _day, "choice": _choice, "choices": _choices, "reference": _reference, "references": _references,
}  # fmt: skip


@dataclass
class Told:
    """What has to come of a file: values by key, closed cells by record and column, rows gone, parts of sentences."""

    edits: dict[tuple[str, str, str], Plain] = field(default_factory=dict)
    closed: set[tuple[str, str]] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)
