"""What a file says of itself, in the form that archives and screen readers look for (XMP, ISO 16684-1)."""

import datetime
from dataclasses import dataclass
from xml.sax.saxutils import escape

_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_END = '<?xpacket end="w"?>'

# PDF/A knows no property of PDF/UA, so the file has to describe it (ISO 19005-2, 6.6.2.3).
_DESCRIBED = """
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>Identification of PDF/UA</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""

_SPACES = (
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("pdf", "http://ns.adobe.com/pdf/1.3/"),
    ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
    ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document as a whole; what is not known is empty."""

    title: str
    language: str
    day: datetime.date
    author: str = ""
    subject: str = ""
    creator: str = ""
    producer: str = ""


def packet(facts: Facts) -> bytes:
    """Return the facts as XMP: PDF/UA-1 (ISO 14289-1, 5) and PDF/A-2a (ISO 19005-2, 6.6.4) are claimed in it."""
    entries = (
        ("dc:title", f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(facts.title)}</rdf:li></rdf:Alt>'),
        ("dc:language", f"<rdf:Bag><rdf:li>{escape(facts.language)}</rdf:li></rdf:Bag>"),
        ("dc:creator", _if(facts.author, "<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>")),
        ("dc:description", _if(facts.subject, '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>')),
        ("xmp:CreateDate", f"{facts.day.isoformat()}T00:00:00Z"),
        ("xmp:CreatorTool", escape(facts.creator)),
        ("pdf:Producer", escape(facts.producer)),
        ("pdfuaid:part", "1"),
        ("pdfaid:part", "2"),
        ("pdfaid:conformance", "A"),
    )
    written = "\n".join(f"<{name}>{value}</{name}>" for name, value in entries if value)
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES[1:])
    return (
        f'{_BEGIN}\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_SPACES[0][1]}">\n'
        f'<rdf:Description rdf:about="" {spaces}>\n{written}\n</rdf:Description>{_DESCRIBED}\n'
        f"</rdf:RDF></x:xmpmeta>\n{_END}"
    ).encode()


def _if(text: str, around: str) -> str:
    return around.format(escape(text)) if text else ""
