"""How Word documents look: the styles that people see in Word's list, in the colours of our PDF files."""

from exports.charts.marks import Tone
from exports.docx.colours import THEME, border, color, hex_of, tint
from exports.docx.words import BLANK_STYLE, tag
from exports.docx.xml import Element, flag, make, put, twips
from exports.outline import Document
from exports.pdf import styles as pdf
from exports.pdf.paragraphs import BLANK
from exports.pdf.widths import PADDING

# Every machine has a font of this name or one with the same widths, and it has Arabic and Hebrew letters as well.
FONT = "Arial"
TABLE_STYLE, PLAIN_TABLE_STYLE = "PlanTable", "PlanLines"
CERTIFICATE: tuple[tuple[str, float, Tone, bool, float], ...] = (
    ("Heading", 30, "accent", True, 12),
    ("Text", 10.5, "ink", False, 6),
    ("Name", 26, "ink", True, 8),
    ("Title", 19, "accent", True, 6),
    ("Long Title", 12, "accent", True, 6),
    ("Small", 8, "muted", False, 3),
)
"""What stands on a certificate: its style, size in points, colour, weight, and the room after it."""
_LATIN_BESIDE_ARABIC = "en-GB"
_LINE = 276


def styles(document: Document, width: float) -> list[Element]:
    """Return the defaults and every style, for a document in its language, on lines of this width (points)."""
    return [
        _defaults(document),
        *_paragraph_styles(document.right_to_left, width),
        *_character_styles(),
        *_table_styles(),
    ]


def _defaults(document: Document) -> Element:
    language = tag(document.language)
    from_right = document.right_to_left
    lang = make(
        "w:lang",
        val=_LATIN_BESIDE_ARABIC if from_right else language,
        eastAsia="en-US",
        bidi=language if from_right else "ar",
    )
    fonts = make(
        "w:rFonts", asciiTheme="minorHAnsi", eastAsiaTheme="minorEastAsia", hAnsiTheme="minorHAnsi", cstheme="minorBidi"
    )
    words = make("w:rPr", fonts, color("ink"), *_size(10), lang)
    spacing = make("w:pPr", make("w:spacing", before=0, after=twips(6), line=_LINE, lineRule="auto"))
    return make("w:docDefaults", make("w:rPrDefault", words), make("w:pPrDefault", spacing))


def _size(points: float) -> tuple[Element, Element]:
    return make("w:sz", val=round(points * 2)), make("w:szCs", val=round(points * 2))


def _words(points: float, tone: Tone = "ink", *, bold: bool = False, italic: bool = False) -> Element:
    weight = [flag("w:b", bold), flag("w:bCs", bold), flag("w:i", italic), flag("w:iCs", italic)]
    return make("w:rPr", *weight, color(tone), *_size(points))


def _spacing(before: float, after: float, line: int = _LINE) -> Element:
    return make("w:spacing", before=twips(before), after=twips(after), line=line, lineRule="auto")


def _style(name: str, *parts: Element | None, follows: str = "", based: str = "Normal", quick: bool = True) -> Element:
    style_id = id_of(name)
    made = make("w:style", make("w:name", val=name), type="paragraph", styleId=style_id)
    if style_id == "Normal":
        put(made, default=1)
    else:
        made.append(make("w:basedOn", val=based))
        made.append(make("w:next", val=follows or "Normal"))
    made.append(make("w:uiPriority", val=1))
    if quick:
        made.append(make("w:qFormat"))
    made.extend([part for part in parts if part is not None])
    return made


