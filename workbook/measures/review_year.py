"""Whether a partnership kept in a period what it had set itself: meetings, decisions, signatures, reports.

Sources: domain 2.1 (approval and signature each for itself; review of significant partnerships), 3.3, 6.2, 9.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from workbook.book import Book
from workbook.measures.agreements import has_signed
from workbook.measures.checklist import dates_of
from workbook.measures.dates import months_later
from workbook.measures.figure import Rows, rows_of
from workbook.measures.governance import attendance, is_asked, is_overdue, meetings_of
from workbook.records import Agreement, Approval, Decision, FollowUp, GovernanceBody, Partner, Report, Signature

MONTHS_REVIEWED = 12
DAYS_FOR_A_REPORT = 30
"""A report that is issued later after the end of its period is late; readers have moved on by then."""
_MONTHS_APART = {"monthly": 1, "two_monthly": 2, "quarterly": 3, "half_yearly": 6, "yearly": 12}
Period = tuple[datetime.date, datetime.date]


def review_period(book: Book, as_of: datetime.date) -> Period:
    """Return the year up to a day, or what there has been of the partnership by then if that is less."""
    year = months_later(as_of, -MONTHS_REVIEWED) + datetime.timedelta(days=1)
    began = book.plan.start
    return (began if began is not None and year < began <= as_of else year), as_of


@dataclass(frozen=True, slots=True)
class BodyYear:
    """How a body met in a period.

    `expected` is how often its rhythm asks for a meeting; None where it has no rhythm. `unmarked` meetings were to
    take place by now and nobody said whether they did. `present` of `seats` were taken in the `counted` meetings held
    that name who was there; `quorate` of `judged` had the votes that the quorum asks for, where it names a number.
    """

    body: GovernanceBody
    held: int
    cancelled: int
    unmarked: int
    expected: int | None
    counted: int
    present: int
    seats: int
    quorate: int
    judged: int
    rows: Rows


def meetings_in(book: Book, period: Period) -> tuple[BodyYear, ...]:
    """Return how each body met in a period."""
    return tuple(_body_year(book, body, period) for body in book.all(GovernanceBody))


def _body_year(book: Book, body: GovernanceBody, period: Period) -> BodyYear:
    found = [one for one in meetings_of(book, body) if one.date is not None and period[0] <= one.date <= period[1]]
    held = [one for one in found if one.status == "held"]
    counted = [attendance(book, one) for one in held if one.attendees]
    judged = [one for one in counted if one.reached is not None]
    return BodyYear(
        body,
        len(held),
        sum(one.status == "cancelled" for one in found),
        sum(one.status in ("planned", None) for one in found),
        _expected(body, period),
        len(counted),
        sum(len(one.present) for one in counted),
        sum(len(one.present) + len(one.missing) for one in counted),
        sum(bool(one.reached) for one in judged),
        len(judged),
        rows_of(found),
    )


def _expected(body: GovernanceBody, period: Period) -> int | None:
    days = (period[1] - period[0]).days + 1
    if body.frequency == "weekly":
        return days // 7
    months = _MONTHS_APART.get(body.frequency or "")
    if months is None:
        return None
    count = 0
    while months_later(period[0], months * (count + 1)) <= period[1] + datetime.timedelta(days=1):
        count += 1
    return count


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of decisions or promises: done, still to do in time, overdue; `rows` are those overdue."""

    done: int
    waiting: int
    overdue: int
    rows: Rows

    @property
    def whole(self) -> int:
        return self.done + self.waiting + self.overdue


def decisions_taken(book: Book, period: Period) -> tuple[Decision, ...]:
    """Return the decisions taken in a period, in the order of their days; those taken back are left out."""
    found = [
        one
        for one in book.all(Decision)
        if one.date is not None
        and period[0] <= one.date <= period[1]
        and not is_asked(one)
        and one.status not in ("withdrawn", "superseded")
    ]
    return tuple(sorted(found, key=lambda one: (one.date or period[0], one.code)))


