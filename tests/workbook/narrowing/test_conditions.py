"""What may be asked of a column: text, ranges and days; how it is read, said, and refused."""

import datetime
from decimal import Decimal

import pytest

from workbook.book import Book
from workbook.kinds import KINDS, Reading
from workbook.money import Money
from workbook.narrowing import RANGE, WAYS, Condition, in_words, is_sound, matcher, read_condition, shown_ends
from workbook.problems import Refused
from workbook.records import RECORD_TYPES, Activity, Indicator, Partner, Record, Report, Resource

TODAY = datetime.date(2026, 11, 26)  # a Thursday
READING = Reading()
EMPTY = Book.empty()


def shows(type_name: str, record: Record, name: str, condition: Condition, first_weekday: int = 0) -> bool:
    field = RECORD_TYPES[type_name].by_name[name]
    return matcher(field, condition, TODAY, first_weekday)(record)


def read(type_name: str, name: str, condition: Condition) -> Condition:
    record_type = RECORD_TYPES[type_name]
    return read_condition(EMPTY, record_type, record_type.by_name[name], condition, READING)


def test_every_kind_says_how_it_may_be_asked() -> None:
    assert set(WAYS) == set(KINDS)


@pytest.mark.parametrize(
    ("way", "text", "shown"),
    [
        ("contains", "ECOLE", True),
        ("contains", "musee", False),
        ("begins", "école  de", True),
        ("begins", "de", False),
        ("lacks", "musée", True),
        ("lacks", "danse", False),
    ],
)
def test_text_is_compared_without_capitals_accents_and_double_blanks(way: str, text: str, shown: bool) -> None:
    assert shows("partners", Partner(id="p", name="École de  Danse"), "name", Condition(way, text)) is shown


def test_a_range_includes_its_ends_and_leaves_out_what_is_empty() -> None:
    def found(**ends: str) -> list[str]:
        values = ("9", "10", "12.5", "20", None)
        records = [Indicator(id=str(v), target=None if v is None else Decimal(v)) for v in values]
        return [one.id for one in records if shows("indicators", one, "target", Condition(RANGE, **ends))]

    assert found(first="10", last="12.5") == ["10", "12.5"]
    assert found(last="10") == ["9", "10"]
    assert found(first="12.50") == ["12.5", "20"]


def test_amounts_are_compared_in_one_currency_only() -> None:
    field = "value"
    kept = read("resources", field, Condition(RANGE, "500 eur"))
    assert kept == Condition(RANGE, "500 EUR")
    amounts = [Money(Decimal(500), "EUR"), Money(Decimal(900), "USD"), Money(Decimal(499), "EUR"), None]
    shown = [shows("resources", Resource(id="r", value=one), field, kept) for one in amounts]
    assert shown == [True, False, False, False]
    with pytest.raises(Refused, match="one currency"):
        read("resources", field, Condition(RANGE, "500 EUR", "900 USD"))


@pytest.mark.parametrize(
    ("way", "first_weekday", "first", "last"),
    [
        ("this_week", 0, "2026-11-23", "2026-11-29"),
        ("this_week", 6, "2026-11-22", "2026-11-28"),
        ("this_month", 0, "2026-11-01", "2026-11-30"),
        ("next_30_days", 0, "2026-11-26", "2026-12-26"),
        ("past", 0, "1990-01-01", "2026-11-25"),
    ],
)
def test_days_are_counted_from_today(way: str, first_weekday: int, first: str, last: str) -> None:
    first_day, last_day = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    one = datetime.timedelta(days=1)

    def shown(day: datetime.date | None) -> bool:
        return shows("activities", Activity(id="a", start=day), "start", Condition(way), first_weekday)

    assert shown(first_day)
    assert shown(last_day)
    assert not shown(last_day + one)
    assert way == "past" or not shown(first_day - one)
    assert not shown(None)


def test_moments_are_asked_by_their_day() -> None:
    condition = read("reports", "issued_at", Condition(RANGE, "26 Nov 2026", "2026-11-26"))
    issued = datetime.datetime(2026, 11, 26, 23, 59, tzinfo=datetime.UTC)
    assert shows("reports", Report(id="f", issued_at=issued), "issued_at", condition)
    assert not shows(
        "reports", Report(id="f", issued_at=issued + datetime.timedelta(minutes=2)), "issued_at", condition
    )


@pytest.mark.parametrize(
    ("type_name", "name", "condition", "sentence"),
    [
        ("partners", "name", Condition("contains", "  "), "Type the text to look for"),
        ("activities", "start", Condition(RANGE), "where the range begins"),
        ("activities", "start", Condition(RANGE, "soon"), "“soon” is not a date"),
        ("activities", "start", Condition(RANGE, "2026-12-02", "2026-12-01"), "swap the two"),
        ("resources", "value", Condition(RANGE, "much"), "not an amount"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_advice(
    type_name: str, name: str, condition: Condition, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        read(type_name, name, condition)


def test_conditions_are_said_in_words_and_shown_as_they_are_typed() -> None:
    start = RECORD_TYPES["activities"].by_name["start"]
    name = RECORD_TYPES["partners"].by_name["name"]
    between = Condition(RANGE, "2026-11-01", "2026-11-30")
    assert in_words(start, between, READING) == f"{start.title}: from Nov 1, 2026 to Nov 30, 2026"
    assert in_words(start, Condition(RANGE, last="2026-11-30"), READING) == f"{start.title}: to Nov 30, 2026"
    assert in_words(start, Condition("next_30_days"), READING) == f"{start.title}: next 30 days"
    assert in_words(name, Condition("lacks", "school"), READING) == f"{name.title} does not contain “school”"
    assert shown_ends(start, between, READING) == ("Nov 1, 2026", "Nov 30, 2026")
    assert read("activities", "start", Condition(RANGE, *shown_ends(start, between, READING))) == between


@pytest.mark.parametrize(
    "condition",
    [
        Condition("gone"),
        Condition("contains", "x"),
        Condition(RANGE),
        Condition(RANGE, "tomorrow"),
        Condition("past", "2026-01-01"),
    ],
)
def test_a_kept_condition_that_a_field_cannot_be_asked_is_not_sound(condition: Condition) -> None:
    field = RECORD_TYPES["activities"].by_name["start"]
    assert not is_sound(field, condition)
    assert is_sound(field, Condition("past"))
    assert is_sound(field, Condition(RANGE, "2026-01-01"))
