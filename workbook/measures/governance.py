"""How the bodies stand: who has a seat, when they meet next, whether enough are there, what is open before them.

Sources: domain 3.3 (fields a practitioner records) and check C7 (every active partner is represented).
"""

import datetime
import re
from dataclasses import dataclass

from workbook.book import Book
from workbook.measures.dates import months_later
from workbook.measures.partners import active_partners
from workbook.records import Decision, FollowUp, GovernanceBody, Meeting, Member, Partner

_MONTHS = {"monthly": 1, "two_monthly": 2, "quarterly": 3, "half_yearly": 6, "yearly": 12}
_WITHOUT_RHYTHM = datetime.timedelta(days=14)
_WEEK = datetime.timedelta(days=7)
_SATURDAY = 5
_OPEN_DECISIONS = ("proposed", None)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDS = {word: number for number, word in enumerate(_NUMBERS, 1)}
_PARTS = {"two thirds": (2, 3), "two-thirds": (2, 3), "three quarters": (3, 4), "half": (1, 2), "majority": (1, 2)}
_MORE_THAN = re.compile(r"\b(more than|over|majority)\b")


@dataclass(frozen=True, slots=True)
class Seat:
    """One partner's seat. The partner that chairs has one even where no member record says so."""

    partner: str
    seat: str
    person: str | None = None
    alternate: str | None = None
    member: str = ""

    @property
    def votes(self) -> bool:
        return self.seat != "observer"


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who of a body came to a meeting; `reached` is None where the quorum names no number that can be counted."""

    present: tuple[Seat, ...]
    missing: tuple[Seat, ...]
    guests: tuple[str, ...]
    voting: int
    needed: int | None

    @property
    def reached(self) -> bool | None:
        return None if self.needed is None else self.voting >= self.needed


@dataclass(frozen=True, slots=True)
class Open:
    """What a body has before it: promises made in its meetings, and decisions that are asked for."""

    follow_ups: tuple[FollowUp, ...]
    decisions: tuple[Decision, ...]


def seats(book: Book, body: GovernanceBody) -> tuple[Seat, ...]:
    """Return the seats of a body, the chair's first and then as partners are called."""
    held = [
        Seat(member.partner, "chair" if member.partner == body.chair else member.seat or "voting", *_who(member))
        for member in book.where(Member, body=body.id)
        if member.partner
    ]
    if body.chair and all(seat.partner != body.chair for seat in held):
        held.append(Seat(body.chair, "chair"))
    return tuple(sorted(held, key=lambda seat: (seat.seat != "chair", book.label("partners", seat.partner))))


def without_seat(book: Book, body: GovernanceBody) -> tuple[Partner, ...]:
    """Return the active partners that have no seat in this body."""
    seated = {seat.partner for seat in seats(book, body)}
    return tuple(partner for partner in active_partners(book) if partner.id not in seated)


def unrepresented(book: Book) -> tuple[Partner, ...]:
    """Return the active partners that have a seat in no body at all (check C7)."""
    seated = {seat.partner for body in book.all(GovernanceBody) for seat in seats(book, body)}
    return tuple(partner for partner in active_partners(book) if partner.id not in seated)


def quorum_of(text: str, voting: int) -> int | None:
    """Return how many votes have to be there, as far as the words give a number: “5”, “five”, “50 %”, “2/3”, “half”."""
    words = text.casefold()
    more = bool(_MORE_THAN.search(words))
    fraction = re.search(r"\b(\d+)\s*/\s*(\d+)\b", words)
    share = re.search(r"(\d+)\s*(?:%|per ?cent)", words)
    part = next((value for name, value in _PARTS.items() if name in words), None)
    if fraction and int(fraction[2]):
        return _share(voting, int(fraction[1]), int(fraction[2]), more=more)
    if share:
        return _share(voting, int(share[1]), 100, more=more)
    if part is not None:
        return _share(voting, *part, more=more)
    for word in re.findall(r"\w+", words):
        number = int(word) if word.isdecimal() else _WORDS.get(word, 0)
        if number:
            return number + more
    return None


