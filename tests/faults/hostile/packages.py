"""Packed files: zip archives and spreadsheets in them that were made to do harm, each small on the disk."""

import io
import struct
from collections.abc import Callable, Iterator
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

Parts = dict[str, bytes]
_MB = 1024 * 1024
_MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATED = b'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROW = b'<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'
NEXT = b'<row r="2"><c r="A2" t="inlineStr"><is><t>Choir</t></is></c></row>'
_LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
_LAUGHING = b'<!DOCTYPE a [<!ENTITY l0 "ha">' + _LAUGHS + b"]>"


def zipped(parts: Parts, way: int = ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w", way, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def sheet(rows: bytes = ROW + NEXT, after: bytes = b"", before: bytes = b"") -> bytes:
    data = b"<sheetData>" + rows + b"</sheetData>"
    return b'<?xml version="1.0"?><worksheet ' + _MAIN + b">" + before + data + after + b"</worksheet>"


def parts(rows: bytes = ROW + NEXT, sheets: int = 1) -> Parts:
    """Return the parts of a small spreadsheet; all its sheets are the same part."""
    listed = b"".join(b'<sheet name="S%d" sheetId="%d" r:id="rId1"/>' % (n, n) for n in range(1, sheets + 1))
    book = b"<workbook " + _MAIN + b' xmlns:r="' + _OFFICE + b'"><sheets>' + listed + b"</sheets></workbook>"
    related = b'<Relationships %s><Relationship Id="rId%d" Type="%s/%s" Target="%s"/>%s</Relationships>'
    strings = b'<Relationship Id="rId9" Type="%s/sharedStrings" Target="sharedStrings.xml"/>' % _OFFICE
    styles = b'<Relationship Id="rId8" Type="%s/styles" Target="styles.xml"/>' % _OFFICE
    return {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": related % (_RELATED, 1, _OFFICE, b"officeDocument", b"xl/workbook.xml", b""),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": related
        % (_RELATED, 1, _OFFICE, b"worksheet", b"worksheets/sheet1.xml", strings + styles),
        "xl/worksheets/sheet1.xml": sheet(rows),
        "xl/sharedStrings.xml": b"<sst " + _MAIN + b"/>",
        "xl/styles.xml": b"<styleSheet " + _MAIN + b"/>",
    }


def book(rows: bytes = ROW + NEXT, sheets: int = 1, named: Parts | None = None) -> bytes:
    return zipped(parts(rows, sheets) | (named or {}))


def _said_smaller(content: bytes, name: bytes, size: int) -> bytes:
    """Let the archive say that a part unpacks to `size` bytes only."""
    made = bytearray(content)
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = made.find(mark)
        while start >= 0:
            head = 30 if at == 22 else 46
            if made[start + head : start + head + len(name)] == name:
                struct.pack_into("<I", made, start + at, size)
            start = made.find(mark, start + 4)
    return bytes(made)


def _overlapping(many: int) -> bytes:
    """One packed part to which many entries of the directory point."""
    once = zipped({"xl/workbook.xml": bytes(8 * _MB)})
    begins = once.index(b"PK\x01\x02")
    entry = once[begins : once.index(b"PK\x05\x06")]
    listed = b"".join(entry.replace(b"workbook", b"w%07d" % n) for n in range(many))
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, many, many, len(listed), begins, 0)
    return once[:begins] + listed + end


def _locked(content: bytes) -> bytes:
    made = bytearray(content)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = made.find(mark)
        while start >= 0:
            made[start + at] |= 1
            start = made.find(mark, start + 4)
    return bytes(made)


def _cell(place: bytes, said: bytes = b"x") -> bytes:
    return b'<row><c r="' + place + b'" t="inlineStr"><is><t>' + said + b"</t></is></c></row>"


def _shared(size: int, times: int) -> bytes:
    strings = b"<sst " + _MAIN + b"><si><t>" + b"x" * size + b"</t></si></sst>"
    rows = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(1, times + 1))
    return book(rows, named={"xl/sharedStrings.xml": strings})


