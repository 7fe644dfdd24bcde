"""What can be said about a file before it is opened: typed, each with its sentence."""

from dataclasses import dataclass
from pathlib import Path

from storage.errors import FileDamaged, FileNewer, FileProblem, NoFile, NotOurs
from storage.formats import CURRENT, Format


@dataclass(frozen=True)
class Verdict:
    """The health of a file. `problem` is what opening it raises, or None where it opens."""

    path: Path

    @property
    def problem(self) -> FileProblem | None:
        return None

    @property
    def sentence(self) -> str:
        return str(self.problem)


@dataclass(frozen=True)
class Healthy(Verdict):
    """A workbook of the current format."""

    @property
    def sentence(self) -> str:
        return f"“{self.path.name}” is in order."


@dataclass(frozen=True)
class PartlyReadable(Verdict):
    """A sound file in which some records cannot be read; it opens, and shows them locked."""

    locked: int

    @property
    def sentence(self) -> str:
        what = "1 record that" if self.locked == 1 else f"{self.locked} records that"
        return f"“{self.path.name}” has {what} this version cannot read; locked, and kept as stored."


@dataclass(frozen=True)
class Older(Verdict):
    """A workbook of an earlier format; opening migrates a copy, and keeps the old file."""

    format: Format

    @property
    def sentence(self) -> str:
        return (
            f"“{self.path.name}” has the earlier format {self.format}; it opens as {CURRENT}, and the old file is kept."
        )


@dataclass(frozen=True)
class Newer(Verdict):
    """A workbook of a later format; a new minor one may still be read."""

    format: Format
    readable: bool = False

    @property
    def problem(self) -> FileProblem | None:
        return None if self.readable else FileNewer(self.path, format=str(self.format))

    @property
    def sentence(self) -> str:
        if self.problem is not None:
            return str(self.problem)
        return f"“{self.path.name}” was written by a newer version (format {self.format}); it opens for reading only."


@dataclass(frozen=True)
class Foreign(Verdict):
    """Not a workbook of this program."""

    reason: str
    may_hold_rows: bool = True
    """It may be a spreadsheet that somebody took for a workbook."""

    @property
    def problem(self) -> FileProblem:
        return (NotOurs if self.may_hold_rows else NoFile)(self.path, reason=self.reason)


@dataclass(frozen=True)
class Damaged(Verdict):
    """A workbook that cannot be trusted; never written, and rescued into a new file only."""

    reason: str

    @property
    def problem(self) -> FileProblem:
        return FileDamaged(self.path, reason=self.reason)


def refuse(verdict: Verdict | None) -> None:
    """Raise why a file is not opened; nothing happens to one that is, or of which nothing is known yet."""
    if verdict is not None and verdict.problem is not None:
        raise verdict.problem
