"""What a document's file is called."""

import re

from workbook.book import Book

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 120


def file_name(book: Book, words: tuple[str, ...], suffix: str) -> str:
    """Return a name from the plan's code or title and some words, without what a file system does not take."""
    said = " ".join(part for part in (book.plan.code or book.plan.title, *words) if part)
    return _NOT_IN_NAMES.sub(" ", said).strip()[:_LONGEST].rstrip(" .") + suffix
