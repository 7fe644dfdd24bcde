"""Groups of records by the values of their fields, which a book carries along with every change."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

from immutables import Map

from workbook.records import Record

Ids = tuple[str, ...]
Index = Map[Any, Ids]
Moves = list[tuple[Record | None, Record | None]]
"""Each record as it was and as it is, None where there was none or is none any more."""
NO_IDS: Ids = ()
_MANY = 8
"""From how many records on a group of an index is put in order anew rather than record by record."""


def indexed(fields: tuple[str, ...], ordered: Iterable[Record]) -> Index:
    """Group the ids of records by their keys; each group keeps the order of the records."""
    groups: dict[Any, list[str]] = {}
    for record in ordered:
        for values in _keys(fields, record):
            groups.setdefault(values, []).append(record.id)
    return Map({values: tuple(ids) for values, ids in groups.items()})


def moved(index: Index, fields: tuple[str, ...], moves: Moves) -> Index:
    """Carry an index along; each group is written once, however many records come into it or leave it."""
    gone: dict[Any, set[str]] = {}
    come: dict[Any, set[str]] = {}
    for before, new in moves:
        old_keys = set() if before is None else set(_keys(fields, before))
        new_keys = set() if new is None else set(_keys(fields, new))
        if before is not None:
            for values in old_keys - new_keys:
                _turn(before.id, gone.setdefault(values, set()), come.setdefault(values, set()))
        if new is not None:
            for values in new_keys - old_keys:
                _turn(new.id, come.setdefault(values, set()), gone.setdefault(values, set()))
    draft = index.mutate()
    for values in come.keys() | gone.keys():
        held = draft.get(values, NO_IDS)
        ids = _changed(held, gone.get(values, set()), come.get(values, set()))
        if ids:
            draft[values] = ids
        elif held:
            del draft[values]
    return draft.finish()


def _keys(fields: tuple[str, ...], record: Record) -> Iterator[tuple[Any, ...]]:
    """Yield the index keys of a record: one, or one for each of the values of a field that has several."""
    values = [getattr(record, name) for name in fields]
    if fields == ("code",):
        yield (values[0].casefold(),)
        return
    several = next((i for i, value in enumerate(values) if isinstance(value, tuple)), None)
    if several is None:
        yield tuple(values)
        return
    for one in values[several]:
        yield tuple(one if i == several else value for i, value in enumerate(values))


def _turn(record_id: str, into: set[str], out_of: set[str]) -> None:
    """Note a record on one side; where it stands on the other, it is back where it was."""
    if record_id in out_of:
        out_of.discard(record_id)
    else:
        into.add(record_id)


def _changed(ids: Ids, gone: set[str], come: set[str]) -> Ids:
    if len(gone) + len(come) > _MANY:
        return tuple(sorted([*(one for one in ids if one not in gone), *come]))
    for record_id in gone:
        ids = _without(ids, record_id)
    for record_id in come:
        ids = _with(ids, record_id)
    return ids


def _with(ids: Ids, record_id: str) -> Ids:
    place = bisect_left(ids, record_id)
    return (*ids[:place], record_id, *ids[place:])


def _without(ids: Ids, record_id: str) -> Ids:
    place = bisect_left(ids, record_id)
    return ids[:place] + ids[place + 1 :]
