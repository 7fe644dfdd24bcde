"""Links that lead back to where they began: an activity that is a part of itself, or that waits for itself.

Whoever follows such links (a timeline, a sum over parts) would never arrive, so no operation makes them, and when two
copies come together that hold a half of a circle each, one link is left out. A file from elsewhere may still hold one;
what follows links has to bear that.
"""

from collections.abc import Callable, Iterable, Iterator

from workbook.book import Book
from workbook.changes import Change
from workbook.fields import Field
from workbook.problems import Problem, Refused
from workbook.records import RECORD_TYPES, Record, RecordType


def inner_links(record_type: RecordType) -> tuple[Field, ...]:
    """Return the fields of a type that name other records of the same type."""
    return tuple(field for field in record_type.reference_fields if field.target == record_type.name)


def targets(record: Record | None, field: Field) -> tuple[str, ...]:
    """Return the ids that a reference field of a record names."""
    value = None if record is None else getattr(record, field.name)
    return value if isinstance(value, tuple) else (value,) if value else ()


def circles(starts: Iterable[str], follow: Callable[[str], Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Yield ways from a record back to itself, one at least through each start that lies on any."""
    done: set[str] = set()
    for start in starts:
        if start in done:
            continue
        way = {start: None}  # in order, and asked quickly
        waiting = [iter(follow(start))]
        while waiting:
            following = next(waiting[-1], None)
            if following is None:
                waiting.pop()
                done.add(way.popitem()[0])
            elif following in way:
                steps = list(way)
                yield (*steps[steps.index(following) :], following)
            elif following not in done:
                way[following] = None
                waiting.append(iter(follow(following)))


def refuse_circles(book: Book, changes: tuple[Change, ...]) -> None:
    """Raise `Refused` where changes would lead a record back to itself."""
    touched = [
        (change, field)
        for change in changes
        for field in inner_links(RECORD_TYPES[change.type])
        if (change.after or {}).get(field.name)
    ]
    if not touched:
        return
    after, problems = book.apply(changes), []
    for change, field in touched:
        table = after.table(change.type)
        ways = circles([change.id], lambda one, table=table, field=field: targets(table.get(one), field))  # type: ignore[misc]
        way = next((way for way in ways if change.id in way), ())
        if way:
            place = f"{after.label(change.type, change.id)}: {field.title}"
            names = [str(getattr(table.get(one), "code", "")) for one in way]
            problems.append(Problem(leads_back(field, names), place, change.type, change.id, field.name))
    if problems:
        raise Refused(*problems)


def leads_back(field: Field, names: Iterable[str]) -> str:
    """Say in a sentence that a link leads in a circle."""
    shown = list(names)
    way = " → ".join(shown if len(shown) <= 8 else [*shown[:4], "…", *shown[-3:]])
    return f"{field.title} leads back to the record itself ({way}); take one of these links out."
