"""What Ctrl+K can answer: places, records and things to do, each with what choosing it does."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from ui.actions import ACTIONS, BY_ID, ActionSpec, plain_title
from ui.desk import Desk
from ui.live_actions import Actions
from ui.search import PEOPLE, Hit, Search
from ui.sections import SECTION_OF, SECTIONS
from workbook.records import RECORD_TYPES

ACTIONS_ONLY, PEOPLE_ONLY = ">", "@"
_USUAL_ICON = "arrow-right"
_MOST = 40
_MOST_CHOSEN = 6


class Answer(NamedTuple):
    """One line of the list; `key` names it among what was chosen before."""

    key: str
    title: str
    where: str
    icon: str
    run: Callable[[], object]


class Answers:
    """Everything that one window can answer while a workbook is open."""

    def __init__(self, desk: Desk, search: Search, actions: Actions, start: Callable[[str], None]) -> None:
        self.desk, self.search = desk, search
        self._actions, self._start = actions, start

    def to(self, text: str) -> list[Answer]:
        """Return the answers to what was typed so far, the best first."""
        typed = text.strip()
        if typed.startswith(ACTIONS_ONLY):
            return list(self._doings(typed[1:]))[:_MOST]
        if typed.startswith(PEOPLE_ONLY):
            name = typed[1:].strip()
            return list(self._records(name, PEOPLE)) if name else self._people()
        words = typed.casefold().split()
        if not words:
            return self._at_first()
        places = sorted(self._places(words), key=lambda one: not set(words) <= set(one.title.casefold().split()))
        return [*places, *self._records(typed, tuple(RECORD_TYPES)), *self._doings(typed)][:_MOST]

    def _at_first(self) -> list[Answer]:
        """Before anything is typed: what was chosen lately, then every section."""
        sections = {answer.key: answer for answer in self._places([])}
        lately: list[Answer] = []
        for key in self.search.chosen[:_MOST_CHOSEN]:
            again = sections.pop(key, None) or self._again(key)
            if again is not None:
                lately.append(again)
        return [*lately, *sections.values()]

    def _again(self, key: str) -> Answer | None:
        kind, _, rest = key.partition(":")
        if kind == "action" and rest in BY_ID and self._actions[rest].isEnabled():
            return self._doing(BY_ID[rest])
        name, _, record_id = rest.partition("/")
        if kind == "record" and name in RECORD_TYPES and self.desk.bridge.book.get(name, record_id) is not None:
            hit = Hit(name, record_id, self.desk.bridge.book.label(name, record_id), RECORD_TYPES[name].title)
            return self._record(hit)
        if kind == "tab" and name in RECORD_TYPES:
            return self._tab(name)
        return None

    def _people(self) -> list[Answer]:
        book = self.desk.bridge.book
        shown = ((name, record) for name in PEOPLE[:2] for record in book.records(name)[:_MOST])
        hits = (Hit(name, one.id, book.label(name, one.id), RECORD_TYPES[name].title) for name, one in shown)
        return [self._record(hit) for hit in hits][:_MOST]

    def _places(self, words: list[str]) -> Iterator[Answer]:
        for section in SECTIONS:
            if all(word in section.title.casefold() for word in words):
                go = partial(self.desk.open_section, section.key)
                yield Answer(f"section:{section.key}", section.title, section.group, section.icon, go)
        for section in SECTIONS:
            for name in section.types[1:] if words else ():
                titles = RECORD_TYPES[name].titles
                if titles != section.title and all(word in titles.casefold() for word in words):
                    yield self._tab(name)

    def _tab(self, name: str) -> Answer:
        section = SECTION_OF[name]
        go = partial(self.desk.go_to, name)
        return Answer(f"tab:{name}", RECORD_TYPES[name].titles, section.title, section.icon, go)

    def _records(self, text: str, types: tuple[str, ...]) -> Iterator[Answer]:
        return (self._record(hit) for hit in self.search.find_so_far(text, _MOST, types))

    def _record(self, hit: Hit) -> Answer:
        section = SECTION_OF.get(hit.type)
        icon = section.icon if section is not None else _USUAL_ICON
        go = partial(self.desk.go_to, hit.type, hit.id, hit.field)
        return Answer(f"record:{hit.type}/{hit.id}", hit.label, hit.where, icon, go)

    def _doings(self, text: str) -> Iterator[Answer]:
        """Find actions by their words; where none has them, by letters in their order, as in “thdk”."""
        words = text.casefold().split()
        offered = [spec for spec in ACTIONS if spec.id != "search" and self._actions[spec.id].isEnabled()]
        exact = [spec for spec in offered if all(word in _words_of(spec) for word in words)]
        exact.sort(key=lambda spec: not all(word in plain_title(spec).casefold() for word in words))
        letters = "".join(words)
        near = [spec for spec in offered if len(letters) > 1 and in_order(letters, plain_title(spec))]
        return (self._doing(spec) for spec in exact or near)

    def _doing(self, spec: ActionSpec) -> Answer:
        keys = spec.shortcuts[0] if spec.shortcuts else ""
        where = f"Action   {keys}" if keys else "Action"
        go = partial(self._start, spec.id)
        return Answer(f"action:{spec.id}", plain_title(spec), where, spec.icon or _USUAL_ICON, go)


def in_order(letters: str, title: str) -> bool:
    """Say whether letters stand in a title in this order, each at the head of a word or right after the one before."""
    return _in_order(letters, title.casefold().split(), continued="")


def _in_order(letters: str, words: Iterable[str], continued: str) -> bool:
    left = list(words)
    if not letters:
        return True
    if continued and continued[0] == letters[0] and _in_order(letters[1:], left, continued[1:]):
        return True
    for number, word in enumerate(left):
        if word[0] == letters[0] and _in_order(letters[1:], left[number + 1 :], word[1:]):
            return True
    return _skipping(letters, left, continued)


def _skipping(letters: str, words: list[str], continued: str) -> bool:
    """Let vowels inside a word be left out, as people do who type fast: “thm drk”."""
    inside = continued.lstrip("aeiou")
    return inside != continued and bool(inside) and _in_order(letters, words, inside)


def _words_of(spec: ActionSpec) -> str:
    return f"{plain_title(spec)} {spec.keywords}".casefold()
