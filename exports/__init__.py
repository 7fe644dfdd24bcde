"""Documents out and spreadsheets in; one folder for each kind of document."""