def ods(body: bytes, **named: bytes) -> bytes:
    office = b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    spaces = b'xmlns:office="%s" xmlns:table="%s" xmlns:text="%s"' % (
        office,
        office.replace(b"office:1", b"table:1"),
        office.replace(b"office:1", b"text:1"),
    )
    inside = b'<table:table table:name="A">' + body + b"</table:table>"
    content = b"<office:document-content %s><office:body><office:spreadsheet>%s</office:spreadsheet></office:body>" % (
        spaces,
        inside,
    )
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    held = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": named.get("manifest", manifest),
        "content.xml": content + b"</office:document-content>",
    }
    return zipped(held)


def ods_row(said: bytes) -> bytes:
    cell = _ods_cell(b"").replace(b">x<", b">" + said + b"<")
    return b"<table:table-row>" + cell + b"</table:table-row>"


def _ods_cell(repeated: bytes) -> bytes:
    return b'<table:table-cell office:value-type="string"%s><text:p>x</text:p></table:table-cell>' % repeated


def _odd_names() -> Parts:
    return dict.fromkeys(("../../evil.xml", "/tmp/evil.xml", "C:\\evil.xml", "xl/../../evil.rels"), b"<a/>")


def _twice() -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w") as archive:
        for name, content in parts().items():
            archive.writestr(name, content)
        archive.writestr(ZipInfo("XL/workbook.xml"), b"<workbook/>")
    return held.getvalue()


def _linking() -> Parts:
    link = b'<Relationships %s><Relationship Id="rId1" Type="%s/externalLinkPath" Target="http://203.0.113.1/evil.xlsx"'
    return {
        "xl/externalLinks/externalLink1.xml": b"<externalLink " + _MAIN + b"/>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": link % (_RELATED, _OFFICE)
        + b' TargetMode="External"/></Relationships>',
        "xl/connections.xml": b"<connections " + _MAIN + b'><connection url="http://203.0.113.1/"/></connections>',
    }


def _merged(many: int) -> bytes:
    joined = b"".join(b'<mergeCell ref="A1:XFD%d"/>' % n for n in range(2, many))
    return sheet(after=b"<mergeCells>" + joined + b"</mergeCells>")


_EXTERNAL = b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://203.0.113.1/a.dtd"><a/>'
_TWO_BYTES = (_LAUGHING + b"<a>&l9;</a>").decode().encode("utf-16")
_PASSWD = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
_STRINGS, _STYLES, _SHEET = "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"

