"""Bringing in a spreadsheet from the window."""
