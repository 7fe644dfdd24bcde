"""The sign of who a document comes from, at the head of its first page."""

import io
from typing import Any

from PIL import Image, UnidentifiedImageError
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from exports.edition import NotMade
from exports.outline import Logo
from exports.pdf.tagging import Element

_HIGHEST, _WIDEST = 18 * mm, 70 * mm
_MOST_DOTS = 40_000_000
_DOTS_TO_A_POINT = 300 / 72


class NoPicture(NotMade):
    """What was given as a logo cannot be drawn."""


class LogoFlowable(Flowable):
    """A logo at the edge where lines begin, or in the middle, as one figure whose element says whose it is."""

    def __init__(self, logo: Logo, element: Element, right_to_left: bool, *, centered: bool = False) -> None:
        super().__init__()
        self._image, self._element, self._rtl = opaque(logo.content), element, right_to_left
        self._size, self._centered = size_of(self._image), centered

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Take as much room as the logo is high."""
        self.width, self.height = available, self._size[1]
        return self.width, self.height

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        return 12.0

    def draw(self) -> None:
        """Draw it, and say where on the page it stands."""
        canvas: Any = self.canv
        x = (self.width - self._size[0]) * (0.5 if self._centered else 1.0 if self._rtl else 0.0)
        left, bottom = canvas.absolutePosition(x, 0)
        self._element.box = (left, bottom, left + self._size[0], bottom + self._size[1])
        with canvas.content(self._element):
            canvas.drawImage(ImageReader(self._image), x, 0, *self._size)


def size_of(image: Image.Image) -> tuple[float, float]:
    """Return how wide and how high a logo is on the page, in points."""
    scale = min(_WIDEST / image.width, _HIGHEST / image.height)
    return image.width * scale, image.height * scale


def opaque(content: bytes) -> Image.Image:
    """Return a PNG or JPEG on white, no finer than a printer needs; raise `NoPicture` where it cannot be read.

    What can be seen through is laid on white: so it looks the same on every screen and printer.
    """
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as image:
            if not 0 < image.width * image.height <= _MOST_DOTS:
                raise NoPicture("The logo has too many dots. Give one of at most 4,000 by 4,000.")
            image.thumbnail((round(_WIDEST * _DOTS_TO_A_POINT), round(_HIGHEST * _DOTS_TO_A_POINT)))
            shown = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise NoPicture("The logo cannot be read. Give a picture as PNG or JPEG.") from error
    paper = Image.new("RGBA", shown.size, "white")
    return Image.alpha_composite(paper, shown).convert("RGB")
