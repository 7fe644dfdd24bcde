"""How somebody likes to see each table of one workbook (columns, order, filters, groups), and its grid of roles.

Kept beside the preferences, in a file for each workbook, because two people with one file may like different views.
Names of fields, keys of terms, ids of records and the conditions that somebody asked of a column are kept, never what
a plan says; conditions on fields about people are not. A broken or missing file means the usual.
"""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from workbook.fields import Field
from workbook.narrowing import Condition, is_sound
from workbook.records import RECORD_TYPES

FOLDER = "views"
_FORMAT = 1
_MOST_FILES = 200


class TableView(msgspec.Struct, omit_defaults=True):
    """One table: nothing said means the usual."""

    columns: tuple[str, ...] = ()
    widths: dict[str, int] = {}
    sort: str = ""
    descending: bool = False
    filters: dict[str, tuple[str, ...] | Condition] = {}
    group: str = ""
    folded: tuple[str, ...] = ()
    splitter: tuple[int, ...] = ()


class RolesView(msgspec.Struct, omit_defaults=True):
    """The grid of roles: what narrows it, ids and keys only, and how it is turned."""

    partner: str = ""
    objective: str = ""
    status: str = ""
    only_findings: bool = False
    grouped: bool = False
    transposed: bool = False


class _File(msgspec.Struct):
    format: int = _FORMAT
    tables: dict[str, msgspec.Raw] = {}
    roles: msgspec.Raw = msgspec.Raw(b"{}")
    columns: dict[str, tuple[str, tuple[str, ...]]] = {}


def _of_headings(headings: Sequence[str]) -> str:
    """Return what tells the headings of a file from others without saying them."""
    return hashlib.sha256("\n".join(headings).encode()).hexdigest()[:24]


class Views:
    """The views of one workbook, read once and written when one changes; without a path they last for a sitting."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._tables, self._roles = ({}, RolesView()) if path is None else _read(path)
        self._columns = {} if path is None else _read_columns(path)

    @classmethod
    def beside(cls, preferences: Path | None, workbook_id: str) -> "Views":
        """Return the views of a workbook, kept in a folder beside the preferences."""
        name = "".join(char for char in workbook_id if char.isalnum() or char == "-")
        return cls(None if preferences is None or not name else preferences.parent / FOLDER / f"{name}.json")

    def of(self, type_name: str) -> TableView:
        """Return the view of a table, without what the program does not know any more."""
        return _known(type_name, self._tables.get(type_name, TableView()))

    def keep(self, type_name: str, view: TableView) -> None:
        """Remember a view; a folder that cannot be written costs the person nothing but this."""
        if view == self._tables.get(type_name, TableView()):
            return
        self._tables[type_name] = view
        self._write()

    @property
    def roles(self) -> RolesView:
        """Return the view of the grid of roles."""
        return self._roles

    def keep_roles(self, view: RolesView) -> None:
        """Remember how the grid of roles is seen, as `keep` does for a table."""
        if view != self._roles:
            self._roles = view
            self._write()

    def columns_of(self, headings: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
        """Return what the columns of a file with these headings were the last time: the type, and a field for each."""
        kept = self._columns.get(_of_headings(headings))
        return kept if kept is not None and len(kept[1]) == len(headings) else None

    def keep_columns(self, headings: Sequence[str], type_name: str, fields: tuple[str, ...]) -> None:
        """Remember what the columns of a file are."""
        self._columns = dict([*self._columns.items(), (_of_headings(headings), (type_name, fields))][-_MOST_FILES:])
        self._write()

    def _write(self) -> None:
        if self._path is None:
            return
        tables = {name: one for name, one in self._tables.items() if one != TableView()}
        held = {"format": _FORMAT, "tables": tables} | ({"roles": self._roles} if self._roles != RolesView() else {})
        held |= {"columns": self._columns} if self._columns else {}
        temporary = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(msgspec.json.format(msgspec.json.encode(held), indent=1))
            temporary.replace(self._path)
        except OSError:
            temporary.unlink(missing_ok=True)


def _read_columns(path: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_File).columns
    except (OSError, ValueError):
        return {}


def _read(path: Path) -> tuple[dict[str, TableView], RolesView]:
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=_File)
    except (OSError, ValueError):  # msgspec's errors are ValueErrors
        return {}, RolesView()
    if kept.format != _FORMAT:
        return {}, RolesView()
    found = {}
    for name, raw in kept.tables.items():
        try:
            found[name] = msgspec.json.decode(raw, type=TableView)
        except ValueError:
            continue
    try:
        return found, msgspec.json.decode(kept.roles, type=RolesView)
    except ValueError:
        return found, RolesView()


def _known(type_name: str, view: TableView) -> TableView:
    by_name: Mapping[str, Any] = RECORD_TYPES[type_name].by_name
    return msgspec.structs.replace(
        view,
        columns=tuple(dict.fromkeys(name for name in view.columns if name in by_name)),
        widths={name: width for name, width in view.widths.items() if name in by_name and 20 <= width <= 2000},
        sort=view.sort if view.sort in by_name else "",
        filters={
            name: kept for name, kept in view.filters.items() if name in by_name and _is_filter(by_name[name], kept)
        },
        group=view.group if view.group in by_name else "",
        splitter=view.splitter if len(view.splitter) == 2 and min(view.splitter) >= 0 else (),
    )


def _is_filter(field: Field, kept: tuple[str, ...] | Condition) -> bool:
    return is_sound(field, kept) if isinstance(kept, Condition) else bool(kept)
