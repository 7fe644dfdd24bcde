"""Marks on the pages what each stroke of ink is: content of an element, or decoration (ISO 14289-1, 7.1)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from reportlab.pdfbase.ttfonts import ShapedStr
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from exports.pdf.tagging.languages import language_of, pieces
from exports.pdf.tagging.structure import Annotation, Box, Element, Mark

Artifact = Literal["Layout", "Header", "Footer", "Repeated"]

_ARTIFACTS: dict[Artifact, str] = {
    "Layout": "/Artifact <</Type /Layout>> BDC",
    "Header": "/Artifact <</Type /Pagination /Subtype /Header>> BDC",
    "Footer": "/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
    "Repeated": "/Artifact <</Type /Pagination>> BDC",
}


class MarkedText(PDFTextObject):
    """Text that says where its language changes; it is drawn exactly as without."""

    _canvas: "MarkedCanvas"

    def setFillColor(self, color: Any, alpha: float | None = None) -> None:  # noqa: N802 - reportlab's name
        super().setFillColor(self._canvas.palette.get(color, color), alpha)

    def _textOut(self, text: Any, TStar: Any = 0) -> None:  # noqa: N802, N803 - reportlab's names
        """End each line of a paragraph in a space: words are told apart by it, not by their place (14.8.2.5)."""
        ends_line = TStar and self._canvas.language_here and type(text) is str and text[-1:] != " "
        super()._textOut(f"{text} " if ends_line else text, TStar)  # type: ignore[misc]

    def _formatText(self, text: Any) -> str:  # noqa: N802 - reportlab's name
        around = self._canvas.language_here
        if not around or not isinstance(text, str) or isinstance(text, ShapedStr):
            return _plainly(self, text)
        found = pieces(text, around, self._canvas.language)
        if len(found) == 1 and not found[0][0]:
            return _plainly(self, text)
        return " ".join(
            f"/Span <</Lang ({language})>> BDC {_plainly(self, piece)} EMC" if language else _plainly(self, piece)
            for language, piece in found
        )


def _plainly(text_object: PDFTextObject, text: Any) -> str:
    return str(PDFTextObject._formatText(text_object, text))  # type: ignore[attr-defined]  # noqa: SLF001 - its only door


class MarkedCanvas(Canvas):
    """A canvas that numbers what is drawn on each page and remembers which element it belongs to.

    Marked content never lies in other marked content of the tree: within a mark, further marks do nothing.
    `palette` says which colours are drawn in place of others.
    """

    _code: list[str]
    _annotationrefs: list[Any]

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.language = str(values.get("lang") or "")
        self.language_here = ""
        self.marked: dict[int, list[Element]] = {}
        self.palette: dict[Any, Any] = {}
        self._inside = False

    @property
    def page_here(self) -> int:
        """The number of the page that is drawn on."""
        return self.getPageNumber()

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn within is content of an element."""
        if self._inside:
            yield
        elif element.repeats and element.kids:
            with self.artifact("Repeated"):
                yield
        else:
            page = self.page_here
            owners = self.marked.setdefault(page, [])
            element.kids.append(Mark(page, len(owners)))
            self._code.append(f"/{element.role} <</MCID {len(owners)}>> BDC")
            owners.append(element)
            self._inside, self.language_here = True, element.language or self.language
            yield
            self._inside, self.language_here = False, ""
            self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: Artifact = "Layout") -> Iterator[None]:
        """What is drawn within tells nothing: rules, backgrounds, the edges of a page."""
        if self._inside:
            yield
        else:
            self._inside = True
            self._code.append(_ARTIFACTS[kind])
            yield
            self._inside = False
            self._code.append("EMC")

    @contextmanager
    def spoken(self, text: str) -> Iterator[None]:
        """What is drawn within stands for a text, which may be in another language than what is around it."""
        language = language_of(text, self.language_here, self.language) if self.language_here else ""
        if language:
            self._code.append(f"/Span <</Lang ({language})>> BDC")
        yield
        if language:
            self._code.append("EMC")

    def link(self, element: Element, words: str, key: str, box: Box) -> None:
        """Lead from a box, in the present coordinates, to a bookmarked place.

        The words are told to those who reach the link by keyboard (ISO 14289-1, 7.18.5).
        """
        element.kids.append(Annotation(self.page_here, len(self._annotationrefs)))
        self.linkRect(words, key, box, relative=1, thickness=0)

    def setFillColor(self, color: Any, alpha: float | None = None) -> None:  # noqa: N802 - reportlab's name
        super().setFillColor(self.palette.get(color, color), alpha)

    def setStrokeColor(self, color: Any, alpha: float | None = None) -> None:  # noqa: N802 - reportlab's name
        super().setStrokeColor(self.palette.get(color, color), alpha)

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> MarkedText:  # noqa: N802 - reportlab's
        return MarkedText(self, x, y, direction=direction)
