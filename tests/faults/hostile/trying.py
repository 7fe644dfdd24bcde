"""Offers files to doors, each door in a process of its own, and says what came of each."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import storage
from tests.faults.hostile.child import MOST_SECONDS
from tests.faults.hostile.doors import WORKBOOK
from ui.command_line.keeping import author
from workbook.operations import AddRecord

ROOT = Path(__file__).parents[3]
MOST_MEGABYTES = 500
_AT_ONCE = 2
_OURS = re.compile(r"Traceback|mistake|FORBIDDEN|Error\b|object at 0x")


@dataclass
class Outcome:
    """What came of a file at a door; `faults` says what must not be."""

    file: str
    door: str
    status: int
    said: str
    seconds: float
    megabytes: float
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        said = self.said.strip() or "taken"
        faults = "".join(f"  !! {fault}" for fault in self.faults)
        cost = f"{self.seconds:.2f} s | {self.megabytes:.0f} MB"
        return f"{self.file} | {self.door} | {self.status} | {cost} | {said}{faults}"


def good_workbook(folder: Path) -> Path:
    """Make the workbook that stands open at every door."""
    path = folder / WORKBOOK
    steps = (
        AddRecord("plan", {"title": "Old Tram Depot"}),
        AddRecord("partners", {"name": "City Museum"}),
        AddRecord("health_rounds", {"title": "Autumn"}),
    )
    storage.create(path, author(), steps).close()
    return path


def offered(trials: Mapping[str, Sequence[Path]], folder: Path) -> Iterator[Outcome]:
    """Offer to each door its files; `folder` holds the good workbook."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        longest_first = sorted(trials, key=lambda door: -len(trials[door]))
        for outcomes in pool.map(lambda door: _at(door, trials[door], folder), longest_first):
            yield from outcomes


def _at(door: str, files: Sequence[Path], folder: Path) -> list[Outcome]:
    trying, home = (folder / f"{door} {what}" for what in ("trying", "home"))
    trying.mkdir()
    home.mkdir()
    guard = str(ROOT / "tests" / "faults" / "hostile" / "guard")
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join((guard, str(ROOT))),
        "TRYING": str(trying),
        "TMPDIR": str(home),
        "HOME": str(home),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    process = subprocess.run(  # with -c there is no main module that a process apart would begin with too
        [sys.executable, "-c", "from tests.faults.hostile.child import main; main()", door, str(folder)],
        input="".join(f"{path}\n" for path in files),
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=4 * MOST_SECONDS * max(1, len(files)),
        check=False,
    )
    outcomes = [_outcome(json.loads(line)) for line in process.stdout.splitlines()]
    for path in files[len(outcomes) :][:1]:
        ended = f"the process ended with {process.returncode}: {process.stderr[-300:]}"
        outcomes.append(Outcome(path.name, door, process.returncode, "", 0, 0, [ended]))
    if process.stderr and outcomes:
        outcomes[-1].faults.append(f"beside the sentences stands: {process.stderr[-300:]}")
    left = [path.name for path in home.rglob("*") if path.is_file()]
    if left and outcomes:
        outcomes[-1].faults.append(f"left behind: {left}")
    return outcomes


def _outcome(told: dict[str, object]) -> Outcome:
    said = str(told["said"])
    made = Outcome(
        str(told["file"]),
        str(told["door"]),
        int(str(told["status"])),
        said,
        float(str(told["seconds"])),
        float(str(told["megabytes"])),
    )
    made.faults = [*_faults(made, told["changed"])]
    return made


def _faults(made: Outcome, changed: object) -> Iterator[str]:
    lines = made.said.splitlines()
    if made.status not in (0, 1):
        yield f"status {made.status}"
    if made.status == 1 and (changed or len(lines) != 1):
        yield f"changed {changed}, {len(lines)} lines"
    if made.status == 0 and changed not in ([], [WORKBOOK], ["offered.cpw"]):
        yield f"changed {changed}"
    if made.status == 1 and not made.said.rstrip().endswith((".", "?")):
        yield "no full stop"
    if _OURS.search(made.said):
        yield "words of ours"
    if made.megabytes > MOST_MEGABYTES:
        yield "too much memory"
