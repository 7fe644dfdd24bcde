"""The process is killed at any moment, hundreds of times, while it edits: nothing that was acknowledged is lost."""

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

import storage
from storage.copies import journal_of
from tests.storage.making import BEN, few_operations

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("WORKBOOK_KILLS", "240"))
KILLS_PER_FILE = 20
LONGEST_LIFE = 0.06  # seconds
EDITING = 0.85  # the others die while they open the file, or while they heal what the one before left

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="killing in the middle of things needs fork and SIGKILL"),
]


class Editor:
    """The process to be killed, as seen from here."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.faults.editor"]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self._rest = b""

    @property
    def _output(self) -> IO[bytes]:
        assert self.process.stdout is not None
        return self.process.stdout

    def life(self, path: Path, seconds: float, *, from_ready: bool) -> list[str]:
        """Let a child live for so long, from its start or from when it has the file open; return what it said."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{path}\n".encode())
        child = int(self._line().split()[1])
        said = self._lines() if from_ready else []
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and select.select([self._output], [], [], left)[0]:
            said += self._lines()
        os.kill(child, signal.SIGKILL)
        while not said or said[-1] != "gone":
            said += self._lines()
        return said[:-1]

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        assert self.process.wait() == 0
        self._output.close()

    def _line(self) -> str:
        while b"\n" not in self._rest:
            self._rest += os.read(self._output.fileno(), 65536)
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode()

    def _lines(self) -> list[str]:
        found = [self._line()]
        while b"\n" in self._rest:
            found.append(self._line())
        return found


def is_hot(journal: Path) -> bool:
    """Say whether a commit has to be taken back: the journal's own mark is the last thing written to it."""
    return journal.exists() and journal.read_bytes()[:8] == bytes.fromhex("d9d505f920a163d7")


@pytest.fixture
def editor() -> Iterator[Editor]:
    editor = Editor()
    yield editor
    editor.close()


def test_every_acknowledged_edit_survives(editor: Editor, tmp_path: Path) -> None:
    chance = random.Random(20270104)
    acknowledged = unfinished = before_opening = 0
    for number in range(KILLS):
        path = tmp_path / f"plan {number // KILLS_PER_FILE}.cpw"
        if not path.exists():
            storage.create(path, BEN, few_operations()).close()

        said = editor.life(path, chance.uniform(0.0, LONGEST_LIFE), from_ready=chance.random() < EDITING)
        kept = [line.split()[1:] for line in said if line.startswith("kept")]
        acknowledged += len(kept)
        unfinished += is_hot(journal_of(path))
        before_opening += "ready" not in said

        with storage.open_workbook(path, BEN) as opened:
            assert storage.check_file(opened.store) == ()
            history = {str(entry.seq): entry.hash for entry in opened.workbook.history()}
            assert [history.get(seq) for seq, _ in kept] == [fingerprint for _, fingerprint in kept]
            if kept:
                assert opened.workbook.seq - int(kept[-1][0]) in (0, 1)  # written, and killed before saying so
            assert not is_hot(journal_of(path))

    print(f"{KILLS} killed, {acknowledged} edits kept, {unfinished} in mid-commit, {before_opening} while opening")  # noqa: T201
    assert unfinished > KILLS // 20, "the killing never met a commit, so it proved nothing"


def test_a_file_that_is_being_made_is_there_whole_or_not_at_all(editor: Editor, tmp_path: Path) -> None:
    chance = random.Random(20270105)
    absent = 0
    for number in range(KILLS // 6):
        path = tmp_path / f"new {number}.cpw"
        said = editor.life(path, chance.uniform(0.0, LONGEST_LIFE), from_ready=False)
        if "ready" in said or path.exists():
            assert isinstance(storage.inspect(path), storage.Healthy)
            with storage.open_workbook(path, BEN) as opened:
                assert opened.workbook.book.count("partners") >= 34  # all of them, but for what was edited since
                assert storage.check_file(opened.store) == ()
        else:
            absent += 1
    assert absent > KILLS // 60, "the killing always came too late, so it proved nothing"
