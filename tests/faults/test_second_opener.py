"""One program writes at a time; a second one is told who does, and may read."""

import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import storage
from tests.storage.making import ANA, BEN, add_partner, is_one_sentence, partner_names, small_file

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
import storage
from workbook.workbook import Author
with storage.open_workbook(Path(sys.argv[1]), Author("Carla")):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return small_file(tmp_path)


@pytest.fixture
def carla(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process


def test_a_second_opener_is_told_who_has_it_where_and_since_when(path: Path, carla: subprocess.Popen[str]) -> None:
    with pytest.raises(storage.OpenElsewhere) as caught:
        storage.open_workbook(path, BEN)

    problem = caught.value
    assert (problem.operator, problem.host) == ("Carla", socket.gethostname())
    assert problem.since is not None
    assert f"open by Carla on {socket.gethostname()} since " in str(problem)
    assert is_one_sentence(str(problem))
    carla.communicate("")


def test_a_second_opener_may_read(path: Path, carla: subprocess.Popen[str]) -> None:
    with storage.open_workbook(path, BEN, read_only=True) as opened:
        assert len(partner_names(opened)) == 2
    assert isinstance(storage.inspect(path), storage.Healthy)
    assert storage.check_file(path) == ()
    carla.communicate("")


def test_a_lock_does_not_survive_its_process(path: Path, carla: subprocess.Popen[str]) -> None:
    carla.kill()
    carla.wait()

    with storage.open_workbook(path, BEN) as opened:
        add_partner(opened)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_the_same_process_is_a_second_opener_too(path: Path) -> None:
    with storage.open_workbook(path, ANA), pytest.raises(storage.OpenElsewhere, match="open by Ana"):
        storage.open_workbook(path, BEN)
    storage.open_workbook(path, BEN).close()


def test_a_program_that_knows_no_lock_is_noticed_before_anything_is_written(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        stranger = sqlite3.connect(path)
        with stranger:
            stranger.execute("UPDATE change_sets SET seq = 99 WHERE seq = (SELECT max(seq) FROM change_sets)")
        stranger.close()
        with pytest.raises(storage.ChangedElsewhere) as caught:
            add_partner(opened)
        assert is_one_sentence(str(caught.value))
        assert len(partner_names(opened)) == 2


def test_a_program_that_holds_the_file_for_a_moment_is_waited_for_and_then_named(path: Path) -> None:
    with storage.open_workbook(path, ANA) as opened:
        stranger = sqlite3.connect(path, isolation_level=None)
        stranger.execute("BEGIN EXCLUSIVE")
        opened.store.raw.execute("PRAGMA busy_timeout = 10")
        with pytest.raises(storage.FileBusy) as caught:
            add_partner(opened)
        stranger.execute("ROLLBACK")
        stranger.close()
        assert is_one_sentence(str(caught.value))
        add_partner(opened, "Afterwards")
        assert partner_names(opened)[-1] == "Afterwards"
