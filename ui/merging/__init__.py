"""Bringing in what was done in another copy of the open workbook: choosing it, deciding, and one step."""
