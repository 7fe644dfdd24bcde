"""What each partner gives and gains: money and other things apart, and what nobody has said yet (domain: 4.1-4.5)."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbook.book import Book
from workbook.measures.figure import Rows, Sums, rows_of, total_by_currency
from workbook.measures.lines import contribution_type, delivered_value_of, state_of, value_of
from workbook.measures.partners import is_active
from workbook.records import Partner, Resource


@dataclass(frozen=True, slots=True)
class Exchange:
    """One partner's side of the bargain.

    Sums hold committed lines, per currency; `arrived` is what has been delivered of them. `non_valued` counts
    committed lines that are never valued, `promised` all lines that are only offered or pledged, `without_value` the
    committed ones that should have a value. `missing` says in words what is not known yet.
    """

    partner: Partner
    cash: Sums
    cash_arrived: Sums
    in_kind: Sums
    in_kind_arrived: Sums
    non_valued: int
    promised: int
    without_value: int
    missing: tuple[str, ...]
    rows: Rows


def exchanges(book: Book) -> tuple[Exchange, ...]:
    """Return what every partner gives and gains that has not withdrawn, in the order in which they were made."""
    return tuple(_exchange(book, partner) for partner in book.all(Partner) if partner.status != "withdrawn")


def _exchange(book: Book, partner: Partner) -> Exchange:
    lines = [one for one in book.where(Resource, provider=partner.id) if state_of(one) not in (None, "needed")]
    committed = [line for line in lines if state_of(line) == "committed"]
    cash = [line for line in committed if contribution_type(line) == "cash"]
    in_kind = [line for line in committed if contribution_type(line) == "in_kind"]
    valued = [line for line in committed if contribution_type(line) != "non_valued"]
    return Exchange(
        partner,
        total_by_currency(map(value_of, cash)),
        total_by_currency(map(delivered_value_of, cash)),
        total_by_currency(map(value_of, in_kind)),
        total_by_currency(map(delivered_value_of, in_kind)),
        len(committed) - len(valued),
        len(lines) - len(committed),
        sum(value_of(line) is None for line in valued),
        tuple(_missing(partner, lines, committed, valued)),
        rows_of(lines),
    )


def _missing(
    partner: Partner, lines: list[Resource], committed: list[Resource], valued: list[Resource]
) -> Iterator[str]:
    if not lines:
        yield "nothing is said about what it brings"
    elif not committed and is_active(partner):
        yield "nothing of it is committed yet"
    if any(value_of(line) is None for line in valued):
        yield "some of it has no value yet"
    if any(contribution_type(line) is None for line in committed):
        yield "some of it is neither cash nor in kind"
    if not partner.own_objective.strip():
        yield "its own objective is not known"
    if not partner.expected_benefit.strip():
        yield "what it expects to gain is not known"
    if not partner.roles:
        yield "it has no role"
