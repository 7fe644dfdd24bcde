"""``python -m tests.faults.hostile DIR``: what comes of every file below a folder at every door, as a table."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.faults.hostile.doors import DOORS
from tests.faults.hostile.made import made_files
from tests.faults.hostile.trying import Outcome, good_workbook, offered


def main() -> int:
    """Print the table; exit status 1 where something happened that must not."""
    parser = argparse.ArgumentParser(prog="tests.faults.hostile", description=main.__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="the files; without it those that the tests make")
    parser.add_argument("--door", action="append", choices=tuple(DOORS), help="only this door; may be said again")
    parser.add_argument("--faults", action="store_true", help="only what must not be")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        trying, making = Path(name) / "trying", Path(name) / "making"
        trying.mkdir()
        making.mkdir()
        workbook = good_workbook(trying)
        files = _below(options.folder) if options.folder else made_files(making, workbook)
        outcomes = list(offered(dict.fromkeys(options.door or DOORS, files), trying))
    for outcome in outcomes:
        if outcome.faults or not options.faults:
            print(outcome)
    print(_in_numbers(outcomes))
    return 1 if any(outcome.faults for outcome in outcomes) else 0


def _below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.resolve().rglob("*") if path.is_file())


def _in_numbers(outcomes: list[Outcome]) -> str:
    faults = sum(bool(outcome.faults) for outcome in outcomes)
    slowest = max(outcomes, key=lambda one: one.seconds)
    largest = max(outcomes, key=lambda one: one.megabytes)
    return (
        f"{len(outcomes)} trials, {faults} with faults; slowest {slowest.seconds:.1f} s ({slowest.file}, "
        f"{slowest.door}), most memory {largest.megabytes:.0f} MB ({largest.file}, {largest.door})"
    )


if __name__ == "__main__":
    sys.exit(main())
