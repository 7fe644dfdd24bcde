"""A box with the languages in which documents speak."""

from PySide6.QtWidgets import QWidget

from ui.editors.chosen import Box
from workbook.formats import Formats


def language_box(own: str, chosen: str, parent: QWidget | None = None) -> Box:
    """Return the box: `own` is what no choice means, whose data is ""; `chosen` the tag that is chosen at first."""
    from exports.languages import DOCUMENT_LANGUAGES, language_name  # what documents are made of comes with it

    languages = Box(parent)
    languages.setAccessibleName("Language")
    languages.setToolTip("The plan's own words stay as they are, except where a translation was written down.")
    languages.addItem(own, "")
    for tag in DOCUMENT_LANGUAGES:
        name = language_name(tag, Formats(tag))
        languages.addItem(name[:1].upper() + name[1:], tag)
    languages.setCurrentIndex(max(0, languages.findData(chosen)))
    return languages
