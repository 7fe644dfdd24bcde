"""Every door that a file from outside may come in by; each returns the exit status and says its sentence on stderr."""

from collections.abc import Callable
from pathlib import Path

import storage
from exports.cooperation import Expected, read_together
from exports.sheets.reading import SUFFIXES
from ui.command_line import main
from ui.command_line.answers import Answer, told
from ui.command_line.keeping import author
from ui.command_line.parser import parse
from ui.command_line.trackers import take_in
from workbook.records import HealthRound

WORKBOOK = "plan.cpw"
"""The good workbook that stands open while the other file is offered."""


def _rescue(_good: Path, offered: Path) -> Answer:
    report = storage.rescue(offered, offered.with_name("rescued.cpw"), author())
    report.target.unlink()
    return Answer([report.sentence])


def _tracker(good: Path, offered: Path) -> Answer:
    return take_in(parse(["import", str(good), str(offered)]), author())


def _form(good: Path, offered: Path) -> Answer:
    with storage.open_workbook(good, author(), read_only=True) as opened:
        book = opened.workbook.book
        rounds = book.all(HealthRound)
        taken = read_together([offered], Expected(book, opened.workbook_id, rounds[0]))
    return Answer(trouble=" ".join(map(str, taken.problems)))


def _sheet(good: Path, offered: Path) -> int:
    return main(["import", str(good), str(offered), "--as", "partners"])


def _command(*words: str) -> Callable[[Path, Path], int]:
    def door(good: Path, offered: Path) -> int:
        return main([{"GOOD": str(good), "FILE": str(offered)}.get(word, word) for word in words])

    return door


def _through(make: Callable[[Path, Path], Answer]) -> Callable[[Path, Path], int]:
    return lambda good, offered: told(lambda: make(good, offered), as_json=False)


Door = Callable[[Path, Path], int]

DOORS: dict[str, tuple[str, Door]] = {
    "check": (".cpw", _command("check", "FILE")),
    "history": (".cpw", _command("history", "FILE")),
    "open to write": (".cpw", _command("undo", "FILE")),
    "rescue": (".cpw", _through(_rescue)),
    "merge it": (".cpw", _command("merge", "GOOD", "FILE")),
    "merge into it": (".cpw", _command("merge", "FILE", "GOOD")),
    "JSON plan": (".json", _command("import", "GOOD", "FILE")),
    "YAML plan": (".yaml", _command("import", "GOOD", "FILE")),
    "spreadsheet": ("", _sheet),
    "tracker": (".xlsx", _through(_tracker)),
    "form": (".xlsx", _through(_form)),
}
"""A name for each door, how a file is to end that comes in by it ("" for as it is), and the door itself."""


def suffix_for(door: str, path: Path) -> str:
    """Return how a file has to end to come to this door."""
    wanted = DOORS[door][0]
    return wanted or (path.suffix if path.suffix.lower() in SUFFIXES else ".xlsx")
