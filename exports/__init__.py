"""Documents out, spreadsheets in."""
