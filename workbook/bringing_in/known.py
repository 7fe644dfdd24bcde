"""Which records that are there already the rows of a table mean: by code, by what tells two apart, by similar names."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from workbook.book import Book
from workbook.bringing_in.kinds_of_rows import RowKind
from workbook.bringing_in.results import Answers
from workbook.fields import Field
from workbook.similarity import SIMILAR_BY, Similar, SimilarRecords, words_of

Key = tuple[str, ...]


class Met(NamedTuple):
    """The record that a row means, "" for none, and those that it may mean, of the type `like_type`."""

    record_id: str
    like: tuple[str, ...]
    like_type: str


class Known:
    """The records of one kind as the book holds them, and what somebody said of rows that may mean one of them."""

    def __init__(self, book: Book, kind: RowKind, answers: Answers) -> None:
        self.book, self.kind, self.answers = book, kind, answers
        self.type = kind.record_type
        self.similar = SimilarRecords(book, self.type.name) if self.type.name in SIMILAR_BY else None
        self._others: dict[str, SimilarRecords] = {}
        self._by_key: dict[Key, list[str]] = {}
        for record in book.records(self.type.name):
            key = self.key({name: getattr(record, name) for name in kind.same})
            self._by_key.setdefault(key, []).append(record.id)

    def key(self, given: Mapping[str, Any]) -> Key:
        """Return what tells a record from others."""
        return tuple(str(given.get(name) or "").strip().casefold() for name in self.kind.same)

    def alike(self, given: Mapping[str, Any], number: int) -> Key:
        """Return what two rows of a file share that mean one record: names may be written differently."""
        key = self.key(given)
        if self.type.name not in SIMILAR_BY or self.answers.is_same(number) is False:
            return key
        pairs = zip(self.kind.same, key, strict=True)
        return tuple(" ".join(words_of(said)) if name == self.type.label else said for name, said in pairs)

    def meet(self, number: int, given: Mapping[str, Any], owner: str) -> Met:
        """Find the record that a row means: its code, the same key, or one with nearly the same name."""
        code = str(given.get("code") or "")
        by_code = self.book.by_code(self.type.name, code) if code and self.type.code_prefix else None
        record_id = by_code.id if by_code is not None else self._by(self.key(given))
        like: tuple[str, ...] = ()
        like_type, said = self.type.name, self.answers.is_same(number)
        if not record_id and self.similar is not None:
            found = self.similar.find({name: str(given.get(name) or "") for name in ("name", "email")})
            like = tuple(one.record.id for one in found)
            if like and (said or any(one.why.startswith("the same") for one in found[:1])):
                record_id, like = like[0], ()
            elif said is False:
                like = ()
        declared = self.type.owner
        if owner and not like and said is None and declared is not None:
            like, like_type = tuple(one.record.id for one in self._similar(declared, owner)), declared.target
        return Met(record_id, like, like_type)

    def partner(self, declared: Field, name: str, number: int) -> str:
        """Return the partner of a name in other words: without its legal form, with its short name."""
        similar = self._similar(declared, name)
        is_same = similar and (similar[0].why.startswith("the same") or self.answers.is_same(number))
        return similar[0].record.id if is_same else ""

    def _by(self, key: Key) -> str:
        """Return the record of a row; rows that repeat mean one after the other, and no name means two records."""
        held = self._by_key.get(key, [])
        if self.kind.repeats:
            return held.pop(0) if held else ""
        return held[0] if len(held) == 1 else ""

    def _similar(self, declared: Field, name: str) -> tuple[Similar, ...]:
        if declared.kind != "reference" or declared.target not in SIMILAR_BY:
            return ()
        if declared.target not in self._others:
            self._others[declared.target] = SimilarRecords(self.book, declared.target)
        return self._others[declared.target].find({"name": name})
