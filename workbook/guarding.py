"""Text that a spreadsheet would take for a formula, where nothing but the text itself can say that it is text.

A spreadsheet works out what begins with one of these signs, and what it works out may start a program or send data
away (OWASP: CSV injection). An apostrophe before it says “text” to spreadsheets; it is taken away again when the text
comes back.
"""

import re

_SIGNS = "=+-@＝＋－＠"
_MARK = "'"
_ACTIVE = re.compile(rf"{_MARK}*\s*[{re.escape(_SIGNS)}]")
_NUMBER = re.compile(r"\s*[+-][\d\s.,()/%-]*")


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula; numbers and phone numbers stay as they are."""
    return f"{_MARK}{text}" if _is_active(text) else text


def unguarded(text: str) -> str:
    """Return what was guarded; every text that went through `guarded` comes back as it was."""
    return text[1:] if text.startswith(_MARK) and _is_active(text[1:]) else text


def _is_active(text: str) -> bool:
    return _ACTIVE.match(text) is not None and _NUMBER.fullmatch(text) is None
