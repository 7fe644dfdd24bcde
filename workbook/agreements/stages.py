"""From draft to signature and beyond: which status may follow which, and what stands in the way of signing."""

import datetime
from collections.abc import Iterable, Iterator

from workbook.book import Book
from workbook.checks import Finding, blocking, findings
from workbook.problems import Problem
from workbook.records import Agreement, Approval, Clause, Partner
from workbook.vocabularies import AGREEMENT_STATUSES, APPROVAL_STATUSES, APPROVAL_STEPS

FOLLOWS: dict[str, tuple[str, ...]] = {
    "draft": ("in_review", "partner_approval", "ready_to_sign"),
    "in_review": ("draft", "partner_approval", "ready_to_sign"),
    "partner_approval": ("draft", "in_review", "ready_to_sign"),
    "ready_to_sign": ("draft", "in_review", "partner_approval", "part_signed", "in_force", "terminated"),
    "part_signed": ("in_force", "terminated"),
    "in_force": ("expired", "terminated", "superseded"),
    "expired": ("superseded",),
    "terminated": (),
    "superseded": (),
}
"""What may come after each status of an agreement."""
UNSIGNED = frozenset({"draft", "in_review", "partner_approval", "ready_to_sign"})
ENDED = frozenset({"expired", "terminated", "superseded"})
_ABOUT_SIGNING = "T1"
"""The check that asks for an agreement in force does not stand in the way of signing one."""


def may_follow(status: str | None, after: str) -> bool:
    """Say whether a status may come after another; an agreement without one is a draft."""
    return after in FOLLOWS[status or "draft"]


def status_on(agreement: Agreement, day: datetime.date) -> str:
    """Return the status of an agreement on a day: one in force whose end has passed has expired."""
    past = agreement.expiry is not None and agreement.expiry < day
    return "expired" if agreement.status == "in_force" and past else agreement.status or "draft"


def wrong_status(book: Book, agreement: Agreement, wanted: str) -> Iterator[Problem]:
    """Say, where a status may not follow now, why."""
    if not may_follow(agreement.status, wanted):
        label = book.label("agreements", agreement.id)
        now = AGREEMENT_STATUSES.title(agreement.status or "draft").lower()
        sentence = f"{label} is {now}; from there it cannot become {AGREEMENT_STATUSES.title(wanted).lower()}."
        yield Problem(sentence, label, "agreements", agreement.id, "status")


def hindrances(
    book: Book, agreement: Agreement, today: datetime.date, found_now: Iterable[Finding] | None = None
) -> tuple[Problem, ...]:
    """Return everything that stands between an agreement and its signatures.

    These are the errors that the structure checks find and nobody accepted, as far as they are not about another
    agreement, and the internal approvals of the parties that are still missing.
    """
    label = book.label("agreements", agreement.id)
    found: list[Problem] = []
    if not agreement.parties:
        found.append(Problem(f"{label} names no parties.", label, "agreements", agreement.id, "parties"))
    if not book.count_where(Clause, agreement=agreement.id, left_out=False):
        sentence = f"{label} has no clauses; draft them from the library, or write them."
        found.append(Problem(sentence, label, "agreements", agreement.id))
    found += open_approvals(book, agreement)
    for one in findings_in_the_way(book, agreement, today, found_now):
        found.append(Problem(one.title, f"Check {one.rule}", one.type, one.id, one.field))
    return tuple(found)


def findings_in_the_way(
    book: Book, agreement: Agreement, today: datetime.date, found_now: Iterable[Finding] | None = None
) -> tuple[Finding, ...]:
    """Return the findings that keep an agreement from being ready until they are settled or accepted.

    `found_now` are those of the book where somebody has them at hand; all checks are run otherwise.
    """
    found = findings(book, today) if found_now is None else found_now

    def is_about_it(one: Finding) -> bool:
        elsewhere = one.type == "agreements" and one.id != agreement.id
        return one.rule != _ABOUT_SIGNING and not elsewhere

    return tuple(one for one in blocking(found) if is_about_it(one))


def open_approvals(book: Book, agreement: Agreement) -> tuple[Problem, ...]:
    """Return the internal approvals of the parties that are missing or were refused.

    A party for which no step is written down is taken by what is said of it as a partner.
    """
    found: list[Problem] = []
    for partner_id in agreement.parties:
        partner = book.label("partners", partner_id)
        steps = book.where(Approval, agreement=agreement.id, partner=partner_id)
        found += [_open_step(partner, step) for step in steps if step.status not in ("approved", "not_needed")]
        held = book.one(Partner, partner_id)
        if not steps and held is not None and held.approval not in (None, "approved"):
            answer = APPROVAL_STATUSES.title(held.approval).lower()
            sentence = f"The internal approval of {partner} is {answer}."
            found.append(Problem(sentence, partner, "partners", partner_id, "approval"))
    return tuple(found)


def _open_step(partner: str, step: Approval) -> Problem:
    title = APPROVAL_STEPS.title(step.step or "other")
    answer = "was refused" if step.status == "refused" else "is still missing"
    return Problem(f"{partner}: the answer to “{title}” {answer}.", partner, "approvals", step.id, "status")
