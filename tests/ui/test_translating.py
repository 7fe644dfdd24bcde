"""A record is given its words in another language from wherever it is shown, and documents say them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.driving import answering
from ui.forms.translate_dialog import TranslateDialog
from ui.session import Session
from ui.workspace import Workspace
from workbook.book import PLAN_ID
from workbook.operations import EditRecord, Translate
from workbook.records import Activity, Translation
from workbook.translating import in_language


def test_words_are_kept_for_each_language_and_can_be_undone(session: Session, workspace: Workspace) -> None:
    activity = session.bridge.book.all(Activity)[0]
    session.go_to("activities", activity.id)

    def write(dialog: TranslateDialog) -> None:
        assert "code" not in dialog.editors
        editor = dialog.editors["title"]
        for tag, words in (("fr", "Ouvrir"), ("ar", "افتتاح")):
            dialog.languages.setCurrentIndex(dialog.languages.findData(tag))
            assert not editor.draft(), "each language begins with what it says already"
            editor.put_draft(words)
        assert editor.control.layoutDirection() == Qt.LayoutDirection.RightToLeft
        assert editor.control.accessibleName().endswith(" in Arabic")
        dialog.accept()

    answering(TranslateDialog, write)
    workspace.run("translate")
    book = session.bridge.book
    assert {(one.language, one.wording) for one in book.all(Translation)} == {("fr", "Ouvrir"), ("ar", "افتتاح")}
    spoken = in_language(book, "fr").one(Activity, activity.id)
    assert spoken is not None
    assert spoken.title == "Ouvrir"

    workspace.run("undo")
    assert [one.language for one in session.bridge.book.all(Translation)] == ["fr"]


def test_a_translation_whose_original_changed_is_marked_and_can_be_left_as_it_is(
    session: Session, workspace: Workspace
) -> None:
    activity = session.bridge.book.all(Activity)[0].id
    assert session.bridge.do(Translate("activities", activity, "fr", {"title": "Ouvrir"}))
    assert session.bridge.do(EditRecord("activities", activity, {"title": "Begin"}))
    session.go_to("activities", activity)
    asked: list[tuple[bool, bool]] = []

    def look(dialog: TranslateDialog) -> None:
        old = dialog.old["title"]
        for tag in ("fr", "ar"):
            dialog.languages.setCurrentIndex(dialog.languages.findData(tag))
            asked.append((not old.isHidden(), old.is_confirmed))
        dialog.languages.setCurrentIndex(dialog.languages.findData("fr"))
        old.still_right.setChecked(not old.isHidden())
        dialog.accept()

    answering(TranslateDialog, look)
    workspace.run("translate")
    answering(TranslateDialog, look)
    workspace.run("translate")

    assert asked == [(True, False), (False, False), (False, False), (False, False)]
    assert [one.wording for one in session.bridge.book.all(Translation)] == ["Ouvrir"]


def test_what_does_not_fit_is_said_beside_its_field_and_nothing_is_lost(session: Session, workspace: Workspace) -> None:
    session.go_to("plan", PLAN_ID)

    def write(dialog: TranslateDialog) -> None:
        dialog.languages.setCurrentIndex(dialog.languages.findData("fr"))
        dialog.editors["title"].put_draft("trop long " * 100)
        dialog.accept()
        assert "longer than" in dialog.refusals["title"].text()
        dialog.languages.setCurrentIndex(dialog.languages.findData("es"))
        assert dialog.language == "fr", "what was typed is not left behind"
        assert isinstance(dialog.editors["vision"].control, QPlainTextEdit)

    answering(TranslateDialog, write)
    workspace.run("translate")
    assert not session.bridge.book.count("translations")
