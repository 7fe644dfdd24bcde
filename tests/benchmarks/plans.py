"""Plans of any size: two fifths activities, two fifths responsibilities, one fifth resources."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.identity import derived_id, new_id
from workbook.money import Money
from workbook.records import (
    RECORD_TYPES,
    Activity,
    Contact,
    Objective,
    Partner,
    Plan,
    Record,
    Resource,
    Responsibility,
)

SIZES = (1_000, 10_000, 100_000)
_START = datetime.date(2027, 1, 1)
_PARTNERS = 40


def changes_of(size: int) -> tuple[Change, ...]:
    """Return the additions that make a plan of about `size` records."""
    found = []
    for name, record in _records(size):
        change = change_between(RECORD_TYPES[name], None, record)
        assert change is not None
        found.append(change)
    return tuple(found)


def book_of(size: int) -> Book:
    return Book.empty().apply(changes_of(size))


def _records(size: int) -> Iterator[tuple[str, Record]]:
    yield "plan", Plan(derived_id("plan"), title="A plan of many parts", currency="EUR", start=_START)
    partners = [
        Partner(new_id(), code=f"P-{n:02d}", name=f"Partner {n}", sector="civil_society", status="engaged")
        for n in range(_PARTNERS)
    ]
    objectives = [Objective(new_id(), code=f"O-{n:02d}", statement=f"Objective {n}") for n in range(20)]
    contacts = [Contact(new_id(), code=f"K-{n:02d}", partner=p.id, name=f"Contact {n}") for n, p in enumerate(partners)]
    yield from (("partners", partner) for partner in partners)
    yield from (("contacts", contact) for contact in contacts)
    yield from (("objectives", objective) for objective in objectives)
    ids = [new_id() for _ in range(size * 2 // 5)]
    for n in range(len(ids)):
        day = _START + datetime.timedelta(days=n % 700)
        activity = Activity(
            ids[n],
            code=f"A-{n:02d}",
            title=f"Do the thing with the number {n} in the workshop",
            objective=objectives[n % 20].id,
            description="What is done, in one sentence that is as long as people write.",
            start=day,
            end=day + datetime.timedelta(days=30),
            done=n % 101,
            depends_on=_waits_for(n, ids),
            status="in_progress",
            owner=contacts[n % _PARTNERS].id,
            no_resource_needed=not n % 2,
        )
        yield "activities", activity
        partner = partners[n % _PARTNERS]
        cell = derived_id("responsibilities", activity.id, partner.id)
        yield "responsibilities", Responsibility(cell, activity=activity.id, partner=partner.id, letters=("R", "A"))
        if n % 2:
            yield (
                "resources",
                Resource(
                    new_id(),
                    code=f"R-{n:02d}",
                    title=f"Hours for the thing {n}",
                    kind="offer",
                    category="staff_time",
                    type="in_kind",
                    activity=activity.id,
                    provider=partner.id,
                    status="pledged",
                    basis="pay_rate",
                    quantity=Decimal(n % 90 + 1),
                    unit="hour",
                    rate=Money(Decimal("31.50"), "EUR"),
                    due=day + datetime.timedelta(days=700),
                ),
            )


def _waits_for(n: int, ids: list[str]) -> tuple[str, ...]:
    """Let an activity wait for one that ends before it begins, and some for one that stands far away in the plan."""
    far = (ids[n - len(ids) // 3],) if n % 40 == 0 and n >= len(ids) // 3 else ()
    return ((ids[n - 35],) if n >= 35 else ()) + far
