"""What a page offers for giving a record its words in another language."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from workbook.translating import translatable


def translating_offers(
    desk: Desk, type_name: str, record_id: str, parent: QWidget
) -> Mapping[str, Callable[[], object]]:
    """Return the action, for a record that holds words."""
    record = desk.bridge.book.get(type_name, record_id)
    if not any(getattr(record, field.name, "") for field in translatable(type_name)):
        return {}
    return {"translate": lambda: translate(desk, type_name, record_id, parent.window())}


def translate(desk: Desk, type_name: str, record_id: str, window: QWidget) -> None:
    """Ask for the words of a record in another language."""
    from ui.forms.translate_dialog import TranslateDialog  # only who translates needs it

    dialog = TranslateDialog(desk.bridge, type_name, record_id, window)
    dialog.exec()
    dialog.deleteLater()
