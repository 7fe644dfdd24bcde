"""The command line where things are rough: odd names and targets, a terminal that shows little, a reader who leaves."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from ui.command_line import documents, main

ROOT = Path(__file__).parents[2]
HEAD = "format: creative-partnership-plan\nversion: 1\n"


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    path = tmp_path / "blank.cpw"
    assert main(["new", str(path)]) == 0
    return path


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(ROOT / "main.py"), *(os.fspath(argument) for argument in arguments)]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, timeout=60, check=False)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """Run what has to be refused, and return the one line that says why."""
    capsys.readouterr()
    assert main([str(argument) for argument in arguments]) == 1
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    return said


def test_no_document_ever_replaces_a_workbook(blank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    renamed, link = blank.with_name("renamed.json"), blank.with_name("link.yaml")
    renamed.write_bytes(blank.read_bytes())
    link.symlink_to(blank)
    for target in (renamed, link):
        assert "is a workbook" in refused(capsys, "export", blank, "plan", "-o", target)
    assert "is a workbook" in refused(capsys, "export", renamed, "plan", "-o", renamed)
    assert renamed.read_bytes() == blank.read_bytes()
    assert link.is_symlink()


@pytest.mark.parametrize("name", ["plan.txt", "plan", "", "."])
def test_a_workbook_is_named_like_one(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "has to end in .cpw" in refused(capsys, "new", name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "20270331", "2027-W13-3", "2027-02-30", "٢٠٢٧-٠٣-٣١"])
def test_a_day_is_written_in_one_way_and_near_our_time(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", "x.cpw", "report", "-o", "r.pdf", "--as-of", day])
    assert ended.value.code == 2
    assert "is not a date" in capsys.readouterr().err


def test_problems_stay_in_one_line_and_in_one_object(blank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = blank.with_name("plan.json")
    partners = [{"name": "a", "sector": "x\ny"}, {"na\nme": 1}, *({"name": n} for n in range(40))]
    plan.write_text(
        json.dumps({"format": "creative-partnership-plan", "version": 1, "o\ud800dd\n": 1, "partners": partners}),
        encoding="ascii",
    )
    said = refused(capsys, "import", blank, plan)
    assert "“x y” is not allowed" in said
    assert "more like these" in said
    assert main(["import", str(blank), str(plan), "--json"]) == 1
    assert len(json.loads(capsys.readouterr().out)["problems"]) == 44


def test_a_workbook_is_not_imported_as_a_plan(blank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "export its plan first" in refused(capsys, "import", blank, blank)
    assert "export its plan first" in refused(capsys, "new", blank.with_name("b.cpw"), "--from", blank)


@pytest.mark.skipif(os.name != "posix", reason="pipes with a name are of this kind of system")
def test_a_pipe_is_no_workbook_and_nobody_waits_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pipe = tmp_path / "pipe.cpw"
    os.mkfifo(pipe)
    assert "it is a device or a pipe" in refused(capsys, "check", pipe)
    assert "it is a device or a pipe" in refused(capsys, "undo", pipe)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is nothing endless to read here")
def test_what_never_ends_is_not_read_to_its_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "is a device or a pipe and no file" in refused(capsys, "new", tmp_path / "a.cpw", "--from", "/dev/zero")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_names_that_are_not_text_are_names(tmp_path: Path) -> None:
    workbook, plan = (tmp_path / os.fsdecode(name) for name in (b"caf\xe9.cpw", b"caf\xe9.yaml"))
    plan.write_text(f"{HEAD}partners: [{{name: Library}}]\n", encoding="utf-8")
    for arguments in (("new", workbook), ("import", workbook, plan), ("history", workbook), ("check", workbook)):
        ended = run(*arguments, LC_ALL="C.UTF-8", LOGNAME="two\nlines")
        assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"two lines  Import plan from caf?.yaml" in run("history", workbook, LC_ALL="C.UTF-8").stdout


def test_a_terminal_without_our_signs_gets_plain_ones(tmp_path: Path) -> None:
    ended = run("check", tmp_path / "nowhere.cpw", PYTHONIOENCODING="ascii")
    assert ended.stderr.startswith(b'There is no file "nowhere.cpw" in')
    schema = run("schema", PYTHONIOENCODING="ascii")
    assert schema.returncode == 0
    assert schema.stdout.isascii()
    assert json.loads(schema.stdout) == json.loads(run("schema", PYTHONIOENCODING="utf-8").stdout)
    example = tmp_path / "example.cpw"
    assert run("new", example, "--example", PYTHONIOENCODING="ascii").returncode == 0
    checked = run("check", example, PYTHONIOENCODING="ascii")
    assert (checked.returncode, checked.stderr) == (0, b"")


@pytest.mark.skipif(os.name != "posix", reason="pipes break otherwise elsewhere")
def test_a_reader_who_leaves_and_a_full_disk_end_in_peace(blank: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, str(ROOT / "main.py")]
    ended = subprocess.run([*command, "schema"], stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")
    if Path("/dev/full").exists():
        with Path("/dev/full").open("wb") as full:
            ended = subprocess.run(
                [*command, "history", str(blank)], stdout=full, stderr=subprocess.PIPE, timeout=60, check=False
            )
        assert ended.returncode == 1
        assert ended.stderr == b"The answer could not be written: no space left on device.\n"


@pytest.mark.skipif(os.name != "posix", reason="signals are sent otherwise elsewhere")
def test_ctrl_c_ends_in_one_line(tmp_path: Path) -> None:
    script = (
        "import signal, sys, ui.command_line.documents as documents\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # what is started beside may be deaf to it
        "def slow(options):\n    print('begun', flush=True)\n    import time; time.sleep(60)\n"
        "documents.demo = slow\n"
        "from ui.command_line import main\nsys.exit(main(['demo', sys.argv[1]]))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path / "d")], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert len(said.splitlines()) == 1


def test_our_own_mistake_is_one_line_too(
    blank: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_options: Any) -> Any:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(documents, "export", broken)
    capsys.readouterr()
    assert main(["export", str(blank), "plan", "-o", "x.json"]) == 70
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "ZeroDivisionError in test_rough_use.py" in said


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may look everywhere")
def test_a_folder_that_may_not_be_looked_into_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0)
    try:
        assert "may not be changed" in refused(capsys, "demo", closed)
    finally:
        closed.chmod(0o755)
