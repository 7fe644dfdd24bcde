"""From an earlier format to the present one."""

from pathlib import Path

from storage.schemas import Release


def migrate(path: Path, release: Release) -> str:
    """Not yet."""
    raise NotImplementedError(path, release)
