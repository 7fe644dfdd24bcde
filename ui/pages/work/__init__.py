"""The work plan: activities as a table and on a calendar, in one scroll."""

from ui.pages.work.page import WorkPage

__all__ = ["WorkPage"]
