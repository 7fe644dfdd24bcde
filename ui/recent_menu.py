"""File > Open recent: the workbooks that were open lately, with the place where each lies."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from ui.icons import icon
from ui.preferences import Preferences

_LONGEST_PLACE = 60


class RecentMenu(QMenu):
    """Filled when it is opened, because files come and go; `open` and `change` say what somebody wants."""

    def __init__(
        self, preferences: Preferences, open: Callable[[Path], object], change: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__("Open &recent", parent)
        self._preferences, self._open, self._change = preferences, open, change
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """List what there is now; the digits are keys."""
        self.clear()
        shown = self._preferences.recent_first
        for number, name in enumerate(shown, 1):
            path = Path(name)
            is_there = path.exists()
            place = _shortened(str(path.parent))
            said = f"{path.stem}   {place}" if is_there else f"{path.stem}   no longer in {place}"
            action = self.addAction(f"&{number}  {said.replace('&', '&&')}" if number < 10 else said.replace("&", "&&"))
            action.setEnabled(is_there)
            action.setToolTip(name)
            if name in self._preferences.pinned:
                action.setIcon(icon("push-pin", "muted"))
            action.triggered.connect(lambda _checked=False, path=path: self._open(path))
        if not shown:
            self.addAction("No workbook was opened yet").setEnabled(False)
            return
        self.addSeparator()
        gone = [name for name in shown if not Path(name).exists()]
        forget = self.addAction("Forget those that are &gone")
        forget.setEnabled(bool(gone))
        forget.triggered.connect(lambda: self._forget(gone))

    def _forget(self, names: list[str]) -> None:
        for name in names:
            self._preferences.forget(name)
        self._change()


def _shortened(place: str) -> str:
    return place if len(place) <= _LONGEST_PLACE else f"…{place[1 - _LONGEST_PLACE :]}"
