"""The dates of a plan for a calendar: which there are, what became of them, whom they concern, when to remind."""

from tests.workbook.checks.building import TODAY, Builder, days
from workbook.book import Book
from workbook.measures.concerned import partners_concerned, reminder_days
from workbook.measures.deadlines import Dated, calendar_of, late, upcoming


def states(book: Book) -> list[tuple[str, str, str]]:
    return [(one.what, one.title, one.state) for one in calendar_of(book)]


def named(book: Book, title: str) -> Dated:
    (found,) = (one for one in calendar_of(book) if title in one.title)
    return found


def test_a_calendar_knows_what_is_over_and_what_was_called_off() -> None:
    builder = Builder()
    builder.activity("Open", end=days(1), milestone=True)
    builder.activity("Done", end=days(2), status="done")
    builder.activity("Dropped", end=days(3), status="cancelled")
    builder.line(title="Need", kind="need", due=days(4))
    builder.line(title="Offer", kind="offer", due=days(4))
    builder.line(title="Desk", kind="commitment", status="committed", due=days(5))
    builder.line(title="Van", kind="commitment", status="withdrawn", due=days(6))
    builder.add("meetings", title="Steering", date=days(7), status="cancelled")
    builder.add("training_sessions", title="Course", date=days(8), end=days(10))
    builder.add("reports", title="Yearly", period_end=days(11))
    builder.add("reports", title="Last", period_end=days(-20), status="issued")
    assert states(builder.book) == [
        ("report due", "RP-02 Last", "done"),
        ("milestone", "A-01 Open", "open"),
        ("activity due", "A-02 Done", "done"),
        ("activity due", "A-03 Dropped", "cancelled"),
        ("contribution due", "R-03 Desk", "open"),
        ("contribution due", "R-04 Van", "cancelled"),
        ("meeting", "MT-01 Steering", "cancelled"),
        ("session", "S-01 Course", "open"),
        ("report due", "RP-01 Yearly", "open"),
    ]
    assert named(builder.book, "Course").last == days(10)
    assert [one.title for one in upcoming(builder.book, TODAY)][-1] == "RP-01 Yearly"


def test_an_answer_from_a_partners_own_house_is_late_until_it_comes() -> None:
    builder = Builder()
    partner = builder.partner("Museum")
    agreement = builder.add("agreements", title="Memo", level="mou", parties=(partner,))
    builder.add("approvals", agreement=agreement, partner=partner, step="council", due=days(-2))
    builder.add("approvals", agreement=agreement, partner=partner, step="legal", due=days(-3), status="approved")
    (found,) = late(builder.book, TODAY)
    assert (found.what, found.days_late(TODAY)) == ("approval needed", 2)
    assert partners_concerned(builder.book, found) == {partner}


def test_a_date_concerns_who_takes_part_brings_sits_or_signs() -> None:
    builder = Builder()
    city, museum, school = (builder.partner(name) for name in ("City", "Museum", "School"))
    person = builder.add("contacts", name="Somebody", partner=school)
    activity = builder.activity("Open", end=days(1), owner=person)
    builder.add("responsibilities", activity=activity, partner=city, letters=("A",))
    builder.add("responsibilities", activity=activity, partner=museum, letters=("I",))
    builder.line(title="Desk", kind="commitment", status="committed", due=days(2), provider=museum, recipient=city)
    body = builder.add("governance_bodies", name="Board", chair=city)
    builder.add("members", body=body, partner=school)
    builder.add("meetings", title="Steering", body=body, date=days(3))
    builder.add("agreements", title="Memo", level="mou", parties=(city, museum), expiry=days(4))
    action = builder.add("capacity_actions", title="Course", lead=museum)
    builder.add("training_sessions", title="Day one", action=action, date=days(5), organisation=school)
    builder.add("issues", title="Leak", activity=activity, due=days(6))
    concerned = {one.title.split()[0]: partners_concerned(builder.book, one) for one in calendar_of(builder.book)}
    assert concerned == {
        "A-01": {city, school},
        "R-01": {museum, city},
        "MT-01": {city, school},
        "AG-01": {city, museum},
        "S-01": {museum, school},
        "IS-01": {city, school},
    }


def test_people_are_reminded_as_long_before_as_it_takes() -> None:
    builder = Builder()
    builder.activity("Open", end=days(1))
    builder.activity("Done", end=days(2), status="done")
    builder.add("meetings", title="Steering", date=days(3))
    builder.add("agreements", title="Memo", level="mou", review=days(4), expiry=days(5), reminder_days=45)
    found = [(one.what, reminder_days(builder.book, one)) for one in calendar_of(builder.book)]
    assert found == [
        ("activity due", 7),
        ("activity due", None),
        ("meeting", 1),
        ("agreement review", 30),
        ("agreement ends", 45),
    ]
