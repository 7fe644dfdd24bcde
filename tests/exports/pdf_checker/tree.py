"""The structure tree of a file as it stands in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

Key = tuple[int, int]
"""What tells indirect objects apart."""


@dataclass(eq=False)
class Node:
    """One structure element with what lies in it: elements, marks as (page, number), annotations as their keys."""

    role: str
    source: Any
    parent: "Node | None"
    children: list["Node"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    annotations: list[Key] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """This element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def attribute(self, name: str) -> Any:
        """Return an attribute, whichever of its attribute dictionaries has it."""
        found = self.source.get("/A")
        for each in found if isinstance(found, pikepdf.Array) else [found]:
            if each is not None and name in each:
                return each[name]
        return None

    @property
    def holds_anything(self) -> bool:
        return any(node.marks or node.annotations for node in self.walk())


class Tree:
    """The whole tree; what does not fit together in it is in `problems`."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf  # what was read from a file is gone with it
        self.problems: list[str] = []
        self.pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        self.by_key: dict[Key, Node] = {}
        self.roots: list[Node] = []
        root = pdf.Root.get("/StructTreeRoot")
        self.root: Any = root
        if root is None:
            self.problems.append("There is no structure tree.")
            return
        self.roots = [self._node(kid, None, root) for kid in _listed(root.get("/K"))]

    def walk(self) -> Iterator[Node]:
        """All elements in reading order."""
        for root in self.roots:
            yield from root.walk()

    def _node(self, source: Any, parent: Node | None, above: Any) -> Node:
        node = Node(str(source.get("/S", "")).removeprefix("/"), source, parent)
        self.by_key[source.objgen] = node
        if source.get("/P") is None or source.P.objgen != above.objgen:
            self.problems.append(f"{node.role} does not lead back to what it is part of.")
        for kid in _listed(source.get("/K")):
            self._add(kid, node)
        return node

    def _add(self, kid: Any, node: Node) -> None:
        if isinstance(kid, int):
            node.marks.append((self._page(node.source, node), kid))
        elif kid.get("/Type") == "/MCR":
            node.marks.append((self._page(kid if "/Pg" in kid else node.source, node), int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            node.annotations.append(kid.Obj.objgen)
        else:
            node.children.append(self._node(kid, node, node.source))

    def _page(self, source: Any, node: Node) -> int:
        page = source.get("/Pg")
        found = 0 if page is None else self.pages.get(page.objgen, 0)
        if not found:
            self.problems.append(f"{node.role} has content on no page of the document.")
        return found


def _listed(kids: Any) -> list[Any]:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
