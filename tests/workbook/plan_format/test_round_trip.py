"""Export then import gives the same plan, record for record, whatever was done to it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.plans import Maker, case, example
from tests.properties.sittings import sound, starter, work
from workbook.book import PLAN_ID, Book
from workbook.operations import AddRecord, EditRecord, RemoveRecords
from workbook.operations.importing import ImportPlan
from workbook.plan_format import read_plan, to_plan
from workbook.plan_format.addresses import addresses_in, codes_in, ordered
from workbook.plan_format.layout import FIELDS, TYPES, has_code


def told(book: Book) -> dict[str, list[dict[str, Any]]]:
    """Every record with every field of the format, ids replaced by what they stand for."""
    codes = codes_in(book)
    names = {**addresses_in(book, codes), "": ""}

    def value(held: Any) -> Any:
        if isinstance(held, tuple):
            return [names.get(item, item) for item in held]
        return names.get(held, held) if isinstance(held, str) else held

    found = {}
    for record_type in TYPES:
        rows = []
        for record in ordered(book, record_type):
            row = {field.name: value(getattr(record, field.name)) for field in FIELDS[record_type.name].values()}
            if has_code(record_type):
                row["code"] = codes[record.id]
            rows.append(row)
        found[record_type.name] = rows
    return found


def lasting(book: Book) -> Book:
    """The book without what points at nothing: nobody can say of which record that was."""
    known = addresses_in(book, codes_in(book))
    for record in book.records("acceptances"):
        if getattr(record, "record_id", "") not in ("", *known):
            book = book.apply(RemoveRecords("acceptances", (record.id,)).plan(book))
    for record in book.records("attachments"):
        if getattr(record, "record_id", "") not in ("", *known):
            book = book.apply(EditRecord("attachments", record.id, {"record_id": ""}).plan(book))
    for record in book.records("translations"):
        if getattr(record, "record_id", "") not in ("", *known):
            book = book.apply(RemoveRecords("translations", (record.id,)).plan(book))
    return book


def imported(document: object) -> Book:
    return Book.empty().apply(read_plan(document))


@given(st.data())
def test_random_work_comes_back_record_for_record(data: st.DataObject) -> None:
    workbook = starter()
    work(workbook, data, 20)
    book = lasting(workbook.book)
    again = imported(to_plan(book))
    sound(again)
    assert told(again) == told(book)
    assert to_plan(again) == to_plan(book)


@given(st.data())
def test_importing_what_was_exported_changes_nothing(data: st.DataObject) -> None:
    workbook = starter()
    work(workbook, data, 20)
    book = imported(to_plan(workbook.book))
    assert read_plan(to_plan(book), book) == ()


@pytest.mark.parametrize("name", ["bradford_2025", "parramatta_2012", ""])
def test_real_plans_come_back(name: str) -> None:
    book = case(name) if name else example()
    again = imported(to_plan(book))
    assert told(again) == told(book)
    assert read_plan(to_plan(book), book) == ()


def test_what_points_at_any_record_survives_the_change_of_ids() -> None:
    maker = Maker().plan(title="Lab")
    partner = maker.add("partners", name="Museum", code="P/1 50%")
    activity = maker.add("activities", title="Open")
    maker.add("responsibilities", activity=activity, partner=partner, letters=("A",))
    session = maker.add("training_sessions", title="Course")
    for name in ("Ana", "Ana", "Ben"):
        maker.add("participants", session=session, name=name)
    cell = maker.book.records("responsibilities")[0].id
    ben = maker.book.records("participants")[2].id
    maker.add("attachments", name="scan.pdf", record_type="partners", record_id=partner)
    for place, target in enumerate((partner, cell, ben, PLAN_ID, "", maker.book.records("attachments")[0].id)):
        maker.book = maker.book.apply(
            AddRecord("acceptances", {"rule": f"X{place}", "record_id": target, "reason": "fine"}).plan(maker.book)
        )
    plan = to_plan(maker.book)
    assert [item.get("record") for item in plan["acceptances"]] == [
        "partners/P%2F1 50%25",
        "responsibilities/A-01/P%2F1 50%25",
        "participants[2]",
        "plan",
        None,
        "attachments/AT-01",
    ]
    again = imported(plan)
    assert told(again) == told(maker.book)
    named = again.get("participants", getattr(again.records("acceptances")[0], "record_id", ""))
    held = {getattr(record, "rule", ""): getattr(record, "record_id", "") for record in again.records("acceptances")}
    assert getattr(again.get("participants", held["X2"]), "name", "") == "Ben", named


def test_a_code_that_is_missing_or_taken_twice_is_given_anew() -> None:
    maker = Maker()
    first = maker.add("partners", name="Museum", code="P-07")
    second = maker.add("partners", name="School")
    maker.add("contacts", partner=second, name="Ana")
    book = maker.book.apply(EditRecord("partners", second, {"code": ""}).plan(maker.book))
    plan = to_plan(book)
    assert [item["code"] for item in plan["partners"]] == ["P-07", "P-08"]
    assert plan["contacts"][0]["partner"] == "P-08"
    assert first


def test_states_of_another_file_stay_behind() -> None:
    maker = Maker()
    maker.add("agreements", title="MoU", level="mou", sealed_state=4, sealed_hash="abc")
    maker.add("snapshots", name="Before the summer", state=4)
    maker.add("reports", title="Report", sealed_state=4, sealed_hash="abc")
    plan = to_plan(maker.book)
    maker.add("seals", title="MoU", state=4, state_hash="abc")
    assert "snapshots" not in plan
    assert "seals" not in to_plan(maker.book)
    assert not {"sealed_state", "sealed_hash", "issued_at"} & {key for item in plan["agreements"] for key in item}
    assert not {"sealed_state", "sealed_hash", "issued_at"} & {key for item in plan["reports"] for key in item}


def test_without_names_nobody_is_named_and_the_plan_can_still_be_read() -> None:
    maker = Maker().plan(title="Lab")
    partner = maker.add("partners", name="Museum")
    ana = maker.add("contacts", partner=partner, name="Ana Secret", email="ana@secret.example", phone="+44 secret")
    maker.add("activities", title="Open", owner=ana)
    session = maker.add("training_sessions", title="Course")
    maker.add("participants", session=session, name="Ben Secret")
    plan = to_plan(maker.book, personal=False)
    assert "ecret" not in str(plan)
    assert plan["contacts"] == [{"code": "K-01", "partner": "P-01", "name": "K-01"}]
    assert plan["activities"][0]["owner"] == "K-01"
    assert imported(plan).count("participants") == 0


def test_without_names_answers_given_in_confidence_are_left_out_and_importing_it_forgets_nothing() -> None:
    maker = Maker().plan(title="Lab")
    partner = maker.add("partners", name="Museum")
    maker.add("contacts", partner=partner, name="Ana", email="ana@museum.example")
    quiet, open_ = (maker.add("health_rounds", title=title, show_single=title == "Open") for title in ("Quiet", "Open"))
    for round_ in (quiet, open_):
        maker.add("health_responses", round=round_, partner=partner, statement="s01", score=2, comment="Nobody listens")
    plan = to_plan(maker.book, personal=False)
    assert [answer["round"] for answer in plan["health_responses"]] == ["H-02"]
    assert len(to_plan(maker.book)["health_responses"]) == 2
    assert read_plan(plan, maker.book) == ()


def test_nothing_gives_a_plan_of_nothing() -> None:
    assert to_plan(Book.empty()) == {"format": "creative-partnership-plan", "version": 1}
    assert read_plan(to_plan(Book.empty())) == ()


def test_an_import_adds_and_edits_by_code_in_one_step_and_removes_nothing() -> None:
    maker = Maker().plan(title="Lab", vision="Kept")
    museum = maker.add("partners", name="Museum", website="https://museum.example")
    maker.add("partners", name="School")
    activity = maker.add("activities", title="Open")
    maker.add("responsibilities", activity=activity, partner=museum, letters=("A",), note="kept")
    document = {
        "format": "creative-partnership-plan",
        "version": 1,
        "plan": {"title": "Laboratory"},
        "partners": [{"code": "p-01", "name": "City Museum", "website": None}, {"name": "Library"}],
        "responsibilities": [
            {"activity": "A-01", "partner": "P-01", "letters": ["A", "R"]},
            {"activity": "A-01", "partner": "P-02", "letters": ["C"]},
        ],
    }
    operation = ImportPlan(document, "plan.yaml")
    changes = operation.plan(maker.book)
    after = maker.book.apply(changes)
    assert [change.action for change in changes] == ["edited", "edited", "added", "edited", "added"]
    assert (after.plan.title, after.plan.vision) == ("Laboratory", "Kept")
    partners = [
        (getattr(p, "code", ""), getattr(p, "name", ""), getattr(p, "website", "")) for p in after.records("partners")
    ]
    assert ("p-01", "City Museum", "") in partners
    assert ("P-03", "Library", "") in partners
    assert len(partners) == 3
    assert {getattr(cell, "note", "") for cell in after.records("responsibilities")} == {"kept", ""}
    assert operation.values == {"name": "plan.yaml"}
    assert ImportPlan(to_plan(after), "again").plan(after) == ()
