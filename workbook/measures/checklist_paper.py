"""What the governing document answers of the approval checklist (domain: 2.1)."""

from workbook.measures.agreements import completeness, has_signed, is_in_force
from workbook.measures.checklist import NO_DOCUMENT, Answer, Given, Look, dates_of, degree, share
from workbook.measures.figure import rows_of
from workbook.records import Agreement, Approval, Partner
from workbook.wording import Sentence

_SIGNING = ("part_signed", "ready_to_sign", "partner_approval")


def in_force(look: Look) -> Answer:
    """In force on the day; partly where it is being approved or signed."""
    document = look.governing
    if document is None:
        return NO_DOCUMENT
    rows = rows_of((document,))
    if is_in_force(document, look.as_of):
        return Answer("yes", "it is in force", rows)
    if document.status in _SIGNING:
        return Answer("partly", "it is being approved or signed", rows)
    return Answer("no", "no document is in force on this day", rows)


def complete(look: Look) -> Answer:
    """Clauses fully in place, of all that are relevant and of the required topics that no clause speaks to."""
    document = look.governing
    if document is None:
        return NO_DOCUMENT
    found = completeness(look.book, document, look.required_topics.get(document.level or "", ()))
    relevant = found.fully + found.partly + found.not_in_place + found.not_assessed + len(found.missing)
    if not found.fully + found.partly + found.not_in_place:
        return Answer("open", "no clause has been assessed yet", rows_of((document,)))
    said = Sentence("{count} of {whole} clauses asked for are fully in place", count=found.fully, whole=relevant)
    given: Given = "yes" if found.fully == relevant else "partly" if found.fully + found.partly else "no"
    return Answer(given, said, rows_of((document,)))


def _parties(look: Look, document: Agreement) -> tuple[Partner, ...]:
    ids = dates_of(look.book, document).parties
    return tuple(partner for one in ids if (partner := look.book.one(Partner, one)) is not None)


def approved(look: Look) -> Answer:
    """Parties all of whose own steps are approved or not needed; without steps, the partner's own approval counts."""
    if look.governing is None:
        return NO_DOCUMENT
    parties = _parties(look, look.governing)
    return share(
        [one for one in parties if _is_approved(look, look.governing, one)],
        parties,
        "{count} of {whole} parties have their own approval",
        "the document names no parties yet",
    )


def _is_approved(look: Look, document: Agreement, partner: Partner) -> bool:
    steps = look.book.where(Approval, agreement=document.id, partner=partner.id)
    if steps:
        return all(step.status in ("approved", "not_needed") for step in steps)
    return partner.approval == "approved"


def signed(look: Look) -> Answer:
    """Parties that have signed."""
    document = look.governing
    if document is None:
        return NO_DOCUMENT
    parties = _parties(look, document)
    return share(
        [one for one in parties if has_signed(look.book, document, one.id)],
        parties,
        "{count} of {whole} parties have signed",
        "the document names no parties yet",
    )


def review(look: Look) -> Answer:
    """A review date, and one that is still ahead."""
    if look.governing is None:
        return NO_DOCUMENT
    current = dates_of(look.book, look.governing)
    rows = rows_of((current,))
    if current.review is None:
        return Answer("no", "no day is set", rows)
    if current.review < look.as_of:
        return Answer("no", Sentence("the review was due on {date}", date=current.review), rows)
    return Answer("yes", Sentence("the review is due on {date}", date=current.review), rows)


def ending(look: Look) -> Answer:
    """The plan's own words about the end, and the clause of the governing document; both are asked for."""
    is_planned = bool(look.book.plan.exit_plan.strip())
    clause = look.clause("exit_legacy")
    is_agreed = clause.given in ("yes", "not_relevant")
    said = {
        (True, True): "the plan says it, and so does the governing document",
        (True, False): "the plan says it, but no clause that is fully in place",
        (False, True): "the governing document says it, but not the plan",
        (False, False): "neither the plan nor the governing document says it",
    }[is_planned, is_agreed]
    return Answer(degree(is_planned + is_agreed, 2), said, (*rows_of((look.book.plan,)), *clause.rows))
