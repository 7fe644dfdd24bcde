"""A language that marks every word of ours, so that a word without a mark was never handed to a translator."""

import re
from collections.abc import Iterable, Iterator
from gettext import NullTranslations
from typing import Any

import msgspec

from exports.outline import Document
from workbook.book import Book
from workbook.formats import Formats
from workbook.records import RECORD_TYPES

OPEN, CLOSE = "⟦", "⟧"
_MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*(?:{CLOSE}|$)")  # a title may be cut before its bracket
_BRACES = re.compile(r"(\{[a-z_]+=?)([^{}]*)(\})")
_MONTHS = re.compile(r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b")
_FINGERPRINT = re.compile(r"(· |^)[0-9a-f]{8,16}$")


class Marking(NullTranslations):
    """Puts marks round the words of a source string, and leaves its values outside of them."""

    def gettext(self, message: str) -> str:
        marked = _BRACES.sub(lambda found: f"{CLOSE}{found[1]}{_marked(found[2])}{found[3]}{OPEN}", message)
        return f"{OPEN}{marked}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def formats() -> Formats:
    """English dates and numbers, marked words."""
    return Formats("en", Marking())


def unmarked(document: Document, book: Book) -> tuple[str, ...]:
    """Return the words of a document that are neither ours and marked nor written in the plan."""
    return unmarked_texts(_texts(document), book)


def unmarked_texts(texts: Iterable[str], book: Book) -> tuple[str, ...]:
    """Return those of some texts that hold words which are neither marked nor written in the plan."""
    written = sorted(_written(book), key=len, reverse=True)
    left = []
    for text in texts:
        if text in written or _is_cut(text, written):
            continue
        rest = _FINGERPRINT.sub(" ", _MONTHS.sub(" ", text))
        while _MARKED.search(rest):
            rest = _MARKED.sub(" ", rest)
        for words in written:
            if words in rest:
                rest = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", " ", rest)
        if re.search(r"[^\W\d_]{3,}", rest):
            left.append(rest.strip())
    return tuple(dict.fromkeys(left))


def _is_cut(text: str, written: list[str]) -> bool:
    """Say whether a text is somebody's own and was cut for want of room."""
    kept = text.removesuffix("…").rstrip()
    return kept != text and any(kept in " ".join(words.split()) for words in written)


def _marked(words: str) -> str:
    return f"{OPEN}{words}{CLOSE}" if words else ""


def _written(book: Book) -> set[str]:
    """Return what people wrote: texts whole and line by line, and records as they are named by code and title."""
    found = set()
    for name in RECORD_TYPES:
        for record in book.records(name):
            found.add(book.label(name, record.id))
            for text in _strings(msgspec.structs.asdict(record)):
                found |= {text, *(part.strip() for part in re.split(r"[\n.;]", text))}
                found.add(text[:1].upper() + text[1:])
    return {text for text in found if len(text) > 1}


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in an outline, at any depth."""
    if isinstance(value, Document):
        yield from _texts((value.title, value.subject, value.header, value.footer, value.blocks))
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            if name not in ("manner", "kind", "align", "rating", "state", "language"):
                yield from _texts(getattr(value, name))
    else:
        yield from _strings(value)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for held in value.values() for text in _strings(held))
    elif isinstance(value, tuple | list):
        for held in value:
            yield from _texts(held) if hasattr(held, "__dataclass_fields__") else _strings(held)
