"""What every record type has in common, and the register of all types."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from workbook.fields import Field, field_of


class Record(msgspec.Struct, frozen=True, gc=False):
    """One thing that the plan holds. Immutable: an edit makes another record with the same id."""

    id: str


@dataclass(frozen=True, eq=False)
class RecordType:
    """What the program knows about one kind of record: its names, its fields and how it is told from its fellows.

    `name` is the plural key used in the file, the plan format and changes; `code_prefix` is empty for types that nobody
    refers to aloud; `key` names the fields whose values make up the id (empty: the id is made anew); `label` names the
    field that stands for the record in a list.
    """

    name: str
    title: str
    titles: str
    cls: type[Record]
    fields: tuple[Field, ...]
    label: str
    code_prefix: str = ""
    key: tuple[str, ...] = ()
    help: str = ""

    @cached_property
    def by_name(self) -> dict[str, Field]:
        return {field.name: field for field in self.fields}

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)

    @cached_property
    def reference_fields(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.is_reference)

    @cached_property
    def owner(self) -> Field | None:
        """The field that says which record this one is a part of."""
        return next((field for field in self.fields if field.owned), None)

    @property
    def is_person(self) -> bool:
        """Say whether each record stands for a person, whose name it is listed by."""
        return self.by_name[self.label].personal


def targets_of(record: Record, field: Field) -> tuple[str, ...]:
    """Return the ids that a reference field names, whether it holds one or several."""
    value = getattr(record, field.name)
    return value if isinstance(value, tuple) else (value,) if value else ()


RECORD_TYPES: dict[str, RecordType] = {}

_R = TypeVar("_R", bound=type[Record])


def record(
    name: str,
    title: str,
    titles: str,
    *,
    label: str,
    code: str = "",
    key: tuple[str, ...] = (),
    help: str = "",
) -> Callable[[_R], _R]:
    """Register a record type under its plural name and read its field declarations once."""

    def register(cls: _R) -> _R:
        RECORD_TYPES[name] = RecordType(name, title, titles, cls, _fields(cls), label, code, key, help)
        return cls

    return register


def _fields(cls: type[Record]) -> tuple[Field, ...]:
    hints = get_type_hints(cls, include_extras=True)
    defaults = {info.name: info.default for info in msgspec.structs.fields(cls)}
    found: list[Field] = []
    for name, hint in hints.items():
        if get_origin(hint) is Annotated:
            meta: Any = get_args(hint)[1]
            found.append(field_of(name, meta, defaults[name]))
    return tuple(found)
