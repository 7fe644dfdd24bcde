"""Runs of text: the smallest thing a document is made of."""

from dataclasses import dataclass


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
