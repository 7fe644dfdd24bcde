"""Whether a sealed document and the state that it was made from are still what was recorded.

This shows that a file matches what was recorded in it. It says nothing about who signed, and nothing about law.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from workbook.book import Book
from workbook.brought import BROUGHT
from workbook.changes import ChangeSet
from workbook.contents import fingerprint_of
from workbook.formats import Formats
from workbook.records import RECORD_TYPES, Seal
from workbook.states import Read
from workbook.wording import Sentence, source

MATCHES = source("{document} matches what was recorded on {date}.")
FROM_COPY = source(
    "{document} matches what was recorded on {date}; the state of the plan that it was made from lies in the history "
    "of another copy."
)
LOST = source(
    "{document}: what was sealed on {date} is not in this file any more; take it from a backup or another copy."
)
OTHER = source("{document}: what is kept is not what was sealed on {date}; take it from a backup or another copy.")
OTHER_STATE = source(
    "{document}: state {state}, from which it was made, is not what was recorded on {date}; go back to a backup."
)


@dataclass(frozen=True)
class Verdict:
    """What became of one seal. `text` is a source sentence whose braces `values` fill; `holds`: it is as recorded."""

    seal: Seal
    holds: bool
    text: str
    values: Mapping[str, str]

    @property
    def sentence(self) -> Sentence:
        return Sentence(self.text, **self.values)


def verified_seals(
    book: Book,
    change_sets: Iterable[ChangeSet],
    content: Callable[[str], bytes | None],
    formats: Formats | None = None,
) -> tuple[Verdict, ...]:
    """Check every seal of a book against its history and against what is kept under its fingerprint."""
    seals = book.all(Seal)
    if not seals:
        return ()
    wanted = {seal.state for seal in seals}
    hashes: dict[int, str] = {}
    made_in: dict[str, int] = {}
    for step in change_sets:
        if step.seq in wanted:
            hashes[step.seq] = step.hash
        for made in _seals_made(step):
            made_in.setdefault(made, step.seq)
    return tuple(verify(book, seal, hashes, made_in, content(seal.sha256), formats) for seal in seals)


def verified_seal(book: Book, seal: Seal, read: Read, content: bytes | None, formats: Formats | None = None) -> Verdict:
    """Check one seal by itself: only the state that it was made from, and the step after it, are read."""
    steps = tuple(read(seal.state, seal.state + 1)) if seal.state else ()
    hashes = {step.seq: step.hash for step in steps}
    made_in = {made: step.seq for step in steps for made in _seals_made(step)}
    return verify(book, seal, hashes, made_in, content, formats)


def verify(
    book: Book,
    seal: Seal,
    hashes: Mapping[int, str],
    made_in: Mapping[str, int],
    content: bytes | None,
    formats: Formats | None = None,
) -> Verdict:
    """Check one seal. `hashes` are those of the history by number, `made_in` the steps that made seals, by id."""
    day = seal.sealed_at.date() if seal.sealed_at is not None else None
    values = {
        "document": _document(book, seal),
        "date": (formats or Formats()).date(day) if day is not None else "?",
        "state": str(seal.state),
    }
    if content is None:
        return Verdict(seal, False, LOST, values)
    if fingerprint_of(content) != seal.sha256 or len(content) != seal.size:
        return Verdict(seal, False, OTHER, values)
    if seal.state is not None and hashes.get(seal.state) == seal.state_hash:
        return Verdict(seal, True, MATCHES, values)
    sealed_here = made_in.get(seal.id) == (seal.state or 0) + 1
    return Verdict(seal, not sealed_here, OTHER_STATE if sealed_here else FROM_COPY, values)


def _seals_made(step: ChangeSet) -> list[str]:
    """Return the seals that a step made; one that came with another copy was made there, from a state of that copy."""
    if BROUGHT in step.values:
        return []
    return [change.id for change in step.changes if change.type == "seals" and change.before is None]


def _document(book: Book, seal: Seal) -> str:
    """Name what was sealed: “Agreement AG-01”, with its version where that is not the first."""
    record_type = RECORD_TYPES.get(seal.record_type)
    record = book.get(seal.record_type, seal.record_id) if record_type is not None else None
    if record_type is None or record is None:
        return seal.title
    version = f" (version {seal.version})" if seal.version not in ("", "1") else ""
    return f"{record_type.title} {getattr(record, 'code', '') or seal.title}{version}"
