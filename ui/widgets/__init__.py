"""Pieces that pages are built from and that know nothing of the workbook's rules."""
