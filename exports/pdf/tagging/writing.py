"""Writes the tree of elements into a finished file, and ties it to the marks on its pages (ISO 32000-1, 14.7)."""

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from exports.pdf.characters import clean
from exports.pdf.tagging.structure import Annotation, Element, Mark

Owners = dict[int, list[Element]]
"""For each page the elements that its marks belong to, in the order of their numbers."""


def write_structure(pdf: Pdf, document: Element, owners: Owners) -> None:
    """Give a file its structure tree; `owners` are the elements that drew on each page."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writer = _Writer(pdf)
    root.K = writer.element(document, root)
    numbers = writer.pages(owners) + writer.annotations(len(pdf.pages))
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    root.ParentTreeNextKey = len(numbers) // 2
    if writer.identified:
        names = [each for name, made in sorted(writer.identified.items()) for each in (String(name), made)]
        root.IDTree = pdf.make_indirect(Dictionary(Names=Array(names)))
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class _Writer:
    """Makes the objects of the tree and remembers which element became which."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._made: dict[int, Object] = {}
        self._links: list[tuple[Object, Object]] = []
        self.identified: dict[str, Object] = {}

    def element(self, element: Element, parent: Object) -> Object:
        """Write an element and everything below it."""
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent))
        self._made[id(element)] = made
        _describe(made, element)
        if element.identifier:
            made.ID = String(element.identifier)
            self.identified[element.identifier] = made
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), 0)
        if page:
            made.Pg = self._pages[page - 1]
        kids = [self._kid(kid, made, page) for kid in element.kids]
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        return made

    def _kid(self, kid: Element | Mark | Annotation, made: Object, page: int) -> Any:
        if isinstance(kid, Element):
            return self.element(kid, made)
        if isinstance(kid, Mark):
            if kid.page == page:
                return kid.number
            return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page - 1], MCID=kid.number)
        annotation = self._pages[kid.page - 1]["/Annots"][kid.place]
        self._links.append((annotation, made))
        return Dictionary(Type=Name.OBJR, Pg=self._pages[kid.page - 1], Obj=annotation)

    def pages(self, owners: Owners) -> list[Any]:
        """Write which element each mark of each page belongs to; every page is read in the order of the tree."""
        numbers: list[Any] = []
        for place, page in enumerate(self._pages):
            page.StructParents = place
            page.Tabs = Name.S
            made = [self._made[id(element)] for element in owners.get(place + 1, ())]
            numbers += [place, self._pdf.make_indirect(Array(made))]
        return numbers

    def annotations(self, first: int) -> list[Any]:
        """Write which element each link belongs to."""
        numbers: list[Any] = []
        for place, (annotation, made) in enumerate(self._links, first):
            annotation.StructParent = place
            numbers += [place, made]
        return numbers


def _describe(made: Object, element: Element) -> None:
    if element.language:
        made.Lang = String(element.language)
    if element.alt:
        made.Alt = String(clean(element.alt))
    if element.scope or element.span > 1:
        cell = Dictionary(O=Name.Table)
        if element.scope:
            cell.Scope = Name(f"/{element.scope}")
        if element.span > 1:
            cell.ColSpan = element.span
        made.A = cell
    if element.numbering:
        made.A = Dictionary(O=Name.List, ListNumbering=Name(f"/{element.numbering}"))
    if element.box:
        box = [round(edge, 2) for edge in element.box]
        made.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array(box))
