"""Menus of the actions that make sense now, each with the keys that do the same."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from ui.actions import BY_ID

_NATIVE = QKeySequence.SequenceFormat.NativeText
_USUAL: Mapping[str, str] = {}


def fill_menu(
    menu: QMenu,
    action_ids: Iterable[str],
    offered: Mapping[str, Callable[[], object]],
    titles: Mapping[str, str] = _USUAL,
) -> None:
    """List those actions that are offered; an empty id draws a line. `titles` calls some of them otherwise."""
    for action_id in action_ids:
        if not action_id:
            menu.addSeparator()
        elif action_id in offered:
            spec = BY_ID[action_id]
            title = titles.get(action_id, spec.title)
            keys = f"\t{QKeySequence(spec.shortcuts[0]).toString(_NATIVE)}" if spec.shortcuts else ""
            menu.addAction(f"{title}{keys}").triggered.connect(offered[action_id])
