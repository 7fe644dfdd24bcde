"""The main job on a real partnership: Bradford 2025, from the plan file to every document."""

import datetime
import json
from decimal import Decimal
from pathlib import Path

import pytest

from exports import plan
from storage import open_workbook
from tests.journeys.reading import pages_of, rows_of
from ui.command_line import main
from workbook.measures.capacity import people_trained
from workbook.measures.indicators import progress
from workbook.measures.resources import value_of
from workbook.money import Money
from workbook.operations.importing import ImportPlan
from workbook.records import CapacityAction, Indicator, Reading, Resource, TrainingSession
from workbook.workbook import Author

CASE = Path(__file__).parents[1] / "cases" / "bradford_2025.yaml"


@pytest.fixture(scope="module")
def workbook_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bradford") / "Bradford 2025.cpw"
    assert main(["new", str(path), "--from", str(CASE)]) == 0
    return path


def test_the_announced_grants_of_july_2023_add_up(workbook_file: Path) -> None:
    with open_workbook(workbook_file, Author("reader"), read_only=True) as opened:
        lines = [line for line in opened.workbook.book.all(Resource) if line.period == "announced 2023-07"]
        values = [value_of(line) for line in lines]
    assert len(lines) == 3
    total = Money(Decimal(0), "GBP")
    for value in values:
        assert value is not None
        total += value
    assert total == Money(Decimal(19_950_000), "GBP")


def test_every_indicator_has_its_target_and_reading_and_none_is_no_data(workbook_file: Path) -> None:
    with open_workbook(workbook_file, Author("reader"), read_only=True) as opened:
        book = opened.workbook.book
    by_title = {indicator.title: indicator for indicator in book.all(Indicator)}
    day = datetime.date(2026, 4, 22)
    events = progress(book, by_title["Events"], day)
    assert (by_title["Events"].target, events.value) == (Decimal(1000), Decimal(9871))
    assert by_title["Tickets sold"].target is None
    for title in ("Creative health participants", "Schools engaged", "Visitors", "Extra visitor spend"):
        silent = progress(book, by_title[title], day)
        assert silent.value is None
        assert silent.rating == "no_data"
        assert book.where(Reading, indicator=by_title[title].id) == ()
    volunteers = by_title["Volunteers"]
    assert "3,780" in volunteers.note or "3780" in volunteers.note


def test_the_training_lines_are_there_with_the_people_trained(workbook_file: Path) -> None:
    with open_workbook(workbook_file, Author("reader"), read_only=True) as opened:
        book = opened.workbook.book
    people = {session.title: session.attended for session in book.all(TrainingSession)}
    assert 3891 in people.values()
    assert 177 in people.values()
    assert book.count("capacity_actions") == 14 == len({action.title for action in book.all(CapacityAction)})
    odd = next(session for session in book.all(TrainingSession) if session.title.startswith("Youth Skills"))
    assert odd.attended == 0
    assert "2,436" in odd.note
    assert people_trained(book).value == 4525


def test_its_documents_say_the_same(workbook_file: Path, tmp_path: Path) -> None:
    for what, name in (("agreement", "a.pdf"), ("report", "r.pdf"), ("tracker", "t.xlsx"), ("plan", "p.json")):
        assert main(["export", str(workbook_file), what, "-o", str(tmp_path / name)]) == 0
    report = " ".join(pages_of(tmp_path / "r.pdf"))
    assert "Bradford 2025" in report
    assert "9,871" in report
    assert "No data" in report
    agreement = " ".join(pages_of(tmp_path / "a.pdf"))
    assert "Arts Council England" in agreement
    assert "10,000,000" in agreement
    indicators = rows_of(tmp_path / "t.xlsx", "Indicators")
    assert any(row.get("Indicator") == "Events" for row in indicators)
    assert main(["check", str(workbook_file)]) == 0


def test_exported_and_imported_it_is_the_same_plan(workbook_file: Path, tmp_path: Path) -> None:
    for name in ("one.json", "one.yaml"):
        first, again = tmp_path / name, tmp_path / f"again-{name}"
        copy = tmp_path / f"{name}.cpw"
        assert main(["export", str(workbook_file), "plan", "-o", str(first)]) == 0
        assert main(["new", str(copy), "--from", str(first)]) == 0
        assert main(["export", str(copy), "plan", "-o", str(again)]) == 0
        assert first.read_bytes() == again.read_bytes()


def test_bringing_the_same_plan_in_again_changes_nothing(
    workbook_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(workbook_file), str(CASE), "--preview", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["added"], answer["edited"], answer["removed"]) == (0, 0, 0)
    document = plan.read(CASE.read_bytes(), CASE.name)
    with open_workbook(workbook_file, Author("reader"), read_only=True) as opened:
        assert ImportPlan(document, CASE.name).plan(opened.workbook.book) == ()
