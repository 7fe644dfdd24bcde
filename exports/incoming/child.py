"""What runs in the process that reads a file from outside; it loads as little as it can, so that it starts at once."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler

from exports.incoming.limits import refuse
from workbook.problems import Problem, Refused

Work = Callable[[bytes, str], Iterable[object]]
SECONDS = 10
_MOST_MEMORY = 450_000_000
_MOST_SENT = 150_000_000
_TOO_MUCH = "The file asks for more memory than a list may take; copy what you need into a new one."


def run(answers: Connection, work: Work, content: bytes, name: str) -> None:
    """Send what is read piece by piece, and None at the end; whoever ends without it met what cannot be read."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what the reader says about its own faults is for nobody here
    _set_limits()
    sent = 0
    try:
        for piece in work(content, name):
            packed = ForkingPickler.dumps(piece)
            sent += len(packed)
            if sent > _MOST_SENT:
                refuse(name, _TOO_MUCH)
            answers.send_bytes(packed)
        answers.send(None)
    except Refused as refused:
        answers.send(refused)
    except MemoryError:
        answers.send(Refused(Problem(_TOO_MUCH, name)))


def _set_limits() -> None:
    """Ask the system to refuse more memory, and to end what nobody is left to end."""
    if sys.platform != "win32":
        import resource

        limits = (
            (resource.RLIMIT_DATA, _MOST_MEMORY),
            (resource.RLIMIT_CPU, 2 * SECONDS),
            (resource.RLIMIT_CORE, 0),  # what is left of it would hold what the file held
        )
        for what, most in limits:
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(what, (most, most))
