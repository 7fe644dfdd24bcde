"""What another process reads over AT-SPI: every control of every page and dialog has a name, a role and a value."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import storage
from tests.journeys.trackers_out import put_out
from tests.outside import desktop
from ui.sections import SECTIONS
from workbook.workbook import Author

pytestmark = [
    pytest.mark.display,
    pytest.mark.slow,
    pytest.mark.skipif(bool(desktop.what_is_missing()), reason=f"needs {desktop.what_is_missing()}"),
]

TITLE = "Typed from another process"
BUTTONS = ("push button", "menu item")
CHECKED = ("check box", "radio button", "toggle button")
FIELDS = ("text", "password text", "spin button", "slider", "progress bar")

Controls = list[dict[str, Any]]
Read = dict[str, Any]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory, example: Path) -> Path:
    path = Path(shutil.copy(example, tmp_path_factory.mktemp("outside")))
    with storage.open_workbook(path, Author("Before")) as opened:
        put_out(opened.workbook)
    return path


@pytest.fixture(scope="module")
def read(workbook: Path) -> Read:
    """What is seen around the pages, on each tab of each page and in each dialog."""
    return desktop.read(workbook, len(SECTIONS))


@pytest.fixture(scope="module")
def places(read: Read) -> dict[str, Controls]:
    return {"around": read["around"], **read["places"], **read["dialogs"]}


def with_roles(places: dict[str, Controls], *roles: str) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((place, control) for place, seen in places.items() for control in seen if control["role"] in roles)


def told(place: str, control: dict[str, Any]) -> tuple[str, str, str]:
    return place, control["role"], control["name"]


def test_every_tab_and_every_dialog_is_reached_from_outside(read: Read) -> None:
    titles = {place.split(" / ")[0] for place in read["places"]}
    assert titles == {section.title for section in SECTIONS}
    for section in SECTIONS:
        assert sum(place.split(" / ")[0] == section.title for place in read["places"]) >= len(section.types)
    assert len(read["dialogs"]) > 20
    assert all(seen[0]["role"] == "dialog" and len(seen) > 2 for seen in read["dialogs"].values())


def test_every_control_that_takes_the_focus_has_a_name_and_a_role(places: dict[str, Controls]) -> None:
    nameless = [
        told(place, control)
        for place, seen in places.items()
        for control in seen
        if control.get("focusable")
        and control["role"] != "table cell"  # an empty cell has nothing to say but its headings
        and (not control["name"].strip() or control["role"] == "unknown")
    ]
    assert not nameless


def test_names_are_words_and_not_signs(places: dict[str, Controls]) -> None:
    named = (*BUTTONS, *CHECKED, *FIELDS, "page tab", "table", "combo box")
    odd = [told(*one) for one in with_roles(places, *named) if not any(sign.isalpha() for sign in one[1]["name"])]
    assert not odd


def test_fields_that_look_alike_have_different_names(places: dict[str, Controls]) -> None:
    counted = Counter(told(*one) for one in with_roles(places, *FIELDS))
    assert not [field for field, times in counted.items() if times > 1]


def test_what_has_a_value_or_a_state_tells_it(places: dict[str, Controls]) -> None:
    assert not [told(*one) for one in with_roles(places, *FIELDS) if one[1]["value"] is None]
    assert not [told(*one) for one in with_roles(places, *CHECKED) if not one[1]["checkable"]]
    assert not [told(*one) for one in with_roles(places, "combo box") if not one[1]["value"]]
    fields = {
        control["name"]: control["value"] for control in places["Partnership / Description"] if "value" in control
    }
    assert fields["Title"] == "Old Tram Depot Creative Lab"
    assert fields["Vision"]


def test_what_can_be_pressed_can_be_pressed_from_outside(places: dict[str, Controls]) -> None:
    pressed = [one for one in with_roles(places, *BUTTONS, *CHECKED, "page tab", "combo box") if one[1]["enabled"]]
    assert len(pressed) > 500
    assert not [told(*one) for one in pressed if not one[1]["actions"]]


def test_cells_can_be_read(places: dict[str, Controls]) -> None:
    cells = [control["name"] for _, control in with_roles(places, "table cell")]
    assert any("A-01" in name for name in cells)
    assert any("16 days late" in name for name in cells)


def test_what_is_typed_from_outside_is_kept(workbook: Path, read: Read) -> None:
    assert read
    with storage.open_workbook(workbook, Author("Reader"), read_only=True) as opened:
        assert opened.workbook.book.plan.title == TITLE
