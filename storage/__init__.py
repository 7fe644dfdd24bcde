"""The file: the only code that writes a workbook."""
