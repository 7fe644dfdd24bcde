"""Text files that were made to do harm: plans, tables, address cards and work plans; and old Excel files."""

import struct
from collections.abc import Callable, Iterator

_PLAN = '{"format": "creative-partnership-plan", "version": 1, "partners": '
_YAML = "format: creative-partnership-plan\nversion: 1\n"
_LAUGHS = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
_PROJECT = b'<project xmlns="http://schemas.microsoft.com/project">'
_MB = 1024 * 1024


def _old_excel(sectors: bytes = b"") -> bytes:
    """The head of an .xls, with whatever follows."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<II", head, 44, 1, 1)
    return bytes(head) + sectors


MAKERS: dict[str, Callable[[], str | bytes]] = {
    "nothing.csv": lambda: b"",
    "only zeros.csv": lambda: bytes(100_000),
    "zeros between.csv": lambda: b"Name,City\nCh\0oir,\0Ort\n" + b"\0" * 500,
    "no text.csv": lambda: bytes(range(256)) * 400,
    "seven bits.csv": lambda: "Name,Ort\nFundación Añil,+AGEA-\n".encode("utf-7"),
    "half a letter.csv": lambda: "Name,Ort\nChor,Ort\n".encode("utf-16")[:-1],
    "four bytes.csv": lambda: "Name,Ort\nChor,Ort\n".encode("utf-32-be")[:-3],
    "one line.csv": lambda: b"x," * (5 * _MB),
    "one cell.csv": lambda: b"Name\n" + b"x" * (10 * _MB),
    "quotation marks.csv": lambda: b'Name\n"' + b'"' * (8 * _MB + 1),
    "one quotation mark.csv": lambda: b'Name\n"a' + b"\n" * 300_000,
    "many rows.csv": lambda: b"a,b\n" * 400_000,
    "one wide row.csv": lambda: b",".join([b"x"] * 499) + b"\n" + b"a\n" * 50_000,
    "separator of none.csv": lambda: b"sep=\x00\nName\x00City\n",
    "large.csv": lambda: b"Name,City\n" * (5 * _MB),
    "never ends.vcf": lambda: b"BEGIN:VCARD\nFN:Ada\n" + b" x\n" * 1_000_000,
    "many cards.vcf": lambda: b"BEGIN:VCARD\nFN:A\nEND:VCARD\n" * 200_000,
    "deep.gan": lambda: b"<project><tasks>" + b"<task>" * 300_000,
    "deep and whole.gan": lambda: b"<project><tasks>" + b"<task>" * 5_000 + b"</task>" * 5_000 + b"</tasks></project>",
    "laughing.gan": lambda: b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "b">]><project>&a;</project>',
    "from the network.xml": lambda: b'<?xml version="1.0"?><!DOCTYPE p SYSTEM "http://203.0.113.1/p.dtd">' + _PROJECT,
    "level that is no number.xml": lambda: (
        _PROJECT + b"<Tasks><Task><UID>1</UID><Name>A</Name><OutlineLevel>x</OutlineLevel></Task></Tasks></project>"
    ),
    "another level that is no number.xml": lambda: (
        b'<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Tasks><Task><UID>1</UID>'
        b"<Name>A</Name><OutlineLevel>x</OutlineLevel></Task></Tasks></Project>"
    ),
    "number that is none.gan": lambda: (
        '<project><tasks><task id="1" name="A" start="2027-01-01" duration="²" complete="²"/></tasks></project>'
    ),
    "cut.xls": _old_excel,
    "circle.xls": lambda: _old_excel(struct.pack("<128I", *[0] * 128) * 8),
    "noise.xls": lambda: _old_excel(bytes((n * 7919) % 256 for n in range(60_000))),
    "locked.xls": lambda: _old_excel("EncryptedPackage".encode("utf-16-le")),
    "bare.xls": lambda: b"\x09\x08\x10\x00" + b"\xff" * 4_000,
    "deep.json": lambda: b"[" * 200_000,
    "deep in a plan.json": lambda: _PLAN + "[" * 100 + "]" * 100 + "}",
    "long number.json": lambda: _PLAN + "1" * 100_000 + "}",
    "many.json": lambda: _PLAN + "[" + "[]," * 700_000 + "[]]}",
    "half a sign.json": lambda: _PLAN + '[{"name": "\\ud800"}]}',
    "not text.json": lambda: _PLAN.encode() + b'"\xff\xfe"}',
    "laughing.yaml": lambda: _YAML + "a0: &a0 [x]\n" + _LAUGHS,
    "in itself.yaml": lambda: _YAML + "partners: &a [*a]\n",
    "runs something.yaml": lambda: _YAML + "partners: !!python/object/apply:os.system ['id']\n",
    "deep.yaml": lambda: _YAML + "partners: " + "[" * 50_000,
    "wide.yaml": lambda: _YAML + "partners: " + "- " * 20_000,
    "many keys.yaml": lambda: _YAML + "? " * 20_000,
    "long line.yaml": lambda: _YAML + "partners: [{name: '" + "x" * (3 * _MB) + "'}]",
}


def texts() -> Iterator[tuple[str, bytes]]:
    """Yield a name and what the file holds."""
    for name, make in MAKERS.items():
        content = make()
        yield name, content.encode() if isinstance(content, str) else content
