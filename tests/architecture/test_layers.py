"""The direction of imports: the contracts in pyproject.toml hold, and each of them can fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("workbook", "storage", "exports", "ui", "resources")

# Each takes long enough to import that a window would visibly wait for it; the last may come along uninvited.
TOO_HEAVY_FOR_START_UP = {
    *("reportlab", "openpyxl", "docx", "pikepdf", "lxml", "pypdfium2", "icalendar", "alembic", "numpy"),
}


def run_python(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


def lint_imports(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return run_python("-X", "utf8", "-c", command, "--no-cache", "--no-logo", *arguments, folder=folder)


def grow(folder: Path, files: dict[str, str]) -> Path:
    """Five empty rooms under our own contracts, and these files in them."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    for room in ROOMS:
        (folder / room).mkdir()
        (folder / room / "__init__.py").touch()
        (folder / room / "one.py").touch()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_our_rooms_keep_every_contract() -> None:
    result = lint_imports(ROOT)

    assert result.returncode == 0, result.stdout + result.stderr


def test_imports_that_are_meant_to_be_are_let_through(tmp_path: Path) -> None:
    tree = grow(
        tmp_path,
        {
            "storage/one.py": "import sqlalchemy.orm, sqlite3, alembic, workbook.one",
            "exports/one.py": "import openpyxl, reportlab.platypus, workbook.one, resources.one",
            "ui/one.py": "import PySide6.QtWidgets, storage.one, exports.one, workbook.one, resources.one",
        },
    )

    result = lint_imports(tree)

    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("contract", "files"),
    [
        ("rooms", {"workbook/one.py": "import storage"}),
        ("rooms", {"workbook/one.py": "import ui.one"}),
        ("rooms", {"storage/one.py": "import ui"}),
        ("rooms", {"storage/one.py": "import exports"}),
        ("rooms", {"exports/one.py": "import storage"}),
        ("rooms", {"exports/one.py": "def late():\n    from storage import one\n    return one"}),
        ("resources-read", {"workbook/one.py": "from resources import one"}),
        ("resources-read", {"storage/one.py": "from resources import one"}),
        ("resources-know-nobody", {"resources/one.py": "import workbook"}),
        ("qt", {"exports/one.py": "from PySide6.QtGui import QImage"}),
        ("qt", {"workbook/one.py": "def late():\n    import qtawesome"}),
        ("database", {"ui/one.py": "import sqlite3"}),
        ("database", {"exports/one.py": "from sqlalchemy.orm import Session"}),
        ("documents", {"ui/one.py": "def late():\n    from reportlab.lib import colors"}),
        ("documents", {"storage/one.py": "import openpyxl"}),
        ("pure", {"workbook/one.py": "from pathlib import Path"}),
        ("circles", {"ui/one.py": "import ui.two", "ui/two.py": "def late():\n    from ui import one"}),
    ],
)
def test_a_breach_is_noticed(tmp_path: Path, contract: str, files: dict[str, str]) -> None:
    result = lint_imports(grow(tmp_path, files), "--contract", contract)

    assert result.returncode == 1, result.stdout + result.stderr
    assert "0 kept, 1 broken" in result.stdout


def test_starting_imports_nothing_that_only_documents_and_migrations_need() -> None:
    result = run_python("-X", "importtime", "-c", "import main")

    assert result.returncode == 0, result.stderr[-2000:]
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in result.stderr.splitlines()}
    assert "main" in imported
    assert imported.isdisjoint(TOO_HEAVY_FOR_START_UP)


def test_the_window_is_painted_before_the_rules_of_the_plan_are_loaded() -> None:
    result = run_python("-c", "import sys, ui.app; print(*sys.modules)")

    assert result.returncode == 0, result.stderr[-2000:]
    loaded = result.stdout.split()
    assert "ui.main_window" in loaded
    assert {"workbook.book", "workbook.workbook", "workbook.operations", "exports.catalogue"}.isdisjoint(loaded)
