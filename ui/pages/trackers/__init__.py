"""The page of trackers: which are overdue, which are out, which came back, and what to do about each."""

from ui.pages.trackers.page import TrackersPage

__all__ = ["TrackersPage"]
