"""What the pages for readers claim, held against the tree."""

import re
from pathlib import Path

import pytest

from ui.command_line.parser import COMMANDS, parse

ROOT = Path(__file__).parents[2]
_OPTION = re.compile(r"--[a-z]+(?:-[a-z]+)*")
PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")


def test_the_readme_names_exactly_the_commands_there_are() -> None:
    said = set(re.findall(r"^main\.py ([a-z]+)\b", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert said == {command for command in COMMANDS if not command.startswith("-")}


@pytest.mark.parametrize("command", [command for command in COMMANDS if not command.startswith("-")])
def test_the_readme_names_every_option_of_a_command(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    usages = re.findall(rf"^main\.py {command}\b(?:.*\n)(?:[ ]+.*\n)*", text, re.MULTILINE)
    with pytest.raises(SystemExit):
        parse([command, "--help"])
    there = set(_OPTION.findall(capsys.readouterr().out)) - {"--help", "--output"}  # -o, as people write it
    assert set(_OPTION.findall(" ".join(usages))) == there


@pytest.mark.parametrize("page", PAGES)
def test_every_place_that_a_page_names_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    rooms = "workbook|storage|exports|ui|resources|tests"
    named = set(re.findall(rf"`((?:{rooms})/[\w./-]*)`", text)) | set(re.findall(r"\]\(([\w./-]+)\)", text))
    missing = sorted(place for place in named if not (ROOT / place).exists())
    assert missing == []


def test_nothing_in_the_tree_is_larger_than_a_reader_can_hold() -> None:
    files = [
        path for room in ("workbook", "storage", "exports", "ui", "resources") for path in (ROOT / room).rglob("*.py")
    ]
    long = {
        str(path.relative_to(ROOT)): n
        for path in files
        if (n := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}
