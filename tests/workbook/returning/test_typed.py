"""What people type into a tracker, and what comes of it: the value that is meant, or a sentence that helps."""

import datetime
from decimal import Decimal
from typing import Any

import pytest

from workbook.fields import Field
from workbook.formats import Formats
from workbook.kinds import KINDS, Reading, Unacceptable
from workbook.records import RECORD_TYPES
from workbook.returning.returned import Cell
from workbook.returning.typed import DayOrder, Typing, Unsure, read_cell

NUMBER, COUNT, SCORE = ("readings", "value"), ("training_sessions", "attended"), ("training_sessions", "before")
DONE, DAY, MONEY, WORDS = (
    ("activities", "done"), ("activities", "actual_end"), ("resources", "delivered_value"), ("activities", "note"),
)  # fmt: skip
Which = tuple[str, str]
NOT_A_NUMBER, NOT_A_DATE = "is not a number; write it like 1234.5", "is not a date; write it like 2027-03-31"
RANGE, NO_DAY = "is a range; write the one number that is meant", "does not say which day; write one like 2027-03-31"
SEVERAL = "is more than one day; write one like 2027-03-31"

READ: list[tuple[Which, Cell, Any]] = [
    (NUMBER, "12", 12), (NUMBER, "12.5", "12.5"), (NUMBER, "12,5", "12.5"), (NUMBER, ",5", "0.5"),
    (NUMBER, "+5", 5), (NUMBER, "-5", -5), (NUMBER, "−5", -5), (NUMBER, "- 5", -5), (NUMBER, "(500)", -500),
    (NUMBER, "1 234", 1234), (NUMBER, "1\u00a0234", 1234), (NUMBER, "1\u202f234,5", "1234.5"),
    (NUMBER, "1\u2009234\u2009567", 1234567), (NUMBER, "1'234.5", "1234.5"), (NUMBER, "1’234", 1234),
    (NUMBER, "1,234.5", "1234.5"), (NUMBER, "1.234,5", "1234.5"), (NUMBER, "1,234,567", 1234567),
    (NUMBER, "1.234.567", 1234567), (NUMBER, "12,34,567", 1234567), (NUMBER, "12,34,567.50", "1234567.5"),
    (NUMBER, "0,123", "0.123"), (NUMBER, "1 234,567", "1234.567"), (NUMBER, "007", 7),
    (NUMBER, "٣٤", 34), (NUMBER, "٣٬٤٥٦٫٥", "3456.5"), (NUMBER, "१२", 12), (NUMBER, "１２３", 123),
    (NUMBER, 0.1 + 0.2, "0.3"), (NUMBER, 1234.5, "1234.5"), (NUMBER, -3.0, -3),
    (NUMBER, "", None), (NUMBER, " \u00a0 ", None), (COUNT, 17.0, 17), (COUNT, "17", 17),
    (DONE, "50 %", 50), (DONE, "50%", 50), (DONE, "٥٠٪", 50), (DONE, "50", 50), (DONE, 0.5, 50), (DONE, 1.0, 100),
    (DONE, 35.0, 35), (SCORE, 0.815, "81.5"), (SCORE, "33,3 %", "33.3"),
    (DAY, "2027-03-31", "2027-03-31"), (DAY, "31/03/2027", "2027-03-31"), (DAY, "03/31/2027", "2027-03-31"),
    (DAY, "31.3.27", "2027-03-31"), (DAY, "2027/3/31", "2027-03-31"), (DAY, "5/5/2027", "2027-05-05"),
    (DAY, "3 April 2027", "2027-04-03"), (DAY, "April 3, 2027", "2027-04-03"), (DAY, "Fri, 3rd Apr 2027", "2027-04-03"),
    (DAY, "٣١/٠٣/٢٠٢٧", "2027-03-31"), (DAY, "2027-03-31 14:30", "2027-03-31"), (DAY, "'2027-03-31", "2027-03-31"),
    (DAY, datetime.date(1904, 1, 1), "1904-01-01"), (DAY, datetime.date(1900, 2, 28), "1900-02-28"),
    (DAY, datetime.datetime(2027, 3, 31, 14, 30), "2027-03-31"), (DAY, "", None),  # noqa: DTZ001 - Excel knows no zones
    (MONEY, 990.25, "990.25 EUR"), (MONEY, "1 250,50", "1250.5 EUR"), (MONEY, "1.250,50 CHF", "1250.5 CHF"),
    (MONEY, "EUR 1'250.50", "1250.5 EUR"), (MONEY, "€ 5", "5 EUR"), (MONEY, "£5", "5 GBP"), (MONEY, "5 usd", "5 USD"),
    (WORDS, " a \n b ", "a\n b"), (WORDS, True, "TRUE"), (WORDS, 1.0, "1"), (WORDS, "#SDG11", "#SDG11"),
    (WORDS, "#good!", "#good!"), (WORDS, datetime.date(2027, 1, 1), "2027-01-01"), (WORDS, "=1+1", "=1+1"),
]  # fmt: skip

