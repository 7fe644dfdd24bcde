"""Records that this version cannot read are named when their workbook opens, with what is stored of them."""

import shutil
import sqlite3
from pathlib import Path

from tests.ui.conftest import OpenWindow
from tests.ui.driving import answering
from ui.dialogs.locked import LockedDialog
from workbook.answers import ANSWERS
from workbook.book import LockedRecord
from workbook.locked import told


def test_locked_records_are_shown_with_what_is_stored(open_window: OpenWindow, example: Path, tmp_path: Path) -> None:
    path = tmp_path / "future.cpw"
    shutil.copy(example, path)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE partners SET sector = 'unheard_of' WHERE code = 'P-02'")
    connection.close()

    workspace = open_window(path)
    assert "has 1 record that this version cannot read" in workspace.message.text.text()
    read: list[str] = []

    def look(dialog: LockedDialog) -> None:
        read.append(dialog.text.toPlainText())
        dialog.accept()

    answering(LockedDialog, look)
    (button,) = workspace.message.offered
    button.click()
    (text,) = read
    head, *fields = text.splitlines()
    assert head.startswith("Partner P-02 ")
    assert "Sector" in head
    assert "    Sector: unheard_of" in fields


def test_what_a_single_partner_answered_stays_unread() -> None:
    raw = {"score": "unheard_of", "comment": "Between us", "statement": "roles"}
    text = told(LockedRecord(ANSWERS, "1", raw, "Answer is not allowed here."))

    assert "Between us" not in text
    assert "unheard_of" not in text
    assert "not shown" in text
