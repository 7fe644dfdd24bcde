"""A real memorandum: Sydney Festival in Parramatta, which says of itself that it does not bind in law."""

from pathlib import Path

import pytest

from tests.journeys.reading import pages_of
from ui.command_line import main

CASE = Path(__file__).parents[1] / "cases" / "parramatta_2012.yaml"


@pytest.fixture(scope="module")
def memorandum(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("parramatta")
    path = folder / "Parramatta 2012.cpw"
    assert main(["new", str(path), "--from", str(CASE)]) == 0
    assert main(["export", str(path), "agreement", "-o", str(folder / "memorandum.pdf")]) == 0
    return pages_of(folder / "memorandum.pdf")


def test_the_memorandum_says_that_it_is_not_legally_binding(memorandum: list[str]) -> None:
    text = " ".join(memorandum).lower()
    assert "memorandum of understanding" in text
    assert "legally binding" in text
    assert "not" in text[text.index("legally binding") - 60 : text.index("legally binding")]


def test_it_names_its_parties_with_their_registration_numbers(memorandum: list[str]) -> None:
    text = " ".join(memorandum)
    for words in ("Sydney Festival Ltd", "ACN 070 285 344", "Parramatta City Council", "ABN 49 907 174 773"):
        assert words in text


def test_it_says_its_term_its_renewal_and_its_contributions(memorandum: list[str]) -> None:
    text = " ".join(memorandum)
    assert "2011" in text
    assert "2012" in text
    assert "review" in text
    assert "500,000" in text
    assert "AUD" in text


def test_every_page_says_which_it_is_and_where_it_comes_from(memorandum: list[str]) -> None:
    for number, page in enumerate(memorandum, start=1):
        assert f"{number} of {len(memorandum)}" in page
