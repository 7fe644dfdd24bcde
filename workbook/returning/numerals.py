"""Numbers as people write them, in any digits, with any of the signs that stand between thousands and before decimals.

Where two readings fit, as in “1,234”, nobody guesses: the sentence has both.
"""

import re
import unicodedata
from decimal import Decimal
from itertools import pairwise

from workbook.kinds import Unacceptable, quoted

_APOSTROPHES = "'’ʼ＇`´"
_SIGNS = {"−": "-", "﹣": "-", "٬": "'", "٫": "·", **dict.fromkeys(_APOSTROPHES, "'")}
_SHAPE = re.compile(r"([+-]?)(\d*(?:[ '.,·]\d+)*)")
_IN_BRACKETS = re.compile(r"\((\d.*)\)")
_RANGE = re.compile(r"\d\s*%?(?:\s*(?:[-–—‐‑…]|\.\.+)\s*|\s+[^\W\d_]{1,5}\s+)\d")


def western(text: str) -> str:
    """Return text with the digits of every script, and those of full width, as 0 to 9."""
    return "".join(str(unicodedata.decimal(char, char)) for char in unicodedata.normalize("NFKC", text))


def number_in(text: str, typed: str = "") -> Decimal:
    """Read a number; raise `Unacceptable` for what is none, is several, or could be two.

    `typed` is what the sentence repeats: the whole cell, where more than the number stood in it.
    """
    typed = typed or text
    plain = "".join(_SIGNS.get(char, " " if char.isspace() else char) for char in text)
    plain = western(plain).strip()
    in_brackets = _IN_BRACKETS.fullmatch(plain)  # as book-keepers write what is below zero
    match = _SHAPE.fullmatch(re.sub(r"^([+-])\s+", r"\1", f"-{in_brackets[1]}" if in_brackets else plain))
    if match is None or not match[2]:
        if _RANGE.search(plain):
            raise Unacceptable(f"{quoted(typed)} is a range; write the one number that is meant")
        raise _none(typed)
    whole, decimals = _parted(match[2], typed)
    return Decimal(f"{match[1]}{whole or '0'}.{decimals or '0'}").normalize() + 0


def _parted(digits: str, typed: str) -> tuple[str, str]:
    """Return the digits before and after the decimal sign."""
    marks = re.sub(r"\d", "", digits)
    if not marks:
        return digits, ""
    last, kinds = marks[-1], set(marks)
    groups = re.split(r"\D", digits)
    if len(kinds) == 1 and (len(marks) > 1 or last in " '"):
        if last == "·" or not _are_thousands(groups):
            raise _none(typed)
        return "".join(groups), ""
    if last in " '" or marks.count(last) > 1 or len(kinds) > 2 or len(set(marks[:-1])) > 1:
        raise _none(typed)
    *before, decimals = groups
    if len(kinds) == 2 and not _are_thousands(before):
        raise _none(typed)
    if len(marks) == 1 and last in ".," and _are_thousands(groups):
        two = f"{before[0]}{decimals} or {before[0]}.{decimals}"
        raise Unacceptable(f"{quoted(typed)} could be {two}; write it without a sign between thousands")
    return "".join(before), decimals


def _are_thousands(groups: list[str]) -> bool:
    """Say whether digits stand in groups as people part thousands: by three, or in India by two before the last."""
    first, *middle, last = groups
    if len(last) != 3 or first.startswith("0") or any(len(one) != len(other) for one, other in pairwise(middle)):
        return False
    size = len(middle[0]) if middle else 3
    return size in (2, 3) and 0 < len(first) <= size


def _none(typed: str) -> Unacceptable:
    return Unacceptable(f"{quoted(typed)} is not a number; write it like 1234.5")
