"""Every letter comes with its own form and says which letter it is."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

_LINE = re.compile(r"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4,})>")
_NO_LETTERS = {0x0, 0xFEFF, 0xFFFE, 0xFFFF}


def problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Say which fonts are not embedded and which codes cannot be read back."""
    used: dict[tuple[int, int], set[int]] = {}
    known: dict[tuple[int, int], Any] = {}
    for number, page in enumerate(pdf.pages, 1):
        resources: Any = page.obj.get("/Resources", {})
        for font in resources.get("/Font", {}).values():
            known[font.objgen] = font
        yield from (f"Page {number}: {said}" for said in _codes(page, resources, used))
    for key, font in known.items():
        name = str(font.get("/BaseFont", "a font"))
        descriptor = font.get("/FontDescriptor", {})
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
            yield f"{name} is not embedded."
        yield from (f"{name}: {said}" for said in _letters(font, used.get(key, set())))


def _codes(page: pikepdf.Page, resources: Any, used: dict[tuple[int, int], set[int]]) -> Iterator[str]:
    """Collect the codes that are shown in each font."""
    font: Any = None
    saved: list[Any] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        name = str(instruction.operator)
        if name == "q":
            saved.append(font)
        elif name == "Q":
            font = saved.pop() if saved else None
        elif name == "Tf":
            font = resources["/Font"].get(str(operands[0]))
        elif name in ("Tj", "TJ", "'", '"'):
            shown = operands[0] if name == "TJ" else [operands[-1]]
            strings = [bytes(each) for each in shown if isinstance(each, pikepdf.String)]
            if font is None:
                yield "letters are shown in no font."
            elif any(strings):
                used.setdefault(font.objgen, set()).update(*strings)


def _letters(font: Any, codes: set[int]) -> Iterator[str]:
    if "/ToUnicode" not in font:
        yield "does not say which letters it has."
        return
    written = font.ToUnicode.read_bytes().decode("ascii")
    letters = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in _LINE.findall(written)}
    for code in sorted(codes):
        text = letters.get(code, "")
        if not text:
            yield f"code {code} stands for no letter."
        elif any(ord(char) in _NO_LETTERS or 0xE000 <= ord(char) <= 0xF8FF for char in text):
            yield f"code {code} stands for what is no letter."
