"""Two copies of a workbook, each with a hundredth of it edited apart, brought together.

The floor is opening both files, which has to be done in any case. The same measured at three sizes shows how it grows.
"""

import random
import shutil
import tempfile
import tracemalloc
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from storage import OpenWorkbook, open_workbook
from storage.together import meet_copy
from tests.benchmarks.files import AUTHOR, workbook_file
from tests.benchmarks.plans import SIZES
from tests.benchmarks.timing import Row, paired
from workbook.bringing import BringTogether
from workbook.brought import BROUGHT
from workbook.merging import Choices
from workbook.operations import EditRecord
from workbook.records import Activity

_SHARE = 100


def rows(sizes: tuple[int, ...] = SIZES) -> Iterator[Row]:
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            files = copies(Path(name), size)
            result = paired(partial(together, *files), partial(loaded, *files), 5)
            yield Row("merge, against opening both files", size, result.ours, result.floor, result.ratio, 3)


def copies(folder: Path, size: int) -> tuple[Path, Path]:
    """Make a workbook and a copy of it, and edit a hundredth of the records in each, a few of them in both."""
    ours = workbook_file(folder, size)
    theirs = Path(shutil.copy(ours, folder / "theirs.cpw"))
    for path, seed in ((ours, 1), (theirs, 2)):
        with open_workbook(path, AUTHOR) as opened:
            activities = opened.workbook.book.all(Activity)
            chosen = random.Random(seed).sample(activities, max(1, size // _SHARE))
            for number, activity in enumerate(chosen):
                opened.workbook.do(EditRecord("activities", activity.id, {"title": f"Edit {number} of {seed}"}))
    return ours, theirs


def together(ours: Path, theirs: Path) -> int:
    """Open both, compare them and work out the step, as a preview does; returns how much is kept of the copy."""
    with open_workbook(ours, AUTHOR, read_only=True) as here, open_workbook(theirs, AUTHOR, read_only=True) as there:
        return len(planned(here, there).values[BROUGHT])


def planned(here: OpenWorkbook, there: OpenWorkbook) -> BringTogether:
    """Return the step, worked out."""
    meeting = meet_copy(here, there)
    choices: Choices = {one.key: "theirs" for one in meeting.comparison.open_conflicts}
    day = here.workbook.now().date()
    operation = BringTogether(meeting, there.store.content, here.workbook.has_content, day, choices)
    operation.plan(here.workbook.book)
    return operation


def loaded(ours: Path, theirs: Path) -> None:
    with open_workbook(ours, AUTHOR, read_only=True), open_workbook(theirs, AUTHOR, read_only=True):
        pass


def memory(size: int) -> tuple[int, int, int]:
    """Return the bytes that both open workbooks take, what merging takes beside them, and what is kept of the copy."""
    with tempfile.TemporaryDirectory() as name:
        ours, theirs = copies(Path(name), size)
        tracemalloc.start()
        with (
            open_workbook(ours, AUTHOR, read_only=True) as here,
            open_workbook(theirs, AUTHOR, read_only=True) as there,
        ):
            before, _ = tracemalloc.get_traced_memory()
            tracemalloc.reset_peak()
            kept = len(planned(here, there).values[BROUGHT])
            _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return before, peak - before, kept


if __name__ == "__main__":
    for size in SIZES:
        held, more, kept = memory(size)
        print(
            f"{size:>9,} records: {held / 1024**2:7.1f} MB open, {more / 1024**2:7.1f} MB more while merging, "
            f"{kept / 1024:7.1f} KB kept of the history of the copy"
        )
