"""The questions that have to be answered before a public body enters a partnership, or goes on with one.

Each answer comes from the plan where the plan knows it: *yes* or *no*, or *partly* where it holds for some of what is
asked about. Where the plan cannot know, or holds nothing to look at yet, the answer stays open and a person gives it.
Sources: domain 2.1 (what audits ask of a governing document, an approval and a review) and 9.
"""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from workbook.book import Book
from workbook.measures.agreements import LEVELS_THAT_STAND_ALONE, clause_state, is_in_force, terms_in_effect
from workbook.measures.figure import Rows, rows_of
from workbook.records import Agreement, Clause, Record
from workbook.wording import Sentence

Given = Literal["yes", "partly", "no", "not_relevant", "open"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the plan answers, in which words, and the rows it was found in. `basis` is a source string or a sentence."""

    given: Given
    basis: str
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What a question looks into: the plan on a day, its governing document, and the topics that one has to cover."""

    book: Book
    as_of: datetime.date
    governing: Agreement | None
    required_topics: Mapping[str, Collection[str]]

    def clause(self, topic: str) -> Answer:
        """Answer by how far the governing document speaks to a topic."""
        if self.governing is None:
            return NO_DOCUMENT
        found = self.book.where(Clause, agreement=self.governing.id, topic=topic)
        if not found and topic in self.required_topics.get(self.governing.level or "", ()):
            return Answer("no", "the governing document has no clause about it", rows_of((self.governing,)))
        if not found:
            said = "the governing document has no clause about it, and one of its level need not have one"
            return Answer("open", said, rows_of((self.governing,)))
        given, basis = _CLAUSES[clause_state(found[0])]
        return Answer(given, basis, rows_of(found))


NO_DOCUMENT = Answer("no", "there is no governing document")
_CLAUSES: dict[str, tuple[Given, str]] = {
    "fully": ("yes", "its clause is fully in place"),
    "partly": ("partly", "its clause is partly in place"),
    "not_in_place": ("no", "its clause is not in place"),
    "not_relevant": ("not_relevant", "its clause was found not to be relevant"),
    "not_assessed": ("open", "its clause has not been assessed"),
}
_SETTLED = ("in_force", "part_signed", "ready_to_sign", "partner_approval", "in_review", "draft")


def governing_document(book: Book, as_of: datetime.date) -> Agreement | None:
    """Return the agreement that the partnership stands on: in force on the day, else the one furthest on its way.

    The strongest level goes first, then the latest; annexes and amendments belong to another one.
    """
    order = ("agreement", "mou", "terms_of_reference", "letter_of_intent")
    found = [one for one in book.all(Agreement) if one.level in LEVELS_THAT_STAND_ALONE and not one.parent]

    def place(one: Agreement) -> tuple[bool, int, int, int, str]:
        status = _SETTLED.index(one.status) if one.status in _SETTLED else len(_SETTLED)
        began = (one.effective or datetime.date.min).toordinal()
        return not is_in_force(one, as_of), status, order.index(one.level or ""), -began, one.id

    return min(found, key=place, default=None)


def look(book: Book, as_of: datetime.date, required_topics: Mapping[str, Collection[str]]) -> Look:
    """Prepare what the questions look into."""
    return Look(book, as_of, governing_document(book, as_of), required_topics)


def dates_of(book: Book, agreement: Agreement) -> Agreement:
    """Return the document whose dates and parties count: its last amendment in force, or itself."""
    return terms_in_effect(book, agreement)


def share(met: Sequence[Record], whole: Sequence[Record], basis: str, nothing: str) -> Answer:
    """Answer by how many of some records meet a question; the rows are those that do not, or all where all do.

    `basis` is a source string with {count} and {whole}; `nothing` says that there is nothing to look at.
    """
    if not whole:
        return Answer("open", nothing)
    kept = {one.id for one in met}
    said = Sentence(basis, count=len(met), whole=len(whole))
    missing = [one for one in whole if one.id not in kept]
    return Answer(degree(len(met), len(whole)), said, rows_of(missing or whole))


def written(plan: Record, *texts: str, all_of_it: str, some: str, nothing: str) -> Answer:
    """Answer by how many of some texts are written."""
    count = sum(bool(text.strip()) for text in texts)
    given = degree(count, len(texts))
    return Answer(given, {"yes": all_of_it, "partly": some, "no": nothing}[given], rows_of((plan,)))


def degree(count: int, whole: int) -> Given:
    """Return yes for all of a whole, no for none of it, partly for what is between."""
    return "yes" if count == whole else "partly" if count else "no"
