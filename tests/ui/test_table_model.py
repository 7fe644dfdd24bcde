"""The model of a table says exactly what happens to its rows, whatever happens; Qt's own tester watches it."""

import random

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from ui.bridge import Bridge
from ui.findings import Findings
from ui.tables.model import RecordModel
from ui.tables.rows import Rows
from workbook.operations import AddRecord, EditRecord, EditSeveral, RemoveRecords
from workbook.records import Partner

COLUMNS = ("code", "name", "sector", "level")
LEVELS = ("local", "national", "regional", None)


@pytest.fixture
def model(bridge: Bridge) -> RecordModel:
    return RecordModel(bridge, Findings(bridge), "partners", COLUMNS)


def anew(model: RecordModel) -> Rows:
    """The same rows, worked out from nothing."""
    rows, held = Rows(model.bridge, "partners", COLUMNS), model.rows
    rows.group, rows.folded, rows.order, rows.wanted = held.group, held.folded, held.order, held.wanted
    rows.arrange()
    return rows


def step(bridge: Bridge, model: RecordModel, chance: random.Random) -> None:
    partners = bridge.book.all(Partner)
    what = chance.randrange(6)
    level = chance.choice(LEVELS)
    if what == 0 and model.rows.groups:
        group = chance.choice(list(model.rows.groups.values()))
        model.fold(group, folded=not model.rows.is_folded(group))
    elif what == 1 and partners:
        bridge.do(RemoveRecords("partners", (chance.choice(partners).id,)))
    elif what in (2, 3) and partners:
        bridge.do(EditRecord("partners", chance.choice(partners).id, {"level": level}))
    elif what == 4 and bridge.workbook.next_undo is not None:
        bridge.undo()
    else:
        bridge.do(AddRecord("partners", {"name": f"Partner {chance.randrange(99)}", "level": level}))


@pytest.mark.parametrize("seed", range(4))
def test_rows_in_groups_stay_what_they_would_be_if_worked_out_anew(
    bridge: Bridge, model: RecordModel, seed: int
) -> None:
    chance = random.Random(seed)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.group_by("level" if seed % 2 == 0 else "sector")
    for _ in range(120):
        step(bridge, model, chance)
        expected = anew(model)
        assert sorted(model.rows.ids) == sorted(expected.ids)
        assert model.rows.total == expected.total == sum(len(one.members) for one in model.rows.groups.values())
        assert list(model.rows.groups) == list(expected.groups)
        for group in model.rows.groups.values():
            at = model.rows.place(group.id) + 1
            shown = [] if model.rows.is_folded(group) else group.members
            assert model.rows.ids[at : at + len(shown)] == shown
            assert sorted(group.members) == sorted(expected.groups[group.id].members)
    tester.deleteLater()


def test_the_cursor_stays_with_its_record(bridge: Bridge, model: RecordModel) -> None:
    for number in range(6):
        bridge.do(AddRecord("partners", {"name": f"Partner {number}", "level": LEVELS[number % 3]}))
    model.group_by("level")
    second = bridge.book.all(Partner)[1].id
    held = QPersistentModelIndex(model.index(model.rows.place(second), 1))
    for level in (*LEVELS, "local"):
        bridge.do(EditRecord("partners", second, {"level": level}))
        assert model.rows.ids[held.row()] == second
    model.order_by("name", descending=True)
    assert model.rows.ids[held.row()] == second


def test_a_new_record_that_a_filter_hides_is_not_shown(bridge: Bridge, model: RecordModel) -> None:
    model.want({"level": frozenset({"local"})})
    bridge.do(AddRecord("partners", {"name": "Near", "level": "local"}))
    bridge.do(AddRecord("partners", {"name": "Far", "level": "national"}))
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == ["Near"]
    bridge.do(EditSeveral("partners", {one.id: {"level": "national"} for one in bridge.book.all(Partner)}))
    assert model.rowCount() == 1  # an edited row stays where it is, until the filter is looked at anew
    model.want({})
    model.want({"level": frozenset({"local"})})
    assert model.rowCount() == 0
