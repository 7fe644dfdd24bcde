"""The look of the window: colours, spacing and type as roles, turned into one palette and one style sheet."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from resources.lookup import font, read_text, resource
from ui.style_sheet import style_sheet

THEMES = ("light", "dark", "high_contrast")
SYSTEM = "system"
SMALLEST_TEXT, LARGEST_TEXT = 90, 300
"""How small and how large text may be, in percent of the usual."""


@dataclass(frozen=True)
class Theme:
    """Colours by role; the names are the keys of `resources/theme/*.toml`."""

    key: str
    name: str
    dark: bool
    colours: dict[str, str]

    def colour(self, role: str) -> QColor:
        return QColor(self.colours[role])


@dataclass(frozen=True)
class Scale:
    """Spacing in pixels and type in points by role, the same in every theme."""

    spacing: dict[str, int]
    type: dict[str, int]


@cache
def load_theme(key: str) -> Theme:
    """Read a theme by its key."""
    data: dict[str, Any] = tomllib.loads(read_text("theme", f"{key}.toml"))
    return Theme(key, data["name"], data["dark"], data["colours"])


_text_size = [100]
_WITH_TEXT = ("row",)
"""Distances that text has to fit into."""


def set_text_size(percent: int) -> None:
    """Let the text of the program, and the rows that it stands in, be larger or smaller than usual."""
    _text_size[:] = [min(LARGEST_TEXT, max(SMALLEST_TEXT, percent))]


def scale() -> Scale:
    """Return the sizes that all themes share, as large as the person wants them."""
    return _scaled(_text_size[0])


@cache
def _scaled(percent: int) -> Scale:
    data = tomllib.loads(read_text("theme", "scale.toml"))
    spacing = {
        role: round(size * percent / 100) if role in _WITH_TEXT else size for role, size in data["spacing"].items()
    }
    usual: dict[str, int] = data["type"]
    body = usual["body"]
    # Headings stay as many points above the text as usual; as many times larger they would fill a small screen.
    sizes = {role: round(min(size, body) * percent / 100) + max(0, size - body) for role, size in usual.items()}
    return Scale(spacing, sizes)


def space(role: str) -> int:
    """Return a distance by its role, in pixels."""
    return scale().spacing[role]


def room(pixels: int) -> int:
    """Return the pixels that something with text or a sign in it takes, which takes so many at the usual size."""
    return round(pixels * _text_size[0] / 100)


def resolved(choice: str) -> str:
    """Return the theme that a choice means today: “system” follows the desktop."""
    if choice in THEMES:
        return choice
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


_shown: list[Theme] = []


def current() -> Theme:
    """Return the theme that is shown now."""
    return _shown[-1] if _shown else load_theme("light")


def apply(app: QApplication, choice: str) -> Theme:
    """Show the whole program in a theme."""
    theme = load_theme(resolved(choice))
    _shown[:] = [theme]
    face = app.font()
    if face.pointSize() != scale().type["body"]:
        face.setPointSize(scale().type["body"])
        app.setFont(face)
    app.setPalette(palette_of(theme))
    tick = resource("theme", "tick_dark.svg" if theme.dark else "tick_light.svg").as_posix()
    app.setStyleSheet(style_sheet(theme.colours, scale().spacing, scale().type, tick))
    return theme


def load_fonts(app: QApplication) -> None:
    """Use the shipped fonts, so that the window looks alike on every machine; the desktop's own fill what they lack."""
    for name in ("NotoSans-Regular", "NotoSans-Bold"):
        QFontDatabase.addApplicationFont(str(font(name)))
    face = QFont("Noto Sans")
    face.setPointSize(scale().type["body"])
    face.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    app.setFont(face)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget the look of a role in the style sheet, also after it has been shown."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def palette_of(theme: Theme) -> QPalette:
    """Return the palette of a theme; tech.md: `setColorScheme` alone changes nothing without a desktop theme."""
    palette = QPalette()
    group = QPalette.ColorGroup
    for role, name in _PALETTE.items():
        palette.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(group.Disabled, role, theme.colour("faint"))
    palette.setColor(group.Disabled, QPalette.ColorRole.Highlight, theme.colour("line"))
    return palette


_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "page",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "on_selection",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "page",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "strong_line",
    QPalette.ColorRole.Shadow: "strong_line",
    QPalette.ColorRole.Accent: "accent",
}
