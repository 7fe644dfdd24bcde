"""Turns the blocks of an outline into paragraphs and tables, one small function for each kind of block."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from exports.docx import certificates, look, signing, tables
from exports.docx.contents import contents, marked
from exports.docx.numbering import Numbering
from exports.docx.paragraphs import Manner, empty, keep_with_next, paragraph
from exports.docx.pictures import Shown, of_chart, of_logo, picture_run
from exports.docx.tables import rated
from exports.docx.xml import Element, make
from exports.outline import (
    Block,
    BulletList,
    Certificate,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Parallel,
    SignatureBlock,
    Spoken,
    Status,
    Table,
)
from exports.outline.text import one_line

_STYLES = {"body": "", "lead": "Lead", "small": "Small", "kind": "Kind", "title": "Title"}
_MOST_OF_A_PAGE = 0.85
_BESIDE = 6.0
_AFTER_LOGO = 12.0


@dataclass
class Sheet:
    """What a block has to know of its page and document; `part` takes in pictures. Lengths are points."""

    document: Document
    part: Any
    numbering: Numbering
    width: float
    height: float
    headings: Iterator[int] = field(default_factory=count)
    pictures: Iterator[int] = field(default_factory=lambda: count(1))

    def speaking(self, language: str, width: float = 0.0) -> "Sheet":
        """Return the sheet for a part in another language, of its own width if told."""
        return replace(self, document=self.document.speaking(language), width=width or self.width)


def story(sheet: Sheet) -> Iterator[list[Element]]:
    """Yield what each block becomes, in turn."""
    blocks, logo = sheet.document.blocks, sheet.document.logo
    if logo is not None:
        yield [_picture(of_logo(logo), sheet)]
    yield from _told(blocks, sheet)


def _told(blocks: tuple[Block, ...], sheet: Sheet) -> Iterator[list[Element]]:
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, Spoken):
            yield from _told(block.blocks, sheet.speaking(block.language))
            continue
        made = MAKERS[type(block)](block, sheet)
        if isinstance(block, Paragraph) and isinstance(following, SignatureBlock):
            keep_with_next(made[-1])
        yield made


def _heading(block: Heading, sheet: Sheet) -> list[Element]:
    manner = Manner(f"Heading{min(block.level, 3)}", new_page=block.new_page)
    return [marked(paragraph(one_line(block.text), sheet.document, manner), next(sheet.headings))]


def _paragraph(block: Paragraph, sheet: Sheet) -> list[Element]:
    manner = Manner(_STYLES[block.manner], "own" if block.manner in ("body", "lead") else "start")
    return [paragraph(block.text, sheet.document, manner, block.language)]


def _bullets(block: BulletList, sheet: Sheet) -> list[Element]:
    manner = Manner("ListBullet", number=sheet.numbering.bullets())
    return [paragraph(item, sheet.document, manner) for item in block.items]


def _numbers(block: NumberedList, sheet: Sheet) -> list[Element]:
    manner = Manner("ListNumber", number=sheet.numbering.begin(block.start))
    return [paragraph(item, sheet.document, manner) for item in block.items]


def _status(block: Status, sheet: Sheet) -> list[Element]:
    symbol, title = rated(block.rating, block.title)
    made = paragraph(title, sheet.document, Manner("Status", keep_next=bool(block.reason)))
    made.insert(1, symbol)
    return [made, *([paragraph(block.reason, sheet.document, Manner())] if block.reason else [])]


def _table(block: Table, sheet: Sheet) -> list[Element]:
    caption = [paragraph(block.caption, sheet.document, Manner("Caption"))] if block.caption else []
    made = tables.table(block, sheet.document, sheet.width, sheet.height)
    return [*caption, made, empty("AfterTable", sheet.document)]


def _figure(block: Figure, sheet: Sheet) -> list[Element]:
    caption = [paragraph(block.caption, sheet.document, Manner("Caption"))] if block.caption else []
    shown = of_chart(block.chart, block.alt, sheet.document, sheet.width, sheet.height * _MOST_OF_A_PAGE)
    return [*caption, _picture(shown, sheet), *(_table(block.numbers, sheet) if block.numbers else [])]


def _picture(shown: Shown, sheet: Sheet, manner: Manner = Manner()) -> Element:  # noqa: B008 - it never changes
    made = paragraph("", sheet.document, manner)
    made.append(picture_run(sheet.part, shown, next(sheet.pictures)))
    return made


def _certificate(block: Certificate, sheet: Sheet) -> list[Element]:
    room = (sheet.width, sheet.height)
    if block.logo is None:
        return certificates.certificate(block, sheet.document, room, above=0)
    shown = of_logo(block.logo)
    begins = Manner(edge="center", new_page=block is not sheet.document.blocks[0])
    words = certificates.certificate(block, sheet.document, room, above=shown.height + _AFTER_LOGO)
    return [_picture(shown, sheet, begins), *words]


def _note(block: Note, sheet: Sheet) -> list[Element]:
    return [paragraph(block.text, sheet.document, Manner("Source" if block.kind == "source" else "Notice"))]


def _contents(block: Contents, sheet: Sheet) -> list[Element]:
    return [contents(block, sheet.document)]


def _parallel(block: Parallel, sheet: Sheet) -> list[Element]:
    """Return a table of one row, which may go on over pages; each cell speaks one language."""
    width = sheet.width / 2
    cells = []
    for side in (block.first, block.second):
        inner = sheet.speaking(side.language, width - 2 * _BESIDE)
        content = [each for made in _told(side.blocks, inner) for each in made]
        if not content or content[-1].tag.endswith("}tbl"):
            content.append(empty("AfterTable", inner.document))
        cells.append(tables.cell(width, *content, properties=(tables.margins(_BESIDE),)))
    made = tables.frame([width, width], sheet.document, look.PLAIN_TABLE_STYLE)
    made.append(make("w:tr", *cells))
    return [made, empty("AfterTable", sheet.document)]


def _page_break(_block: PageBreak, sheet: Sheet) -> list[Element]:
    made = empty("AfterTable", sheet.document)
    made.append(make("w:r", make("w:br", type="page")))
    return [made]


MAKERS: dict[type[Any], Callable[[Any, Sheet], list[Element]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    BulletList: _bullets,
    NumberedList: _numbers,
    Status: _status,
    Table: _table,
    Figure: _figure,
    Note: _note,
    Contents: _contents,
    PageBreak: _page_break,
    Cover: lambda block, sheet: signing.cover(block, sheet.document, sheet.width, sheet.height),
    Certificate: _certificate,
    SignatureBlock: lambda block, sheet: signing.signatures(block, sheet.document, sheet.width),
    Parallel: _parallel,
}

assert set(MAKERS) | {Spoken} == set(Block.__args__)
