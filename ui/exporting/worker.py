"""Makes one document on a thread of its own, from a book that nobody can change under it, and puts it in its place."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from exports.edition import Progress
from exports.writing import write_whole
from ui.exporting.job import Job

Make = Callable[[Progress], bytes]


class Worker(Job):
    """A job that writes what it made; `finished` carries the path. Until then what stood there still stands."""

    def __init__(self, make: Make, path: Path, parent: QObject) -> None:
        super().__init__(lambda progress: _written(make, path, progress), parent)


def _written(make: Make, path: Path, progress: Progress) -> Path:
    content = make(progress)
    progress("Writing the file", 1, 1)
    write_whole(path, content)
    return path
