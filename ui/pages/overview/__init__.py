"""The partnership at a glance: figures, the next step, the foundations and questions, and what is due."""

from ui.pages.overview.page import OverviewPage

__all__ = ["OverviewPage"]
