"""Builds the file: page frame, edges of the pages, properties."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import reportlab
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer

from exports.edition import Progress
from exports.languages import formats_in
from exports.outline import Cover, Document
from exports.pdf import fonts, measuring, styles
from exports.pdf.canvas import DocumentCanvas
from exports.pdf.certificates import draw_frame
from exports.pdf.characters import clean
from exports.pdf.measuring import shortened
from exports.pdf.palette import palette
from exports.pdf.paragraphs import Edge, Ink, draw_words
from exports.pdf.sheet import Sheet
from exports.pdf.story import story
from exports.pdf.tagging.archive import archived
from exports.pdf.tagging.languages import tag_of
from exports.pdf.tagging.marking import MarkedCanvas
from exports.pdf.tagging.metadata import Facts
from exports.pdf.turns import ONE_AT_A_TIME
from workbook.isolating import direction_in, isolated

_PROGRAM = "Creative Partnership Workbook"


def rendered(document: Document, page: str, progress: Progress) -> bytes:
    """Lay a document out and return it as PDF."""
    with ONE_AT_A_TIME:
        fonts.register()
        width, height = styles.PAGES[page]
        return _build(document, (height, width) if document.landscape else (width, height), progress)


def _build(document: Document, size: tuple[float, float], progress: Progress) -> bytes:
    width = size[0] - 2 * styles.MARGIN_SIDE
    height = size[1] - styles.MARGIN_TOP - styles.MARGIN_BOTTOM
    right_to_left = document.right_to_left
    sheet = Sheet(document, width, height, right_to_left)
    flowables = [flowable for made in story(sheet) for flowable in made] or [Spacer(1, 1)]
    target = io.BytesIO()
    template = _Template(target, document, size, flowables, progress)
    frame = Frame(styles.MARGIN_SIDE, styles.MARGIN_BOTTOM, width, height, 0, 0, 0, 0)
    edges = _edges(document, size, right_to_left)
    template.addPageTemplates(PageTemplate("page", [frame], onPage=edges))
    canvases: list[DocumentCanvas] = []
    colours = palette(document.accent)

    def canvas(*args: Any, **values: Any) -> DocumentCanvas:
        canvases.append(DocumentCanvas(*args, **values))
        canvases[-1].palette = colours
        return canvases[-1]

    template.build(flowables, canvasmaker=canvas)
    return archived(target.getvalue(), _facts(document), sheet.root, canvases[-1].marked)


def _facts(document: Document) -> Facts:
    """Collect the properties; a file must have a title (ISO 14289-1, 7.1), so one without is called what it is."""
    title = clean(document.title).strip() or clean(document.subject).strip() or _PROGRAM
    return Facts(
        title=" ".join(title.split()),
        language=tag_of(document.language),
        day=document.day,
        author=clean(document.author),
        subject=clean(document.subject),
        creator=_PROGRAM,
        producer=f"ReportLab {reportlab.Version}, pikepdf {pikepdf.__version__}",
    )


class _Template(BaseDocTemplate):
    """reportlab's template with our properties, which tells how far it is."""

    def __init__(
        self,
        target: io.BytesIO,
        document: Document,
        size: tuple[float, float],
        flowables: list[Flowable],
        progress: Progress,
    ) -> None:
        super().__init__(
            target,
            pagesize=size,
            title=document.title,
            lang=tag_of(document.language),
            invariant=1,
            pageCompression=1,
            displayDocTitle=True,
            initialFontName=fonts.face(),
        )
        self._whole = len(flowables)
        self._progress = progress
        self._title = document.title

    def handle_flowable(self, flowables: list[Flowable]) -> None:
        """Lay out the next flowable."""
        if len(flowables) % 16 == 0:
            done = max(self._whole - len(flowables), 0)
            self._progress(self._title, done, self._whole)
        super().handle_flowable(flowables)


def _edges(
    document: Document, size: tuple[float, float], right_to_left: bool
) -> Callable[[Any, BaseDocTemplate], None]:
    covered = bool(document.blocks) and isinstance(document.blocks[0], Cover)
    start, end = styles.MARGIN_SIDE, size[0] - styles.MARGIN_SIDE
    if right_to_left:
        start, end = end, start
    at_start: Edge = "right" if right_to_left else "left"
    at_end: Edge = "left" if right_to_left else "right"
    room = abs(end - start)
    ink = Ink(7.2, styles.MUTED, right_to_left=right_to_left)
    say = formats_in(document.language).say
    foot = "  ·  ".join(isolated(part, right_to_left) for part in document.footer)

    def footer(canvas: MarkedCanvas, page: int, pages: int) -> None:
        y = styles.FOOTER
        number = say("Page {page} of {pages}", page=page, pages=pages)
        left = shortened(foot, room - measuring.width(number, 7.2) - 16, 7.2)
        with canvas.artifact("Footer"):
            canvas.setStrokeColor(styles.RULE)
            canvas.setLineWidth(0.5)
            canvas.line(min(start, end), y + 11, max(start, end), y + 11)
            draw_words(canvas, start, y, left, ink, at_start)
            own = ink._replace(right_to_left=direction_in(number, right_to_left))
            draw_words(canvas, end, y, number, own, at_end)

    def draw(canvas: Any, _template: BaseDocTemplate) -> None:
        if document.sheets:
            draw_frame(canvas, size)
            return
        canvas.later(footer)
        if document.header and not (covered and canvas.getPageNumber() == 1):
            y = size[1] - styles.HEADER
            with canvas.artifact("Header"):
                draw_words(canvas, start, y, shortened(document.header, room, 7.2), ink, at_start)

    return draw
