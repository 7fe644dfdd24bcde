"""Reads the window over AT-SPI, types into it and prints what it finds as JSON.

It is started by the system's Python, which has pyatspi. ``read_window.py PID SECTIONS`` goes through all sections with
the window's own menu, and on each notes every control that is seen: its role, name, description, value, states and
what can be done with it. Of tables only the first rows are read, through their table interface. At the end it types a
title for the plan, as an assistive program would.
"""

import json
import sys
import time
from typing import Any

import pyatspi

_ROWS, _COLUMNS, _DEPTH = 2, 8, 40
_PATIENCE = 20.0
_TABLES = (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_TREE)


def main(process: int, sections: int) -> None:
    application = _waited(lambda: _application(process))
    frame = _waited(lambda: _found(application, pyatspi.ROLE_FRAME))
    pages = []
    for _ in range(sections):
        pages.append({"controls": list(_controls(frame, 0))})
        _press(application, "Next section")
    _press(application, "Next section")
    _type(frame, "Title", "Typed from another process")
    _press(application, "Next section")
    print(json.dumps({"frame": frame.name, "pages": pages}))


def _application(process: int) -> Any:
    for one in pyatspi.Registry.getDesktop(0):
        if one is not None and one.get_process_id() == process and one.childCount:
            return one
    return None


def _waited(look: Any) -> Any:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        found = look()
        if found is not None:
            return found
        time.sleep(0.1)
    raise SystemExit("the window did not appear on the accessibility bus")


def _found(node: Any, role: Any) -> Any:
    return next((child for child in node if child is not None and child.getRole() == role), None)


def _press(application: Any, name: str) -> None:
    item = _waited(lambda: _menu_item(application, name, 0))
    item.queryAction().doAction(0)
    time.sleep(0.6)


def _menu_item(node: Any, name: str, depth: int) -> Any:
    if depth > 8 or node is None:
        return None
    if node.getRole() == pyatspi.ROLE_MENU_ITEM and node.name.replace("&", "") == name:
        return node
    if node.getRole() in (
        pyatspi.ROLE_APPLICATION,
        pyatspi.ROLE_FRAME,
        pyatspi.ROLE_MENU_BAR,
        pyatspi.ROLE_MENU,
        pyatspi.ROLE_POPUP_MENU,
    ) or (node.getRole() == pyatspi.ROLE_MENU_ITEM and node.childCount):
        for child in node:
            found = _menu_item(child, name, depth + 1)
            if found is not None:
                return found
    return None


def _type(frame: Any, name: str, text: str) -> None:
    """Put text into the field of this name; leaving the page keeps it."""
    field = _waited(lambda: _showing(frame, pyatspi.ROLE_TEXT, name, 0))
    field.queryEditableText().setTextContents(text)
    time.sleep(0.3)


def _showing(node: Any, role: Any, name: str, depth: int) -> Any:
    if node is None or depth > _DEPTH or (depth and not node.getState().contains(pyatspi.STATE_SHOWING)):
        return None
    if node.getRole() == role and node.name == name:
        return node
    return next((found for child in node if (found := _showing(child, role, name, depth + 1)) is not None), None)


def _controls(node: Any, depth: int) -> Any:
    if node is None or depth > _DEPTH:
        return
    states = node.getState()
    if depth and not states.contains(pyatspi.STATE_SHOWING):
        return
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
        yield from _controls(child, depth + 1)


def _label(node: Any) -> str:
    relations = [one for one in node.getRelationSet() if one.getRelationType() == pyatspi.RELATION_LABELLED_BY]
    return " ".join(one.getTarget(number).name for one in relations for number in range(one.getNTargets()))


def _described(node: Any, states: Any) -> dict[str, Any]:
    interfaces = pyatspi.listInterfaces(node)
    value = None
    if "Value" in interfaces:
        value = node.queryValue().currentValue
    elif "Text" in interfaces:
        value = node.queryText().getText(0, 80)
    name = node.name
    if node.getRole() == pyatspi.ROLE_COMBO_BOX:
        # On Linux Qt gives a box its choice as its name, and says what it is by the label that it belongs to.
        name, value = _label(node), node.name
    return {
        "role": node.getRoleName(),
        "name": name,
        "description": node.description,
        "value": value,
        "focusable": bool(states.contains(pyatspi.STATE_FOCUSABLE)),
        "enabled": bool(states.contains(pyatspi.STATE_ENABLED)),
        "actions": bool("Action" in interfaces and node.queryAction().nActions),
    }


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
