"""How the window looks and reads for one person: theme, size of text, direction, dates and numbers."""

import datetime
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.preferences import Preferences
from workbook.formats import Formats
from workbook.money import Money

LANGUAGES = {"en": "English", "fr": "Français", "es": "Español", "pt": "Português", "ar": "العربية"}
"""Languages that the window can be set to; their names in themselves, as people look for their own."""
FORMATS = {
    "en-GB": "English (United Kingdom)",
    "en-US": "English (United States)",
    "fr-FR": "Français (France)",
    "es-ES": "Español (España)",
    "pt-PT": "Português (Portugal)",
    "pt-BR": "Português (Brasil)",
    "ar-EG": "العربية (مصر)",
    "ar-MA": "العربية (المغرب)",
    "de-DE": "Deutsch (Deutschland)",
}
"""Ways to write dates and numbers that one may choose whatever the language of the workbook."""
PAPERS = {"": "As usual in the plan's country", "A4": "A4 (210 × 297 mm)", "Letter": "Letter (8½ × 11 in)"}
SMALLEST_TEXT, LARGEST_TEXT = theme.SMALLEST_TEXT, theme.LARGEST_TEXT
USUAL_TEXT, TEXT_STEP = 100, 10
_RIGHT_TO_LEFT = ("ar",)
_SHOWN_DAY = datetime.date(2027, 3, 31)
_SHOWN_NUMBER = Decimal("1234567.5")
_SHOWN_AMOUNT = Money(Decimal("12500.50"), "EUR")


def apply(app: QApplication, preferences: Preferences) -> None:
    """Show the whole program as a person likes it."""
    theme.set_text_size(preferences.text_size)
    theme.apply(app, preferences.theme)
    direction = Qt.LayoutDirection.RightToLeft if is_mirrored(preferences) else Qt.LayoutDirection.LeftToRight
    app.setLayoutDirection(direction)


def paper_of(preferences: Preferences) -> str:
    """Return the paper that documents are made for; nothing where a setting names none that there is."""
    return preferences.paper if preferences.paper in PAPERS else ""


def is_mirrored(preferences: Preferences) -> bool:
    """Say whether the window runs from right to left."""
    return preferences.language in _RIGHT_TO_LEFT


def formats_of(preferences: Preferences, workbook_language: str) -> Formats:
    """Return how dates and numbers read in the window; documents follow the workbook alone."""
    return Formats(preferences.formats or workbook_language or preferences.language)


def example_of(formats: Formats) -> str:
    """Show a date, a number and an amount."""
    return (
        f"{formats.date(_SHOWN_DAY)}   ·   {formats.number(Decimal('1234567.5'))}   ·   {formats.money(_SHOWN_AMOUNT)}"
    )
