"""What leaders are asked to decide: the points of a report's narrative and the proposed decisions, each only once."""

import re
from dataclasses import dataclass

from workbook.book import Book
from workbook.records import Decision, Report


@dataclass(frozen=True, slots=True)
class Asked:
    """One decision that is asked for: as a report words it, as a decision record holds it, or both."""

    wording: str
    decision: Decision | None = None


def points_of(text: str) -> tuple[str, ...]:
    """Return the points of a narrative field that has one to a line."""
    return tuple(row.strip(" -•\t") for row in text.split("\n") if row.strip(" -•\t"))


def asked(book: Book, report: Report) -> tuple[Asked, ...]:
    """Return every decision that is asked for, the report's own points first.

    A point is about a decision record where it names the record's code or repeats its title: then both are one.
    """
    proposed = {decision.id: decision for decision in book.where(Decision, status="proposed")}
    found = []
    for point in points_of(report.decisions_requested):
        same = next((decision for decision in proposed.values() if _is_about(point, decision)), None)
        if same is not None:
            del proposed[same.id]
        found.append(Asked(point, same))
    return (*found, *(Asked(decision.title, decision) for decision in proposed.values()))


def _is_about(point: str, decision: Decision) -> bool:
    said = _folded(point)
    return any(f" {part} " in f" {said} " for part in map(_folded, (decision.code, decision.title)) if part)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
