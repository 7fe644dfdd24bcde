"""Findings of a large plan: looked at aside, and brought up to what changed meanwhile."""

import pytest
from pytestqt.qtbot import QtBot

from ui import findings
from ui.bridge import Bridge
from ui.findings import Findings
from workbook.operations import AddRecord


@pytest.fixture(autouse=True)
def _everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "AT_ONCE", 0)


def test_a_large_plan_is_looked_at_aside(qtbot: QtBot, bridge: Bridge) -> None:
    assert bridge.do(AddRecord("plan", {"title": "Large"}))
    assert bridge.do(AddRecord("objectives", {"statement": "First"}))
    found = Findings(bridge)
    with qtbot.waitSignal(found.changed):
        found.refresh()
        waited = found.is_ready
        second = AddRecord("objectives", {"statement": "Second"})
        assert bridge.do(second)
    assert not waited, "the window goes on meanwhile"
    assert found.is_ready
    assert found.of_record("objectives", second.record_id), "what changed meanwhile is looked at as well"
    found.close()


def test_a_large_change_is_looked_at_aside_too(qtbot: QtBot, bridge: Bridge) -> None:
    assert bridge.do(AddRecord("plan", {"title": "Small"}))
    found = Findings(bridge)
    with qtbot.waitSignal(found.changed):
        found.refresh()
    many = AddRecord("objectives", {"statement": "One of many"})
    assert bridge.do(many)
    with qtbot.waitSignal(found.changed):
        found.refresh()
        assert not found.of_record("objectives", many.record_id), "the window goes on meanwhile"
    assert found.of_record("objectives", many.record_id)
    found.close()


def test_closing_waits_for_what_is_being_looked_at(qtbot: QtBot, bridge: Bridge) -> None:
    assert bridge.do(AddRecord("plan", {"title": "Large"}))
    found = Findings(bridge)
    found.refresh()
    found.close()
    qtbot.wait(20)
    assert not found.is_ready
