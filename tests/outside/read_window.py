"""Reads the window over AT-SPI, types into it and prints what it finds as JSON.

It is started by the system's Python, which has pyatspi. ``read_window.py PID SECTIONS`` goes through all sections and
their tabs with the window's own menu, then through all dialogs, and of each notes every control that is seen: its
role, name, description, value, states and what can be done with it. What stands around the pages is read once. Of
tables only the first rows are read, through their table interface. At the end it types a title for the plan, as an
assistive program would.
"""

import json
import sys
import time
from functools import partial
from typing import Any

import pyatspi
from gi.repository import Atspi

_ROWS, _COLUMNS, _DEPTH = 2, 8, 40
_PATIENCE = 20.0
_ANSWER, _START = 10_000, 20_000  # milliseconds; a page may be made before a menu entry answers
_TABLES = (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_TREE)
_SPACE = (pyatspi.ROLE_FILLER, pyatspi.ROLE_LAYERED_PANE, pyatspi.ROLE_SPLIT_PANE)  # what only holds other things
_STATES = {
    "focusable": pyatspi.STATE_FOCUSABLE,
    "enabled": pyatspi.STATE_ENABLED,
    "checkable": pyatspi.STATE_CHECKABLE,
    "selectable": pyatspi.STATE_SELECTABLE,
}


def main(process: int, sections: int) -> None:
    Atspi.set_timeout(_ANSWER, _START)
    application = _waited("the program", lambda: _application(process))
    frame = _waited("the window", lambda: _found(application, pyatspi.ROLE_FRAME))
    menu = _waited("the menu", lambda: _filled_menu(frame))
    stack = _waited("the pages", lambda: _first(frame, pyatspi.ROLE_LAYERED_PANE))
    around = list(_controls(frame, 0, stack))
    places: dict[str, Any] = {}
    for _ in range(sections):
        places |= _tabs(stack, menu)
        _press(menu["Next section"])
    shown = dict(_dialogs(application, frame, menu["Show the next dialog"]))
    _press(menu["Next section"])
    _type(stack, "Title", "Typed from another process")
    _press(menu["Next section"])
    print(json.dumps({"around": around, "places": places, "dialogs": shown}))


def _application(process: int) -> Any:
    for one in pyatspi.Registry.getDesktop(0):
        if one is not None and one.get_process_id() == process and one.childCount:
            return one
    return None


def _waited(what: str, look: Any) -> Any:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        found = look()
        if found is not None:
            return found
        time.sleep(0.05)
    raise SystemExit(f"{what} did not appear on the accessibility bus")


def _found(node: Any, role: Any) -> Any:
    return next((child for child in node if child is not None and child.getRole() == role), None)


def _filled_menu(frame: Any) -> dict[str, Any] | None:
    """Return the entries of all menus by their titles, once the window has filled them."""
    found = {entry.name.replace("&", ""): entry for entry in _entries(_found(frame, pyatspi.ROLE_MENU_BAR), 0)}
    return found if "Show the next dialog" in found else None


def _entries(node: Any, depth: int) -> Any:
    for child in node or ():
        if child is None or depth > 4:
            continue
        if child.childCount:
            yield from _entries(child, depth + 1)
        elif child.getRole() == pyatspi.ROLE_MENU_ITEM:
            yield child


def _press(entry: Any) -> None:
    entry.queryAction().doAction(0)
    time.sleep(0.05)


def _tabs(stack: Any, menu: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Return the controls of the page in front, for each of its tabs."""
    controls = list(_controls(stack, 0))
    title = next(page.name for page in stack if _is_showing(page))
    if not _is_enabled(menu["Next tab"]):
        return {title: controls}
    read = {}
    for number, name in enumerate(_names_of_tabs(stack)):
        read[f"{title} / {name}"] = list(_controls(stack, 0)) if number else controls
        _press(menu["Next tab"])  # after the last one comes the first
    return read


def _names_of_tabs(stack: Any) -> list[str]:
    """Name the tabs; the buttons that scroll a long row of them are its children too."""
    return [one.name for one in _first(stack, pyatspi.ROLE_PAGE_TAB_LIST) if one.getRole() == pyatspi.ROLE_PAGE_TAB]


def _dialogs(application: Any, frame: Any, entry: Any) -> Any:
    while _is_enabled(entry):
        known = [one for one in application if one != frame and _is_showing(one)]
        _press(entry)
        dialog = _waited("the next dialog", partial(_new, application, frame, known))
        yield dialog.name, list(_controls(dialog, 0))


def _new(application: Any, frame: Any, known: list[Any]) -> Any:
    return next((one for one in application if one != frame and one not in known and _is_showing(one)), None)


def _is_showing(node: Any) -> bool:
    return node is not None and bool(node.getState().contains(pyatspi.STATE_SHOWING))


def _is_enabled(node: Any) -> bool:
    return bool(node.getState().contains(pyatspi.STATE_ENABLED))


def _type(stack: Any, name: str, text: str) -> None:
    """Put text into the field of this name; leaving the page keeps it."""
    field = _waited(f"the field {name}", lambda: _first(stack, pyatspi.ROLE_TEXT, name))
    field.queryEditableText().setTextContents(text)
    time.sleep(0.3)


def _first(node: Any, role: Any, name: str | None = None, depth: int = 0) -> Any:
    """Return what is seen first with this role, and this name."""
    if node is None or depth > _DEPTH or (depth and not _is_showing(node)):
        return None
    if node.getRole() == role and name in (None, node.name):
        return node
    if node.getRole() in _TABLES:
        return None
    return next((found for child in node if (found := _first(child, role, name, depth + 1)) is not None), None)


def _controls(node: Any, depth: int, left_out: Any = None) -> Any:
    if node is None or depth > _DEPTH or node == left_out:
        return
    states = node.getState()
    if depth and not states.contains(pyatspi.STATE_SHOWING):
        return
    if node.getRole() not in _SPACE or states.contains(pyatspi.STATE_FOCUSABLE):
        yield _described(node, states)
    if node.getRole() in _TABLES and "Table" in pyatspi.listInterfaces(node):
        table = node.queryTable()
        for row in range(min(_ROWS, table.nRows)):
            for column in range(min(_COLUMNS, table.nColumns)):
                cell = table.getAccessibleAt(row, column)
                if cell is not None:
                    yield _described(cell, cell.getState())
        return
    for child in node:
        yield from _controls(child, depth + 1, left_out)


def _label(node: Any) -> str:
    relations = [one for one in node.getRelationSet() if one.getRelationType() == pyatspi.RELATION_LABELLED_BY]
    return " ".join(one.getTarget(number).name for one in relations for number in range(one.getNTargets()))


def _described(node: Any, states: Any) -> dict[str, Any]:
    if node.getRole() == pyatspi.ROLE_LABEL:
        return {"role": node.getRoleName(), "name": node.name}
    interfaces = pyatspi.listInterfaces(node)
    value = None
    if "Value" in interfaces:
        value = node.queryValue().currentValue
    elif "Text" in interfaces:
        text = node.queryText()
        value = text.getText(0, min(80, text.characterCount))
    name = node.name
    if node.getRole() == pyatspi.ROLE_COMBO_BOX:
        # On Linux Qt gives a box its choice as its name, and says what it is by the label that it belongs to.
        name, value = _label(node), node.name
    return {
        "role": node.getRoleName(),
        "name": name,
        "description": node.description,
        "value": value,
        "actions": bool("Action" in interfaces and node.queryAction().nActions),
        **{key: bool(states.contains(state)) for key, state in _STATES.items()},
    }


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
