"""Pages as they will be printed, drawn by a worker beside what somebody edits."""

from ui.preview.drawing import Drawing
from ui.preview.pane import PreviewPane

__all__ = ["Drawing", "PreviewPane"]