def carried_out(decisions: Iterable[Decision], as_of: datetime.date) -> Followed:
    """Return what became of decisions by a day."""
    held = tuple(decisions)
    late = [one for one in held if is_overdue(one, as_of)]
    done = sum(one.status == "done" for one in held)
    return Followed(done, len(held) - done - len(late), len(late), rows_of(late))


def promises_kept(book: Book, period: Period) -> Followed:
    """Return what became of the follow-ups that were due in a period, or are done in it."""
    first, last = period
    found = [
        one
        for one in book.all(FollowUp)
        if one.status != "cancelled" and any(day is not None and first <= day <= last for day in (one.due, one.done_on))
    ]
    done = [one for one in found if one.status == "done" or one.done_on is not None]
    waiting = [one for one in found if one not in done]
    late = [one for one in waiting if one.due is not None and one.due < last]
    return Followed(len(done), len(waiting) - len(late), len(late), rows_of(late))


@dataclass(frozen=True, slots=True)
class PartyPapers:
    """Own approvals and signature of one party. `early` says that it signed before its last step was approved."""

    partner: Partner
    steps: int
    approved: int
    last_approval: datetime.date | None
    signed: bool
    signed_on: datetime.date | None
    rows: Rows

    @property
    def early(self) -> bool:
        if not self.signed or self.signed_on is None:
            return False
        return self.approved < self.steps or (self.last_approval is not None and self.signed_on < self.last_approval)


def papers_of(book: Book, agreement: Agreement) -> tuple[PartyPapers, ...]:
    """Return approvals and signature of each party that is bound by an agreement now."""
    ids = dates_of(book, agreement).parties
    partners = [partner for one in ids if (partner := book.one(Partner, one)) is not None]
    return tuple(_papers(book, agreement, partner) for partner in partners)


def _papers(book: Book, agreement: Agreement, partner: Partner) -> PartyPapers:
    steps = [
        one for one in book.where(Approval, agreement=agreement.id, partner=partner.id) if one.status != "not_needed"
    ]
    approved = [one for one in steps if one.status == "approved"]
    signatures = [one for one in book.where(Signature, agreement=agreement.id, partner=partner.id) if one.signed]
    whole = len(steps)
    days = [one.date for one in approved if one.date is not None]
    if not steps and partner.approval is not None:
        whole, days = 1, [partner.approval_date] if partner.approval_date else []
    return PartyPapers(
        partner,
        whole,
        len(approved) if steps else int(partner.approval == "approved"),
        max(days, default=None),
        has_signed(book, agreement, partner.id),
        next((one.date for one in signatures), agreement.signed),
        rows_of((*steps, *signatures)),
    )


@dataclass(frozen=True, slots=True)
class ReportTime:
    """When a report was issued, and how many days after the end of its period; None where that is not known."""

    report: Report
    issued: datetime.date | None
    days: int | None

    @property
    def in_time(self) -> bool | None:
        """None while it is not issued and its time is not over, or where its period has no end."""
        return None if self.days is None else self.days <= DAYS_FOR_A_REPORT and self.issued is not None


def reports_in(book: Book, period: Period) -> tuple[ReportTime, ...]:
    """Return the reports whose period ended in a period, and whether each was issued in time."""
    first, last = period
    found = [one for one in book.all(Report) if one.period_end is not None and first <= one.period_end <= last]
    return tuple(_report_time(one, last) for one in sorted(found, key=lambda one: (one.period_end or first, one.code)))


def _report_time(report: Report, as_of: datetime.date) -> ReportTime:
    issued = report.issued_at.date() if report.status == "issued" and report.issued_at is not None else None
    if report.period_end is None or (report.status == "issued" and issued is None):
        return ReportTime(report, issued, None)
    days = ((issued or as_of) - report.period_end).days
    return ReportTime(report, issued, days if issued is not None or days > DAYS_FOR_A_REPORT else None)