MAKERS: dict[str, Callable[[], bytes]] = {
    "bomb, flat.xlsx": lambda: book(named={_SHEET: sheet(before=b" " * (220 * _MB))}),
    "bomb, another kind of part.xlsx": lambda: book(named={"xl/media/a.bin": bytes(220 * _MB)}),
    "bomb that says it is small.xlsx": lambda: _said_smaller(
        book(named={_SHEET: sheet(before=b" " * (220 * _MB))}), _SHEET.encode(), 100
    ),
    "bomb in a bomb.xlsx": lambda: book(named={"xl/inner.zip": zipped({"inner": zipped({"a": bytes(30 * _MB)})})}),
    "bomb of one part that is listed often.xlsx": lambda: _overlapping(500),
    "bomb packed with bzip2.xlsx": lambda: zipped(parts() | {"xl/a.xml": bytes(60 * _MB)}, ZIP_BZIP2),
    "bomb packed with lzma.xlsx": lambda: zipped(parts() | {"xl/a.xml": bytes(60 * _MB)}, ZIP_LZMA),
    "many parts.xlsx": lambda: book(named={f"xl/p{n}.xml": b"<a/>" for n in range(3_000)}),
    "cut off.xlsx": lambda: book()[:-60],
    "cut in the middle.xlsx": lambda: book()[:400],
    "directory that points nowhere.xlsx": lambda: _moved_directory(book()),
    "part with a wrong sum.xlsx": lambda: zipped(parts(), ZIP_STORED).replace(b"Choir", b"Chair"),
    "names that lead out.xlsx": lambda: book(named=_odd_names()),
    "one part twice.xlsx": _twice,
    "locked.xlsx": lambda: _locked(book()),
    "no spreadsheet.zip": lambda: zipped({"a.txt": b"Hello"}),
    "laughing strings.xlsx": lambda: book(named={_STRINGS: b'<?xml version="1.0"?>' + _LAUGHING + b"<a>&l9;</a>"}),
    "laughing in two bytes.xlsx": lambda: book(named={_STRINGS: _TWO_BYTES}),
    "another file's words.xlsx": lambda: book(named={_STRINGS: _PASSWD}),
    "words from the network.xlsx": lambda: book(named={"xl/workbook.xml": _EXTERNAL}),
    "links to the network.xlsx": lambda: book(named=_linking()),
    "cell at the end.xlsx": lambda: book(ROW + _cell(b"XFD1048576")),
    "cell after the end.xlsx": lambda: book(ROW + _cell(b"A1048577")),
    "cell with long letters.xlsx": lambda: book(ROW + _cell(b"ZZZZZZZZZ2")),
    "cell with a long number.xlsx": lambda: book(ROW + _cell(b"A" + b"9" * 5_000)),
    "cell at the end in other quotes.xlsx": lambda: book(ROW + b"<row><c r\n=\n'XFD999999'><v>1</v></c></row>"),
    "row at the end.xlsx": lambda: book(ROW + b'<row r="99999999"><c><v>1</v></c></row>'),
    "vast by its own word.xlsx": lambda: book(named={_SHEET: sheet(before=b'<dimension ref="A1:XFD1048576"/>')}),
    "joined a hundred thousand times.xlsx": lambda: book(named={_SHEET: _merged(100_000)}),
    "joined on each other.xlsx": lambda: book(named={_SHEET: _merged(10_000)}),
    "one long word, often.xlsx": lambda: _shared(_MB, 20_000),
    "deep.xlsx": lambda: book(named={_SHEET: sheet(b"<a>" * 500_000)}),
    "deep styles.xlsx": lambda: book(named={_STYLES: b"<styleSheet>" + b"<b>" * 500_000}),
    "many styles.xlsx": lambda: book(named={_STYLES: _many_styles(400_000)}),
    "many sheets.xlsx": lambda: book(sheets=5_000),
    "many tags without an end.xlsx": lambda: book(named={_SHEET: sheet(b"<c t='" * 3_000_000)}),
    "repeated without end.ods": lambda: ods(
        b'<table:table-row table:number-rows-repeated="1048576">'
        + _ods_cell(b' table:number-columns-repeated="16384"')
        + b"</table:table-row>"
    ),
    "repeated more than there is.ods": lambda: ods(
        b"<table:table-row>" + _ods_cell(b' table:number-columns-repeated="999999999"') + b"</table:table-row>"
    ),
    "repeated rows.ods": lambda: ods(
        b'<table:table-row table:number-rows-repeated="1048576">' + _ods_cell(b"") * 400 + b"</table:table-row>"
    ),
    "locked.ods": lambda: ods(b"", manifest=b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"),
    "no parts.xlsb": lambda: zipped({"xl/workbook.bin": b"\x83\x01\x00" * 100}),
}  # fmt: skip


def _moved_directory(content: bytes) -> bytes:
    made = bytearray(content)
    struct.pack_into("<I", made, made.rindex(b"PK\x05\x06") + 16, 7)
    return bytes(made)


def _many_styles(many: int) -> bytes:
    formats = b"".join(b'<numFmt numFmtId="%d" formatCode="[red]yyyy"/>' % n for n in range(200, 200 + many // 10))
    return b"<styleSheet %s><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>" % (
        _MAIN,
        formats,
        b'<xf numFmtId="200"/>' * many,
    )


def packages() -> Iterator[tuple[str, bytes]]:
    """Yield a name and what the file holds."""
    for name, make in MAKERS.items():
        yield name, make()
