"""Who may be there already: names written differently, the same e-mail, and what is not alike."""

import pytest

from tests.workbook.checks.building import Builder
from workbook.similarity import CLOSE_ENOUGH, SimilarRecords, likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("City Museum", "city  museum"),
        ("Café Société asbl", "Cafe Societe"),
        ("Brightrail Software GmbH", "Brightrail Software"),
        ("Nachtschicht e.V.", "Nachtschicht"),
        ("Univ. of Aarhus", "Aarhus University"),
        ("Theater am Hafen", "Theatre am Hafen, Inc."),
        ("Museum of the City", "City Museum"),
        ("Łódź Film & Design Centre", "Lodz Film and Design Center"),
    ],
)
def test_one_name_written_in_two_ways_is_the_same(one: str, other: str) -> None:
    assert likeness(one, other) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Traders’ Association", "Traders Asociation"), ("City Museum", "City Museum of Transport")],
)
def test_slips_and_longer_forms_are_close(one: str, other: str) -> None:
    assert CLOSE_ENOUGH <= likeness(one, other) < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("City Museum", "City Library"), ("Planning Department", "Culture Department"), ("", "City Museum"), ("-", "-")],
)
def test_names_of_others_are_not_alike(one: str, other: str) -> None:
    assert likeness(one, other) < CLOSE_ENOUGH


def test_a_name_that_is_all_legal_form_is_still_a_name() -> None:
    assert likeness("SAS", "SAS") == 1
    assert likeness("SAS", "GmbH") < CLOSE_ENOUGH


def test_partners_are_found_by_any_of_their_names_and_never_themselves() -> None:
    builder = Builder()
    museum = builder.partner("City Museum", legal_name="Stiftung Stadtmuseum")
    builder.partner("Library")
    similar = SimilarRecords(builder.book, "partners")
    assert [one.record.id for one in similar.find({"name": "stiftung stadtmuseum e.V."})] == [museum]
    assert similar.find({"name": "City Museum"}, but=museum) == ()
    assert similar.find({"name": "Ci"}) == ()


def test_contacts_are_found_by_name_and_by_address() -> None:
    builder = Builder()
    museum = builder.partner()
    ada = builder.add("contacts", name="Ada Okafor", partner=museum, email="ada@museum.example")
    similar = SimilarRecords(builder.book, "contacts")
    assert similar.find({"name": "Okafor, Ada"})[0].why == "the same name"
    (by_address,) = similar.find({"name": "A. O.", "email": " Ada@Museum.example"})
    assert (by_address.record.id, by_address.why) == (ada, "the same e-mail address")
