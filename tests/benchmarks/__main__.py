"""Run all measurements, or those named: ``python -m tests.benchmarks [starting files documents window …]``."""

import sys

from tests.benchmarks import documents, files, history, merging, preview, starting, window
from tests.benchmarks.plans import SIZES
from tests.benchmarks.timing import HEADER

MEASURES = {
    "starting": starting.rows,
    "files": files.rows,
    "documents": documents.rows,
    "window": window.rows,
    "history": history.rows,
    "preview": preview.rows,
    "merging": merging.rows,
}


def main(names: list[str]) -> None:
    print(HEADER)
    for name in names or MEASURES:
        for row in MEASURES[name](SIZES):
            print(row, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
