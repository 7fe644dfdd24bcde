"""How a table is seen: columns, order, filters, groups; and that the workbook is seen so again next time."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.test_table_cells import choose, panel_of
from ui.pages.record_panel import RecordPanel
from ui.preferences import Preferences
from ui.session import Session
from ui.tables.columns_dialog import ColumnsDialog
from ui.tables.condition_popup import ConditionPopup
from ui.tables.rows import Rows
from ui.tables.writing import direction_flag
from ui.views import RolesView, TableView, Views
from ui.workspace import Workspace
from workbook.narrowing import Condition
from workbook.operations import AddRecord, EditRecord, EditSeveral, RemoveRecords
from workbook.records import Activity, Partner
from workbook.surfaces import TABLE_COLUMNS

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def partners(session: Session) -> RecordPanel:
    return panel_of(session, "partners")


def answering(answer: Callable[[ColumnsDialog], None]) -> None:
    def now() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ColumnsDialog):
            QTimer.singleShot(5, now)
            return
        answer(dialog)

    QTimer.singleShot(0, now)


def drawn(panel: RecordPanel) -> list[str]:
    """The rows as text: headings with their words, records by their codes."""
    rows = panel.model.rows
    found = []
    for row in range(panel.model.rowCount()):
        group, record = rows.heading(row), rows.record(row)
        found.append(panel.model.rows.said(group) if group is not None else str(getattr(record, "code", "")))
    return found


def titles(panel: RecordPanel) -> list[str]:
    model, header = panel.model, panel.view.horizontalHeader()
    places = range(model.columnCount())
    return [str(model.headerData(header.logicalIndex(place), Qt.Orientation.Horizontal)) for place in places]


def chips(panel: RecordPanel) -> list[str]:
    return [button.text() for button in panel.bar.findChildren(QPushButton) if button.isVisibleTo(panel.bar)]


def test_columns_are_chosen_and_moved_with_the_keyboard(partners: RecordPanel, workspace: Workspace) -> None:
    def answer(dialog: ColumnsDialog) -> None:
        names = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        assert names[:3] == ["Code", "Name", "Sector"]
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)
        dialog.list.setCurrentRow(2)
        QTest.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        dialog.list.setCurrentRow(names.index("Website"))
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    answering(answer)
    workspace.run("columns")
    assert titles(partners) == ["Sector", "Name", "Level", "Roles", "Status", "Internal approval", "Website"]
    assert partners.model.index(0, 1).data() == "Culture Department"
    workspace.run("as_usual")
    assert titles(partners)[:3] == ["Code", "Name", "Sector"]


def test_a_dragged_column_is_copied_where_it_is_seen(qtbot: QtBot, partners: RecordPanel) -> None:
    partners.view.horizontalHeader().moveSection(0, 2)
    qtbot.waitUntil(lambda: partners.model.rows.fields[0].name == "name")
    assert titles(partners)[:3] == ["Name", "Sector", "Code"]
    assert partners.view.horizontalHeader().visualIndex(2) == 2


def test_sorting_goes_round_from_the_keyboard_and_is_heard(partners: RecordPanel, workspace: Workspace) -> None:
    choose(partners, range(1), "name")
    usual = drawn(partners)
    role = Qt.ItemDataRole.AccessibleTextRole
    heard = []
    for _ in range(3):
        workspace.run("sort")
        heard.append(partners.model.headerData(1, Qt.Orientation.Horizontal, role))
    assert heard == ["Name, sorted upwards", "Name, sorted downwards", "Name"]
    assert drawn(partners) == usual


def test_a_click_on_a_title_sorts(partners: RecordPanel) -> None:
    header = partners.view.horizontalHeader()
    where = QPoint(header.sectionViewportPosition(1) + 20, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert partners.model.rows.order == ("name", False)


def test_values_are_chosen_from_a_list_with_counts(
    qtbot: QtBot, partners: RecordPanel, workspace: Workspace, session: Session
) -> None:
    choose(partners, range(1), "level")
    workspace.run("filter_values")
    popup = partners.arranging.filters.popup
    assert popup is not None
    offered = [popup.list.item(row).text() for row in range(popup.list.count())]
    local = [one.code for one in session.bridge.book.all(Partner) if one.level == "local"]
    assert f"Local  ({len(local)})" in offered
    popup.list.setCurrentRow(offered.index(f"Local  ({len(local)})"))
    QTest.keyClick(popup.list, Qt.Key.Key_Space)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: partners.arranging.filters.popup is None)
    assert drawn(partners) == local
    assert chips(partners) == ["Level: Local"]
    assert partners.tools.count.text() == f"{len(local)} of {len(session.bridge.book.all(Partner))} shown"
    QTest.keyClick(partners.bar.findChildren(QPushButton)[-1], Qt.Key.Key_Space)
    assert len(drawn(partners)) == session.bridge.book.count("partners")
    assert not partners.bar.isVisible()


def test_text_and_days_are_asked_for_with_the_keyboard_and_remembered(
    qtbot: QtBot, open_window: OpenWindow, workspace: Workspace, session: Session, preferences: Preferences
) -> None:
    activities = panel_of(session, "activities")

    def ask(name: str, way: str, *typed: str) -> ConditionPopup:
        choose(activities, range(1), name)
        workspace.run("filter_values")
        popup = activities.arranging.filters.conditions
        assert popup is not None
        assert popup.height() > popup.way.height()
        popup.way.setCurrentIndex(popup.way.findData(way))
        for line, text in zip((popup.first, popup.last), typed, strict=False):
            line.selectAll()
            QTest.keyClicks(line, text)
        QTest.keyClick(popup.first if typed else popup.way, Qt.Key.Key_Return)
        return popup

    first = session.bridge.book.all(Activity)[0]
    starting = [one.code for one in session.bridge.book.all(Activity) if one.start and one.start >= date(2026, 9, 1)]
    popup = ask("start", "range", "somewhen")
    assert popup.isVisible()
    assert popup.problem.text().startswith("“somewhen” is not a date")
    QTest.keyClick(popup.first, Qt.Key.Key_Escape)
    assert activities.arranging.filters.conditions is None
    assert chips(activities) == []
    ask("start", "range", "2026-09-01")
    assert sorted(drawn(activities)) == sorted(starting)
    ask("title", "lacks", first.title[:6].upper())
    assert first.code not in drawn(activities)
    qtbot.waitUntil(lambda: len(chips(activities)) == 3)
    shown = chips(activities)
    assert shown[1:] == [f"Activity does not contain “{first.title[:6].upper()}”", "Take all away (Ctrl+Shift+F)"]
    path, left = session.opened.path, drawn(activities)
    workspace.show_start()
    assert workspace.open(path)
    assert workspace.session is not None
    again = panel_of(workspace.session, "activities")
    qtbot.waitUntil(lambda: len(chips(again)) == 3)
    assert (chips(again), drawn(again)) == (shown, left)
    workspace.run("show_all")
    assert chips(again) == []
    assert len(drawn(again)) == workspace.session.bridge.book.count("activities")


def test_what_is_empty_can_be_looked_for_in_any_column(partners: RecordPanel, session: Session) -> None:
    first = session.bridge.book.all(Partner)[0]
    session.bridge.do(EditRecord("partners", first.id, {"website": ""}))
    partners.arranging.want("website", frozenset({""}))
    assert first.code in drawn(partners)
    assert all(not one.website for one in session.bridge.book.all(Partner) if one.code in drawn(partners))


def test_a_filter_that_finds_nothing_offers_all_rows(partners: RecordPanel) -> None:
    partners.arranging.want("status", frozenset({"left"}))
    partners.arranging.want("level", frozenset({"international"}))
    assert partners.stack.currentWidget() is partners.empty
    partners.empty.button.click()
    assert partners.stack.currentWidget() is partners.view


def test_going_to_a_hidden_record_shows_it(partners: RecordPanel, session: Session) -> None:
    last = session.bridge.book.all(Partner)[-1]
    partners.arranging.want("sector", frozenset({"local_government"}))
    assert last.code not in drawn(partners)
    session.go_to("partners", last.id)
    assert partners.view.current_id() == last.id
    partners.arranging.group_by("sector")
    partners.arranging.fold_all(folded=True)
    session.go_to("partners", last.id)
    assert partners.view.current_id() == last.id


def test_groups_fold_with_the_keys_of_a_tree(partners: RecordPanel, workspace: Workspace) -> None:
    choose(partners, range(1), "sector")
    workspace.run("group")
    assert drawn(partners)[:4] == [
        "Sector: Cultural institution (1)",
        "P-03",
        "Sector: Technology and innovation (1)",
        "P-05",
    ]
    partners.view.setCurrentIndex(partners.model.index(0, 0))
    assert partners.heading.text() == "Sector: Cultural institution (1)"
    QTest.keyClick(partners.view, Qt.Key.Key_Left)
    assert drawn(partners)[:2] == ["Sector: Cultural institution (1)", "Sector: Technology and innovation (1)"]
    heard = partners.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Sector: Cultural institution (1), folded"
    QTest.keyClick(partners.view, Qt.Key.Key_Right)
    assert drawn(partners)[1] == "P-03"
    QTest.keyClick(partners.view, Qt.Key.Key_Space)
    assert drawn(partners)[1] != "P-03"
    QTest.keyClick(partners.view, Qt.Key.Key_Return)
    QTest.keyClick(partners.view, Qt.Key.Key_Down)
    assert partners.heading.text().startswith("P-03")
    workspace.run("group")
    assert partners.model.rows.group is not None  # the cursor stood in the code, so it is asked for the field
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert partners.model.rows.group is None


def test_a_record_moves_to_its_group_with_the_cursor(partners: RecordPanel, session: Session) -> None:
    partners.arranging.group_by("level")
    first = session.bridge.book.all(Partner)[0]
    partners.go_to(first.id, "")
    for level in ("national", "international", None):
        assert session.bridge.do(EditRecord("partners", first.id, {"level": level}))
        assert partners.view.current_id() == first.id
        anew = Rows(session.bridge, "partners", TABLE_COLUMNS["partners"])
        anew.group = partners.model.rows.group
        anew.arrange()
        assert list(partners.model.rows.groups) == list(anew.groups)
        assert [len(one.members) for one in partners.model.rows.groups.values()] == [
            len(one.members) for one in anew.groups.values()
        ]
        assert sorted(partners.model.rows.ids) == sorted(anew.ids)


def test_groups_follow_what_is_added_removed_and_renamed(partners: RecordPanel, session: Session) -> None:
    contacts = panel_of(session, "contacts")
    contacts.arranging.group_by("partner")
    partner = session.bridge.book.all(Partner)[0]
    assert session.bridge.do(EditRecord("partners", partner.id, {"name": "Office of Culture"}))
    assert drawn(contacts)[0].startswith("Partner: P-01 Office of Culture (")
    own = [one.id for one in session.bridge.book.records("contacts") if getattr(one, "partner", "") == partner.id]
    assert session.bridge.do(RemoveRecords("contacts", tuple(own)))
    assert not drawn(contacts)[0].startswith("Partner: P-01")
    session.bridge.undo()
    assert drawn(contacts)[0] == f"Partner: P-01 Office of Culture ({len(own)})"
    contacts.model.fold(next(iter(contacts.model.rows.groups.values())), folded=True)
    assert session.bridge.do(RemoveRecords("contacts", tuple(own[:1])))
    if len(own) > 1:
        assert drawn(contacts)[0] == f"Partner: P-01 Office of Culture ({len(own) - 1})"


def test_headings_are_never_edited_copied_or_removed(
    partners: RecordPanel, workspace: Workspace, session: Session
) -> None:
    partners.arranging.group_by("sector")
    partners.view.selectAll()
    assert len(partners.view.chosen_ids()) == session.bridge.book.count("partners")
    assert not partners.model.flags(partners.model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    partners.view.setCurrentIndex(partners.model.index(0, 0))
    assert "remove" not in partners.offers()
    assert not partners.form.isVisible()


def test_rows_are_numbered_without_headings(partners: RecordPanel) -> None:
    partners.arranging.group_by("sector")
    numbers = [partners.model.headerData(row, Qt.Orientation.Vertical) for row in range(4)]
    assert numbers == ["", "1", "", "2"]


def test_many_edits_keep_groups_and_filters(partners: RecordPanel, session: Session) -> None:
    partners.arranging.group_by("level")
    ids = [partner.id for partner in session.bridge.book.all(Partner)]
    assert session.bridge.do(EditSeveral("partners", {one: {"level": "national"} for one in ids}))
    assert [line for line in drawn(partners) if "(" in line] == [f"Level: National ({len(ids)})"]


def test_a_table_is_seen_again_as_it_was_left(
    open_window: OpenWindow, workspace: Workspace, session: Session, partners: RecordPanel
) -> None:
    partners.arranging.show_columns(("name", "website", "level"))
    partners.view.setColumnWidth(1, 211)
    partners.arranging.sort_by("joined", descending=True)
    partners.arranging.want("sector", frozenset({"local_government", "media"}))
    partners.arranging.group_by("level")
    partners.arranging.fold_all(folded=True)
    lines = drawn(partners)
    path = session.opened.path
    workspace.show_start()
    assert workspace.open(path)
    assert workspace.session is not None
    again = panel_of(workspace.session, "partners")
    assert titles(again) == ["Name", "Website", "Level"]
    assert again.view.columnWidth(1) == 211
    assert again.model.rows.order == ("joined", True)
    assert drawn(again) == lines
    assert chips(again)[1] == "Grouped by level"


def test_nothing_of_a_plan_stands_in_a_kept_view(
    workspace: Workspace, session: Session, partners: RecordPanel, preferences: Preferences
) -> None:
    partners.filter.setText("museum")
    partners.arranging.want("name", frozenset({"*"}))
    contacts = panel_of(session, "contacts")
    contacts.arranging.want("name", Condition("contains", "maria"))
    contacts.arranging.want("partner", frozenset({session.bridge.book.all(Partner)[0].id}))
    session.commit()
    assert preferences.path is not None
    kept = (preferences.path.parent / "views" / f"{session.opened.workbook_id}.json").read_text(encoding="utf-8")
    assert "museum" not in kept.casefold()
    assert "culture" not in kept.casefold()
    assert "maria" not in kept.casefold()  # what is typed about people lasts for the sitting
    assert set(json.loads(kept)["tables"]) == {"partners", "contacts"}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 9}', '{"tables": 3}'])
def test_a_broken_file_means_the_usual(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "views"
    folder.mkdir()
    (folder / "one.json").write_text(text, encoding="utf-8")
    assert Views.beside(tmp_path / "window.json", "one").of("partners") == TableView()


def test_what_the_program_does_not_know_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "views"
    folder.mkdir()
    tables = {
        "partners": {
            "columns": ["name", "gone", "name"],
            "sort": "gone",
            "filters": {"gone": ["x"], "name": {"way": "past"}},
            "splitter": [1],
        },
        "contacts": {"columns": 3},
    }
    (folder / "one.json").write_text(
        json.dumps({"format": 1, "tables": tables, "roles": {"partner": 7}}), encoding="utf-8"
    )
    views = Views.beside(tmp_path / "window.json", "one")
    assert views.of("partners") == TableView(columns=("name",))
    assert views.of("contacts") == TableView()
    assert views.roles == RolesView()


def test_the_usual_leaves_no_trace(tmp_path: Path) -> None:
    views = Views.beside(tmp_path / "window.json", "one")
    views.keep("partners", TableView())
    assert not (tmp_path / "views").exists()
    views.keep("partners", TableView(group="sector"))
    views.keep("partners", TableView())
    assert Views.beside(tmp_path / "window.json", "one").of("partners") == TableView()


def test_every_column_that_is_usual_exists_in_the_dialog(partners: RecordPanel) -> None:
    dialog = ColumnsDialog(partners.record_type, ("website",), TABLE_COLUMNS["partners"], partners.window())
    dialog.as_usual.click()
    assert dialog.chosen() == TABLE_COLUMNS["partners"]
    dialog.deleteLater()


def test_the_wholes_to_choose_from_follow_the_plan(partners: RecordPanel, session: Session) -> None:
    contacts = panel_of(session, "contacts")
    owners = contacts.owners
    assert owners is not None
    partner = session.bridge.book.all(Partner)[1]
    owners.show_owner(partner.id)
    assert session.bridge.do(EditRecord("partners", partner.id, {"name": "Office of Plans"}))
    assert owners.box.currentText() == f"{partner.code} Office of Plans"
    session.go_to("partners")
    count = owners.box.count()
    added = AddRecord("partners", {"name": "Radio"})
    assert session.bridge.do(added)
    session.go_to("contacts")
    assert owners.box.count() == count + 1
    assert session.bridge.do(RemoveRecords("partners", (partner.id,)))
    assert owners.current == ""
    assert contacts.model.rows.belongs is None


def test_latin_text_keeps_its_order_in_a_window_that_reads_to_the_left() -> None:
    to_the_left, to_the_right = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert direction_flag("30 Oct 2026", to_the_left)
    assert direction_flag("Ελπινίκη", to_the_left)
    assert not direction_flag("٣٠ أكتوبر", to_the_left)
    assert not direction_flag("30 Oct 2026", to_the_right)


def test_where_there_is_little_room_tools_keep_their_names(partners: RecordPanel) -> None:
    partners.tools.resize(500, 40)
    assert [made.text() for made in (partners.tools.remove_button, partners.tools.filter_by)] == ["", ""]
    assert partners.tools.filter_by.accessibleName() == "Filter by: partners"
    partners.tools.resize(1000, 40)
    assert partners.tools.filter_by.text() == "Filter by"
