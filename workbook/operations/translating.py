"""Saying what a record says in another language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workbook.book import Book, id_for, label_of
from workbook.changes import Change, change_between
from workbook.kinds import KINDS, Unacceptable
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, existing_record, made_record
from workbook.records import RECORD_TYPES, Record, Translation
from workbook.translating import fingerprint_of_words, translatable

_TYPE = RECORD_TYPES["translations"]


@dataclass
class Translate:
    """Set what fields of one record say in a language; empty words take a translation away.

    A translation that is given again, though its original changed, counts as looked at and right.
    """

    type_name: str
    record_id: str
    language: str
    given: Mapping[str, str]
    title: str = field(default="Translate {record}: {language}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        record_type = RECORD_TYPES[self.type_name]
        record = existing_record(book, record_type, self.record_id)
        problems = tuple(self._problems())
        if problems:
            raise Refused(*problems)
        self.values = {"record": label_of(book, record_type, record), "language": self.language}
        changes = (self._change(book, record, name, words.strip()) for name, words in self.given.items())
        return tuple(change for change in changes if change is not None)

    def _problems(self) -> Iterator[Problem]:
        """A translation has to fit where the words themselves stand."""
        fields = {one.name: one for one in translatable(self.type_name)}
        for name, words in self.given.items():
            if name not in fields:
                yield Problem("This field holds no words that could be translated.", "", self.type_name, field=name)
                continue
            try:
                KINDS[fields[name].kind].accept(fields[name], words)
            except Unacceptable as error:
                sentence = f"{fields[name].title} in the other language {error}."
                yield Problem(sentence, "", self.type_name, self.record_id, name)

    def _change(self, book: Book, record: Record, name: str, words: str) -> Change | None:
        key = {"record_type": self.type_name, "record_id": self.record_id, "field": name, "language": self.language}
        known = book.one(Translation, id_for(_TYPE, key, str))
        if not words:
            return change_between(_TYPE, known, None) if known else None
        said = {"wording": words, "original": fingerprint_of_words(getattr(record, name))}
        if known is None:
            return change_between(_TYPE, None, made_record(book, _TYPE, {**key, **said}))
        return change_between(_TYPE, known, accepted(book, _TYPE, known, said))
