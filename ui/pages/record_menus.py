"""The menus of a table of records: what can be done with the chosen rows, and how the table is shown."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from ui.desk import Desk
from ui.offered_menu import fill_menu
from ui.pages.documents_menu import documents_menu

ARRANGE = ("columns", "sort", "show_all", "fold_all", "unfold_all", "as_usual", "", "save_table", "")
_CHOSEN = (
    "add",
    "duplicate",
    "remove",
    "erase_person",
    "record_history",
    "",
    "cut",
    "copy",
    "copy_with_headings",
    "paste",
    "paste_as_new",
    "fill_down",
    "translate",
    "",
    "sort",
    "filter_values",
    "group",
    "show_all",
    "",
    "details",
    "next_finding",
)


def record_menu(
    desk: Desk, key: tuple[str, str], offered: Mapping[str, Callable[[], object]], parent: QWidget
) -> QMenu:
    """Return the menu of the chosen rows, the documents of the current record below; `key` is its type and id."""
    menu = QMenu(parent)
    fill_menu(menu, _CHOSEN, offered)
    documents_menu(desk, *key, menu)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
