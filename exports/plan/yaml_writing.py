"""Plain data as YAML that people like to read: blocks, folded paragraphs, quotation marks only where needed.

Written here, because general writers fold and quote in ways that nobody would write by hand; what is written is read
back in the tests by a reader that is not ours.
"""

import json
import re
import textwrap
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_PLAIN = re.compile(r"[^\W\d_](?:[^:#]|:(?=\S)|(?<=\S)#)*")
_PLAIN_IN_LIST = re.compile(r"[^\W\d_][\w .-]*")
_LINE = 110
# Words that older readers take for something else than text.
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_ODD_BREAKS = re.compile("[\x85\u2028\u2029\ufeff]")


def yaml_text(document: dict[str, Any]) -> str:
    """Write one object whose values are plain, objects of plain values or lists of such objects."""
    lines: list[str] = []
    for key, value in document.items():
        if value and isinstance(value, dict | list):
            lines += ["", f"{key}:"]
            lines += _mapping(value, 1) if isinstance(value, dict) else _records(value)
        else:
            lines.append(f"{key}: {_inline(value)}")
    return "\n".join(lines) + "\n"


def _records(records: list[Any]) -> Iterator[str]:
    for record in records:
        lines = list(_mapping(record, 2))
        yield "  - " + (lines[0].lstrip() if lines else "{}")
        yield from lines[1:]


def _mapping(mapping: dict[str, Any], depth: int) -> Iterator[str]:
    indent = "  " * depth
    for key, value in mapping.items():
        if isinstance(value, str) and (block := _block(value)):
            yield f"{indent}{key}: {block[0]}"
            yield from (f"{indent}  {line}" if line else "" for line in block[1:])
        else:
            yield f"{indent}{key}: {_inline(value)}"


def _block(text: str) -> list[str]:
    """Return a text as a block, its sign first: its own lines as they are, or one long line folded; else nothing."""
    lines = text.split("\n")
    if not lines[0] or not lines[-1] or lines[0][0].isspace():
        return []
    if not all(line.isprintable() and line == line.rstrip() and not _ODD_BREAKS.search(line) for line in lines):
        return []
    if len(lines) > 1:
        return ["|-", *lines]
    if len(text) <= _LINE:
        return []
    folded = textwrap.wrap(text, _LINE, break_long_words=False, break_on_hyphens=False)
    return [">-", *folded] if " ".join(folded) == text else []


def _inline(value: Any) -> str:
    if value == {}:
        return "{}"
    if isinstance(value, list):
        return "[" + ", ".join(_text(item, _PLAIN_IN_LIST) for item in value) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return _text(str(value))


def _text(text: str, plain: re.Pattern[str] = _PLAIN) -> str:
    if _DATE.fullmatch(text):
        return text
    is_plain = plain.fullmatch(text) and text.isprintable() and text == text.strip() and text.casefold() not in _WORDS
    return text if is_plain else "".join(_shown(char) for char in json.dumps(text, ensure_ascii=False))


def _shown(char: str) -> str:
    if char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
