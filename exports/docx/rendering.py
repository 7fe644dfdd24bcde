"""Builds the file: styles, settings, properties, pages, and every block in turn."""

import datetime
import io
from typing import Any

import docx

from exports.docx import look
from exports.docx.edges import set_edges
from exports.docx.numbering import Numbering
from exports.docx.packing import packed
from exports.docx.palette import recolour, shades
from exports.docx.paragraphs import empty
from exports.docx.story import Sheet, story
from exports.docx.words import tag
from exports.docx.xml import Element, make
from exports.edition import Progress
from exports.outline import Document
from exports.outline.text import one_line
from exports.pdf import fonts, styles
from exports.pdf.turns import ONE_AT_A_TIME
from workbook.isolating import without_isolates

_LONGEST_PROPERTY = 255
_NOT_OURS = ("stylesWithEffects", "customXml", "thumbnail")
_WORD = "http://schemas.microsoft.com/office/word"


def rendered(document: Document, page: str, progress: Progress) -> bytes:
    """Lay a document out and return it as DOCX."""
    with ONE_AT_A_TIME:
        fonts.register()
    width, height = styles.PAGES[page]
    size = (height, width) if document.landscape else (width, height)
    file = docx.Document()
    _prepare(file, document, size)
    _set_properties(file.core_properties, document)
    _fill(file, document, size, progress)
    set_edges(file.sections[0], document, size)
    chosen = shades(document.accent)
    if chosen:
        recolour((file.element, file.styles.element, file.part.numbering_part.element), chosen)
    target = io.BytesIO()
    file.save(target)
    return packed(target.getvalue(), look.FONT, chosen)


def _fill(file: Any, document: Document, size: tuple[float, float], progress: Progress) -> None:
    width = size[0] - 2 * styles.MARGIN_SIDE
    height = size[1] - styles.MARGIN_TOP - styles.MARGIN_BOTTOM
    sheet = Sheet(document, file.part, Numbering(file.part.numbering_part.element), width, height)
    last = file.element.body[-1]
    for number, made in enumerate(story(sheet)):
        if number % 16 == 0:
            progress(document.title, number, len(document.blocks))
        for element in made:
            last.addprevious(element)
    if not document.blocks:
        last.addprevious(empty("", document))


def _prepare(file: Any, document: Document, size: tuple[float, float]) -> None:
    """Put our styles and settings in place of the library's, and leave out what it brings along."""
    for relations in (file.part.rels, file.part.package.rels):
        for key in [key for key, each in relations.items() if each.reltype.rsplit("/", 1)[-1] in _NOT_OURS]:
            del relations[key]
    own = file.styles.element
    for old in list(own):
        own.remove(old)
    own.extend(look.styles(document, size[0] - 2 * styles.MARGIN_SIDE))
    settings = file.settings.element
    for old in list(settings):
        settings.remove(old)
    settings.extend(_settings(document))


def _settings(document: Document) -> list[Element]:
    """Return what Word has to know of the whole file; nothing that makes it ask the reader anything."""
    compatible = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
    }
    language = tag(document.language)
    roles = {f"accent{number}": f"accent{number}" for number in range(1, 7)}
    roles |= {"hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink"}
    return [
        make("w:zoom", percent=100),
        make("w:defaultTabStop", val=720),
        make("w:characterSpacingControl", val="doNotCompress"),
        make(
            "w:compat",
            *(make("w:compatSetting", name=name, uri=_WORD, val=value) for name, value in compatible.items()),
        ),
        make("w:themeFontLang", val="en-GB", bidi=language)
        if document.right_to_left
        else make("w:themeFontLang", val=language),
        make("w:clrSchemeMapping", bg1="light1", t1="dark1", bg2="light2", t2="dark2", **roles),
        make("w:decimalSymbol", val="."),
        make("w:listSeparator", val=","),
    ]


def _set_properties(properties: Any, document: Document) -> None:
    moment = datetime.datetime.combine(document.day, datetime.time())
    properties.title = _property(document.title)
    properties.author = _property(document.author)
    properties.last_modified_by = _property(document.author)
    properties.subject = _property(document.subject)
    properties.language = tag(document.language)
    properties.created = properties.modified = moment
    properties.revision = 1
    properties.comments = properties.keywords = ""


def _property(text: str) -> str:
    """Return text as a property of a file may hold it."""
    text = without_isolates(one_line(text))
    return text if len(text) <= _LONGEST_PROPERTY else f"{text[: _LONGEST_PROPERTY - 1]}…"
