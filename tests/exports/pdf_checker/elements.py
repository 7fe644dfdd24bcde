"""What the elements of a tree must be like: headings, tables, lists, figures, notes, links."""

from collections.abc import Iterator

from tests.exports.pdf_checker.tree import Node, Tree

_INSIDE: dict[str, tuple[str, ...]] = {
    "L": ("LI", "Caption", "L"),
    "LI": ("Lbl", "LBody"),
    "Table": ("THead", "TBody", "TFoot", "TR", "Caption"),
    "THead": ("TR",),
    "TBody": ("TR",),
    "TR": ("TH", "TD"),
    "TOC": ("TOC", "TOCI", "Caption"),
    "TOCI": ("Lbl", "Reference", "NonStruct", "P", "TOC"),
}
_ONLY_IN: dict[str, tuple[str, ...]] = {
    "LI": ("L",),
    "Lbl": ("LI", "Note", "TOCI"),
    "LBody": ("LI",),
    "TR": ("Table", "THead", "TBody", "TFoot"),
    "TH": ("TR",),
    "TD": ("TR",),
    "TOCI": ("TOC",),
}
_OTHERS = ("Document", "Div", "Sect", "P", "Figure", "Note", "Reference", "Link", "Span", "H1", "H2", "H3")
_KNOWN = {*_INSIDE, *_ONLY_IN, *_OTHERS, "Caption", "H4", "H5", "H6"}
_SHORTEST_ALT = 12


def problems(tree: Tree) -> Iterator[str]:
    """Say what is wrong with single elements, and with their order."""
    if [node.role for node in tree.roots] != ["Document"]:
        yield "The tree does not begin with one Document."
    for node in tree.walk():
        yield from _place(node)
        if node.role == "Table":
            yield from _table(node)
        elif node.role == "Figure":
            yield from _figure(node)
    yield from _headings(tree)
    yield from _notes(tree)


def _place(node: Node) -> Iterator[str]:
    if node.role not in _KNOWN:
        yield f"{node.role} is no standard structure type."
    for child in node.children:
        if child.role not in _INSIDE.get(node.role, (child.role,)):
            yield f"{child.role} has no place in {node.role}."
        if node.role not in _ONLY_IN.get(child.role, (node.role,)):
            yield f"{child.role} stands in {node.role}."
    if node.role in ("P", "H1", "H2", "H3", "Caption", "Note", "Figure", "L", "TOCI") and not node.holds_anything:
        yield f"{node.role} is empty."


def _headings(tree: Tree) -> Iterator[str]:
    before = 0
    for node in tree.walk():
        if node.role[:1] == "H" and node.role[1:].isdigit():
            level = int(node.role[1:])
            if level > before + 1:
                yield f"A heading skips from level {before} to {level}."
            before = level


def _table(table: Node) -> Iterator[str]:
    rows = [node for node in table.walk() if node.role == "TR"]
    widths = {sum(int(cell.attribute("/ColSpan") or 1) for cell in row.children) for row in rows}
    if len(widths) != 1:
        yield f"A table has rows of {sorted(widths)} cells."
    cells = [cell for row in rows for cell in row.children]
    if not any(cell.role == "TH" for cell in cells):
        yield "A table has no header cell."
    for cell in cells:
        if cell.role == "TH" and str(cell.attribute("/Scope")) not in ("/Row", "/Column", "/Both"):
            yield "A header cell does not say what it heads."


def _figure(figure: Node) -> Iterator[str]:
    words = str(figure.source.get("/Alt", ""))
    if len(words) < _SHORTEST_ALT or " " not in words:
        yield f"A figure says nothing of what it shows: “{words}”."
    box = figure.attribute("/BBox")
    if box is None or not (box[0] < box[2] and box[1] < box[3]):
        yield "A figure does not say where it stands."


def _notes(tree: Tree) -> Iterator[str]:
    names = [str(node.source.get("/ID", "")) for node in tree.walk() if node.role == "Note"]
    if "" in names:
        yield "A note has no name."
    if len(set(names)) != len(names):
        yield "Two notes have the same name."
