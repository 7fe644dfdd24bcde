"""The marks by which a workbook file is known: who made it, and in which version of the format."""

import struct
from pathlib import Path
from typing import NamedTuple, Self

APPLICATION_ID = 0x43505742  # "CPWB"
SUFFIX = ".cpw"
LARGEST_FILE = 4 * 1024**3
_MAGIC = b"SQLite format 3\0"
_HEADER = 100


class Format(NamedTuple):
    """A version of the file format. A new major one is refused by older programs; a new minor one is opened."""

    major: int
    minor: int

    @classmethod
    def of(cls, user_version: int) -> Self:
        return cls(*divmod(user_version, 1000))

    @property
    def user_version(self) -> int:
        return self.major * 1000 + self.minor

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"


CURRENT = Format(1, 3)


class Header(NamedTuple):
    """What the first hundred bytes say, read without SQLite, so that a hostile file never gets that far."""

    is_sqlite: bool
    application_id: int
    user_version: int
    is_rollback: bool
    is_utf8: bool

    @classmethod
    def read(cls, path: Path) -> Self:
        with path.open("rb") as file:
            head = file.read(_HEADER)
        if len(head) < _HEADER or not head.startswith(_MAGIC):
            return cls(False, 0, 0, False, False)
        encoding, user_version = struct.unpack(">Ii", head[56:64])
        return cls(True, struct.unpack(">I", head[68:72])[0], user_version, head[18:20] == b"\1\1", encoding == 1)
