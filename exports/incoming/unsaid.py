"""What a cell of a returned file does not say: an error, or a formula that no program has worked out.

The reader would take both for empty cells; here they become texts such as #REF!.
"""

import re

UNKNOWN = "#UNKNOWN!"
"""What a formula says that no program has worked out since it was written."""
_ERROR = re.compile(rb"""(<(?:\w+:)?c\b[^>]*?\bt\s*=\s*["'])e(["'])""")
_MAY_HOLD_ERROR = re.compile(rb"""t\s*=\s*["']e["']""")
_NOT_WORKED_OUT = re.compile(
    rb"""<((?:\w+:)?)c\b((?:\s+(?!t\s*=)[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*)(?:\s+t\s*=\s*(?:"[^"]*"|'[^']*'))?"""
    rb"""((?:\s+(?!t\s*=)[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*>\s*<\1f\b(?:[^>]*/>|[^>]*>[^<]*</\1f>)"""
    rb"""\s*(?:<\1v\s*/>|<\1v>\s*</\1v>)?\s*</\1c>"""
)


def with_words(sheet: bytes | bytearray, *, unknown: bool) -> bytes | bytearray:
    """Return a sheet in which errors are texts; with `unknown` formulas that nobody has worked out are too."""
    if unknown and (b"<f" in sheet or b":f" in sheet):
        sheet = _NOT_WORKED_OUT.sub(rb'<\1c\2\3 t="str"><\1v>' + UNKNOWN.encode() + rb"</\1v></\1c>", sheet)
    return _ERROR.sub(rb"\1str\2", sheet) if _MAY_HOLD_ERROR.search(sheet) else sheet
