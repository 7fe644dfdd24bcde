"""Finds the files that ship with the program.

The program runs from a checkout and as a frozen folder, and the current directory is the user's, so no other module
may build a path to these files by itself.
"""

import sys
from pathlib import Path

# PyInstaller unpacks the program's data there, and nothing else sets it.
_FROZEN_ROOT = "_MEIPASS"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, for example `resource("clauses", "en.yaml")`.

    Raises:
        FileNotFoundError: It is not there. It was not packed or its name is wrong, so it is a fault of ours.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"The program came without its file {'/'.join(parts)}: {path}")
    return path


def read_text(*parts: str) -> str:
    """Return a shipped text; all of them are UTF-8, whatever the machine's own encoding is."""
    return resource(*parts).read_text(encoding="utf-8")


def font(name: str) -> Path:
    """Return the path of a shipped font, for example `font("NotoSans-Regular")`.

    A path and not bytes, because reportlab, uharfbuzz and Qt each read it in their own way.
    """
    return resource("fonts", f"{name}.ttf")


def _root() -> Path:
    frozen: str | None = getattr(sys, _FROZEN_ROOT, None)
    return Path(frozen) / "resources" if frozen else Path(__file__).parent
