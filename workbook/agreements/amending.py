"""Beginning an amendment: numbered, with the parties that it leaves, and room for their signatures."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from workbook.agreements.library import ClauseLibrary
from workbook.agreements.making import Making
from workbook.agreements.signing import agreement_of, refuse
from workbook.agreements.stages import ENDED, UNSIGNED
from workbook.book import Book
from workbook.changes import Change
from workbook.measures.agreements import terms_in_effect
from workbook.records import Agreement, Partner
from workbook.sealing import is_sealed, main_agreement
from workbook.wording import source

LEVEL = "amendment"
SHOWN_IN_TABLE = source("the table of changes in this amendment")
_ASKED = "{changes=?the changes, one to a line}"
_CARRIED = (
    "review", "expiry", "notice_days", "reminder_days", "binding", "governing_law", "renewal", "place",
    "language", "second_language", "layout", "prevailing_language",
)  # fmt: skip
_STEP = 10


@dataclass
class DraftAmendment:
    """Make the next amendment of a sealed agreement, with parties that join or leave, in one step."""

    agreement_id: str
    library: ClauseLibrary
    joining: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()
    record_id: str = ""
    title: str = field(default="Draft amendment {number} to {agreement}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        given, _ = agreement_of(book, self.agreement_id)
        main = main_agreement(book, given)
        label = book.label("agreements", main.id)
        terms = terms_in_effect(book, main)
        refuse(main, label, self._problems(book, main, terms, label))
        number = max((one.number or 0 for one in amendments_of(book, main.id)), default=0) + 1
        making = Making(book)
        parties = (*(one for one in terms.parties if one not in self.leaving), *self.joining)
        values = {name: getattr(terms, name) for name in _CARRIED}
        own = {"title": f"Amendment {number} to {main.code}", "level": LEVEL, "number": number, "parent": main.id}
        made = making.add("agreements", {**values, **own, "parties": parties})
        assert isinstance(made, Agreement)
        self._clauses(making, made)
        making.ask_for_signatures(made, terms)
        self.record_id = made.id
        self.values = {"number": str(number), "agreement": label}
        return making.changes

    def _clauses(self, making: Making, made: Agreement) -> None:
        wanted = [clause for clause in self.library if clause.need(LEVEL) in ("required", "recommended")]
        for place, clause in enumerate(wanted, 1):
            body = clause.wording(LEVEL).replace(_ASKED, "{changes=" + SHOWN_IN_TABLE + "}")
            own = {"position": place * _STEP, "topic": clause.topic, "heading": clause.heading, "body": body}
            making.add("clauses", {**own, "agreement": made.id})

    def _problems(self, book: Book, main: Agreement, terms: Agreement, label: str) -> Iterator[str]:
        if not is_sealed(book, "agreements", main.id):
            yield f"{label} is not sealed, so it can still be edited as it is; an amendment changes what was signed."
        if main.status in ENDED:
            yield f"{label} has ended; make a new agreement instead."
        open_ones = (one for one in amendments_of(book, main.id) if (one.status or "draft") in UNSIGNED)
        for amendment in open_ones:
            yield f"{book.label('agreements', amendment.id)} is being drafted already; go on with that one."
        if any(book.one(Partner, one) is None for one in (*self.joining, *self.leaving)):
            yield "A partner that joins or leaves is not in this workbook; choose another."
        for one in sorted({*self.joining} & {*terms.parties}):
            yield f"{book.label('partners', one)} is a party already."
        for one in sorted({*self.leaving} - {*terms.parties}):
            yield f"{book.label('partners', one)} is no party, so it cannot leave."


def amendments_of(book: Book, agreement_id: str) -> tuple[Agreement, ...]:
    """Return the amendments of an agreement by their numbers."""
    found = book.where(Agreement, parent=agreement_id, level=LEVEL)
    return tuple(sorted(found, key=lambda one: one.number or 0))