def id_of(name: str) -> str:
    """Return the id of a style, which is its name in one word, as Word makes it."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def _paragraph_styles(from_right: bool, width: float) -> list[Element]:
    keep = make("w:keepNext")
    rule = make("w:pBdr", border("bottom", 1.6, space=8))
    return [
        _style("Normal", make("w:pPr", make("w:widowControl"))),
        _style("Title", make("w:pPr", _spacing(0, 12, 264)), _words(24, bold=True)),
        _style("Cover Title", make("w:pPr", rule, _spacing(0, 14, 264)), _words(24, bold=True), based="Title"),
        _style("Kind", make("w:pPr", keep, _spacing(0, 6)), _words(10.5, "accent", bold=True), follows="Title"),
        _style("Lead", make("w:pPr", _spacing(0, 8)), _words(11)),
        _style("Small", make("w:pPr", _spacing(0, 4, 264)), _words(8, "muted")),
        _style("Source", make("w:pPr", _spacing(0, 7, 264)), _words(7.5, "muted", italic=True)),
        _style("Notice", _notice(from_right), _words(9)),
        *_headings(),
        *_certificates(),
        _style("caption", make("w:pPr", make("w:keepNext"), _spacing(8, 4)), _words(8.5, bold=True)),
        _style("List Bullet", make("w:pPr", _numbered(1), _spacing(0, 3)), follows="List Bullet"),
        _style("List Number", make("w:pPr", _numbered(2), _spacing(0, 4)), follows="List Number"),
        _style("Status", make("w:pPr", make("w:keepNext"), _spacing(0, 3)), _words(12, bold=True)),
        *_in_tables(),
        *_at_edges(width),
    ]


def _headings() -> list[Element]:
    looks = ((16.0, "accent", 16.0, 6.0), (11.5, "ink", 10.0, 4.0), (10.0, "ink", 8.0, 3.0))
    return [
        _style(
            f"heading {number}",
            make(
                "w:pPr",
                make("w:keepNext"),
                make("w:keepLines"),
                _spacing(before, after, 264),
                make("w:outlineLvl", val=number - 1),
            ),
            _words(points, tone, bold=True),  # type: ignore[arg-type]
        )
        for number, (points, tone, before, after) in enumerate(looks, 1)
    ]


def _certificates() -> list[Element]:
    """Return what stands on a certificate, from its heading to its small print."""
    return [
        _style(f"Certificate {name}", make("w:pPr", _spacing(0, after, 252)), _words(points, tone, bold=bold))
        for name, points, tone, bold, after in CERTIFICATE
    ]


def _notice(from_right: bool) -> Element:
    edge = border("right" if from_right else "left", 2.5, space=8)
    indent = make("w:ind", left=twips(10), right=twips(2))
    return make("w:pPr", make("w:keepLines"), make("w:pBdr", edge), tint(), _spacing(4, 9), indent)


def _numbered(number: int) -> Element:
    return make("w:numPr", make("w:numId", val=number))


def _in_tables() -> list[Element]:
    tight = 252
    return [
        _style("Table Text", make("w:pPr", _spacing(2, 2, tight)), _words(8)),
        _style("Table Strong", make("w:pPr", _spacing(2, 2, tight)), _words(8, bold=True), based="Table Text"),
        _style(
            "Table Heading",
            make("w:pPr", make("w:keepNext"), _spacing(2, 2, tight)),
            _words(8, "accent", bold=True),
            based="Table Text",
        ),
        _style("After Table", make("w:pPr", make("w:spacing", after=0, line=160, lineRule="exact")), _words(4)),
        _style("After Signatures", make("w:pPr", make("w:spacing", after=0, line=360, lineRule="exact")), _words(4)),
        _style("Cover Name", make("w:pPr", _spacing(2, 2)), _words(8.5, "muted")),
        _style("Cover Value", make("w:pPr", _spacing(2, 2)), _words(9.5)),
        _style("Signature Name", make("w:pPr", make("w:keepNext"), _spacing(0, 0, 240)), _words(7.5, "muted")),
        _style("Signature Text", make("w:pPr", make("w:keepNext"), _spacing(0, 1, 240)), _words(9.5)),
    ]


def _at_edges(width: float) -> list[Element]:
    rule = make("w:pBdr", border("top", 0.5, hex_of(pdf.RULE), space=5))
    entries = [
        _style(
            f"toc {level}",
            make(
                "w:pPr",
                make("w:tabs", make("w:tab", val="right", leader="dot", pos=twips(width))),
                _spacing(0, 5),
                make("w:ind", left=twips(14 * (level - 1))),
            ),
            quick=False,
        )
        for level in (1, 2, 3)
    ]
    return [
        _style("TOC Heading", make("w:pPr", make("w:keepNext"), _spacing(18, 8)), _words(16, "accent", bold=True)),
        *entries,
        _style("header", make("w:pPr", _spacing(0, 0, 240)), _words(7.5, "muted"), quick=False),
        _style("footer", make("w:pPr", rule, _spacing(0, 0, 240)), _words(7.5, "muted"), quick=False),
    ]


def _character_styles() -> list[Element]:
    default = make(
        "w:style",
        make("w:name", val="Default Paragraph Font"),
        make("w:uiPriority", val=1),
        make("w:semiHidden"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )
    blank = make(
        "w:rPr",
        make("w:color", val=hex_of(BLANK)),
        make("w:shd", val="clear", color="auto", fill="FFF3D6"),
    )
    link = make("w:rPr", make("w:color", val=THEME["hlink"], themeColor="hyperlink"))
    return [default, _character(BLANK_STYLE, "Blank to fill in", blank), _character("Hyperlink", "Hyperlink", link)]


def _character(style_id: str, name: str, words: Element) -> Element:
    return _other("character", style_id, name, "DefaultParagraphFont", words)


def _other(kind: str, style_id: str, name: str, based: str, *parts: Element) -> Element:
    heads = (make("w:name", val=name), make("w:basedOn", val=based), make("w:uiPriority", val=1), make("w:qFormat"))
    return make("w:style", *heads, *parts, type=kind, styleId=style_id)


def _table_styles() -> list[Element]:
    margins = _margins(PADDING)
    normal = make(
        "w:style",
        make("w:name", val="Normal Table"),
        make("w:uiPriority", val=99),
        make("w:semiHidden"),
        make("w:tblPr", make("w:tblInd", w=0, type="dxa"), _margins(0)),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    none = make(
        "w:style", make("w:name", val="No List"), make("w:semiHidden"), type="numbering", default=1, styleId="NoList"
    )
    lines = make("w:tblBorders", border("bottom", 0.35, hex_of(pdf.RULE)), border("insideH", 0.35, hex_of(pdf.RULE)))
    heads = make(
        "w:tblStylePr",
        make("w:rPr", flag("w:b", True), flag("w:bCs", True), color("accent")),
        make("w:tcPr", make("w:tcBorders", border("top", 0.8), border("bottom", 0.8))),
        type="firstRow",
    )
    ours = _other("table", TABLE_STYLE, "Plan Table", "TableNormal", make("w:tblPr", lines, margins), heads)
    plain = _other("table", PLAIN_TABLE_STYLE, "Plan Lines", "TableNormal", make("w:tblPr", _margins(0)))
    return [normal, none, ours, plain]


def _margins(points: float) -> Element:
    sides = (("top", 0.0), ("left", points), ("bottom", 0.0), ("right", points))
    return make("w:tblCellMar", *(make(f"w:{side}", w=twips(room), type="dxa") for side, room in sides))
