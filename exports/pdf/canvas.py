"""A canvas that can go back to a finished page, so that one build is enough for page x of y and a contents list."""

from collections.abc import Callable
from typing import Any

from exports.pdf.tagging.marking import MarkedCanvas

Later = Callable[[MarkedCanvas, int, int], None]
"""Draws what was not known yet; told the page's number and how many pages there are."""


class DocumentCanvas(MarkedCanvas):
    """Draws pages as they come and, when all are there, adds to each what had to wait."""

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self._waiting: dict[int, list[Later]] = {}
        self._finished: list[Any] = []
        self.found_on: dict[str, int] = {}
        self._reopened = 0

    @property
    def page_here(self) -> int:
        """The number of the page that is drawn on, which may be one that was finished before."""
        return self._reopened or self.getPageNumber()

    def later(self, draw: Later) -> None:
        """Draw on this page when the document is complete; in coordinates of the page."""
        self._waiting.setdefault(self.getPageNumber(), []).append(draw)

    def mark(self, key: str, title: str, level: int) -> None:
        """Make the present place findable: as a bookmark, and by number for the contents list."""
        self.found_on[key] = self.getPageNumber()
        self.bookmarkPage(key)
        self.addOutlineEntry(title, key, level, closed=level > 0)

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Finish a page and remember it."""
        super().showPage()
        self._finished.append(self._doc.Pages.pages[-1])  # type: ignore[attr-defined]

    def save(self) -> None:
        """Add what had to wait, then write the file."""
        if len(self._code):
            self.showPage()
        for number, page in enumerate(self._finished, 1):
            for draw in self._waiting.get(number, ()):
                self._code: list[str] = []
                self._reopened = number
                draw(self, number, len(self._finished))
                page.stream += "\n".join(["q", *self._code, "Q"]) + "\n"
        self._code = []
        self._reopened = 0
        self._doc.SaveToFile(self._filename, self)  # type: ignore[attr-defined]
