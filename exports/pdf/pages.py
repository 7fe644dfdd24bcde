"""A PDF as pictures of its pages, for the screen; and where words stand on them."""

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

_ONE_AT_A_TIME = threading.Lock()
"""PDFium serves one thread at a time."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as it is printed: four bytes for each dot, blue, green, red and one that is unused."""

    number: int
    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a document: its page from 0 on, and how far down the page it is, in points."""

    page: int
    down: float


@dataclass(frozen=True)
class Drawn:
    """A PDF with the sizes of its pages in points; `spots` are the places of its parts by their ids."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    spots: Mapping[str, Spot] = field(default_factory=dict)


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return width and height of each page in points."""
    with _opened(pdf) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def page_images(pdf: bytes, numbers: Iterable[int], scale: float) -> Iterator[PageImage]:
    """Draw pages; `scale` is dots for each point. Another thread has its turn between two pages."""
    for number in numbers:
        with _opened(pdf) as document:
            page = document[number]
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            made = PageImage(number, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            page.close()
        yield made


def heading_spots(pdf: bytes) -> tuple[tuple[str, Spot], ...]:
    """Return the bookmarks of a document with the places to which they lead, in its order."""
    with _opened(pdf) as document:
        marks: dict[int, list[str]] = {}
        for mark in document.get_toc():
            target = mark.get_dest()
            number = target.get_index() if target is not None else None
            if number is not None:
                marks.setdefault(number, []).append(mark.get_title())
        return tuple(spot for number, titles in marks.items() for spot in _on_page(document, number, titles))


def _on_page(document: Any, number: int, titles: list[str]) -> list[tuple[str, Spot]]:
    """Find headings on their page; its top stands for one that is not found, as with letters that are shaped."""
    page = document[number]
    text = page.get_textpage()
    found = []
    for title in titles:
        search = text.search(title, match_case=True)
        hit = search.get_next()
        down = 0.0 if hit is None else page.get_height() - text.get_charbox(hit[0])[3]
        found.append((title, Spot(number, float(down))))
        search.close()
    text.close()
    page.close()
    return found


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2  # only what is looked at needs it

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
