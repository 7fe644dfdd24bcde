"""What a field is edited with: one editor for each kind, shared by tables and forms."""

from ui.editors.base import Editor
from ui.editors.table import EDITORS, editor_for

__all__ = ["EDITORS", "Editor", "editor_for"]
