"""Runs of text: the smallest thing a document is made of."""

import re
from dataclasses import dataclass

_NOT_IN_FILES = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NEW_LINE = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


TICK_BOX = "☐"
"""An empty box to tick with a pen; each format draws it as one."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one manner. `blank` marks a place that somebody still has to fill in."""

    text: str
    bold: bool = False
    italic: bool = False
    blank: bool = False


Runs = tuple[Run, ...]


def runs(text: str | Runs) -> Runs:
    """Take plain words as one run, so that callers need not care."""
    return (Run(text),) if isinstance(text, str) else text


def bold(text: str) -> Runs:
    """Say words with weight."""
    return (Run(text, bold=True),)


def italic(text: str) -> Runs:
    """Say words aside."""
    return (Run(text, italic=True),)


def plain(text: str | Runs) -> str:
    """Return the words alone."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


def printable(text: str) -> str:
    """Return text without the characters that no XML or calendar file may hold; every kind of new line becomes one."""
    return _NOT_IN_FILES.sub("", _NEW_LINE.sub("\n", text))


def one_line(text: str) -> str:
    """Return text for a place that has no lines, such as a property of a file."""
    return " ".join(printable(text).split())
