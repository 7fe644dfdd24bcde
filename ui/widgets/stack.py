"""Pages of which one is in front."""

from PySide6.QtWidgets import QStackedWidget


class Stack(QStackedWidget):
    """Takes the height that it is given from a least one on, which `fitting` asks for it.

    Qt would take as least the height that the page in front would like to have.
    """

    def hasHeightForWidth(self) -> bool:
        return False
