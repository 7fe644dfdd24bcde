"""Two files of one workbook side by side, before one takes in what was done in the other."""

from storage.opening import OpenWorkbook
from workbook.merging import Meeting, meet
from workbook.problems import Problem, Refused


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


def _is_same_file(ours: OpenWorkbook, theirs: OpenWorkbook) -> bool:
    try:
        return ours.path.samefile(theirs.path)
    except OSError:
        return False
