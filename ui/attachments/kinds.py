"""What kind of file an attachment is, in a word and a picture."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from workbook.contents import OTHER, media_type_of, suffix_of

_PICTURES = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif", "webp": "webp", "bmp": "bmp"}
_LARGEST_PICTURE = 8 * 1024**2
_SORTS = (
    ("image/", "image", "Picture"),
    ("application/pdf", "file-pdf", "PDF document"),
    ("audio/", "music-note", "Sound"),
    ("video/", "film-strip", "Film"),
    ("message/", "envelope-simple", "E-mail"),
    ("application/vnd.ms-outlook", "envelope-simple", "E-mail"),
    ("text/csv", "table", "Table"),
    ("text/", "file-text", "Text"),
    ("application/zip", "files", "Archive"),
)
_OFFICE = (
    (("spreadsheet", "excel"), "table", "Spreadsheet"),
    (("presentation", "powerpoint"), "presentation", "Presentation"),
    (("word", "text", "rtf"), "file-text", "Document"),
)


def kind_of(media_type: str) -> tuple[str, str]:
    """Return the icon and the word for a type of file."""
    for start, icon_name, word in _SORTS:
        if media_type.startswith(start):
            return icon_name, word
    if media_type != OTHER:
        for parts, icon_name, word in _OFFICE:
            if any(part in media_type for part in parts):
                return icon_name, word
    return "file", "File"


def is_attachable(path: Path) -> bool:
    """Say whether a file is of a kind that people attach: pictures, documents, letters, sound."""
    return media_type_of(path.name) != OTHER


def has_thumbnail(name: str, size: int | None) -> bool:
    """Say whether showing a small picture of this file costs nothing that anybody would notice."""
    return suffix_of(name) in _PICTURES and (size or 0) <= _LARGEST_PICTURE


def thumbnail(name: str, content: bytes, side: int) -> QImage:
    """Return a small picture of a picture; an empty one where it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    reader = QImageReader(buffer, QByteArray(_PICTURES[suffix_of(name)].encode()))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.isValid():
        reader.setScaledSize(whole.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
