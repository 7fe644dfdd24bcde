"""The preview of an agreement: from a letter that was typed to the pages in sight, and what typing costs meanwhile.

The floor of the first is the same PDF made and the same pages drawn bare, without window, worker or waiting; that of
the second a keystroke in a bare text field while nothing else goes on.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from exports.pdf.pages import page_images
from tests.benchmarks.timing import Row, paired
from tests.benchmarks.windows import closed, opened, session_of
from tests.golden.making import pdf_of
from ui import files, theme
from ui.app import make_application
from ui.exporting.runs import edition_of
from ui.pages.agreements import AgreementsPage
from ui.pages.agreements.compose_panel import ComposePanel
from ui.preferences import Preferences


def rows(_sizes: tuple[int, ...]) -> Iterator[Row]:
    app = make_application()
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "example.cpw"
        files.made(path, files.template_start(files.EXAMPLE), Preferences(operator="Anna")).close()
        window = opened(path, Path(name))
        session = session_of(window)
        session.open_section("agreements")
        page = session.page
        assert isinstance(page, AgreementsPage)
        panel = page.current
        assert isinstance(panel, ComposePanel)
        yield from _measured(panel)
        panel.editor.text.undo()
        panel.editor.rows["body"].editor.revert()
        closed(window)


def _measured(panel: ComposePanel) -> Iterator[Row]:
    _wait(panel)
    agreement, pages = panel.agreement, panel.preview.pages
    assert agreement is not None
    edition = edition_of(panel.desk, panel.desk.workbook_id)

    def refreshed() -> None:
        QTest.keyClicks(panel.editor.text, "a")
        loop = QEventLoop()
        panel.preview.drawn.connect(loop.quit)
        loop.exec()  # sleeps, where looking again and again would take time from the worker
        panel.preview.drawn.disconnect(loop.quit)
        _wait(panel)

    def bare() -> None:
        pdf = pdf_of("agreement", edition, agreement.id)
        near = range(pages.page, min(pages.page + 2, len(pages.sizes)))
        list(page_images(pdf, near, pages.scale))

    found = paired(refreshed, bare, 9)
    count = len(pages.sizes)
    yield Row(f"preview of {count} pages after a letter, against bare", 0, found.ours, found.floor, found.ratio, 2)
    yield _typing(panel)


def _typing(panel: ComposePanel) -> Row:
    """Type while the worker draws; what a person feels is the time until the letter is painted."""
    plain = QPlainTextEdit()
    plain.resize(panel.editor.text.size())
    plain.setPlainText(panel.editor.text.toPlainText())
    plain.show()

    def key(text: QPlainTextEdit) -> None:
        QTest.keyClick(text, Qt.Key.Key_A)
        text.viewport().repaint()

    def while_drawn() -> None:
        if not panel.preview.drawing.is_busy:
            panel.draw_now()
        key(panel.editor.text)

    found = paired(while_drawn, lambda: key(plain), 25)
    plain.close()
    _wait(panel)
    return Row("a letter typed while pages are drawn", 0, found.ours, found.floor, found.ratio, None)


def _wait(panel: ComposePanel) -> None:
    while not panel.preview.is_current:
        QTest.qWait(2)
