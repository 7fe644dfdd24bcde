"""Reads a file from outside in a process of its own.

A reader may be stopped by what it reads, ask for all the memory there is, or go on for ever; here it is ended, within
limits of time and, where the system has them, of memory. Nothing comes back but what was read, or one sentence.
"""

import multiprocessing
import time
from multiprocessing.connection import Connection
from typing import Any

from exports.edition import Progress, no_progress
from exports.incoming.child import SECONDS, Work, run
from exports.incoming.limits import DAMAGED, refuse
from workbook.problems import Refused

_LOOK_EVERY, _ENDS_WITHIN = 0.05, 1
_GAVE_UP = -6
"""How a process ends, where there are signals, that was refused the memory it asked for (SIGABRT)."""
_ASKED_TOO_MUCH = (
    "The file is damaged, or asks for more memory than a list may take; save it again, or copy what you need into a "
    "new one."
)


def read_apart(work: Work, content: bytes, name: str, progress: Progress = no_progress) -> list[Any]:
    """Return what `work` yields of a file; raise `Refused` as it does, or where it must be ended.

    `work` is imported there, so it is a function of a module, and what it yields travels. Raises `Cancelled` when
    `progress` does, which is asked all the while.
    """
    kind = multiprocessing.get_context("spawn")
    ours, theirs = kind.Pipe(duplex=False)
    process = kind.Process(target=run, args=(theirs, work, content, name), daemon=True)
    try:
        process.start()
        theirs.close()
        pieces = _received(ours, name, progress)
        process.join(0 if pieces is not None else _ENDS_WITHIN)
        gave_up = process.exitcode == _GAVE_UP
    except OSError:
        refuse(name, "The file could not be read, because the system starts no more programs; close some, try again.")
    finally:
        ours.close()
        if process.pid is not None:
            process.kill()
            process.join()
        process.close()
    if pieces is None:
        refuse(name, _ASKED_TOO_MUCH if gave_up else DAMAGED)
    return pieces


def _received(answers: Connection, name: str, progress: Progress) -> list[Any] | None:
    """Return what was read; None where the process ended in the middle of it."""
    end, pieces = time.monotonic() + SECONDS, list[Any]()
    while True:
        progress("Reading the file", 0, 0)
        if time.monotonic() > end:
            refuse(name, f"Reading the file takes more than {SECONDS} seconds; copy what you need into a new one.")
        try:
            if not answers.poll(_LOOK_EVERY):
                continue
            piece = answers.recv()
        except (EOFError, OSError):
            return None
        if piece is None:
            return pieces
        if isinstance(piece, Refused):
            raise piece
        pieces.append(piece)
