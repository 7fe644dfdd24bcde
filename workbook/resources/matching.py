"""Saying which offer answers which need (domain: 4.6)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.measures.lines import LEFT_STATUSES
from workbook.measures.needs import unused_offers
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, existing_record, made_record
from workbook.records import RECORD_TYPES, Resource

_TYPE = RECORD_TYPES["resources"]
_TAKEN_OVER = ("category", "type", "activity", "objective", "unit", "due", "basis", "period")


@dataclass
class MatchOffers:
    """Let offers and commitments answer a need; whatever they answered before, they answer this one now."""

    line_ids: tuple[str, ...]
    need_id: str
    title: str = field(default="Use {lines} for {need}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        need = _need(book, self.need_id)
        self.values = {"lines": _named(book, self.line_ids), "need": book.label(_TYPE.name, need.id)}
        return _covering(book, self.line_ids, need.id)


@dataclass
class UnlinkOffers:
    """Let lines answer no need by name any more."""

    line_ids: tuple[str, ...]
    title: str = field(default="Unlink {lines} from what it answers", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        self.values = {"lines": _named(book, self.line_ids)}
        return _covering(book, self.line_ids, None)


@dataclass
class AddAnswer:
    """Add an offer of one partner for a need; what the need says about the matter is taken over, amounts are not."""

    need_id: str
    provider_id: str | None
    given: Mapping[str, Any]
    record_id: str = ""
    title: str = field(default="Add {record} for {need}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        need = _need(book, self.need_id)
        given = {
            **answer_to(need),
            "provider": self.provider_id,
            "status": "offered",
            **self.given,
        }
        made = made_record(book, _TYPE, given, self.record_id)
        self.record_id = made.id
        self.values = {"record": str(getattr(made, "title", "")), "need": book.label(_TYPE.name, need.id)}
        change = change_between(_TYPE, None, made)
        return () if change is None else (change,)


def answer_to(need: Resource) -> dict[str, Any]:
    """Return what an offer that answers a need begins with."""
    taken = {name: getattr(need, name) for name in _TAKEN_OVER}
    return {"title": need.title, "kind": "offer", "covers": need.id, **taken}


def suggested_for(book: Book, need: Resource) -> tuple[Resource, ...]:
    """Return the unused offers, those first that fit a need best: its activity, its category, its unit."""

    def fits(line: Resource) -> tuple[bool, bool, bool]:
        return (
            line.category is None or line.category != need.category,
            line.activity is None or line.activity != need.activity,
            line.unit != need.unit,
        )

    return tuple(sorted(unused_offers(book), key=fits))


def is_alike(line: Resource, need: Resource) -> bool:
    """Say whether an offer is of the category of a need, so that using it is more than a guess."""
    return line.category is not None and line.category == need.category


def _need(book: Book, need_id: str) -> Resource:
    need = existing_record(book, _TYPE, need_id)
    assert isinstance(need, Resource)
    label = book.label(_TYPE.name, need.id)
    if need.kind != "need":
        raise Refused(Problem(f"{label} is no need; choose a line of the kind “Need”.", label, _TYPE.name, need.id))
    if need.status in LEFT_STATUSES:
        sentence = f"{label} is no longer needed; set it back to “Needed” first."
        raise Refused(Problem(sentence, label, _TYPE.name, need.id, "status"))
    return need


def _covering(book: Book, line_ids: tuple[str, ...], need_id: str | None) -> tuple[Change, ...]:
    problems: list[Problem] = []
    changes: list[Change] = []
    for line_id in line_ids:
        line = existing_record(book, _TYPE, line_id)
        assert isinstance(line, Resource)
        label = book.label(_TYPE.name, line.id)
        if line.kind == "need":
            sentence = f"{label} is a need itself; only offers and commitments answer a need."
            problems.append(Problem(sentence, label, _TYPE.name, line.id, "covers"))
            continue
        if need_id is not None and line.status in LEFT_STATUSES:
            sentence = f"{label} is withdrawn, lapsed or replaced, and can answer no need."
            problems.append(Problem(sentence, label, _TYPE.name, line.id, "status"))
            continue
        change = change_between(_TYPE, line, accepted(book, _TYPE, line, {"covers": need_id}))
        if change is not None:
            changes.append(change)
    if problems:
        raise Refused(*problems)
    return tuple(changes)


def _named(book: Book, line_ids: tuple[str, ...]) -> str:
    return book.label(_TYPE.name, line_ids[0]) if len(line_ids) == 1 else f"{len(line_ids)} lines"
