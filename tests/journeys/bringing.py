"""What stories about spreadsheets share: a workbook with one partner, files beside it, and what is in the book then."""

import json
from pathlib import Path
from typing import Any

import pytest

from storage import open_workbook
from ui.command_line import main
from workbook.book import Book
from workbook.workbook import Author

_PLAN = (
    "format: creative-partnership-plan\nversion: 1\nplan: {title: T, currency: EUR, language: en}\n"
    "partners:\n- {code: P-01, name: City Museum gGmbH, website: museum.example}\n"
)


def small_workbook(folder: Path) -> Path:
    """Make a workbook in euros that knows one partner."""
    path, plan = folder / "mine.cpw", folder / "plan.yaml"
    plan.write_text(_PLAN, encoding="utf-8")
    assert main(["new", str(path), "--from", str(plan)]) == 0
    return path


def book_of(path: Path) -> Book:
    """Return what a workbook holds now."""
    with open_workbook(path, Author("t", "", ""), read_only=True) as opened:
        return opened.workbook.book


def written(path: Path, content: bytes | str) -> str:
    """Write a file; return its name for the command line."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def said(capsys: pytest.CaptureFixture[str]) -> tuple[dict[str, Any], str]:
    """Return what the last command printed as JSON, and what it complained about."""
    out, err = capsys.readouterr()
    return json.loads(out), err
