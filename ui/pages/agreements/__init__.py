"""Agreements, from the first clause to the seal and to what changed since."""

from ui.pages.agreements.page import AgreementsPage

__all__ = ["AgreementsPage"]
