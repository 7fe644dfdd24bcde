"""All the hostile files of our own, written into a folder; and what is no file but has a name like one.

Each goes to the doors that are made for its kind; ``python -m tests.faults.hostile`` offers every file to every door.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from tests.faults.hostile.databases import databases
from tests.faults.hostile.doors import DOORS
from tests.faults.hostile.packages import packages
from tests.faults.hostile.texts import texts
from tests.faults.hostile.trackers import trackers

WORKBOOKS = ("check", "history", "open to write", "rescue", "merge it", "merge into it")
_PACKED = ("spreadsheet", "tracker")
_BY_SUFFIX = {
    **dict.fromkeys((".db", ".cpw"), WORKBOOKS),
    **dict.fromkeys((".xlsx", ".xlsm", ".xlsb", ".ods", ".zip"), _PACKED),
    ".json": ("JSON plan",),
    ".yaml": ("YAML plan",),
}


def doors_for(path: Path) -> tuple[str, ...]:
    """Return the doors that are made for a file of this kind; what is no file tries all of them."""
    if not path.is_file():
        return tuple(DOORS)
    if path.name.startswith("tracker"):
        return ("tracker",)
    return _BY_SUFFIX.get(path.suffix, ("spreadsheet",)) + (("form",) if path.name.startswith("bomb") else ())


def made_files(folder: Path, workbook: Path) -> list[Path]:
    """Write every file, some of them after a workbook, and return them; what the system cannot have is left out."""
    files = []
    for name, content in (*packages(), *texts(), *databases(workbook), *trackers(workbook, folder)):
        path = folder / name
        path.write_bytes(content)
        files.append(path)
    return [*files, *_odd(folder)]


def _odd(folder: Path) -> Iterator[Path]:
    """Folders, links, pipes and devices that are offered as files."""
    directory, dangling, circle = (folder / name for name in ("a folder", "link to nothing", "link to itself"))
    directory.mkdir()
    dangling.symlink_to(folder / "nowhere")
    circle.symlink_to(circle)
    yield from (directory, dangling, circle)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "a pipe")
        yield folder / "a pipe"
    yield from (Path(name) for name in ("/dev/zero", "/dev/full") if Path(name).exists())
    closed = folder / "not readable.csv"
    closed.write_bytes(b"Name\nChoir\n")
    closed.chmod(0)
    if not os.access(closed, os.R_OK):
        yield closed
