"""Kind of field -> column: how each kind stands in the file, and the two converters between that and the plain form.

The one table of this room that knows kinds. A blank stands as an empty text in a text column and as NULL everywhere
else, so that a row has one way only to say that nothing was entered.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from workbook.fields import Field
from workbook.kinds import KINDS, Plain

Stored = str | int | None
_SMALLEST, _LARGEST = -(2**63), 2**63 - 1
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(list[str]).decode


@dataclass(frozen=True)
class Column:
    """How a kind is stored. `store` takes the plain form, `read` gives it back."""

    sql_type: Literal["TEXT", "INTEGER", "ANY"]
    store: Callable[[Any], Stored]
    read: Callable[[Any], Plain]
    blank: Stored = None


def _same(value: Any) -> Any:
    return value


def _or_none(value: Any) -> Any:
    return value or None


def _or_empty(value: str | None) -> str:
    return value or ""


def _list_to_text(value: list[str] | None) -> str | None:
    return _encode(value).decode() if value else None


def _text_to_list(value: str | None) -> list[str]:
    return _decode(value) if value else []


def _whole_to_stored(value: int | None) -> Stored:
    """Keep a number that SQLite cannot hold as its digits, as fields may have up to 24 of them."""
    return value if value is None or _SMALLEST <= value <= _LARGEST else str(value)


def _stored_to_whole(value: int | str | None) -> int | None:
    if not isinstance(value, int | str | None):
        raise TypeError("neither a number nor digits")
    return None if value is None else int(value)


def _stored_to_flag(value: int) -> bool:
    if value not in (0, 1):
        raise ValueError("neither 0 nor 1")
    return value == 1


_TEXT = Column("TEXT", _or_empty, _same, "")
_WRITTEN = Column("TEXT", _or_none, _same)
_LIST = Column("TEXT", _list_to_text, _text_to_list)

COLUMNS: dict[str, Column] = {
    "line": _TEXT,
    "text": _TEXT,
    "whole": Column("ANY", _whole_to_stored, _stored_to_whole),
    "number": _WRITTEN,
    "percent": _WRITTEN,
    "money": _WRITTEN,
    "date": _WRITTEN,
    "moment": _WRITTEN,
    "choice": _WRITTEN,
    "choices": _LIST,
    "flag": Column("INTEGER", int, _stored_to_flag, 0),
    "reference": _WRITTEN,
    "references": _LIST,
}


def stored_value(field: Field, value: Any) -> Stored:
    """Return what stands in the file for the value of a record."""
    return COLUMNS[field.kind].store(KINDS[field.kind].to_plain(value))
