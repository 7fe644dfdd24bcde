"""Attaching scans, photos and letters to a record, with what they hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbook.book import Book, label_of
from workbook.changes import Change, change_between
from workbook.contents import MOST_BYTES, MOST_BYTES_AT_ONCE, GivenFile, too_large
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import existing_record, made_record
from workbook.records import RECORD_TYPES


@dataclass
class AttachFiles:
    """Keep files in the workbook as attachments of one record, all in one step."""

    type_name: str
    record_id: str
    files: tuple[GivenFile, ...]
    title: str = field(default="Attach {files} to {record}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    @property
    def contents(self) -> Mapping[str, bytes]:
        return {file.sha256: file.content for file in self.files}

    def plan(self, book: Book) -> tuple[Change, ...]:
        record_type, attachments = RECORD_TYPES[self.type_name], RECORD_TYPES["attachments"]
        if self.type_name == "attachments":
            raise Refused(Problem("A file cannot be attached to an attachment; choose the record that it belongs to."))
        record = existing_record(book, record_type, self.record_id)
        self._refuse_sizes()
        names = self.files[0].name if len(self.files) == 1 else f"{len(self.files)} files"
        self.values = {"files": names, "record": label_of(book, record_type, record) or record_type.title}
        changes: list[Change] = []
        for file in self.files:
            given = {
                "name": file.name,
                "record_type": self.type_name,
                "record_id": self.record_id,
                "media_type": file.media_type,
                "size": len(file.content),
                "sha256": file.sha256,
            }
            change = change_between(attachments, None, made_record(book, attachments, given))
            assert change is not None
            changes.append(change)
            book = book.apply((change,))  # so that the next file gets the next code
        return tuple(changes)

    def _refuse_sizes(self) -> None:
        problems = [too_large(file.name, len(file.content)) for file in self.files if len(file.content) > MOST_BYTES]
        problems += [
            Problem(f"“{file.name}” is empty; choose the file that was meant.")
            for file in self.files
            if not file.content
        ]
        if not problems and sum(len(file.content) for file in self.files) > MOST_BYTES_AT_ONCE:
            sentence = (
                f"Together these files have more than {MOST_BYTES_AT_ONCE // 1024**2} MB; attach fewer at a time."
            )
            problems.append(Problem(sentence))
        if problems:
            raise Refused(*problems)
