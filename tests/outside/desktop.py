"""A display of its own with an accessibility bus, on which the window is started and read by another process."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
_PATIENCE = 120


def what_is_missing() -> str:
    """Name what this machine lacks for it, or nothing."""
    for program in ("Xvfb", "dbus-run-session"):
        if shutil.which(program) is None:
            return program
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return "" if asked.returncode == 0 else "pyatspi"


@contextlib.contextmanager
def display() -> Iterator[str]:
    """Start an X server on a free number and yield its name."""
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    try:
        with os.fdopen(read_end) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


_SESSION = """
set -eu
{python} -m tests.outside.window "$1" 2>"$2/window.log" &
window=$!
trap 'kill $window 2>/dev/null || true' EXIT
{system_python} tests/outside/read_window.py $window "$3" >"$2/read.json"
"""


def read(workbook: Path, sections: int) -> dict[str, Any]:
    """Open the window on a workbook and return what another process reads of it, section by section."""
    with display() as name, tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DISPLAY": name,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "CPW_CONFIG": folder,
            "XDG_RUNTIME_DIR": folder,
        }
        script = _SESSION.format(python=sys.executable, system_python=SYSTEM_PYTHON)
        command = ["dbus-run-session", "--", "bash", "-c", script, "session", str(workbook), folder, str(sections)]
        done = subprocess.run(
            command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
        log = (Path(folder) / "window.log").read_text(encoding="utf-8")
        assert done.returncode == 0, f"{done.stderr[-2000:]}\n{log[-2000:]}"
        found: dict[str, Any] = json.loads((Path(folder) / "read.json").read_text(encoding="utf-8"))
        return found
