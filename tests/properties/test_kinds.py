"""All kinds of field as one family: what is accepted survives every form it takes, and any text gets an answer."""

import contextlib
import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.sittings import values_for
from workbook.book import Book
from workbook.fields import Field
from workbook.formats import Formats
from workbook.kinds import KINDS, Reading, Unacceptable, kind_of
from workbook.money import Money
from workbook.records import RECORD_TYPES

FIELDS = [field for record_type in RECORD_TYPES.values() for field in record_type.fields]
BY_KIND = {field.kind: field for field in FIELDS}
LANGUAGES = st.sampled_from(["en", "en-GB", "fr", "de", "pt", "es", "ar", "xx-nowhere", ""])


def test_every_field_has_a_kind_and_every_kind_a_field() -> None:
    assert {field.kind for field in FIELDS} == set(KINDS)


def test_every_field_says_its_title_and_knows_its_vocabulary_or_target() -> None:
    for field in FIELDS:
        assert field.title
        assert bool(field.vocabulary) == (field.kind in ("choice", "choices")), field
        assert (field.target in RECORD_TYPES) == field.is_reference, field
        assert field.default == kind_of(field).accept(field, field.default)


@given(st.sampled_from(FIELDS).flatmap(lambda field: st.tuples(st.just(field), values_for(field, Book.empty()))))
def test_an_accepted_value_survives_its_plain_form(pair: tuple[Field, object]) -> None:
    field, value = pair
    kind = kind_of(field)
    accepted = kind.accept(field, value)
    assert kind.accept(field, accepted) == accepted
    assert kind.from_plain(field, kind.to_plain(accepted)) == accepted


@given(st.sampled_from(sorted(BY_KIND)), st.text(max_size=30), LANGUAGES)
def test_any_text_is_read_or_refused_with_a_sentence(kind_name: str, text: str, language: str) -> None:
    field = BY_KIND[kind_name]
    with contextlib.suppress(Unacceptable):
        value = KINDS[kind_name].read(field, text, Reading(Formats(language)))
        assert KINDS[kind_name].accept(field, value) == value


@given(
    st.sampled_from(FIELDS),
    st.one_of(st.none(), st.integers(), st.floats(), st.text(), st.lists(st.text()), st.booleans(), st.binary()),
)
def test_any_plain_value_is_taken_or_refused_with_a_sentence(field: Field, plain: object) -> None:
    kind = kind_of(field)
    with contextlib.suppress(Unacceptable):
        value = kind.from_plain(field, plain)
        assert kind.from_plain(field, kind.to_plain(value)) == value


@given(st.sampled_from(["number", "percent", "date"]), st.data(), LANGUAGES)
def test_what_is_shown_can_be_typed_again(kind_name: str, data: st.DataObject, language: str) -> None:
    field, kind = BY_KIND[kind_name], KINDS[kind_name]
    reading = Reading(Formats(language))
    value = kind.accept(field, data.draw(values_for(field, Book.empty())))
    assert kind.read(field, kind.show(field, value, reading), reading) == value


@pytest.mark.parametrize(
    ("kind_name", "typed", "language", "value"),
    [
        ("number", "1,234.5", "en", Decimal("1234.5")),
        ("number", "1.234,5", "de", Decimal("1234.5")),
        ("date", "2027-03-31", "fr", datetime.date(2027, 3, 31)),
        ("date", "31/03/2027", "en-GB", datetime.date(2027, 3, 31)),
        ("date", "31 mars 2027", "fr", datetime.date(2027, 3, 31)),
        ("date", "Mar 31, 2027", "en", datetime.date(2027, 3, 31)),
        ("money", "1250.50 eur", "en", Money(Decimal("1250.50"), "EUR")),
        ("money", "GBP 1,000", "en", Money(Decimal(1000), "GBP")),
        ("percent", "12.5 %", "en", Decimal("12.5")),
        ("flag", "yes", "en", True),
    ],
)
def test_people_type_as_their_language_writes(kind_name: str, typed: str, language: str, value: object) -> None:
    assert KINDS[kind_name].read(BY_KIND[kind_name], typed, Reading(Formats(language))) == value


@pytest.mark.parametrize(
    ("kind_name", "typed", "part"),
    [
        ("whole", "2.5", "whole number"),
        ("number", "lots", "not a number"),
        ("money", "100", "needs its currency"),
        ("money", "100 ABQ", "not a currency"),
        ("money", "twelve", "write it like “1250.50 EUR”"),
        ("date", "soon", "not a date"),
        ("date", "0026-01-01", "check the date"),
        ("choice", "nonsense", "allowed are"),
        ("flag", "perhaps", "neither yes nor no"),
        ("line", "a\x00b", "cannot be shown"),
        ("line", "x" * 501, "longer than 500"),
        ("number", "9" * 40, "too large"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words(kind_name: str, typed: str, part: str) -> None:
    with pytest.raises(Unacceptable, match=part):
        KINDS[kind_name].read(BY_KIND[kind_name], typed, Reading(Formats("en")))


def test_a_year_has_four_digits_and_zero_is_not_blank() -> None:
    number = BY_KIND["number"]
    assert KINDS["number"].show(number, Decimal(0), Reading()) == "0"
    assert not KINDS["number"].is_blank(Decimal(0))
    assert KINDS["number"].show(number, None, Reading()) == ""
