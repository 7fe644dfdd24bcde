"""What attachments hold: bytes under their fingerprint, checked whenever they are read, and limited in size."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, runtime_checkable

from workbook.problems import Problem, Refused

MOST_BYTES = 50 * 1024**2
MOST_BYTES_AT_ONCE = 4 * MOST_BYTES
"""What one step may bring: it is held in memory while it is written, and all of it or nothing is kept."""

OTHER = "application/octet-stream"
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "svg": "image/svg+xml",
    "heic": "image/heic",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "eml": "message/rfc822",
    "msg": "application/vnd.ms-outlook",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "zip": "application/zip",
}
"""The same names on every machine, whatever its own register of types says."""


@runtime_checkable
class BringsContents(Protocol):
    """An operation with more than changes: what the attachments that it adds hold, by fingerprint."""

    @property
    def contents(self) -> Mapping[str, bytes]: ...


@dataclass(frozen=True)
class GivenFile:
    """A file that somebody wants kept in the workbook; its name says what it is."""

    name: str
    content: bytes

    @cached_property
    def sha256(self) -> str:
        return fingerprint_of(self.content)

    @property
    def media_type(self) -> str:
        return media_type_of(self.name)


def suffix_of(name: str) -> str:
    """Return what stands after the last dot of a file's name, in small letters, or nothing."""
    stem, dot, suffix = name.rpartition(".")
    return suffix.casefold().strip() if dot and stem else ""


def media_type_of(name: str) -> str:
    """Say what a file is by the end of its name."""
    return MEDIA_TYPES.get(suffix_of(name), OTHER)


def fingerprint_of(content: bytes) -> str:
    """Return the name under which this content is kept: the same for the same bytes, and only for those."""
    return hashlib.sha256(content).hexdigest()


def too_large(name: str, size: int) -> Problem:
    """Say that a file is larger than what a workbook takes in."""
    sentence = (
        f"“{name}” has {size / 1024**2:.0f} MB, and a workbook keeps files of up to {MOST_BYTES // 1024**2} MB; "
        "make it smaller, or keep it elsewhere and write down where under “Kept at”."
    )
    return Problem(sentence)


def verified(sha256: str, content: bytes | None) -> bytes:
    """Return a content that is what its fingerprint says; raise `Refused` where there is none, or another."""
    if content is None:
        raise Refused(Problem("The file itself is not in this workbook, only its name; attach it again."))
    if fingerprint_of(content) != sha256:
        sentence = "What is kept of this file is not what was attached; attach it again, or go back to a backup."
        raise Refused(Problem(sentence))
    return content
