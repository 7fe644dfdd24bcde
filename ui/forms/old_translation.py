"""Says of a translation that its original changed since, and lets somebody say that it is right nevertheless."""

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.layouts import column, label


class OldTranslation(QWidget):
    """Stands below the original of a field; it is seen only where the translation has grown old."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("This was changed since it was translated.", "warning", wrap=True)
        self.still_right = QCheckBox("The translation is still right")
        self.still_right.setAccessibleName(f"The translation of {title} is still right")
        box = column(self, "tight")
        box.addWidget(self.words)
        box.addWidget(self.still_right)
        self.hide()

    @property
    def is_confirmed(self) -> bool:
        """Say whether somebody looked at the translation and left it as it is."""
        return not self.isHidden() and self.still_right.isChecked()

    def show_age(self, *, is_old: bool) -> None:
        """Ask anew, or not at all where the translation says what the original says now."""
        self.still_right.setChecked(False)
        self.setVisible(is_old)
