"""The command line: the window, and every document and check without one, for scripts and machines with no screen."""

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from ui.command_line.answers import Answer, told
from ui.command_line.parser import COMMANDS, parse
from ui.command_line.saying import complain

_SOFTWARE_FAULT, _INTERRUPTED = 70, 130


def main(arguments: list[str]) -> int:
    """Do what the arguments ask. Exit status: 0 done, 1 refused or a decision is needed, 2 wrong usage."""
    if not arguments or arguments[0] not in COMMANDS:
        return _window(parse(["window", *arguments]).file)
    options = parse(arguments)
    try:
        return told(lambda: _command(options.command)(options), as_json=getattr(options, "json", False))
    except KeyboardInterrupt:
        complain("Stopped; what was not finished was not done.")
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001 - our own mistake, and nobody is left above to catch it
        complain(_mistake(error))
        return _SOFTWARE_FAULT


def _window(file: Path | None) -> int:
    """Open the window; where there is no screen, say so and name what works without one."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in screens):
        complain("There is no screen here; “main.py demo” and “main.py export” make documents without one.")
        return 1
    from ui.app import run

    return run(file)


def _mistake(error: Exception) -> str:
    """Name what the program did wrong and where, in one line that a user can pass on."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "an unknown place"
    return (
        f"The program made a mistake here, not you ({type(error).__name__} in {where}: {str(error)[:200]}); "
        "please pass this line on to whoever keeps it."
    )


def _command(name: str) -> Callable[..., Answer]:
    """Return the function behind a command; only then is what it needs loaded."""
    from ui.command_line import documents, keeping, merging

    commands: dict[str, Callable[..., Answer]] = {
        "new": keeping.new,
        "export": documents.export,
        "import": keeping.import_,
        "merge": merging.merge,
        "check": keeping.check,
        "history": keeping.history,
        "undo": keeping.undo,
        "redo": keeping.redo,
        "erase": keeping.erase,
        "schema": documents.schema,
        "demo": documents.demo,
    }
    return commands[name]


__all__ = ["main"]
