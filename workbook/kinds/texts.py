"""Text, of one line or of several paragraphs."""

import re
import unicodedata
from typing import Any

from workbook.fields import Field
from workbook.kinds.base import Kind, Unacceptable


class Line(Kind):
    """Text of one line."""

    name = "line"
    blank = ""

    def accept(self, field: Field, value: Any) -> str:
        if not isinstance(value, str):
            raise Unacceptable("has to be text")
        clean = self._clean(value if value.isascii() else unicodedata.normalize("NFC", value))
        if not clean.isprintable() and any(
            unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t" for char in clean
        ):
            raise Unacceptable("has characters that cannot be shown; type the text again")
        if len(clean) > field.length:
            raise Unacceptable(f"is longer than {field.length} characters; shorten it")
        if clean and field.pattern and not re.fullmatch(field.pattern, clean):
            raise Unacceptable(f"has to look like {field.example}")
        return clean

    def _clean(self, text: str) -> str:
        return " ".join(text.split())


class Text(Line):
    """Text of several paragraphs."""

    name = "text"

    def _clean(self, text: str) -> str:
        return "\n".join(row.rstrip() for row in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()
