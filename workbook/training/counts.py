"""Counting who came: from a list, as typed, or as a session holds it; and what in the sums does not fit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from workbook import vocabularies as terms
from workbook.book import Book
from workbook.records import SessionGroup, TrainingSession
from workbook.training.lists import AttendanceList

SEX_FIELDS = {"woman": "women", "man": "men", "other": "other_sex", "undisclosed": "undisclosed_sex"}
AGE_FIELDS = {key: key for key in terms.AGE_BANDS.keys if key != "undisclosed"}
_NOT_SAID = "undisclosed"

Numbers = Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many came to a session, and who they were. None is *not counted*, which is something else than zero."""

    attended: int | None = None
    completed: int | None = None
    registered: int | None = None
    by_sex: Numbers = field(default_factory=dict)
    by_age: Numbers = field(default_factory=dict)
    with_disability: int | None = None
    by_group: Numbers = field(default_factory=dict)


def counted(listed: AttendanceList) -> Counts:
    """Count a list; of what it has no column for, nothing is counted."""
    if not listed.people:
        return Counts()
    said = listed.said
    here = [person for person in listed.people if person.came]
    finished = [person.completed for person in here if person.completed is not None]
    sexes = _tally((person.sex for person in here), SEX_FIELDS) if "sex" in said else {}
    if sexes:
        sexes[_NOT_SAID] = len(here) - sum(count for key, count in sexes.items() if key != _NOT_SAID)
    return Counts(
        attended=len(here),
        completed=sum(finished) if finished else None,
        registered=len(listed.people) if "came" in said else None,
        by_sex=dict(sexes),
        by_age=dict(_tally((person.age_band for person in here), AGE_FIELDS)) if "age" in said else {},
        with_disability=sum(person.disability is True for person in here) if "disability" in said else None,
        by_group=_groups(person.stakeholder_type for person in here),
    )


def counts_of(book: Book, session: TrainingSession) -> Counts:
    """Return what a session holds already."""
    groups = {group.stakeholder_type or "": group.people for group in book.where(SessionGroup, session=session.id)}
    return Counts(
        session.attended,
        session.completed,
        session.registered,
        {key: getattr(session, name) for key, name in SEX_FIELDS.items()},
        {key: getattr(session, name) for key, name in AGE_FIELDS.items()},
        session.with_disability,
        groups,
    )


class Sum(NamedTuple):
    """A sentence about one breakdown; `wrong` where it cannot be so, and then `field` is where to mend it."""

    words: str
    wrong: bool = False
    field: str = ""


def sums(counts: Counts) -> tuple[Sum, ...]:
    """Say of each breakdown how much of the whole it explains, as in “By sex: 18 of 20; 2 not said”."""
    found = [_part_sum("By sex", counts.by_sex, counts.attended, "women")]
    found.append(_part_sum("By age", counts.by_age, counts.attended, "under_18"))
    found.append(_part_sum("By group", counts.by_group, counts.attended, "by_group"))
    for title, number, name in (
        ("Completed", counts.completed, "completed"),
        ("With a disability", counts.with_disability, "with_disability"),
    ):
        if number is not None:
            found.append(_share(title, number, counts.attended, name))
    return tuple(one for one in found if one is not None)


def _part_sum(title: str, parts: Numbers, whole: int | None, name: str) -> Sum | None:
    known = [number for number in parts.values() if number is not None]
    if not known:
        return None
    total = sum(known)
    if whole is None:
        return Sum(f"{title}: {total}; how many attended is not said yet.", wrong=True, field="attended")
    if total > whole:
        return Sum(f"{title}: {total}, but only {whole} attended; correct one of them.", wrong=True, field=name)
    rest = whole - total
    return Sum(f"{title}: {total} of {whole}" + (f"; {rest} not said." if rest else "."))


def _share(title: str, number: int, whole: int | None, name: str) -> Sum:
    if whole is None:
        return Sum(f"{title}: {number}; how many attended is not said yet.", wrong=True, field="attended")
    if number > whole:
        return Sum(f"{title}: {number}, but only {whole} attended; correct one of them.", wrong=True, field=name)
    return Sum(f"{title}: {number} of {whole}.")


def _tally(values: Iterable[str | None], keys: Mapping[str, str]) -> dict[str, int]:
    held = list(values)
    return {key: held.count(key) for key in keys}


def _groups(values: Iterable[str | None]) -> dict[str, int | None]:
    held = list(values)
    return {key: held.count(key) for key in terms.STAKEHOLDER_TYPES.keys if key in held}
