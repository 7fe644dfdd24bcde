"""Turns what went wrong into sentences: the one place that tells the environment's errors from ours (design.md)."""

import platform
import sys
import traceback
from types import TracebackType

from workbook.fields import Field
from workbook.kinds import Unacceptable
from workbook.operations import Problem, Refused


def problems_of(error: BaseException) -> tuple[Problem, ...]:
    """Return what to tell the person, or nothing where the error is a fault of the program."""
    if isinstance(error, Refused):
        return error.problems
    if type(error).__name__ == "Cancelled":
        return ()
    sentence = str(error).strip()
    if _is_environment(error) and sentence:
        return (Problem(sentence),)
    if isinstance(error, OSError):
        name = f"{error.filename}: " if error.filename else ""
        return (Problem(f"{name}{(error.strerror or str(error)).capitalize()}. Choose another place or file."),)
    return ()


def why_not(field: Field, error: Unacceptable) -> str:
    """Say why a typed value cannot be kept: the field and its complaint, or a complaint that quotes what was typed."""
    complaint = str(error).lstrip(": ")
    return f"{complaint}." if complaint.startswith("“") else f"{field.title} {complaint}."


def _is_environment(error: BaseException) -> bool:
    """The rooms below name their families of errors; asking by name keeps their packages off the start-up path."""
    return any(base.__name__ in {"FileProblem", "NotMade", "NotWritten"} for base in type(error).__mro__)


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Write what a person can send us about a fault of the program."""
    from PySide6 import __version__ as qt_version

    lines = traceback.format_exception(kind, error, trace)
    head = (
        f"Creative Partnership Workbook, Python {sys.version.split()[0]}, PySide6 {qt_version}, {platform.platform()}"
    )
    return head + "\n\n" + "".join(lines)
