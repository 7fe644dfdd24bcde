"""Needs down, providers across: who answers which need, and with how much (domain: 4.6)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbook.book import Book
from workbook.measures.figure import Rows, rows_of
from workbook.measures.lines import LEFT_STATUSES, state_of
from workbook.measures.needs import NeedCoverage, amount_of, coverage_of, need_coverage
from workbook.records import Partner, Resource

STATES = ("uncovered", "partly", "covered", "over")
_GONE = frozenset({"withdrawn", "completed"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What one provider brings to one need, in the need's unit.

    `offered` and `committed` count as in `NeedCoverage`; `uncounted` lines are in another unit or currency. `is_linked`
    says that a line names the need; the others answer it because category and activity are the same.
    """

    lines: tuple[Resource, ...]
    offered: Decimal
    committed: Decimal
    uncounted: int
    is_linked: bool

    @property
    def amount(self) -> Decimal:
        return self.offered + self.committed

    @property
    def rows(self) -> Rows:
        return rows_of(self.lines)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One need with the answers of each provider; the key None stands for lines that name no provider."""

    coverage: NeedCoverage
    answers: Mapping[str | None, Answer]


@dataclass(frozen=True, slots=True)
class NeedsMatrix:
    """Every need that still stands, against every partner that could answer it."""

    providers: tuple[str | None, ...]
    rows: tuple[MatrixRow, ...]

    def counts(self) -> Counter[str]:
        """Count the needs in each state."""
        return Counter(row.coverage.state for row in self.rows)


def needs_matrix(book: Book) -> NeedsMatrix:
    """Set needs against partners: those that bring something first, then all that take part and could."""
    return with_providers(book, tuple(MatrixRow(one, _answers(one)) for one in need_coverage(book)))


def matrix_row(book: Book, need: Resource) -> MatrixRow:
    """Return the row of one need."""
    coverage = coverage_of(book, need)
    return MatrixRow(coverage, _answers(coverage))


def with_providers(book: Book, rows: tuple[MatrixRow, ...]) -> NeedsMatrix:
    """Set rows against the partners of a book."""
    bringing = {provider for row in rows for provider in row.answers}
    partners = [p for p in book.all(Partner) if p.id in bringing or p.status not in _GONE]
    ordered = sorted(partners, key=lambda partner: partner.id not in bringing)
    unnamed = (None,) if None in bringing else ()
    return NeedsMatrix((*(partner.id for partner in ordered), *unnamed), rows)


def loose_lines(answer: Answer, need: Resource) -> tuple[Resource, ...]:
    """Return the lines that answer a need without naming it."""
    return tuple(line for line in answer.lines if line.covers != need.id)


def linked_lines(answer: Answer, need: Resource) -> tuple[Resource, ...]:
    """Return the lines that name the need they answer."""
    return tuple(line for line in answer.lines if line.covers == need.id)


def usable_lines(book: Book, provider: str | None) -> tuple[Resource, ...]:
    """Return the offers and commitments of a provider that name no need yet."""
    held = book.where(Resource, covers=None, provider=provider)
    return tuple(line for line in held if line.kind != "need" and line.status not in LEFT_STATUSES)


def _answers(coverage: NeedCoverage) -> dict[str | None, Answer]:
    lines: dict[str | None, list[Resource]] = {}
    for line in coverage.lines:
        lines.setdefault(line.provider, []).append(line)
    return {provider: _answer(coverage, tuple(held)) for provider, held in lines.items()}


def _answer(coverage: NeedCoverage, lines: tuple[Resource, ...]) -> Answer:
    offered = committed = Decimal(0)
    uncounted = 0
    for line in lines:
        amount = amount_of(coverage, line)
        if amount is None:
            uncounted += 1
        elif state_of(line) == "committed":
            committed += amount
        else:
            offered += amount
    is_linked = any(line.covers == coverage.need.id for line in lines)
    return Answer(lines, offered, committed, uncounted, is_linked)
