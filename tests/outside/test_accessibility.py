"""What another process reads over AT-SPI: every control of every page has a name, a role and a value."""

from pathlib import Path
from typing import Any

import pytest

import storage
from tests.outside import desktop
from ui import files
from ui.preferences import Preferences
from ui.sections import SECTIONS
from workbook.workbook import Author

pytestmark = [
    pytest.mark.display,
    pytest.mark.slow,
    pytest.mark.skipif(bool(desktop.what_is_missing()), reason=f"needs {desktop.what_is_missing()}"),
]

TITLE = "Typed from another process"


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("outside") / "example.cpw"
    files.made(path, files.template_start(files.EXAMPLE), Preferences(operator="Tester")).close()
    return path


@pytest.fixture(scope="module")
def pages(workbook: Path) -> list[list[dict[str, Any]]]:
    """The controls that are seen on each page, in the order of the sections."""
    return [page["controls"] for page in desktop.read(workbook, len(SECTIONS))["pages"]]


def test_every_page_is_reached_from_outside(pages: list[list[dict[str, Any]]]) -> None:
    for section, controls in zip(SECTIONS, pages, strict=True):
        assert section.title in {control["name"] for control in controls if control["role"] != "list item"}


def test_every_control_that_takes_the_focus_has_a_name_and_a_role(pages: list[list[dict[str, Any]]]) -> None:
    nameless = [
        (section.key, control["role"], control["value"])
        for section, controls in zip(SECTIONS, pages, strict=True)
        for control in controls
        if control["focusable"]
        and control["role"] != "table cell"  # an empty cell has nothing to say but its headings
        and (not control["name"].strip() or control["role"] == "unknown")
    ]
    assert not nameless


def test_names_are_words_and_not_signs(pages: list[list[dict[str, Any]]]) -> None:
    odd = [
        control["name"]
        for controls in pages
        for control in controls
        if control["role"] in ("push button", "check box", "page tab", "table", "combo box", "text")
        and not any(sign.isalpha() for sign in control["name"])
    ]
    assert not odd


def test_fields_tell_their_value(pages: list[list[dict[str, Any]]]) -> None:
    """The form of the partnership holds what the worked example says."""
    fields = {control["name"]: control["value"] for control in pages[1] if control["role"] == "text"}
    assert fields["Title"] == "Old Tram Depot Creative Lab"
    assert fields["Vision"]


def test_buttons_can_be_pressed_and_cells_be_read(pages: list[list[dict[str, Any]]]) -> None:
    buttons = [control for controls in pages for control in controls if control["role"] == "push button"]
    assert len(buttons) > 50
    assert all(button["actions"] for button in buttons if button["enabled"])
    cells = [control["name"] for controls in pages for control in controls if control["role"] == "table cell"]
    assert any("A-01" in name for name in cells)


def test_what_is_typed_from_outside_is_kept(workbook: Path, pages: list[list[dict[str, Any]]]) -> None:
    assert pages
    with storage.open_workbook(workbook, Author("Reader"), read_only=True) as opened:
        assert opened.workbook.book.plan.title == TITLE
