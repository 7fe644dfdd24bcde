"""What every kind of field can do, and what it needs to know for it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from workbook.fields import Field
from workbook.formats import Formats

Plain = str | int | bool | list[str] | None


class Unacceptable(ValueError):  # noqa: N818 - it names what is wrong with a value, not a failure of the program
    """A value that its field cannot hold; says in one sentence what would be right."""


_QUOTED = 80
"""How much of somebody's text a sentence repeats."""


def quoted(value: object) -> str:
    """Return a value in quotation marks for a sentence: in one line, and no longer than can be read."""
    text = str(value)
    shown = " ".join(text[: _QUOTED * 4].split())
    return f"“{shown[:_QUOTED]}…”" if len(shown) > _QUOTED or len(text) > _QUOTED * 4 else f"“{shown}”"


def _no_label(_type_name: str, record_id: str) -> str:
    return record_id


def _no_search(_type_name: str, _text: str) -> str | None:
    return None


@dataclass(frozen=True)
class Reading:
    """What showing and reading text needs to know: the language, and how records are named and found."""

    formats: Formats = field(default_factory=Formats)
    label: Callable[[str, str], str] = _no_label
    find: Callable[[str, str], str | None] = _no_search
    join: Callable[[Iterable[str]], str] = "; ".join
    """Puts several values in a row. This one can be read back, as forms, tables and spreadsheets need it."""


class Kind(ABC):
    """A kind of field. Instances hold no state; the field comes with every call."""

    name: str
    blank: Any = None

    def is_blank(self, value: Any) -> bool:
        """Say whether nothing has been entered; a flag and a zero are never blank."""
        return bool(value == self.blank)

    @abstractmethod
    def accept(self, field: Field, value: Any) -> Any:
        """Return the value in its one proper form, or raise `Unacceptable`."""

    def to_plain(self, value: Any) -> Plain:
        plain: Plain = value
        return plain

    def from_plain(self, field: Field, plain: object) -> Any:
        """Return the accepted value for a plain one from a log, a file or a plan; raise `Unacceptable`."""
        return self.accept(field, self.blank if plain is None else plain)

    def show(self, field: Field, value: Any, reading: Reading) -> str:
        """Write a value for people; nothing at all when it is blank."""
        return "" if self.is_blank(value) else self._show(field, value, reading)

    def show_plain(self, field: Field, plain: Plain, reading: Reading) -> str:
        """Write a plain value for people; one that a newer program has written, and this one cannot read, as it is."""
        try:
            value = self.from_plain(field, plain)
        except Unacceptable:
            return ", ".join(plain) if isinstance(plain, list) else str(plain)
        return self.show(field, value, reading)

    def read(self, field: Field, text: str, reading: Reading) -> Any:
        """Take what a person typed; raise `Unacceptable` with a sentence that helps."""
        typed = text.strip()
        return self.accept(field, self._read(field, typed, reading) if typed else self.blank)

    def schema(self, field: Field) -> dict[str, Any]:
        """Describe the plain form as JSON Schema (2020-12)."""
        return {"type": "string", "maxLength": field.length}

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return str(value)

    def _read(self, field: Field, text: str, reading: Reading) -> Any:
        return text
