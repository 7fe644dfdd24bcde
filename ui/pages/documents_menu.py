"""The documents that are made of one record, where that record is at hand."""

from PySide6.QtWidgets import QMenu

from ui.actions import BY_ID
from ui.desk import Desk
from ui.documents.offered import DOCUMENTS


def documents_menu(desk: Desk, type_name: str, record_id: str, menu: QMenu) -> None:
    """Offer under a menu what can be made of the record in front; nothing where there is none of its type."""
    made_of_it = [f"export_{key}" for key, document in DOCUMENTS.items() if document.of == type_name]
    if not (record_id and made_of_it):
        return
    menu.addSeparator()
    documents = menu.addMenu("Make a document")
    for action_id in made_of_it:
        documents.addAction(BY_ID[action_id].title).triggered.connect(
            lambda _checked, action_id=action_id: desk.start(action_id)
        )
