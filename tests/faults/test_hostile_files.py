"""Files that were made to do harm, at every door: one sentence each, soon, and the open workbook stays as it is.

Each door is a process of its own with little memory and without a network (`tests.faults.hostile`); what comes of each
file there is looked at here. Files of others that lie beside the clone come to the same doors.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from tests.faults.hostile.doors import DOORS
from tests.faults.hostile.made import doors_for, made_files
from tests.faults.hostile.trying import Outcome, good_workbook, offered

OTHERS = Path(__file__).parents[3] / "shared" / "real" / "hostile"
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are set and read as Linux has them"),
    pytest.mark.xdist_group("hostile files"),  # they are offered to every door once, and looked at by each test
]
MAY_BE_TAKEN = (
    "bomb in a bomb.xlsx",  # what is packed in a part stays packed
    "names that lead out.xlsx",  # nothing is ever unpacked onto the disk
    "links to the network.xlsx",
    "vast by its own word.xlsx",
    "many styles.xlsx",
    "seven bits.csv",
    "one quotation mark.csv",
    "number that is none.gan",
    "another level that is no number.xml",
)
"""Hostile files that hold a table all the same: nothing in them is followed or believed."""


def trials_of(files: Iterable[Path]) -> dict[str, list[Path]]:
    trials: dict[str, list[Path]] = {door: [] for door in DOORS}
    for path in files:
        for door in doors_for(path):
            trials[door].append(path)
    return trials


def told(outcomes: Iterable[Outcome]) -> Sequence[str]:
    return [str(outcome) for outcome in outcomes if outcome.faults]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    trying, making = tmp_path_factory.mktemp("trying"), tmp_path_factory.mktemp("making")
    return list(offered(trials_of(made_files(making, good_workbook(trying))), trying))


def test_each_is_told_in_one_sentence_soon_within_little_memory_and_changes_nothing(outcomes: list[Outcome]) -> None:
    assert told(outcomes) == []
    assert {outcome.door for outcome in outcomes} == set(DOORS)


def test_no_spreadsheet_is_taken_that_is_none(outcomes: list[Outcome]) -> None:
    taken = {outcome.file for outcome in outcomes if outcome.door == "spreadsheet" and outcome.status == 0}
    assert taken <= set(MAY_BE_TAKEN)
    assert not [one for one in outcomes if one.door == "form" and one.status == 0]


@pytest.mark.parametrize(
    ("file", "door", "said"),
    [
        ("bomb, flat.xlsx", "spreadsheet", "The file unpacks to far more than a spreadsheet may"),
        ("bomb, flat.xlsx", "tracker", "The file unpacks to far more than a tracker may"),
        ("bomb that says it is small.xlsx", "tracker", "damaged"),
        ("bomb packed with bzip2.xlsx", "spreadsheet", "packed as no spreadsheet is"),
        ("one part twice.xlsx", "spreadsheet", "packed as no spreadsheet is"),
        ("laughing strings.xlsx", "spreadsheet", "entities"),
        ("laughing in two bytes.xlsx", "tracker", "written as no spreadsheet is"),
        ("cell at the end.xlsx", "spreadsheet", "row 1,048,576 and column 16,384"),
        ("cell at the end in other quotes.xlsx", "tracker", "row 999,999 and column 16,384"),
        ("joined on each other.xlsx", "spreadsheet", "Joined cells lie on each other"),
        ("many sheets.xlsx", "spreadsheet", "more than 250 sheets"),
        ("one cell.csv", "spreadsheet", "a cell is far too long"),
        ("laughing.yaml", "YAML plan", "anchors"),
        ("deep.json", "JSON plan", "nested too deeply"),
        ("workbook with a trigger.cpw", "merge it", "foreign trigger"),
        ("workbook with another number.cpw", "history", "step 9223372036854775807 of its history is none"),
        ("tracker of a state that is no number.xlsx", "tracker", "not a tracker made by this program"),
        ("a pipe", "spreadsheet", "a device or a pipe"),
    ],
)
def test_the_sentence_says_what_is_wrong(file: str, door: str, said: str, outcomes: list[Outcome]) -> None:
    (outcome,) = [one for one in outcomes if (one.file, one.door) == (file, door)]
    assert said in outcome.said


@pytest.mark.skipif(not OTHERS.is_dir(), reason="the collection of hostile files is not beside this clone")
def test_files_of_others_are_told_the_same_way(tmp_path: Path) -> None:
    good_workbook(tmp_path)
    files = sorted(path for path in OTHERS.rglob("*") if path.is_file())
    assert told(offered(trials_of(files), tmp_path)) == []
