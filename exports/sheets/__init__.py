"""Spreadsheets, address cards and work plans that people already have, read into sheets within limits."""

from exports.sheets.reading import SUFFIXES, holds_tracker, read_sheets, spellings

__all__ = ["SUFFIXES", "holds_tracker", "read_sheets", "spellings"]
