"""Calendars read back with the package that others read them with, and as the bytes that strict programs want."""

import datetime
from typing import Any

import pytest
from icalendar import Calendar

from exports import calendar
from exports.edition import Cancelled, Edition
from tests.golden.plans import AS_OF, Maker, edition, example, large, titled_only

MOMENT = datetime.datetime(2026, 11, 20, 10, 30, 15, 999, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
_DAY = datetime.date


def read(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def event(content: bytes, words: str) -> Any:
    (found,) = (one for one in read(content) if words in str(one["SUMMARY"]))
    return found


def said(one: Any) -> dict[str, Any]:
    return {name: one[name].to_ical().decode() for name in one}


def hall() -> Maker:
    maker = Maker().plan(title="Harbour Hall, west; wing", code="HH")
    city = maker.add("partners", name="Harbour City", sector="local_government", status="signed")
    person = maker.add("contacts", name="Ada Person", partner=city)
    maker.add("activities", title="Open the hall", end=_DAY(2026, 12, 1), milestone=True, owner=person, place="Pier 1")
    maker.add("meetings", title="Steering", date=_DAY(2026, 12, 2), status="cancelled")
    maker.add("training_sessions", title="Course", date=_DAY(2026, 12, 3), end=_DAY(2026, 12, 5), venue="Room 2")
    maker.add("agreements", title="Memo", level="mou", parties=(city,), expiry=_DAY(2027, 3, 31), place="Town hall")
    maker.add("activities", title="Old work", end=_DAY(2026, 1, 1), status="done")
    return maker


def made(maker: Maker, **values: Any) -> bytes:
    return calendar.to_ics(edition(maker.book, **values), MOMENT)


def test_an_event_says_what_a_calendar_has_to_know() -> None:
    milestone = event(made(hall()), "Open the hall")

    assert said(milestone) == {
        "UID": "00000003-0000-7000-8000-000000000000-end@workbook",
        "SEQUENCE": "42",
        "DTSTAMP": "20261120T083015Z",
        "LAST-MODIFIED": "20261120T083015Z",
        "DTSTART": "20261201",
        "DTEND": "20261202",
        "SUMMARY": "A-01 Open the hall (milestone)",
        "DESCRIPTION": "Status: Open\\nWho: Harbour City\\nFrom state 42 of the plan",
        "LOCATION": "Pier 1",
        "CATEGORIES": "Milestone",
        "STATUS": "CONFIRMED",
        "TRANSP": "TRANSPARENT",
    }
    assert milestone["DTSTART"].params["VALUE"] == "DATE"
    (alarm,) = milestone.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].to_ical()) == ("DISPLAY", b"-P6DT15H")


def test_days_that_follow_each_other_are_one_event_and_its_end_is_the_day_after() -> None:
    course = event(made(hall()), "Course")

    assert (course["DTSTART"].dt, course["DTEND"].dt) == (_DAY(2026, 12, 3), _DAY(2026, 12, 6))
    assert course["LOCATION"] == "Room 2"


def test_what_was_called_off_says_so_and_nobody_is_reminded_of_what_is_over() -> None:
    content = made(hall())

    assert event(content, "Steering")["STATUS"] == "CANCELLED"
    assert "LOCATION" not in event(content, "Memo")
    assert [str(one["SUMMARY"]) for one in read(content) if one.walk("VALARM")] == [
        "A-01 Open the hall (milestone)",
        "S-01 Course (session)",
        "AG-01 Memo (agreement ends)",
    ]
    assert str(event(content, "Old work")["DESCRIPTION"]).startswith("Status: Done")


def test_people_are_named_only_where_asked_for() -> None:
    assert b"Ada" not in made(hall())
    assert "Owner: Ada Person" in str(event(made(hall(), personal=True), "Open the hall")["DESCRIPTION"])


def test_a_calendar_of_one_partner_holds_what_concerns_it() -> None:
    maker = hall()
    other = maker.add("partners", name="Museum", sector="cultural_institution", status="engaged")
    maker.add("follow_ups", title="Call", partner=other, due=_DAY(2026, 12, 9))
    content = calendar.to_ics(edition(maker.book), MOMENT, other)

    assert [str(one["SUMMARY"]) for one in read(content)] == ["F-01 Call (follow-up due)"]
    assert Calendar.from_ical(content)["X-WR-CALNAME"] == "Harbour Hall, west; wing: Museum"


def test_taking_it_in_again_changes_events_instead_of_adding_them() -> None:
    book = example()
    first = read(calendar.to_ics(edition(book), MOMENT))
    later = Edition(book, AS_OF, 43, "", "workbook")
    second = read(calendar.to_ics(later, MOMENT + datetime.timedelta(days=1)))

    assert [one["UID"] for one in first] == [one["UID"] for one in second]
    assert len({one["UID"] for one in first}) == len(first) > 20
    assert {one["SEQUENCE"] for one in second} == {43}
    assert all(b["LAST-MODIFIED"].dt > a["LAST-MODIFIED"].dt for a, b in zip(first, second, strict=True))


@pytest.mark.parametrize("book", [example(), large(20, 60), titled_only()], ids=["example", "large", "empty"])
def test_every_line_is_as_strict_programs_want_it(book: Any) -> None:
    content = calendar.to_ics(edition(book), MOMENT)
    lines = content.split(b"\r\n")

    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    for line in (b"VERSION:2.0", b"METHOD:PUBLISH", b"CALSCALE:GREGORIAN"):
        assert lines.count(line) == 1
    assert sum(line.startswith(b"PRODID:") for line in lines) == 1
    assert calendar.to_ics(edition(book), MOMENT) == content


def test_signs_that_mean_something_to_calendars_are_only_signs() -> None:
    maker = Maker().plan(title="T")
    maker.add("activities", title="BEGIN:VEVENT SUMMARY:no; a,b\\c مختبر " + "long " * 30, end=AS_OF)
    (found,) = read(made(maker))

    assert str(found["SUMMARY"]).startswith("A-01 BEGIN:VEVENT SUMMARY:no; a,b\\c مختبر long")


def test_it_speaks_the_language_of_the_edition() -> None:
    from exports.languages import formats_in

    book = hall().book
    french = Edition(book, AS_OF, 42, "", "workbook", formats_in("fr"))
    assert french.say("milestone") in str(event(calendar.to_ics(french, MOMENT), "Open the hall")["SUMMARY"])


def test_progress_is_told_and_can_stop_the_work() -> None:
    def follow(_what: str, done: int, of: int) -> None:
        assert done <= of
        raise Cancelled

    with pytest.raises(Cancelled):
        calendar.to_ics(edition(example()), MOMENT, progress=follow)
