"""Which characters can stand on paper and in the properties of a file; what else is pasted means nothing."""

import re

from workbook.isolating import without_isolates

_LAST_OF_PLANES = "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_NOTHING = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_LAST_OF_PLANES}]")
_NEW_LINE = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_BULLET = "\uf0b7"
"""What word processors write for a bullet, from a font of their own."""


def clean(text: str) -> str:
    """Return text without what is no character; one that only some other font knows is shown as unknown.

    A file may not say that a letter is a private one (ISO 19005-2, 6.2.11.7.3), and isolates (U+2066 to U+2069) are
    only orders to whoever lays text out.
    """
    return without_isolates(ordered(text))


def ordered(text: str) -> str:
    """Return the same with the isolates still in it, for whoever puts its letters into their order."""
    if text.isascii() and text.isprintable():
        return text
    return _PRIVATE.sub("\ufffd", _NOTHING.sub("", _NEW_LINE.sub("\n", text)).replace(_BULLET, "•"))
