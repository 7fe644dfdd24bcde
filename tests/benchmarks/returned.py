"""A returned tracker of any size: how long its preview takes, and what it needs in memory.

`python -m tests.benchmarks.returned` prints a table: the time of one preview, what this process holds more at its worst
while it compares, and all that the other process ever holds, which reads the file.
"""

import resource
import sys
import time
import tracemalloc
from typing import NamedTuple

from tests.benchmarks.plans import book_of
from tests.exports.tracker.returning import Kept

SIZES = (1_000, 10_000, 50_000)


class Needs(NamedTuple):
    """What one preview needs: milliseconds, megabytes more here, megabytes in the process that reads."""

    milliseconds: float
    here: float
    reader: float


def needs(size: int) -> Needs:
    """Take in a tracker of a plan of so many records that came back as it went out."""
    kept = Kept(book_of(size))
    content = kept.sent()
    start = time.perf_counter()
    assert kept.preview(content).is_empty
    milliseconds = (time.perf_counter() - start) * 1000
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    kept.preview(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    in_kilobytes = 1024 if sys.platform != "darwin" else 1024 * 1024
    reader = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return Needs(milliseconds, (peak - before) / 1024 / 1024, reader / in_kilobytes)


def main() -> None:
    """Print the table."""
    print("| records | preview, ms | MB more here | MB in the process that reads |")
    print("|---|---|---|---|")
    for size in SIZES:
        found = needs(size)
        print(f"| {size:,} | {found.milliseconds:,.0f} | {found.here:,.0f} | {found.reader:,.0f} |")


if __name__ == "__main__":
    main()
