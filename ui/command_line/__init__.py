"""The command line: the window, and every document and check without one, for scripts and machines with no screen."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from ui.command_line.answers import Answer, told
from ui.command_line.parser import COMMANDS, parse


def main(arguments: list[str]) -> int:
    """Do what the arguments ask. Exit status: 0 done, 1 refused or a decision is needed, 2 wrong usage."""
    if not arguments or arguments[0] not in COMMANDS:
        return _window(parse(["window", *arguments]).file)
    options = parse(arguments)
    return told(lambda: _command(options.command)(options), as_json=getattr(options, "json", False))


def _window(file: Path | None) -> int:
    """Open the window; where there is no screen, say so and name what works without one."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in screens):
        sentence = "There is no screen here; “main.py demo” and “main.py export” make documents without one.\n"
        sys.stderr.write(sentence)
        return 1
    from ui.app import run

    return run(file)


def _command(name: str) -> Callable[..., Answer]:
    """Return the function behind a command; only then is what it needs loaded."""
    from ui.command_line import documents, keeping

    commands: dict[str, Callable[..., Answer]] = {
        "new": keeping.new,
        "export": documents.export,
        "import": keeping.import_,
        "check": keeping.check,
        "history": keeping.history,
        "undo": keeping.undo,
        "redo": keeping.redo,
        "schema": documents.schema,
        "demo": documents.demo,
    }
    return commands[name]


__all__ = ["main"]
