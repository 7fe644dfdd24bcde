"""The lock that lets one program write a workbook, and tells a second one who that is.

Two files beside the workbook: the lock itself, which the system takes away with the process that holds it, however
that ends; and a note about the holder. The note alone locks nothing, so one that was left behind does no harm.
"""

import contextlib
import datetime
import getpass
import os
import socket
from pathlib import Path
from typing import Self

import msgspec
from filelock import FileLock, Timeout

from storage.errors import FileReadOnly, OpenElsewhere, problem_of


class Holder(msgspec.Struct, frozen=True):
    """Who has a workbook open: shown to whoever comes second."""

    operator: str
    host: str
    process: int
    since: datetime.datetime


class WriteLock:
    """Held from opening to closing. Raises `OpenElsewhere` where somebody else holds it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._note = path.with_name(f".{path.name}.holder")
        # A soft lock would survive its process, which a lock of ours never may.
        self._lock = FileLock(
            path.with_name(f".{path.name}.lock"), timeout=0, thread_local=False, fallback_to_soft=False
        )
        self.holds = False

    def take(self, operator: str, now: datetime.datetime) -> Self:
        """Take the lock, or raise `OpenElsewhere`, or `FileReadOnly` where no lock can be made."""
        try:
            self._lock.acquire()
        except Timeout:
            raise self._elsewhere() from None
        except NotImplementedError:
            return self  # some network drives know no locks; every commit still checks that nobody wrote meanwhile
        except OSError as error:
            raise problem_of(error, self.path) or FileReadOnly(self.path) from error
        self.holds = True
        holder = Holder(operator or _system_user(), socket.gethostname(), os.getpid(), now)
        with contextlib.suppress(OSError):  # only a courtesy: the lock holds without it
            self._note.write_bytes(msgspec.json.encode(holder))
        return self

    def release(self) -> None:
        """Give the lock back and leave nothing lying about."""
        if not self.holds:
            return
        self.holds = False
        with contextlib.suppress(OSError):
            self._note.unlink()
        if os.name == "posix":  # while it is still ours, so that nobody's lock is taken from under them
            with contextlib.suppress(OSError):
                Path(self._lock.lock_file).unlink()
        self._lock.release()
        if os.name != "posix":
            with contextlib.suppress(OSError):
                Path(self._lock.lock_file).unlink()

    def _elsewhere(self) -> OpenElsewhere:
        try:
            holder = msgspec.json.decode(self._note.read_bytes(), type=Holder)
        except (OSError, msgspec.DecodeError):
            return OpenElsewhere(self.path)
        return OpenElsewhere(self.path, holder.operator, holder.host, holder.since)


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a machine may not know
        return ""
