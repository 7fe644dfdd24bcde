"""What stands in a document, in words alone."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from exports.outline.blocks import Block, Document, Parallel, Spoken

_NO_WORDS = ("manner", "kind", "align", "rating", "state", "language", "second_language")


def texts_of(document: Document, language: str = "") -> Iterator[str]:
    """Yield every text of a document, from its title to the cells of its tables and the labels of its charts.

    With a language only what is said in it, in a document that has several.
    """
    home = (document.title, document.header) if language in ("", document.language) else ()
    for block in document.blocks:
        yield from _of_block(block, document.language, language)
    yield from home


def words_in(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield every text in some blocks."""
    yield from _texts(tuple(blocks))


def _of_block(block: Block, around: str, wanted: str) -> Iterator[str]:
    if isinstance(block, Spoken):
        for held in block.blocks:
            yield from _of_block(held, block.language, wanted)
    elif isinstance(block, Parallel):
        for side in (block.first, block.second):
            yield from _of_block(side, around, wanted)
    elif wanted in ("", around):
        yield from _texts(block)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for held in value:
            yield from _texts(held)
    elif is_dataclass(value):
        for one in fields(value):
            if one.name not in _NO_WORDS:
                yield from _texts(getattr(value, one.name))
