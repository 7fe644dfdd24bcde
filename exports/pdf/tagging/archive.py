"""The last pass over a file: structure, colours, properties. Afterwards it is PDF/UA-1 and PDF/A-2a."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from exports.pdf.tagging.metadata import Facts, packet
from exports.pdf.tagging.structure import Element
from exports.pdf.tagging.writing import Owners, write_structure
from resources.lookup import resource

_PRINTED = 4


def archived(drawn: bytes, facts: Facts, document: Element, owners: Owners) -> bytes:
    """Return a drawn file as one that can be read aloud and kept; the same input gives the same bytes."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        document.prune()
        write_structure(pdf, document, owners)
        _colours(pdf)
        _annotations(pdf)
        _properties(pdf, facts)
        # Streams end on a line of their own (ISO 19005-2, 6.1.7.1); the id of the file comes from what is in it.
        pdf.save(
            target,
            min_version="1.7",
            preserve_pdfa=True,
            deterministic_id=True,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return target.getvalue()


def _colours(pdf: Pdf) -> None:
    """Say which red, green and blue are meant (ISO 19005-2, 6.2.3)."""
    profile = Stream(pdf, resource("colour", "srgb.icc").read_bytes())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    pdf.Root.OutputIntents = Array([intent])


def _annotations(pdf: Pdf) -> None:
    """Let links be printed like the rest of the page (ISO 19005-2, 6.3.2)."""
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            annotation.F = _PRINTED


def _properties(pdf: Pdf, facts: Facts) -> None:
    """Say the same in the properties as in XMP."""
    for name in list(pdf.docinfo.keys()):
        del pdf.docinfo[name]
    told = {
        "/Title": facts.title,
        "/Author": facts.author,
        "/Subject": facts.subject,
        "/Creator": facts.creator,
        "/Producer": facts.producer,
        "/CreationDate": f"D:{facts.day.isoformat().replace('-', '')}000000Z",
    }
    for name, value in told.items():
        if value:
            pdf.docinfo[name] = String(value)
    metadata = Stream(pdf, packet(facts))
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(metadata)
