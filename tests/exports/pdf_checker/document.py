"""What a file says of itself as a whole, and what must not be in it."""

from collections.abc import Iterator
from typing import Any

import pikepdf
from lxml import etree

_UA = "{http://www.aiim.org/pdfua/ns/id/}"
_A = "{http://www.aiim.org/pdfa/ns/id/}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_ACTIVE = ("/OpenAction", "/AA", "/AcroForm", "/EmbeddedFiles", "/JavaScript")


def problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Say what the file leaves out about itself."""
    root: Any = pdf.Root
    if not str(root.get("/Lang", "")).strip():
        yield "The document does not say its language."
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "The document does not say that it is tagged."
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "The title is not shown in the window."
    if pdf.is_encrypted:
        yield "The document is encrypted."
    if "/ID" not in pdf.trailer:
        yield "The file has no id."
    for name in _ACTIVE:
        if name in root or name in root.get("/Names", {}):
            yield f"The document does something by itself: {name}."
    yield from _colours(root)
    yield from _metadata(pdf)
    yield from _transparency(pdf)


def _colours(root: Any) -> Iterator[str]:
    intents = list(root.get("/OutputIntents", ()))
    if not any(intent.get("/S") == "/GTS_PDFA1" for intent in intents):
        yield "The document does not say which colours it means."
        return
    profile = intents[0].DestOutputProfile
    if bytes(profile.read_bytes())[16:20] != b"RGB " or int(profile.N) != 3:
        yield "The colour profile is not one of red, green and blue."


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    stream: Any = pdf.Root.get("/Metadata")
    if stream is None:
        yield "The document has no metadata."
        return
    found = etree.fromstring(stream.read_bytes())
    expected = {f"{_UA}part": "1", f"{_A}part": "2", f"{_A}conformance": "A"}
    for name, value in expected.items():
        if [each.text for each in found.iter(name)] != [value]:
            yield f"The metadata do not say {name.split('}')[1]} {value}."
    title = str(pdf.docinfo.get("/Title", ""))
    if not title.strip():
        yield "The document has no title."
    if [each.text for each in found.iterfind(f".//{_DC}title//{_RDF}li")] != [title]:
        yield "The metadata name another title than the properties."
    if [each.text for each in found.iterfind(f".//{_DC}language//{_RDF}li")] != [str(pdf.Root.get("/Lang"))]:
        yield "The metadata name another language than the document."


def _transparency(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        resources: Any = page.obj.get("/Resources", {})
        for state in resources.get("/ExtGState", {}).values():
            if (
                float(state.get("/ca", 1)) < 1
                or float(state.get("/CA", 1)) < 1
                or state.get("/SMask", "/None") != "/None"
            ):
                yield f"Page {number}: something can be seen through."
        for image in resources.get("/XObject", {}).values():
            if "/SMask" in image:
                yield f"Page {number}: an image can be seen through."