REFUSED: list[tuple[Which, Cell, str]] = [
    (NUMBER, "1,234", "“1,234” could be 1234 or 1.234; write it without a sign between thousands"),
    (NUMBER, "1.234", "“1.234” could be 1234 or 1.234; write it without a sign between thousands"),
    (NUMBER, "10-20", f"“10-20” {RANGE}"), (NUMBER, "10 – 20", f"“10 – 20” {RANGE}"),
    (NUMBER, "10 to 20", f"“10 to 20” {RANGE}"), (NUMBER, "10..20", f"“10..20” {RANGE}"),
    (DONE, "50 - 60 %", f"“50 - 60 %” {RANGE}"), (MONEY, "10-20 EUR", f"“10-20 EUR” {RANGE}"),
    *((NUMBER, text, f"“{text}” {NOT_A_NUMBER}") for text in (
        "10 20", "1 2 3", "1234 567", "1,2,3", "1.2,3.4", "12,345,67", "5-", "--5", "1e5", "12 people", "about 12",
        "1/2", "½", "NaN", "∞", "1_000", "$5",
    )),
    (DONE, "%", f"“%” {NOT_A_NUMBER}"), (MONEY, "EUR", f"“EUR” {NOT_A_NUMBER}"),
    (MONEY, "1250.- CHF", f"“1250.- CHF” {NOT_A_NUMBER}"),
    (NUMBER, "50 %", "“50 %” is a percentage where a plain number is wanted"),
    (NUMBER, True, "holds yes or no where a number is wanted"),
    (NUMBER, datetime.date(2026, 10, 20), "holds the date or time 2026-10-20 where a number is wanted"),
    (NUMBER, datetime.time(12, 30), "holds the date or time 12:30:00 where a number is wanted"),
    (NUMBER, 1e300, "is too large or too fine to keep exactly"),
    (COUNT, 1.5, "has to be a whole number"), (COUNT, "-1", "has to be 0 or more"),
    (DONE, "0.5", "“0.5” could be 0.5 % or 50 %; write the sign"), (DONE, 130.0, "has to be 100 or less"),
    *((NUMBER, text, f"holds the error {text}; write there what is meant") for text in (
        "#N/A", "#NV", "#REF!", "#WERT!", "#NOM?", "#¡VALOR!", "#¿NOMBRE?", "#DIV/0!", "#SPILL!", "Err:502",
    )),
    (WORDS, "#NAME?", "holds the error #NAME?; write there what is meant"),
    (NUMBER, "#UNKNOWN!", "holds a formula that no program has worked out; write the value itself"),
    *((DAY, text, f"“{text}” {NOT_A_DATE}") for text in (
        "soon", "31/02/2026", "99/99/2027", "12:30", "45000", "20270331", "3 brumaire 2027", "31st",
    )),
    *((DAY, text, f"“{text}” {NO_DAY}") for text in ("May 2027", "05/2027", "2027-03", "2027", "Q2 2027")),
    *((DAY, text, f"“{text}” {SEVERAL}") for text in (
        "1-5 May 2027", "1 May - 5 May 2027", "1/5/2027 - 3/5/2027", "1 to 5 May 2027",
    )),
    (DAY, "31.12.99", "“31.12.99” could be in two centuries; write the year in full, like 2027-03-31"),
    (DAY, 45000.0, "holds 45000, the number behind the date 2023-03-15; write the date itself"),
    (DAY, 2027.0, "holds 2027, which is no date; write one like 2027-03-31"),
    (DAY, True, "holds TRUE, which is no date; write one like 2027-03-31"),
    (DAY, datetime.time(1), "holds 01:00:00, which is no date; write one like 2027-03-31"),
    (DAY, datetime.date(9999, 12, 31), "has the year 9999; check the date"),
    (MONEY, "$5", "“$5” does not say which currency; write it with letters, such as 1250.50 EUR"),
    (MONEY, "5 Euros", "“EUROS” is not a currency; use three letters, such as EUR"),
    (MONEY, "5 XYZ", "“XYZ” is not a currency; use three letters, such as EUR"),
    (MONEY, "5 EUR 6 USD", "“5 EUR 6 USD” is not an amount; write it like 1250.50 EUR"),
    (MONEY, "(5) EUR", "has to be 0 or more"), (MONEY, False, "holds FALSE where an amount is wanted"),
    (WORDS, "a\x01b", "has characters that cannot be shown; type the text again"),
]  # fmt: skip