def attendance(book: Book, meeting: Meeting) -> Attendance:
    """Return who was there and whether they were enough to decide."""
    body = book.one(GovernanceBody, meeting.body)
    held = seats(book, body) if body is not None else ()
    present = tuple(seat for seat in held if seat.partner in meeting.attendees)
    missing = tuple(seat for seat in held if seat.partner not in meeting.attendees)
    seated = {seat.partner for seat in held}
    guests = tuple(partner for partner in meeting.attendees if partner not in seated)
    needed = None if body is None else quorum_of(body.quorum, sum(seat.votes for seat in held))
    return Attendance(present, missing, guests, sum(seat.votes for seat in present), needed)


def meetings_of(book: Book, body: GovernanceBody) -> tuple[Meeting, ...]:
    """Return the meetings of a body, those without a date first and then the latest first."""
    return tuple(sorted(book.where(Meeting, body=body.id), key=_newest_first, reverse=True))


def next_meeting(book: Book, body: GovernanceBody, today: datetime.date) -> Meeting | None:
    """Return the meeting that is planned next."""
    planned = [one for one in book.where(Meeting, body=body.id) if one.status in ("planned", None)]
    coming = [one for one in planned if one.date is not None and one.date >= today]
    return min(coming, key=lambda one: one.date or today, default=None)


def next_date(book: Book, body: GovernanceBody, today: datetime.date) -> datetime.date:
    """Return when a body would meet next: its last or planned meeting and one step of its rhythm, on a working day.

    Without a rhythm, or without a meeting to count from, it is in two weeks.
    """
    dates = [one.date for one in book.where(Meeting, body=body.id) if one.status != "cancelled" and one.date]
    if not dates or body.frequency not in (*_MONTHS, "weekly"):
        return _working_day(max([today, *dates]) + _WITHOUT_RHYTHM)
    last, steps, day = max(dates), 0, max(dates)
    while day <= max(today, last):
        steps += 1
        months = _MONTHS.get(body.frequency or "", 0)
        day = months_later(last, months * steps) if months else last + _WEEK * steps
    return _working_day(day)


def open_before(book: Book, body: GovernanceBody) -> Open:
    """Return what a body should look at in its next meeting; decisions of no meeting are before every body."""
    own = {meeting.id for meeting in book.where(Meeting, body=body.id)}
    follow_ups = [one for one in book.all(FollowUp) if one.meeting in own and one.status in ("open", None)]
    asked = [one for one in book.all(Decision) if is_asked(one)]
    decisions = [one for one in asked if one.meeting in own or one.meeting is None]
    return Open(tuple(follow_ups), tuple(decisions))


def is_asked(decision: Decision) -> bool:
    """Say whether a decision is asked for and not taken."""
    return decision.status in _OPEN_DECISIONS


def is_to_be_done(decision: Decision) -> bool:
    """Say whether a decision is taken and still to be carried out."""
    return decision.status == "taken"


def is_overdue(decision: Decision, today: datetime.date) -> bool:
    """Say whether a decision should have been taken or carried out before today."""
    waits = is_asked(decision) or is_to_be_done(decision)
    return waits and decision.due is not None and decision.due < today


def _who(member: Member) -> tuple[str | None, str | None, str]:
    return member.person, member.alternate, member.id


def _share(whole: int, numerator: int, denominator: int, *, more: bool) -> int:
    """Return the least count that is at least (or more than) a part of the whole."""
    counted = whole * numerator
    return counted // denominator + 1 if more else -(-counted // denominator)


def _working_day(day: datetime.date) -> datetime.date:
    return day + datetime.timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day


def _newest_first(meeting: Meeting) -> tuple[bool, datetime.date, str]:
    return meeting.date is None, meeting.date or datetime.date.min, meeting.id
