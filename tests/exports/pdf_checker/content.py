"""Everything drawn on the pages is content of the tree or decoration, and page and tree agree about it."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.exports.pdf_checker.tree import Tree

_SHOWS = {"Tj", "TJ", "'", '"'}
_PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}


def problems(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[str]:
    """Say what on the pages belongs to nothing, or to something else than the tree says."""
    parents = _number_tree(tree.root.get("/ParentTree")) if tree.root is not None else {}
    claimed: dict[tuple[int, int], Any] = {}
    for node in tree.walk():
        for mark in node.marks:
            if mark in claimed:
                yield f"Mark {mark[1]} of page {mark[0]} belongs to two elements."
            claimed[mark] = node
    for number, page in enumerate(pdf.pages, 1):
        found: list[int] = []
        yield from (f"Page {number}: {said}" for said in _stream(page, found))
        yield from (f"Page {number}: {said}" for said in _page(page.obj, number, found, parents, claimed))
        yield from (f"Page {number}: {said}" for said in _links(page.obj, parents, tree))
        for each in found:
            claimed.pop((number, each), None)
    for on_page, lost in claimed:
        yield f"Page {on_page}: mark {lost} of the tree is not on the page."


def _stream(page: pikepdf.Page, found: list[int]) -> Iterator[str]:
    """Walk through the operators; `found` is filled with the marks in order."""
    opened: list[str] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name in ("BDC", "BMC"):
            kind = _kind(operands, found)
            if kind == "artifact" and "content" in opened:
                yield "decoration lies in content."
            if kind == "content" and ("artifact" in opened or "content" in opened):
                yield "content lies in other marked content."
            opened.append(kind)
        elif name == "EMC":
            if not opened:
                yield "marked content ends that never began."
            else:
                opened.pop()
        elif name in _SHOWS | _PAINTS and not {"artifact", "content"} & set(opened):
            yield f"something is drawn ({name}) that is neither content nor decoration."
    if opened:
        yield "marked content never ends."
    if sorted(set(found)) != sorted(found):
        yield "a mark is there twice."


def _kind(operands: Any, found: list[int]) -> str:
    if str(operands[0]) == "/Artifact":
        return "artifact"
    if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]:
        found.append(int(operands[1]["/MCID"]))
        return "content"
    return "span"


def _page(page: Any, number: int, found: list[int], parents: dict[int, Any], claimed: dict[Any, Any]) -> Iterator[str]:
    if page.get("/Tabs") != "/S":
        yield "is not read in the order of the tree."
    key = page.get("/StructParents")
    owners = parents.get(int(key)) if key is not None else None
    if owners is None:
        yield "does not lead to the tree."
        return
    if len(owners) != len(found):
        yield f"{len(found)} marks, but the tree knows {len(owners)}."
    for mark in found:
        node = claimed.get((number, mark))
        if node is None:
            yield f"mark {mark} is not in the tree."
        elif mark >= len(owners) or owners[mark].objgen != node.source.objgen:
            yield f"mark {mark} leads to another element than to the one that holds it."


def _links(page: Any, parents: dict[int, Any], tree: Tree) -> Iterator[str]:
    held = {key: node for node in tree.walk() for key in node.annotations}
    for annotation in page.get("/Annots", ()):
        if not str(annotation.get("/Contents", "")).strip():
            yield "a link does not say where it leads."
        if int(annotation.get("/F", 0)) & 0b100111 != 0b100:
            yield "a link is not printed."
        node = held.get(annotation.objgen)
        if node is None or node.role != "Link":
            yield "a link is not in the tree."
            continue
        owner = parents.get(int(annotation.get("/StructParent", -1)))
        if owner is None or owner.objgen != node.source.objgen:
            yield "a link does not lead back to the tree."


def _number_tree(node: Any) -> dict[int, Any]:
    if node is None:
        return {}
    found: dict[int, Any] = {}
    for kid in node.get("/Kids", ()):
        found |= _number_tree(kid)
    entries = list(node.get("/Nums", ()))
    found |= {int(key): value for key, value in zip(entries[::2], entries[1::2], strict=True)}
    return found
