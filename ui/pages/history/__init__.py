"""The history: every change with the ways back, and any two moments side by side."""

from ui.pages.history.page import HistoryPage

__all__ = ["HistoryPage"]
