"""Who takes part and who carries what: sectors, the load of roles, and how much hangs on one partner."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbook import vocabularies as terms
from workbook.book import Book
from workbook.measures.figure import Figure, percent, rows_of
from workbook.measures.partners import ACTIVE_STATUSES, CREATIVE_SECTORS, active_partners
from workbook.measures.resources import co_funding_shares
from workbook.records import Activity, Contact, Objective, Partner, Responsibility, SectorWaiver
from workbook.wording import Sentence

FILLING_STATUSES = ACTIVE_STATUSES | {"completed"}


@dataclass(frozen=True, slots=True)
class SectorCoverage:
    """One sector: `state` is filled, missing or not_needed; `candidates` are partners who have not joined (yet)."""

    sector: str
    state: str
    partners: tuple[Partner, ...]
    candidates: tuple[Partner, ...]
    reason: str


def sector_coverage(book: Book) -> tuple[SectorCoverage, ...]:
    """Return every sector: filled by a partner that is engaged, signed or completed, missing, or not needed and why."""
    waived = {waiver.sector: waiver.reason for waiver in book.all(SectorWaiver)}
    found = []
    for sector in terms.SECTORS.keys:
        partners = book.where(Partner, sector=sector)
        filling = tuple(p for p in partners if p.status in FILLING_STATUSES)
        candidates = tuple(p for p in partners if p.status in ("prospective", "invited", None))
        state = "filled" if filling else "not_needed" if sector in waived else "missing"
        found.append(SectorCoverage(sector, state, filling, candidates, waived.get(sector, "")))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class RoleLoad:
    """How many activities one partner has a letter in, and its share of all A and of all R and A, in percent."""

    partner: Partner
    responsible: int
    accountable: int
    consulted: int
    informed: int
    accountable_share: Decimal | None
    work_share: Decimal | None

    @property
    def is_passenger(self) -> bool:
        """Nothing but being informed (domain: RACI, column reading, 3.2)."""
        return not (self.responsible or self.accountable or self.consulted)

    @property
    def remark(self) -> str:
        """Say what a reader of its column should notice, or nothing."""
        if self.is_passenger:
            return "only informed" if self.informed else "no role yet"
        return "" if self.accountable else "accountable for nothing"


def letters_in(book: Book, letter: str, partner: str | None = None) -> int:
    """Count the cells that hold a letter, of all or of one partner, without those of cancelled activities."""
    values = {"letters": letter} if partner is None else {"letters": letter, "partner": partner}
    count = book.count_where(Responsibility, **values)
    for activity in book.where(Activity, status="cancelled"):
        count -= book.count_where(Responsibility, activity=activity.id, **values)
    return count


def role_load(book: Book) -> tuple[RoleLoad, ...]:
    """Return what every partner carries, in the order in which partners were made (domain: 3.2)."""
    all_a, all_r = letters_in(book, "A"), letters_in(book, "R")
    found = []
    for partner in book.all(Partner):
        own = {letter: letters_in(book, letter, partner.id) for letter in terms.RACI.keys}
        found.append(_load(partner, own, all_a, all_r))
    return tuple(found)


class RoleCounts:
    """The letters of each partner, counted once and then followed cell by cell, for a grid to show while one types.

    The same count as `role_load`, which goes through everything each time it is asked.
    """

    def __init__(self, book: Book) -> None:
        self._off = {activity.id for activity in book.where(Activity, status="cancelled")}
        self._counts: dict[str, Counter[str]] = {}
        for cell in book.all(Responsibility):
            self._add(cell, 1)

    def follow(self, before: Responsibility | None, after: Responsibility | None) -> None:
        """Take one cell out of the count as it was, and into it as it is now."""
        if before is not None:
            self._add(before, -1)
        if after is not None:
            self._add(after, 1)

    def load(self, partner: Partner) -> RoleLoad:
        """Return what a partner carries."""
        own = self._counts.get(partner.id, Counter())
        all_a, all_r = (sum(counts[letter] for counts in self._counts.values()) for letter in ("A", "R"))
        return _load(partner, own, all_a, all_r)

    def _add(self, cell: Responsibility, number: int) -> None:
        if cell.partner is not None and cell.activity not in self._off:
            counts = self._counts.setdefault(cell.partner, Counter())
            for letter in cell.letters:
                counts[letter] += number


def _load(partner: Partner, own: Mapping[str, int], all_a: int, all_r: int) -> RoleLoad:
    r, a, c, i = (own[letter] for letter in terms.RACI.keys)
    return RoleLoad(partner, r, a, c, i, percent(a, all_a), percent(r + a, all_r + all_a))


@dataclass(frozen=True, slots=True)
class Concentration:
    """How much hangs on one partner: the largest share of accountable roles, and of committed value per currency."""

    accountable: Figure
    value: dict[str, Figure]


def concentration(book: Book) -> Concentration:
    """Return the largest shares, from 0 to 100 % (domain: 10.5)."""
    loads = [load for load in role_load(book) if load.accountable_share is not None]
    top = max(loads, key=lambda load: load.accountable, default=None)
    formula = "largest partner's activities as accountable / all activities with one"
    share = None if top is None else top.accountable_share
    accountable = Figure("Largest share of roles", share, "%", formula, rows_of([top.partner] if top else []))
    value: dict[str, Figure] = {}
    for part in co_funding_shares(book):
        if part.currency not in value:
            formula = Sentence(
                "largest partner's committed value / all committed value, in {currency}", currency=part.currency
            )
            rows = ((("partners", part.partner),) if part.partner else ()) + part.rows
            value[part.currency] = Figure("Largest share of value", part.share, "%", formula, rows)
    return Concentration(accountable, value)


@dataclass(frozen=True, slots=True)
class LocalEngagement:
    """What a creative partner does locally, and what of that is not said yet (guiding question 5)."""

    partner: Partner
    contact: Contact | None
    missing: tuple[str, ...]


def local_engagement(book: Book) -> tuple[LocalEngagement, ...]:
    """Return every active creative partner with its local activity: what, where, for whom, and whom to ask."""
    found = []
    for partner in active_partners(book):
        if partner.sector in CREATIVE_SECTORS:
            contact = next(iter(book.where(Contact, partner=partner.id, is_main=True)), None)
            fields = ("local_activity", "local_place", "local_beneficiaries")
            missing = [name for name in fields if not getattr(partner, name).strip()]
            found.append(LocalEngagement(partner, contact, (*missing, *(() if contact else ("contact",)))))
    return tuple(found)


def mechanism_use(book: Book) -> Figure:
    """Return the percentage of objectives that use a mechanism of the library or the city's own (question 4)."""
    live = [objective for objective in book.all(Objective) if objective.status != "dropped"]
    using = [objective for objective in live if objective.mechanisms]
    formula = "objectives with a mechanism / all objectives not dropped"
    return Figure("Objectives with a mechanism", percent(len(using), len(live)), "%", formula, rows_of(using))
