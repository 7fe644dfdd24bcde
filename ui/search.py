"""Finds records by any words in any of their fields."""

from typing import NamedTuple

from ui.bridge import Bridge
from ui.sections import SECTION_OF
from workbook.kinds import KINDS
from workbook.records import RECORD_TYPES, Record, RecordType

_TEXTS = ("line", "text")
_Indexed = list[tuple[str, str, str]]


class Hit(NamedTuple):
    """A record, how it is called, and in which field the words stand if not in its name."""

    type: str
    id: str
    label: str
    where: str
    field: str = ""


class Search:
    """Searches labels first, then everything that was typed; keeps what it read while a type has not changed."""

    def __init__(self, bridge: Bridge) -> None:
        self.bridge = bridge
        self._read: dict[str, tuple[object, _Indexed]] = {}

    def find(self, text: str, most: int) -> list[Hit]:
        """Return the records that hold every word: name begins with it, name holds it, another field does."""
        words = text.casefold().split()
        if not words:
            return []
        ranked: list[tuple[int, str, str, str]] = []
        for name in RECORD_TYPES:
            for record_id, label, whole in self._texts(name):
                if all(word in whole for word in words):
                    rank = _rank(label.casefold(), words) + (
                        _JOINED if RECORD_TYPES[name].key and name != "plan" else 0
                    )
                    ranked.append((rank, name, record_id, label))
        ranked.sort(key=lambda entry: entry[0])
        return [self._hit(name, record_id, label, words, rank) for rank, name, record_id, label in ranked[:most]]

    def _texts(self, name: str) -> _Indexed:
        table = self.bridge.book.table(name)
        known = self._read.get(name)
        if known is None or known[0] is not table:
            record_type = RECORD_TYPES[name]
            entries = [self._entry(record_type, record) for record in self.bridge.book.records(name)]
            known = self._read[name] = (table, entries)
        return known[1]

    def _entry(self, record_type: RecordType, record: Record) -> tuple[str, str, str]:
        label = self.bridge.book.label(record_type.name, record.id)
        typed = (str(getattr(record, field.name)) for field in record_type.fields if field.kind in _TEXTS)
        return record.id, label, " ".join((label, *typed)).casefold()

    def _hit(self, name: str, record_id: str, label: str, words: list[str], rank: int) -> Hit:
        record_type, section = RECORD_TYPES[name], SECTION_OF[name]
        where = f"{record_type.title}, {section.title}" if record_type.titles != section.title else record_type.title
        if rank % _JOINED < _ELSEWHERE:
            return Hit(name, record_id, label, where)
        record = self.bridge.book.get(name, record_id)
        for field in record_type.fields:
            value = getattr(record, field.name, None)
            if field.kind in _TEXTS and words[0] in str(value).casefold():
                shown = " ".join(KINDS[field.kind].show(field, value, self.bridge.reading).split())
                place = max(0, shown.casefold().find(words[0]) - 20)
                cut = f"{'…' if place else ''}{shown[place : place + 50]}"
                return Hit(name, record_id, label, f"{field.title}: {cut}", field.name)
        return Hit(name, record_id, label, where)


_ELSEWHERE = 3
_JOINED = 10
"""Records that only join others come after those that have a name of their own."""


def _rank(label: str, words: list[str]) -> int:
    if label.startswith(words[0]):
        return 0
    if all(f" {word}" in f" {label}" for word in words):
        return 1
    return 2 if all(word in label for word in words) else _ELSEWHERE
