"""The documents that the window offers."""

from pytestqt.qtbot import QtBot

from ui.documents.offered import DOCUMENTS
from ui.icons import icon


def test_each_document_has_an_icon_that_the_icon_font_knows(qtbot: QtBot) -> None:
    assert qtbot is not None
    assert not [document.key for document in DOCUMENTS.values() if icon(document.icon).isNull()]
