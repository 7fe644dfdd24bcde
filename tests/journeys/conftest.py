"""Journeys open the same real window as the tests of the window do."""

from tests.ui.conftest import open_window, preferences, qapp

__all__ = ["open_window", "preferences", "qapp"]
