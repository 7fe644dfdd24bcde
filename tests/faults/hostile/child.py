"""Runs in a process with little memory and no network: offers files to one door, one after the other.

Each line on stdin is a path; each line on stdout says as JSON what came of it. The folder of the trial is the same for
all: a good workbook, which has to stay as it is, and nothing beside it but the file that is offered.
"""

import contextlib
import io
import json
import os
import resource
import shutil
import signal
import sys
import time
from pathlib import Path

from tests.faults.hostile.doors import DOORS, WORKBOOK, suffix_for

MOST_SECONDS = 10
_ROOM = 3_000_000_000
_KB = 1024


def main() -> None:
    door, folder, trying = sys.argv[1], Path(sys.argv[2]), Path(os.environ["TRYING"])
    resource.setrlimit(resource.RLIMIT_AS, (_ROOM, _ROOM))
    good = trying / WORKBOOK
    shutil.copyfile(folder / WORKBOOK, good)
    for line in sys.stdin:
        path = Path(line.rstrip("\n"))
        print(json.dumps(_offered(door, path, good)), file=sys.__stdout__, flush=True)


def _offered(door: str, path: Path, good: Path) -> dict[str, object]:
    offered = _brought(path, good.with_name(f"offered{suffix_for(door, path)}"))
    before, kept = _seen(good.parent), good.read_bytes()
    out, err = io.StringIO(), io.StringIO()
    _forget_peak()
    room, began = _peak(), time.monotonic()
    signal.alarm(2 * MOST_SECONDS)  # whoever takes longer ends this process
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = DOORS[door][1](good, offered)
    signal.alarm(0)
    took = time.monotonic() - began
    after = _seen(good.parent)
    changed = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
    result = {
        "file": path.name,
        "door": door,
        "status": status,
        "said": err.getvalue(),
        "answered": out.getvalue()[:300],
        "seconds": took,
        "megabytes": max(_peak() - room, _children()) / _KB,
        "changed": sorted(changed),
    }
    good.write_bytes(kept)
    for name in after:
        if name != WORKBOOK:
            (good.parent / name).unlink()
    return result


def _brought(path: Path, target: Path) -> Path:
    """Copy a file; a pipe, a device or a folder is named by a link, as somebody would choose it."""
    if path.is_file() and not path.is_symlink():
        shutil.copyfile(path, target)
    else:
        target.symlink_to(path)
    return target


def _seen(folder: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() if path.is_file() and not path.is_symlink() else b"" for path in folder.iterdir()
    }


def _forget_peak() -> None:
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak() -> int:
    """Return the most memory that this process had since the peak was forgotten, in KB."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _children() -> int:
    """Return the most memory that a process had which read a file apart, in KB; no later one makes it less."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
