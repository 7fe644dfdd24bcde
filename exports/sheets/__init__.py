"""Spreadsheets, address cards and work plans that people already have, read into sheets within limits."""
