"""The page of governance: bodies with their seats, meetings with agenda and minutes, and the log of decisions."""

from ui.pages.governance.page import GovernancePage

__all__ = ["GovernancePage"]
