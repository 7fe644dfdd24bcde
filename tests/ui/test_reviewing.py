"""The review of a returned tracker: found, filtered, decided from the keyboard, taken in as one step, answered."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import storage
from exports.tracker import to_partner_xlsx
from tests.exports.tracker.returning import Kept, all_of, edited, put
from tests.journeys.returned_trackers import mixed_return, read
from tests.properties.sittings import copy_of
from tests.ui.driving import answering, pressed
from tests.ui.test_dropping import drop
from ui.bridge import Bridge
from ui.dialogs.confirm import ConfirmDialog
from ui.exporting.runs import edition_of
from ui.reviewing.lines import ReviewLine
from ui.reviewing.panel import ReviewPanel
from ui.trackers.lines import COLUMNS, GROUPS, WORDS
from ui.trackers.review import TrackerReview
from ui.workspace import Workspace
from workbook.merging import Side
from workbook.operations import EditRecord
from workbook.records import Activity, Tracker
from workbook.returning.telling import Told
from workbook.workbook import Author, Workbook

Made = Callable[[Workbook, bytes], TrackerReview]


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Made]:
    """Makes the review of a file that came back, shown as in the window."""
    shown: list[TrackerReview] = []

    def make(workbook: Workbook, content: bytes) -> TrackerReview:
        bridge = Bridge(workbook)
        preview = read(workbook, content)
        dialog = TrackerReview(bridge, preview, lambda order: lambda _: read(workbook, content, order))
        bridge.setParent(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        shown.append(dialog)
        return dialog

    yield make
    for dialog in shown:
        dialog.reject()


@pytest.fixture
def mixed(made: Made) -> TrackerReview:
    """The review of a file with something of everything in it."""
    held, content = mixed_return()
    return made(copy_of(held, "Anna Berg"), content)


def shown(dialog: TrackerReview) -> list[list[str]]:
    """Draw the table as text, without its columns of records."""
    model = dialog.panel.model
    columns = [at for at, column in enumerate(model.columns) if column.part not in ("record", "ours")]
    return [[str(model.index(row, at).data()) for at in columns] for row in range(model.rowCount())]


def activity(dialog: TrackerReview, code: str) -> Activity:
    found = dialog.bridge.book.by_code("activities", code)
    assert isinstance(found, Activity)
    return found


def lines_of(dialog: TrackerReview, code: str) -> list[ReviewLine]:
    record = ("activities", activity(dialog, code).id)
    return [line for line in dialog.panel.model.lines if line.record == record and line.is_open]


def sides(dialog: TrackerReview, code: str) -> list[Side | None]:
    return [dialog.panel.model.side(line) for line in lines_of(dialog, code)]


def press(dialog: TrackerReview, *keys: Qt.Key, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for key in keys:
        QTest.keyClick(dialog.panel.table, key, modifier)


def test_a_tracker_dropped_on_the_window_is_reviewed_taken_in_and_taken_back(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    session = workspace.session
    assert session is not None
    bridge = session.bridge
    partner, held = (bridge.book.by_code(*one) for one in (("partners", "P-04"), ("activities", "A-05")))
    assert partner is not None
    assert held is not None
    sent = to_partner_xlsx(edition_of(session.desk, session.opened.workbook_id), partner.id)
    bridge.workbook.do(EditRecord("activities", held.id, {"done": 50}))
    edits = (("Done", 0.7), ("Comment", "All is well"), ("Status", "nearly"), ("Activity", "Renamed"))
    returned = tmp_path / "back.xlsx"
    returned.write_bytes(edited(sent, all_of(*(put("Activities", "A-05", *edit) for edit in edits))))
    told: list[list[str]] = []

    def decide(dialog: TrackerReview) -> None:
        told.extend(shown(dialog))
        assert dialog.take.text() == "Take in 1 change"
        press(dialog, Qt.Key.Key_T)
        assert dialog.take.text() == "Take in 2 changes"
        dialog.note.setText("Thank you")
        pressed(dialog.take, dialog, qtbot)

    answering(TrackerReview, decide)
    drop(workspace, returned)
    qtbot.waitUntil(lambda: bridge.book.count("trackers") == 1)
    places = [line[1] for line in told]
    assert [line[:1] + line[2:] for line in told] == [
        ["Not decided", "Done", "35", "70", "Changed here too"],
        ["Theirs", "Notes", "", "All is well", "Changed by them"],
        ["Not taken", "Activity", "Run the digital making course", "Renamed", "Closed: not taken"],
        ["Not taken", "Status", "", told[3][4], "Cannot be taken"],
    ]
    assert "allowed are" in told[3][4]
    assert all(place.startswith("Activities!") for place in places)
    after = bridge.book.one(Activity, held.id)
    assert after is not None
    assert (after.done, after.note, after.title) == (70, "All is well", "Run the digital making course")
    (kept,) = bridge.book.all(Tracker)
    assert (kept.status, kept.note, kept.partner) == ("returned", "Thank you", partner.id)
    assert bridge.workbook.next_undo is not None
    assert bridge.workbook.next_undo.title == "Accept tracker from P-04: back.xlsx"
    drop(workspace, returned)
    qtbot.waitUntil(lambda: "already" in workspace.message.text.text())
    bridge.workbook.undo()
    before = bridge.book.one(Activity, held.id)
    assert before is not None
    assert (before.done, bridge.book.count("trackers")) == (50, 0)


def test_filters_count_what_they_find_and_words_are_looked_for_in_them(mixed: TrackerReview) -> None:
    filters, model = mixed.panel.filters, mixed.panel.model
    assert {chip.text() for chip in filters.chips.values() if not chip.isHidden()} == {
        "All 12", "Changed here too 2", "Guesses 2", "Rows taken out 1", "Changes 3", "New rows 1", "Not taken 3",
    }  # fmt: skip
    for group, chip in filters.chips.items():
        chip.click()
        assert model.rowCount() == int(chip.text().split()[-1]), group
    mixed.activateWindow()
    QTest.keyClick(mixed, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert {line[-1] for line in shown(mixed)} == {"Changed here too"}
    QTest.keyClick(mixed, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    filters.text.setText("not   A DATE or anything")
    assert model.rowCount() == 0
    assert mixed.panel.nothing.isVisible()
    filters.text.setText("paint the")
    assert [line[-1] for line in shown(mixed)] == ["A new row"]
    assert "Activity: Paint the doors of the hall\n" in mixed.panel.cards.theirs.text.toPlainText()


def test_alt_and_a_number_chooses_among_the_groups_that_are_offered(made: Made, qtbot: QtBot) -> None:
    kept = Kept()
    edits = (put("Activities", "A-05", "Done", 0.7), put("Activities", "A-05", "Status", "nearly"))
    dialog = made(kept.workbook, edited(kept.sent("P-04"), all_of(*edits)))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for key, standing in (
        (Qt.Key.Key_2, {"Changed by them"}),
        (Qt.Key.Key_3, {"Cannot be taken"}),
        (Qt.Key.Key_4, {"Cannot be taken"}),
    ):
        QTest.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
        assert {line[-1] for line in shown(dialog)} == standing
    assert dialog.panel.filters.chips[dialog.panel.filters.group].toolTip() == "Alt+3"


def test_conflicts_and_guesses_are_decided_by_line_by_record_or_all_from_the_keyboard(mixed: TrackerReview) -> None:
    model, table = mixed.panel.model, mixed.panel.table
    assert sides(mixed, "A-05") == [None, None, "theirs"]
    assert sides(mixed, "A-04") == [None, None]
    assert model.waiting == 5
    press(mixed, Qt.Key.Key_Space)
    assert sides(mixed, "A-05") == ["theirs", None, "theirs"]
    press(mixed, Qt.Key.Key_Space)
    assert sides(mixed, "A-05") == ["ours", None, "theirs"]
    press(mixed, Qt.Key.Key_H, shift=True)
    assert sides(mixed, "A-05") == ["ours", "ours", "ours"]
    press(mixed, Qt.Key.Key_N)
    assert table.current in lines_of(mixed, "A-04")
    press(mixed, Qt.Key.Key_T, shift=True)
    assert sides(mixed, "A-04") == ["theirs", "theirs"]
    press(mixed, Qt.Key.Key_N)
    assert table.current in lines_of(mixed, "A-08")
    assert mixed.missing.currentText() == "Decide row by row"
    press(mixed, Qt.Key.Key_T)
    assert mixed.missing.currentText() == "Close all of them"
    assert model.waiting == 0
    assert not table.go_to_next_waiting()
    mixed.panel.keep_shown.click()
    assert model.taken == 0
    assert mixed.take.text() == "Mark as returned"
    mixed.panel.filters.choose("guess")
    mixed.panel.take_shown.click()
    assert model.taken == 2
    assert sides(mixed, "A-05") == ["ours", "ours", "ours"]


def test_enter_and_escape_lead_on_and_lose_no_decision(mixed: TrackerReview) -> None:
    table, words = mixed.panel.table, mixed.panel.filters.text
    mixed.activateWindow()
    words.setFocus()
    QTest.keyClicks(words, "A-04")
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert mixed.isVisible()
    assert mixed.job is None
    assert mixed.focusWidget() is table
    press(mixed, Qt.Key.Key_T, Qt.Key.Key_Return)
    assert mixed.job is None
    assert table.currentIndex().row() == 1
    QTest.keyClick(words, Qt.Key.Key_Escape)
    assert words.text() == ""
    asked: list[str] = []
    answering(ConfirmDialog, lambda dialog: asked.append(dialog.said.text()))
    press(mixed, Qt.Key.Key_Escape)
    assert asked == ["What you decided (1) is kept nowhere; you would have to decide it again."]
    assert mixed.isVisible()
    mixed.cancel.click()
    assert not mixed.isVisible()


def test_what_is_not_decided_is_asked_about_before_the_file_counts_as_taken(mixed: TrackerReview) -> None:
    asked: list[str] = []
    answering(ConfirmDialog, lambda dialog: asked.append(dialog.said.text()))
    mixed.take.click()
    assert len(asked) == 1
    assert "not decided" in asked[0]
    assert asked[0].endswith("A file is taken in once: to decide them later, undo that step first.")
    assert mixed.isVisible()
    assert mixed.job is None


def test_what_cannot_be_taken_stays_out_whatever_anybody_presses(mixed: TrackerReview) -> None:
    mixed.panel.filters.choose("left")
    mixed.panel.table.selectAll()
    press(mixed, Qt.Key.Key_T, Qt.Key.Key_Space)
    press(mixed, Qt.Key.Key_T, shift=True)
    assert not mixed.panel.take_shown.isEnabled()
    assert {line[0] for line in shown(mixed)} == {"Not taken"}
    assert not mixed.panel.model.choices


def test_the_chosen_line_is_shown_in_full_with_its_changed_words(mixed: TrackerReview) -> None:
    cards = mixed.panel.cards
    press(mixed, Qt.Key.Key_Down)
    assert cards.place.text().startswith("Activities!")
    assert "heating in the winter months" in cards.was_text.toPlainText()
    assert "heating in the cold months" in cards.theirs.text.toPlainText()
    assert "[added: cold]" in cards.theirs.text.accessibleDescription()
    assert "[added: one evening]" in cards.ours.text.accessibleDescription()
    cards.ours.choice.click()
    assert sides(mixed, "A-05")[1] == "ours"
    assert (cards.ours.property("role"), cards.theirs.property("role")) == ("card_ours", "card")


def test_dates_that_could_be_two_days_are_asked_about_once_and_decisions_stay(
    mixed: TrackerReview, qtbot: QtBot
) -> None:
    dates = mixed.dates
    assert dates is not None
    assert (dates.day_first.text(), dates.month_first.text()) == (
        "2 Jan 2027: the &day stands first",
        "1 Feb 2027: the &month stands first",
    )
    assert not dates.day_first.isChecked()
    assert not dates.month_first.isChecked()
    left_out = "2 dates that could be two days are left out: say above how the file means its dates."
    assert left_out in mixed.said.text()
    press(mixed, Qt.Key.Key_T)
    dates.day_first.click()
    qtbot.waitUntil(lambda: not mixed.preview.unsure)
    assert "left out" not in mixed.said.text()
    assert {"2 Jan 2027", "3 Apr 2027"} <= {line[4] for line in shown(mixed)}
    assert sides(mixed, "A-05")[0] == "theirs"
    dates.month_first.click()
    qtbot.waitUntil(lambda: "1 Feb 2027" in {line[4] for line in shown(mixed)})


def test_all_of_it_is_one_step_and_the_reply_says_what_became_of_each_part(mixed: TrackerReview, qtbot: QtBot) -> None:
    press(mixed, Qt.Key.Key_T)
    mixed.note.setText("See you on Monday.")
    mixed.copy.click()
    said = QGuiApplication.clipboard().text()
    assert "Taken in:\n- Activities!O6: A-05 Run the digital making course, Done: 70\n" in said
    for part in (
        "has lost its hidden id",
        "“nearly” is not allowed here",
        "the plan says “",
        "A-08 Place",
        "03/04/2027",
    ):
        assert part in said
    assert said.endswith("See you on Monday.\n")
    seq = mixed.bridge.workbook.seq
    answering(ConfirmDialog, lambda dialog: dialog.accept())
    pressed(mixed.take, mixed, qtbot)
    assert mixed.operation is not None
    assert mixed.bridge.workbook.seq == seq + 1
    assert (activity(mixed, "A-05").done, activity(mixed, "A-05").status) == (70, "done")
    assert activity(mixed, "A-04").status != "done"
    assert activity(mixed, "A-77").title == "Paint the doors of the hall"
    mixed.bridge.undo()
    assert mixed.bridge.book.by_code("activities", "A-77") is None


def test_a_plan_that_changed_meanwhile_is_said_in_one_sentence_and_nothing_is_taken(
    mixed: TrackerReview, qtbot: QtBot
) -> None:
    workbook = mixed.bridge.workbook
    workbook.do(EditRecord("activities", activity(mixed, "A-05").id, {"done": 90}))
    seq = workbook.seq
    press(mixed, Qt.Key.Key_T)
    answering(ConfirmDialog, lambda dialog: dialog.accept())
    mixed.take.click()
    qtbot.waitUntil(mixed.error.isVisible)
    assert mixed.error.text() == "The plan has changed since this tracker was compared with it; take it in again."
    assert mixed.isVisible()
    assert workbook.seq == seq
    assert mixed.take.isEnabled()


def test_a_file_without_conflicts_needs_no_decision_and_a_whole_review_can_be_closed_at_any_moment(
    made: Made,
) -> None:
    kept = Kept()
    content = edited(kept.sent("P-04"), put("Activities", "A-05", "Done", 0.7))
    dialog = made(kept.workbook, content)
    assert dialog.dates is None
    assert not dialog.missing_row.isVisible()
    assert dialog.said.text() == "1 change will be taken in."
    dialog.take.click()
    dialog.reject()
    assert dialog.job is None
    assert kept.workbook.book.count("trackers") == 0


def test_a_file_that_cannot_be_written_is_said_in_one_sentence_and_nothing_is_taken(
    made: Made, example: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = Path(shutil.copy(example, tmp_path / "plan.cpw"))
    with storage.open_workbook(path, Author("Ana")) as opened:
        kept = Kept()
        kept.workbook = opened.workbook
        content = edited(kept.sent("P-04"), put("Activities", "A-05", "Done", 0.7))
        before = activity(dialog := made(opened.workbook, content), "A-05")
        path.unlink()
        dialog.take.click()
        qtbot.waitUntil(dialog.error.isVisible)
        assert "plan.cpw" in dialog.error.text()
        assert dialog.isVisible()
        assert activity(dialog, "A-05") == before


def test_ten_thousand_lines_are_told_when_they_are_looked_at(qtbot: QtBot) -> None:
    told: list[int] = []

    def tell(number: int) -> Told:
        told.append(number)
        return Told("Activities!A1", f"A-{number}", "Done", "1", "2", "3", "Changed by them", "Only they changed this.")

    lines = [
        ReviewLine(("activities", str(number), "done"), frozenset({"change"}), "good", "theirs", True, WORDS,
                   partial(tell, number))
        for number in range(10_000)
    ]  # fmt: skip
    panel = ReviewPanel(COLUMNS, GROUPS, WORDS, "What the tracker says")
    qtbot.addWidget(panel)
    panel.resize(1200, 600)
    panel.show_lines(lines)
    panel.show()
    panel.grab()
    assert panel.model.rowCount() == 10_000
    assert len(told) < 100
    panel.table.selectAll()
    panel.table.decide("ours")
    panel.filters.choose("change")
    panel.grab()
    assert panel.model.taken == 0
    assert len(told) < 100


@pytest.mark.parametrize("text", ["The depot opens twice", "يفتح المستودع أبوابه مرتين", "يفتح A-05 مرتين"])
@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_values_of_either_script_are_drawn_where_the_window_begins(
    qtbot: QtBot, text: str, side: Qt.LayoutDirection
) -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.setLayoutDirection(side)
    try:
        told = Told("", "", "", text, text, text, "", "", is_written=True)
        line = ReviewLine(("a", "b", "c"), frozenset(), "good", "ours", True, WORDS, lambda: told)
        panel = ReviewPanel(COLUMNS, GROUPS, WORDS, "What the tracker says")
        qtbot.addWidget(panel)
        panel.resize(1600, 500)
        panel.show_lines([line])
        panel.show()
        panel.table.clearSelection()
        cell = panel.table.visualRect(panel.model.index(0, 4))
        image = panel.table.viewport().grab(cell).toImage()
    finally:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    ground = image.pixel(0, 0)
    inked = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height()))]
    assert len(inked) > 40
    first, last = min(inked), image.width() - max(inked)
    assert (first < last) is (side == Qt.LayoutDirection.LeftToRight)
