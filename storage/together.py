"""Two files of one workbook side by side, before one takes in what was done in the other."""

import contextlib
from pathlib import Path

from storage.connections import connect
from storage.copies import private_copy, real_path
from storage.errors import FileProblem, told_plainly
from storage.opening import OpenWorkbook
from storage.probing import judge_by_header, judge_copy
from storage.store import LAST
from storage.verdicts import refuse
from workbook.brought import known_through, short
from workbook.merging import Meeting, meet
from workbook.problems import Problem, Refused

_ID = "SELECT value FROM workbook WHERE key = 'id'"


def meet_copy(ours: OpenWorkbook, theirs: OpenWorkbook) -> Meeting:
    """Put two open files side by side; raises `Refused` where the other one is no copy of this workbook, or the same.

    Nothing is written. What comes of it may be used as long as both are open.
    """
    name = theirs.path.name
    if _is_same_file(ours, theirs):
        raise Refused(Problem(f"“{name}” is the same file; choose the other copy."))
    if ours.workbook_id != theirs.workbook_id:
        sentence = f"“{name}” is another workbook and no copy of “{ours.path.name}”; export its plan and import that."
        raise Refused(Problem(sentence))
    return meet(ours.workbook, theirs.workbook, name)


def is_apart(ours: OpenWorkbook, path: Path) -> bool:
    """Say whether a file is a copy of this workbook that went on by itself, so that bringing it in may bring something.

    A file that cannot be read is none, and neither is an older copy, or one that was brought in already.
    """
    try:
        workbook_id, seq, last = _state_of(real_path(path))
    except FileProblem:
        return False
    if workbook_id != ours.workbook_id or not last:
        return False
    if any(step.hash == last for step in ours.workbook.history(seq, seq)):
        return False
    return short(last) not in known_through(ours.workbook.history())


def _state_of(path: Path) -> tuple[str, int, str]:
    """Return which workbook a file is a copy of, and the number and hash of its last step, without loading it."""
    refuse(judge_by_header(path))
    with private_copy(path) as copy:
        refuse(judge_copy(path, copy))
        with told_plainly(path), contextlib.closing(connect(copy)) as connection:
            (workbook_id,) = connection.execute(_ID).fetchone() or ("",)
            seq, last = connection.execute(LAST).fetchone() or (0, "")
    return str(workbook_id), int(seq), str(last)


def _is_same_file(ours: OpenWorkbook, theirs: OpenWorkbook) -> bool:
    try:
        return ours.path.samefile(theirs.path)
    except OSError:
        return False
