"""Finds records by any words in any of their fields."""

from collections.abc import Iterable
from typing import NamedTuple

from ui.bridge import Bridge
from ui.search_index import SearchIndex, searched_fields
from ui.sections import SECTION_OF
from workbook.kinds import KINDS
from workbook.records import RECORD_TYPES

PEOPLE = ("partners", "contacts", "participants", "members", "signatures")
"""Where partners and people are."""
_CODE, _BEGINS, _WORDS, _INSIDE, _ELSEWHERE = range(5)
_JOINED = 10
"""Records that only join others come after those that have a name of their own."""
_MOST_KEPT = 4_000
_Found = dict[str, list[int]]


class Hit(NamedTuple):
    """A record, how it is called, and in which field the words stand if not in its name."""

    type: str
    id: str
    label: str
    where: str
    field: str = ""


class Search:
    """Searches names first, then everything that was typed.

    Each further letter looks only through what the letters before it found, which is what typing is like.
    """

    def __init__(self, bridge: Bridge) -> None:
        self.bridge = bridge
        self.index = SearchIndex(bridge)
        self.chosen: list[str] = []
        """Keys of what was chosen lately, the last one first."""
        self._last: tuple[str, int, tuple[str, ...]] = ("", -1, ())
        self._found: _Found = {}

    def find(self, text: str, most: int, types: Iterable[str] = tuple(RECORD_TYPES)) -> list[Hit]:
        """Return the records that hold every word: code, beginning of the name, words in it, anything else.

        Looks through everything that is there, reading it first if need be.
        """
        self.index.build()
        return self.find_so_far(text, most, types)

    def find_so_far(self, text: str, most: int, types: Iterable[str] = tuple(RECORD_TYPES)) -> list[Hit]:
        """Return what is found in what has been read until now."""
        words = text.casefold().split()
        if not words:
            return []
        ranked: list[tuple[int, str, int]] = []
        for name, places in self._matching(text.casefold(), words, tuple(types)).items():
            joins = _JOINED if RECORD_TYPES[name].key and name != "plan" else 0
            labels = self.index.types[name].labels
            ranked += [(_rank(labels[place].casefold(), words) + joins, name, place) for place in places[:_MOST_KEPT]]
        ranked.sort(key=lambda entry: entry[0])
        return [self._hit(name, place, words, rank % _JOINED) for rank, name, place in ranked[:most]]

    def remember(self, key: str) -> None:
        """Note what was chosen, to offer it first next time."""
        self.chosen = [key, *(other for other in self.chosen if other != key)][:12]

    def _matching(self, typed: str, words: list[str], types: tuple[str, ...]) -> _Found:
        before, version, before_types = self._last
        goes_on = bool(before) and typed.startswith(before) and (version, before_types) == (self.index.version, types)
        found: _Found = {}
        for name in types:
            if name in self.index.types:
                wholes = self.index.types[name].wholes
                places: Iterable[int] = self._found.get(name, ()) if goes_on else range(len(wholes))
                for word in words:
                    places = [place for place in places if word in wholes[place]]
                found[name] = list(places)
        self._last, self._found = (typed, self.index.version, types), found
        return found

    def _hit(self, name: str, place: int, words: list[str], rank: int) -> Hit:
        record_type, section = RECORD_TYPES[name], SECTION_OF.get(name)
        index = self.index.types[name]
        record_id, label = index.ids[place], index.labels[place]
        where = record_type.title
        if section is not None and record_type.titles != section.title:
            where = f"{where}, {section.title}"
        record = self.bridge.book.get(name, record_id)
        if rank < _ELSEWHERE or record is None:
            return Hit(name, record_id, label, where)
        for field in searched_fields(record_type):
            value = getattr(record, field.name)
            if words[0] in str(value).casefold():
                shown = " ".join(KINDS[field.kind].show(field, value, self.bridge.reading).split())
                start = max(0, shown.casefold().find(words[0]) - 20)
                cut = f"{'…' if start else ''}{shown[start : start + 50]}"
                return Hit(name, record_id, label, f"{record_type.title}, {field.title}: {cut}", field.name)
        return Hit(name, record_id, label, where)


def _rank(label: str, words: list[str]) -> int:
    code, _, name = label.partition(" ")
    if words == [code]:
        return _CODE
    if label.startswith(words[0]) or name.startswith(words[0]):
        return _BEGINS
    if all(f" {word}" in f" {label}" for word in words):
        return _WORDS
    return _INSIDE if all(word in label for word in words) else _ELSEWHERE
