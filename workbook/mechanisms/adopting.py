"""Bringing a mechanism of the library into the plan: its work, who does it, what it needs, what is counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from workbook import vocabularies as terms
from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.measures.partners import ACTIVE_STATUSES
from workbook.mechanisms.library import LibraryActivity, LibraryMechanism
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, existing_record, made_record
from workbook.records import RECORD_TYPES, Mechanism, Objective, Partner, Record


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that adopting adds: its key to leave it out by, its kind, its title and what comes with it."""

    key: str
    kind: str
    title: str
    text: str


@dataclass
class AdoptMechanism:
    """Adopt an entry of the library in one step; parts may be left out, and an objective may be linked.

    Roles go to the first engaged partner of the sector that usually has them. Where there is none they stay open, and
    the activity's notes say for whom.
    """

    entry: LibraryMechanism
    objective_id: str = ""
    left_out: frozenset[str] = frozenset()
    record_id: str = field(default="", init=False)
    title: str = field(default="Adopt mechanism: {mechanism}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        self.values = {"mechanism": self.entry.title}
        there = adopted_as(book, self.entry)
        if there is not None:
            label = book.label("mechanisms", there.id)
            sentence = f"{label} is already in this plan; work with it there, or remove it before adopting it again."
            raise Refused(Problem(sentence, type="mechanisms", id=there.id))
        draft = _Draft(book)
        mechanism = draft.add("mechanisms", _mechanism(self.entry))
        self.record_id = mechanism.id
        held = self._link(draft, mechanism)
        for number, activity in enumerate(self.entry.responsibilities):
            if f"activity:{number}" not in self.left_out:
                self._add_activity(draft, activity, held)
        for number, need in enumerate(self.entry.needs):
            if f"need:{number}" not in self.left_out:
                given = {"kind": "need", "status": "needed", **msgspec.structs.asdict(need), **held}
                draft.add("resources", given)
        for number, indicator in enumerate(self.entry.indicators):
            if f"indicator:{number}" not in self.left_out:
                draft.add("indicators", {**msgspec.structs.asdict(indicator), **held})
        return tuple(draft.changes)

    def _link(self, draft: "_Draft", mechanism: Record) -> dict[str, str]:
        """Name the mechanism in the objective; return what everything else takes from that."""
        if not self.objective_id:
            return {}
        record_type = RECORD_TYPES["objectives"]
        objective = existing_record(draft.book, record_type, self.objective_id)
        used = objective.mechanisms if isinstance(objective, Objective) else ()
        edited = accepted(draft.book, record_type, objective, {"mechanisms": (*used, mechanism.id)})
        draft.change(record_type.name, objective, edited)
        return {"objective": self.objective_id}

    @staticmethod
    def _add_activity(draft: "_Draft", activity: LibraryActivity, held: Mapping[str, str]) -> None:
        holders = dict(_holders(draft.book, activity))
        given = {
            "title": activity.title,
            "category": activity.category,
            "status": "not_started",
            "note": _open_roles(activity, holders),
            **held,
        }
        made = draft.add("activities", given)
        for sector, partner in holders.items():
            if partner is not None:
                letters = tuple(activity.roles[sector])
                draft.add("responsibilities", {"activity": made.id, "partner": partner.id, "letters": letters})


class _Draft:
    """The book as it grows with each record that is made, so that later ones can refer to earlier ones."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.changes: list[Change] = []

    def add(self, type_name: str, given: Mapping[str, Any]) -> Record:
        record = made_record(self.book, RECORD_TYPES[type_name], given)
        self.change(type_name, None, record)
        return record

    def change(self, type_name: str, before: Record | None, after: Record) -> None:
        change = change_between(RECORD_TYPES[type_name], before, after)
        if change is not None:
            self.changes.append(change)
            self.book = self.book.apply((change,))


def adopted_as(book: Book, entry: LibraryMechanism) -> Mechanism | None:
    """Return the plan's own record of an entry, if it is in use."""
    return next(iter(book.where(Mechanism, library=entry.key)), None)


def parts_of(entry: LibraryMechanism, book: Book) -> tuple[Part, ...]:
    """Return what adopting an entry would add to this plan, each with a word on who or what."""
    found = []
    for number, activity in enumerate(entry.responsibilities):
        found.append(Part(f"activity:{number}", "Activity", activity.title, _roles_in_words(book, activity)))
    for number, need in enumerate(entry.needs):
        category = terms.RESOURCE_CATEGORIES.title(need.category)
        kind = "" if need.category == need.type else f", {terms.CONTRIBUTION_TYPES.title(need.type).lower()}"
        found.append(Part(f"need:{number}", "Need", need.title, category + kind))
    for number, indicator in enumerate(entry.indicators):
        often = terms.FREQUENCIES.title(indicator.frequency).lower()
        found.append(Part(f"indicator:{number}", "Indicator", indicator.title, f"in {indicator.unit}, {often}"))
    return tuple(found)


def _mechanism(entry: LibraryMechanism) -> dict[str, Any]:
    same = ("title", "summary", "level", "driver_type", "sectors", "urban_challenges", "preconditions", "watch_outs")
    return {
        **{name: getattr(entry, name) for name in (*same, "example")},
        "needs": "\n".join(need.title for need in entry.needs),
        "source": f"{entry.source_title}, {entry.url}",
        "verified_on": entry.checked,
        "adopted": True,
        "library": entry.key,
    }


def _holders(book: Book, activity: LibraryActivity) -> Iterator[tuple[str, Partner | None]]:
    """Yield each sector that has a role, with the first engaged partner of it."""
    for sector in activity.roles:
        partners = (one for one in book.where(Partner, sector=sector) if one.status in ACTIVE_STATUSES)
        yield sector, next(partners, None)


def _open_roles(activity: LibraryActivity, holders: Mapping[str, Partner | None]) -> str:
    """Say which roles nobody has yet, for the activity's notes."""
    rows = [
        f"{', '.join(terms.RACI.title(letter) for letter in activity.roles[sector])}: {terms.SECTORS.title(sector)}"
        for sector, partner in holders.items()
        if partner is None
    ]
    return "\n".join(("Roles still open, by the sector that usually has them:", *rows)) if rows else ""


def _roles_in_words(book: Book, activity: LibraryActivity) -> str:
    words = []
    for letter in terms.RACI.keys:
        names = [
            partner.name if partner is not None else f"{terms.SECTORS.title(sector)} (open)"
            for sector, partner in _holders(book, activity)
            if letter in activity.roles[sector]
        ]
        if names:
            words.append(f"{terms.RACI.title(letter)}: {', '.join(names)}")
    return "; ".join(words)
