"""Numbers as people write them, up to the largest and finest that a field takes."""

import datetime
from decimal import Decimal

import pytest

from exports.languages import formats_in
from workbook.formats import Formats
from workbook.isolating import without_isolates
from workbook.money import Money


@pytest.mark.parametrize("language", ["en", "de", "fr", "ar", "hi"])
@pytest.mark.parametrize("text", ["9" * 24, f"0.{'0' * 23}1", f"{'9' * 23}.5", "9e24", "1e-24", "0", "-12.345"])
def test_every_number_that_is_kept_can_be_shown(text: str, language: str) -> None:
    number = Decimal(text)
    formats = Formats(language)
    assert formats.number(number)
    assert formats.percent(number)
    assert formats.money(Money(number, "USD"))


def test_the_largest_amount_is_shown_to_the_last_digit() -> None:
    assert Formats("en").money(Money(Decimal("9" * 24), "USD")) == "USD " + ",".join(["999"] * 8)
    assert Formats("en").money(Money(Decimal("9" * 22 + ".25"), "USD")) == "USD 9," + ",".join(["999"] * 7) + ".25"


def test_portuguese_without_a_country_is_written_as_its_words_are() -> None:
    day = datetime.date(2026, 11, 6)
    assert Formats("pt").date(day) == Formats("pt-PT").date(day) == "06/11/2026"
    assert Formats("pt-BR").date(day) == "6 de nov. de 2026"


def test_names_stand_in_a_row_and_further_apart_where_one_has_parts_itself() -> None:
    english, arabic = Formats("en-GB"), formats_in("ar")

    assert english.listed(()) == ""
    assert english.listed(["Choir"]) == "Choir"
    assert english.listed(["City", "Choir", "School"]) == "City, Choir, School"
    assert english.listed(["City, culture office", "Choir"]) == "City, culture office; Choir"
    assert english.listed(["Artists: 12", "Others: 8"]) == "Artists: 12; Others: 8"
    assert arabic.listed(["المدرسة", "الجوقة"]) == "المدرسة، الجوقة"
    assert without_isolates(arabic.listed(["City, office", "الجوقة"])) == "City, office؛ الجوقة"
    assert formats_in("fr").listed(["Ville, culture", "École"]) == "Ville, culture\N{NO-BREAK SPACE}; École"
