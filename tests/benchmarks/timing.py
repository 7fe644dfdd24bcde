"""Timing two things in turn, so that a machine that slows down slows both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Task = Callable[[], object]


@dataclass(frozen=True)
class Paired:
    """Seconds of ours and of its floor, medians over the rounds, and the median of the ratios pair by pair."""

    ours: float
    floor: float
    ratio: float


def seconds(task: Task) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def paired(ours: Task, floor: Task, rounds: int = 7) -> Paired:
    """Run both in turn, once to warm up and then `rounds` times."""
    ours()
    floor()
    pairs = [(seconds(ours), seconds(floor)) for _ in range(rounds)]
    return Paired(
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def median(task: Task, rounds: int = 7) -> float:
    """Return the median seconds of a task that has no floor of its own."""
    task()
    return statistics.median(seconds(task) for _ in range(rounds))


@dataclass(frozen=True)
class Row:
    """One line of the results: what, at which size, how it compares and what was promised."""

    what: str
    records: int
    ours: float
    floor: float | None
    ratio: float | None
    target: float | None

    def __str__(self) -> str:
        floor = "" if self.floor is None else f"{self.floor * 1000:10.2f}"
        ratio = "" if self.ratio is None else f"{self.ratio:6.2f}"
        target = "" if self.target is None else f"<= {self.target:g}"
        records = f"{self.records:,}" if self.records else ""
        return f"{self.what:<44} {records:>9} {self.ours * 1000:10.2f} {floor:>10} {ratio:>6}  {target}"


HEADER = f"{'':<44} {'records':>9} {'ours, ms':>10} {'floor, ms':>10} {'ratio':>6}  target"
