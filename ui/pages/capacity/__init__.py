"""Capacity and training: the gap matrix, actions of the four kinds, sessions and who came, learning, follow-ups."""

from ui.pages.capacity.page import CapacityPage

__all__ = ["CapacityPage"]