def read(which: Which, cell: Cell, order: DayOrder = "", language: str = "en", currency: str = "EUR") -> Any:
    """Read a cell as a tracker does; return the plain form."""
    field: Field = RECORD_TYPES[which[0]].by_name[which[1]]
    value = read_cell(field, cell, Typing(Reading(Formats(language)), order, currency))
    return KINDS[field.kind].to_plain(value)


@pytest.mark.parametrize(("which", "cell", "meant"), READ)
def test_what_can_only_mean_one_thing_is_read(which: Which, cell: Cell, meant: Any) -> None:
    got = read(which, cell)
    if which in (NUMBER, SCORE) and meant is not None:
        assert Decimal(got) == Decimal(meant)
    else:
        assert got == meant


@pytest.mark.parametrize(("which", "cell", "sentence"), REFUSED)
def test_what_cannot_be_read_is_refused_with_what_would_be_right(which: Which, cell: Cell, sentence: str) -> None:
    with pytest.raises(Unacceptable) as refused:
        read(which, cell)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("text", ["03/04/2027", "3.4.27", "3-4-2027", "٠٣/٠٤/٢٠٢٧", " 03 / 04 / 2027 "])
def test_a_date_that_could_be_two_days_is_asked_about(text: str) -> None:
    with pytest.raises(Unsure):
        read(DAY, text)
    assert read(DAY, text, "day") == "2027-04-03"
    assert read(DAY, text, "month") == "2027-03-04"


def test_an_answer_to_the_order_of_dates_settles_nothing_that_can_only_be_one_day() -> None:
    assert read(DAY, "31/03/2027", "month") == "2027-03-31"
    assert read(DAY, "03/31/2027", "day") == "2027-03-31"


def test_months_are_read_in_the_language_of_the_tracker_and_in_english() -> None:
    assert read(DAY, "1 de maio de 2027", language="pt") == "2027-05-01"
    assert read(DAY, "3 avril 2027", language="fr") == "2027-04-03"
    assert read(DAY, "3 April 2027", language="ar") == "2027-04-03"


def test_an_amount_without_any_currency_asks_for_one() -> None:
    with pytest.raises(Unacceptable, match="needs its currency, such as"):
        read(MONEY, 5.0, currency="")
