"""The ground of dialogs that review something: nobody loses decisions by a slip of the finger."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.dialogs.confirm import confirm
from ui.reviewing.panel import ReviewPanel
from ui.widgets.dialog import Dialog


class ReviewDialog(Dialog):
    """Asks before Escape gives up what was decided; its button Cancel means what it says."""

    panel: ReviewPanel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self.panel.model.choices)
        if event.key() == Qt.Key.Key_Escape and count:
            sentence = f"What you decided ({count:,}) is kept nowhere; you would have to decide it again."
            if not confirm("Stop looking through this?", sentence, "Stop", self):
                return
        super().keyPressEvent(event)
