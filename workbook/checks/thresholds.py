"""The limits of the structure checks, and which of them this workbook sets itself (domain: all are configurable).

Most are conventions that practitioners use and nobody published (domain: limits of the research); a team changes one by
a record of type `thresholds`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbook.book import Book
from workbook.records import Threshold


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit: its name in records, what it means, its unit and the value it has unless the team sets another."""

    name: str
    title: str
    unit: str
    default: Decimal


def _limit(name: str, title: str, unit: str, default: int) -> Limit:
    return Limit(name, title, unit, Decimal(default))


LIMITS: dict[str, Limit] = {
    limit.name: limit
    for limit in (
        _limit("C1_partners", "Least number of active partners", "partners", 2),
        _limit("C1_sectors", "Least number of sectors among them", "sectors", 3),
        _limit("C4_sectors", "Least number of sectors in an activity meant to cross sectors", "sectors", 2),
        _limit("R1_cover", "A need is covered from", "%", 100),
        _limit("R4_cash", "Least share of cash in what is committed", "%", 25),
        _limit("R4_provider", "Largest share of one provider in what is committed", "%", 50),
        _limit("R6_delivered", "Least share delivered by the due date", "%", 80),
        _limit("S3_accountable", "Largest share of one partner in all accountable roles", "%", 50),
        _limit("S3_work", "Largest share of one partner in all responsible and accountable roles", "%", 40),
        _limit("S3_partners", "Shares are looked at from this number of partners", "partners", 3),
        _limit("S3_roles", "Shares are looked at from this number of accountable roles", "roles", 4),
        _limit("S3_person", "Most open activities that one person is accountable for", "activities", 6),
        _limit("S5_consulted", "Most partners consulted in one activity", "partners", 3),
        _limit("T1_soon", "An agreement ends soon from", "days", 90),
        _limit("T1_urgent", "An agreement ends very soon from", "days", 30),
        _limit("T5_months", "Longest time between cooperation checks", "months", 6),
        _limit("T5_response", "Least share of partners answering", "%", 60),
        _limit("T5_act", "A mean below this needs a follow-up", "of 5", 3),
        _limit("T6_overdue", "Decisions and issues may be overdue for", "days", 30),
        _limit("T6_report", "Longest time between reports", "days", 100),
        _limit("L2_gap", "A capacity gap needs an action from", "steps", 2),
    )
}


class Limits:
    """The limits in force in one workbook."""

    def __init__(self, own: Mapping[str, Decimal] | None = None) -> None:
        self._own = dict(own or {})

    @classmethod
    def of(cls, book: Book) -> "Limits":
        """Read the team's own limits; a name that no check knows (a newer program's) is left alone."""
        return cls({t.name: t.value for t in book.all(Threshold) if t.name in LIMITS and t.value is not None})

    def __getitem__(self, name: str) -> Decimal:
        return self._own.get(name, LIMITS[name].default)

    def whole(self, name: str) -> int:
        """Return a limit that counts things."""
        return int(self[name])
