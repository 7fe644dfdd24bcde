"""What a person wishes of the window: their name under changes, a theme, and all that the preferences ask."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui import appearance, files, theme
from ui.dialogs.ask_name import ask_name
from ui.dialogs.preferences import PreferencesDialog
from ui.main_window import MainWindow
from ui.session import Session

_THEMES = (theme.SYSTEM, *theme.THEMES)


class Wishes(QObject):
    """Asks for them, keeps them, and lets the window and the workbook that is open follow."""

    def __init__(self, window: MainWindow, session: Callable[[], Session | None]) -> None:
        super().__init__(window)
        self._window, self._preferences, self._session = window, window.preferences, session

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what is done here, by the ids of actions."""
        themes: dict[str, Callable[[], object]] = {f"theme_{one}": partial(self.choose_theme, one) for one in _THEMES}
        return {"operator": self.ask_name, "preferences": self.ask, **themes}

    def ask_name(self) -> None:
        """Ask under which name changes are signed."""
        name = ask_name(self._preferences.operator, self._window)
        if name:
            self._preferences.operator, self._preferences.operator_confirmed = name, True
            self._preferences.save()
            self.follow()

    def ask(self) -> None:
        """Show the preferences; pages are made anew only where what was chosen asks for it."""
        session = self._session()
        language = session.bridge.book.plan.language if session is not None else ""
        before = self._asks_for_new_pages()
        dialog = PreferencesDialog(self._preferences, language, self.follow, self._window)
        dialog.exec()
        dialog.deleteLater()
        if session is not None and self._asks_for_new_pages() != before:
            session.show_anew()

    def choose_theme(self, choice: str) -> None:
        self._preferences.theme = choice
        self._preferences.save()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, choice)
        self.show_themes()

    def show_themes(self) -> None:
        """Tick the chosen theme in the menu."""
        for choice in _THEMES:
            self._window.actions_by_id[f"theme_{choice}"].setChecked(choice == self._preferences.theme)

    def follow(self) -> None:
        """Let what is shown, and the workbook that is open, keep to the preferences as they are now."""
        self.show_themes()
        session = self._session()
        if session is not None:
            session.bridge.workbook.author = files.author(self._preferences)
            session.bridge.window_language = self._preferences.formats

    def _asks_for_new_pages(self) -> tuple[str, int, bool]:
        preferences = self._preferences
        return preferences.formats, preferences.text_size, appearance.is_mirrored(preferences)
