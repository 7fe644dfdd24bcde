"""Reading documents back as a reader's program would."""

import io
from collections.abc import Iterator
from typing import Any

import docx
import pikepdf
import pypdfium2
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph


def pages_of(document: bytes) -> list[str]:
    """Return the text of each page as it was written, line by line."""
    pdf = pypdfium2.PdfDocument(document)
    try:
        return [_lines(page) for page in pdf]
    finally:
        pdf.close()


def _lines(page: Any) -> str:
    text = page.get_textpage()
    try:
        return "\n".join(line.rstrip() for line in text.get_text_range().replace("\r\n", "\n").split("\n"))
    finally:
        text.close()
        page.close()


def lines_of(word: bytes) -> str:
    """Return the paragraphs of a Word document, each with its style, and the rows of its tables."""
    file = docx.Document(io.BytesIO(word))
    return "".join(f"{line}\n" for part in file.iter_inner_content() for line in _part(part))


def _part(part: WordParagraph | WordTable) -> list[str]:
    if isinstance(part, WordParagraph):
        return [f"[{part.style.name if part.style else ''}] {part.text}".rstrip()]
    return [" | ".join(cell.text.replace("\n", " / ") for cell in row.cells) for row in part.rows]


def flat(document: bytes) -> str:
    """Return the text of all pages with white space folded."""
    return " ".join(" ".join(pages_of(document)).split())


def fonts_of(document: bytes) -> dict[str, bool]:
    """Return the fonts of a PDF, and whether each is embedded."""
    with pikepdf.open(io.BytesIO(document)) as pdf:
        return dict(_fonts(pdf))


def _fonts(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bool]]:
    for page in pdf.pages:
        resources: Any = page.obj["/Resources"]
        for font in resources["/Font"].values():
            descriptor = font.get("/FontDescriptor", {})
            yield str(font.BaseFont), "/FontFile2" in descriptor


def widest(document: bytes) -> tuple[float, float]:
    """Return the leftmost and the rightmost place on any page where something is written."""
    pdf = pypdfium2.PdfDocument(document)
    edges: list[tuple[float, float]] = []
    try:
        for page in pdf:
            text = page.get_textpage()
            boxes = [text.get_rect(number) for number in range(text.count_rects())]
            edges += [(box[0], box[2]) for box in boxes]
            text.close()
            page.close()
    finally:
        pdf.close()
    return min(left for left, _ in edges), max(right for _, right in edges)
