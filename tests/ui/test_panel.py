"""Panels keep up with the book while they are seen, and do no work while they are not."""

from ui.desk import Desk
from ui.pages.panel import Panel
from workbook.changes import ChangeSet
from workbook.operations import AddRecord


class Counting(Panel):
    """Says what it was asked to show."""

    def __init__(self, desk: Desk, *types: str) -> None:
        super().__init__(desk)
        self.shown: list[str] = []
        self.follow(*types)

    def show_book(self) -> None:
        self.shown.append(f"{self.desk.bridge.book.count('partners')} partners")


class Stepwise(Counting):
    def show_change(self, change_set: ChangeSet) -> None:
        self.shown.append("+".join(change.type for change in change_set.changes))


def test_a_panel_is_written_once_when_seen_and_then_after_each_change_that_concerns_it(desk: Desk) -> None:
    def add(name: str) -> None:
        field = "name" if name == "partners" else "statement"
        assert desk.bridge.do(AddRecord(name, {field: "New"}))

    panel, every, steps = Counting(desk, "partners"), Counting(desk), Stepwise(desk, "partners")
    add("partners")
    add("partners")
    assert panel.shown == every.shown == steps.shown == []
    for one in (panel, every, steps):
        one.show()
    assert panel.shown == every.shown == steps.shown == ["2 partners"]
    add("objectives")
    add("partners")
    assert panel.shown == ["2 partners", "3 partners"]
    assert every.shown == ["2 partners", "2 partners", "3 partners"]
    assert steps.shown == ["2 partners", "partners"]
    panel.hide()
    add("objectives")
    panel.show()
    assert panel.shown == ["2 partners", "3 partners"]
    panel.hide()
    add("partners")
    assert len(panel.shown) == 2
    panel.show()
    assert panel.shown == ["2 partners", "3 partners", "4 partners"]
    for one in (panel, every, steps):
        one.close()
        one.deleteLater()
