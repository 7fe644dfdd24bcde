"""What each column of a tracker stands for: a field that may be filled, or something to be read."""

from dataclasses import dataclass

from workbook.partner_sheets import ADDABLE, OPEN, PARTNER_COLUMNS
from workbook.records import RECORD_TYPES
from workbook.surfaces import TRACKER_COLUMNS, TrackerSheet

CURRENCY = "*currency"


@dataclass(frozen=True)
class Declared:
    """One sheet as it is declared for the whole plan or for a partner."""

    key: str
    types: tuple[str, ...]
    paths: dict[str, tuple[str, ...]]
    """The path of each column for each type, by the key of the column."""
    open_to: frozenset[str] | None
    addable: bool

    def path(self, key: str, type_name: str) -> str:
        paths = self.paths.get(key, ())
        return paths[self.types.index(type_name)] if paths else ""

    def is_open(self, path: str, type_name: str) -> bool:
        """Say whether people may write there."""
        if self.open_to is not None:
            return path in self.open_to
        field = RECORD_TYPES[type_name].by_name.get(path)
        return field is not None and not field.internal and not field.fixed


def declared(key: str, *, of_partner: bool) -> Declared | None:
    """Return what is known of a sheet; None for one that holds no records of its own."""
    sheet: TrackerSheet | None = (PARTNER_COLUMNS if of_partner else TRACKER_COLUMNS).get(key)
    if sheet is None:
        return None
    paths = {"|".join(column.paths): column.paths for column in sheet.columns}
    open_to = frozenset(OPEN[key]) if of_partner else None
    return Declared(key, sheet.types, paths, open_to, not of_partner or key in ADDABLE)
