"""What is sealed stays as it is: the part of the door that refuses edits of signed agreements and issued reports."""

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

from workbook.book import Book
from workbook.changes import Change
from workbook.problems import Problem, Refused
from workbook.records import RECORD_TYPES, Signature
from workbook.sealing.seals import is_sealed, seals_of

_PARTS = {"clauses": "agreement", "signatures": "agreement", "report_narratives": "report"}
_DOCUMENTS = {"clauses": "agreements", "signatures": "agreements", "report_narratives": "reports"}
LIVES_ON = {
    "agreements": frozenset({"status", "reminder_days", "ended", "ended_reason", "source", "note"}),
    "reports": frozenset({"note"}),
}
"""What still happens to a document after it was sealed; all else stands in it."""
_BY_SEALING = frozenset({"status", "sealed_state", "sealed_hash", "issued_at"})
_WHILE_SIGNING = frozenset({"status", "signed", "effective"})
_NOT_SIGNED = frozenset({"draft", "in_review", "partner_approval", "ready_to_sign"})
_SENTENCES = {
    "agreements": "{document} is signed and sealed, so {what} stays as it is; draft an amendment instead.",
    "reports": "{document} has been issued, so {what} stays as it is; a correction is a new report.",
}


@runtime_checkable
class PassesSeals(Protocol):
    """An operation that copies or rescues what a file holds, and so may write what is sealed."""

    @property
    def passes_seals(self) -> bool: ...


def refuse_sealed(book: Book, changes: Iterable[Change], *, undoing: bool = False) -> None:
    """Raise `Refused` where changes would touch what is sealed; undoing may take a seal away together with its step."""
    made = tuple(changes)
    if not book.count("seals") and not any(change.type == "seals" for change in made):
        return
    problems = dict.fromkeys(_problems(book, made, undoing))
    if problems:
        raise Refused(*problems)


def untouchable(book: Book, change: Change) -> bool:
    """Say whether a change, by itself, touches what is sealed in this book, or removes what a sealed document names."""
    if not book.count("seals"):
        return False
    if next(_problems(book, (change,), False), None) is not None:
        return True
    parts = (one for one in _named_by(book, change) if change.after is None)
    return any(is_sealed(book, *document) for document in parts)


def _named_by(book: Book, change: Change) -> Iterator[tuple[str, str]]:
    for record_type, _, record in book.referring(change.id):
        yield from documents_of(book, Change(record_type.name, record.id, {}, {}))


def _problems(book: Book, changes: tuple[Change, ...], undoing: bool) -> Iterator[Problem]:
    moved = {_document_of_seal(change) for change in changes if change.type == "seals"}
    freed = _unsealed(book, changes) if undoing else frozenset()
    for change in changes:
        if change.type == "seals":
            yield from _of_seal(book, change, undoing)
            continue
        for type_name, record_id in documents_of(book, change):
            if (type_name, record_id) in freed:
                continue
            if is_sealed(book, type_name, record_id) and not _may(book, change, type_name, record_id, moved, undoing):
                yield _kept(book, change, type_name, record_id)


def _of_seal(book: Book, change: Change, undoing: bool) -> Iterator[Problem]:
    after = change.after or {}
    if change.action == "added":
        if not (after.get("sha256") and after.get("state_hash") and after.get("record_id")):
            yield Problem("A seal is made by sealing an agreement or issuing a report.", type="seals")
    elif change.action == "edited":
        label = book.label("seals", change.id)
        yield Problem(f"{label} says what was recorded and is not edited.", label, "seals", change.id)
    elif not undoing:
        label = book.label("seals", change.id)
        sentence = f"{label} is not removed; if it was made by mistake, undo the step that made it."
        yield Problem(sentence, label, "seals", change.id)


def _unsealed(book: Book, changes: tuple[Change, ...]) -> frozenset[tuple[str, str]]:
    """Return the documents that lose all their seals: with the step that brought them goes all that it did to them."""
    gone = {change.id for change in changes if change.type == "seals" and change.after is None}
    documents = {_document_of_seal(change) for change in changes if change.id in gone}
    return frozenset(one for one in documents if gone >= {seal.id for seal in seals_of(book, *one)})


def _document_of_seal(change: Change) -> tuple[str, str]:
    values = change.after or change.before or {}
    return str(values.get("record_type", "")), str(values.get("record_id", ""))


def documents_of(book: Book, change: Change) -> Iterator[tuple[str, str]]:
    """Yield the documents, by type and id, of which a change touches a part, before or after it."""
    if change.type in LIVES_ON:
        yield change.type, change.id
    elif change.type in _PARTS:
        name = _PARTS[change.type]
        held = getattr(book.get(change.type, change.id), name, None)
        for owner in {held, (change.after or {}).get(name)}:
            if owner:
                yield _DOCUMENTS[change.type], str(owner)


def _may(
    book: Book, change: Change, type_name: str, record_id: str, moved: set[tuple[str, str]], undoing: bool
) -> bool:
    """Say whether a change of a sealed document, or of a part of it, is one of those that still happen."""
    touched = frozenset(change.after or {})
    edited = change.action == "edited"
    sealing = (type_name, record_id) in moved
    if change.type in LIVES_ON:
        allowed = LIVES_ON[change.type] | (_BY_SEALING if sealing else frozenset())
        if type_name == "agreements" and not is_sealed(book, type_name, record_id, wholly=True):
            allowed |= _WHILE_SIGNING
        backwards = not sealing and (change.after or {}).get("status", "in_force") in (_NOT_SIGNED | {None})
        return edited and touched <= allowed and not (type_name == "agreements" and backwards)
    if change.type == "signatures" and not is_sealed(book, type_name, record_id, wholly=True):
        held = book.one(Signature, change.id)
        return undoing or (change.action != "removed" and (held is None or not held.signed))
    return False


def _kept(book: Book, change: Change, type_name: str, record_id: str) -> Problem:
    document = book.label(type_name, record_id)
    part = RECORD_TYPES[change.type].title.lower() if change.type in _PARTS else "it"
    what = f"its {part}" if part != "it" else part
    sentence = _SENTENCES[type_name].replace("{what}", what).replace("{document}", document)
    return Problem(sentence, document, change.type, change.id)
