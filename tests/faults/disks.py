"""Small and read-only places to write to, where this machine lets us make them."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


def _mount(*arguments: str) -> bool:
    try:
        return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def _unmount(path: Path) -> None:
    subprocess.run(["umount", "-l", str(path)], capture_output=True, check=True)


@contextlib.contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """Lend a disk of its own with little room."""
    disk = folder / "disk"
    disk.mkdir()
    if not _mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(disk)):
        pytest.skip("a small disk can only be made by root")
    try:
        yield disk
    finally:
        _unmount(disk)


@contextlib.contextmanager
def made_read_only(path: Path) -> Iterator[None]:
    """Let nobody write to a file or folder; where root would not mind the permissions, by a read-only mount."""
    if os.name == "posix" and os.geteuid() != 0:
        mode = path.stat().st_mode
        path.chmod(mode & ~0o222)
        try:
            yield
        finally:
            path.chmod(mode)
        return
    if not _mount("--bind", str(path), str(path)):
        pytest.skip("root could write here in spite of the permissions, and mounting is not allowed")
    try:
        assert _mount("-o", "remount,bind,ro", str(path))
        yield
    finally:
        _unmount(path)
