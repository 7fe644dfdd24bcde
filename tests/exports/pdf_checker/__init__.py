"""Reads a finished PDF as a screen reader and an archive do, and says in sentences what they would stumble over.

It covers what a program can tell of ISO 14289-1 (PDF/UA-1) and ISO 19005-2 (PDF/A-2a) about documents like ours.
"""

import io
from collections.abc import Iterator

import pikepdf

from tests.exports.pdf_checker import content, document, elements, fonts
from tests.exports.pdf_checker.tree import Tree


def problems(written: bytes) -> list[str]:
    """Return everything that is wrong with a document; an empty list if nothing is."""
    with pikepdf.open(io.BytesIO(written)) as pdf:
        return list(_problems(pdf))


def _problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    yield from document.problems(pdf)
    tree = Tree(pdf)
    yield from tree.problems
    yield from elements.problems(tree)
    yield from content.problems(pdf, tree)
    yield from fonts.problems(pdf)
