"""Puts the parts of the file together so that the same document gives the same bytes."""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from exports.docx.colours import THEME
from exports.docx.palette import Shades

_FIRST = "[Content_Types].xml"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can name
_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Creative Partnership Workbook</Application></Properties>"
)


def packed(saved: bytes, font: str, chosen: Shades) -> bytes:
    """Return the saved package with our theme, in a fixed order and without the moment at which it was written."""
    with zipfile.ZipFile(io.BytesIO(saved)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["docProps/app.xml"] = _APPLICATION
    parts["word/theme/theme1.xml"] = themed(parts["word/theme/theme1.xml"], font, chosen)
    return _zipped(parts)


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 0
            package.writestr(entry, parts[name])
    return target.getvalue()


def themed(theme: bytes, font: str, chosen: Shades) -> bytes:
    """Return a theme with our colours and fonts in it, so that Word offers them."""
    root = etree.fromstring(theme)
    for slot in root.iter(f"{{{_DRAWING}}}clrScheme"):
        for color in slot:
            _recoloured(color, chosen)
    for fonts in root.iter(f"{{{_DRAWING}}}majorFont", f"{{{_DRAWING}}}minorFont"):
        for place in fonts:
            if etree.QName(place).localname in ("latin", "cs") or place.get("script") in ("Arab", "Hebr"):
                place.set("typeface", font)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _recoloured(slot: etree._Element, chosen: Shades) -> None:
    value = THEME.get(etree.QName(slot).localname)
    if value:
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, f"{{{_DRAWING}}}srgbClr").set("val", chosen.get(value, value))
