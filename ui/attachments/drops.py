"""Files that are dragged onto a form: they are attached to its record, whatever line of text lies under the mouse."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.attachments.attacher import local_files
from ui.attachments.part import AttachmentsPart

FOR_THE_WINDOW = (".cpw", ".json", ".yaml", ".yml")
"""Workbooks and plans, which the window opens wherever they are dropped."""
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FormDrops(QObject):
    """Watches a form and everything in it that would take a file for a text."""

    def __init__(self, form: QScrollArea, part: AttachmentsPart) -> None:
        super().__init__(form)
        self._part, self._ground = part, form.viewport()
        for taker in form.findChildren(QWidget):
            if taker.acceptDrops():
                taker.installEventFilter(self)
        form.setAcceptDrops(True)
        self._ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent) or not self._takes(event):
            return False
        if watched is not self._ground:
            event.ignore()  # and so it comes to the ground that the editors stand on
        else:
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self._part.attacher.paste(self._part.type_name, self._part.record_id, event.mimeData())
        return True

    def _takes(self, event: QDropEvent) -> bool:
        paths: list[Path] = local_files(event.mimeData())
        ours = all(path.suffix.casefold() not in FOR_THE_WINDOW for path in paths)
        return bool(self._part.record_id and paths and ours)
